import type { cluster as vi } from '../vi/cluster.ts';

export const cluster: typeof vi = {
  lead: 'These four are all that the hub needs to know about the cluster. If in doubt, leave what is proposed; you can change it at any time.',
  name: {
    label: 'Name of the cluster',
    hint: 'Shown at the top of the common news page and in feed readers.',
    proposed: 'Cụm các trường Chính trị khu vực đồng bằng sông Hồng',
  },
  contact: {
    label: 'Contact',
    hint: 'Mail address or page of the person in charge. The hub sends it whenever it reads a school’s site, so that administrators there know whom to ask.',
    example: 'webmaster@school.edu.vn',
  },
  out: {
    label: 'Folder to publish to',
    hint: 'The hub writes its files here, and a web server puts this folder online. A name without “/” at its beginning is a folder beside the configuration.',
    example: '/var/www/news',
    proposed: 'public',
  },
  hub: {
    label: 'Public address',
    hint: 'The address that this folder has on the web. Leave it empty if there is none yet: news is collected and published all the same, but the embed page cannot give ready-made code, and feed readers do not learn where the lists come from.',
    example: 'https://news.school.edu.vn/',
  },
  optional: 'optional',
  example: (text) => `Example: ${text}`,
  saved: 'Saved.',
  unsaved: 'Not saved: something needs correcting.',
  files: {
    heading: 'On this computer',
    config: 'Configuration',
    willWrite: 'will be created when you save',
    configHow: 'All that you set here is in this file. You may edit it by hand too; comments in it are kept.',
    out: 'Publishes to',
    state: 'Remembers in',
    stateHow:
      'Do not put this folder online. Keep it when you move to another computer: it holds what was collected.',
  },
};
