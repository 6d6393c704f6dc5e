import type { run as vi } from '../vi/run.ts';

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

export const run: typeof vi = {
  lead: 'The hub reads the sources, copies the pictures, and writes the files to publish.',
  first: 'Run for the first time',
  again: 'Run now',
  long: 'The first run may take some minutes, as no site is asked too fast. It goes on if you close this page.',
  done: (asked, added, written) =>
    `Done: ${counted(asked, 'source')} asked, ${counted(added, 'new post')}, ${counted(written, 'file')} written.`,
  noneDue: 'Done: no source was due, so there is nothing new.',
  allGood: 'Every source that was asked could be read.',
  failing: 'Could not be read:',
  toSources: 'See each source and how to mend it',
  remarks: 'Remarks',
  lastRun: (when) => `The hub last ran ${when}.`,
  noSources: 'There are no sources to read yet.',
  addSchools: 'Add schools',
  openPage: 'Open the published news page',

  schedule: 'Let the hub run by itself',
  scheduleLead:
    'The computer calls the hub every 15 minutes. It asks only the sources that are due, so frequent calls do not trouble the schools.',
  recommended: 'suits this computer',
  schedulers: {
    cron: 'cron',
    systemd: 'systemd',
    'task-scheduler': 'Task Scheduler',
    'github-pages': 'GitHub Pages',
  },
  about: {
    cron: 'For Linux, macOS, or hosting with cron. The line below goes into the table of the user who will run the hub (command crontab -e).',
    systemd:
      'For Linux servers. The hub runs with nobody logged in, catches up if the computer was off, and keeps a log.',
    'task-scheduler': 'For Windows. It runs in the background, without a window.',
    'github-pages':
      'Without a server of your own: GitHub both runs the hub and serves the files. Put this file and the configuration into a repository on GitHub.',
  },
  line: 'Line to add',
  command: 'Command that puts it in force',
  install: 'Schedule it on this computer',
  installed: 'This computer runs the hub by itself.',
  justInstalled: 'Scheduled. This computer runs the hub by itself from now on.',
  uninstall: 'Remove the schedule',
  uninstalled: 'Removed. This computer no longer runs the hub by itself.',
  byHand: 'This page cannot install it. Copy what stands below.',
  text: 'See what would be written',

  status: 'The status page',
  statusAbout:
    'The published folder has a page status.html, rewritten after each run: which sources do well, which fail, why, and what to do. It also warns when the hub has stopped running. Bookmark it: tct-hub setup is not needed from day to day.',
  openStatus: 'Open status.html',
  publish: 'Putting it on the web',
  publishAbout:
    'Point a web server to the folder below, or copy the folder there after each run. Sample files for nginx, Apache, Caddy and IIS lie in the folder deploy, beside tct-hub.js.',
  address: 'Public address in the configuration',
  out: 'Published folder',
  state: 'Folder of the hub’s memory; do not put it online',
  guide: 'Guide to setting up a hub (in Vietnamese and English)',
};
