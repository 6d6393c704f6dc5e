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
    label: 'Published folder',
    hint: 'The hub writes its files here, and a web server puts this folder online. A relative path starts at the folder of the configuration.',
    example: '/var/www/news',
    proposed: 'public',
  },
  hub: {
    label: 'Public address',
    hint: 'The address of that folder on the web. Leave it empty if there is none yet: the hub collects and publishes all the same, but there is no ready-made code to embed.',
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
    out: 'Published folder',
    state: 'Folder of the hub’s memory',
    stateHow:
      'Do not put this folder online. Keep it when you move to another computer: it holds what was collected.',
  },
};
