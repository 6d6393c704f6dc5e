import type { embed as vi } from '../vi/embed.ts';

export const embed: typeof vi = {
  lead: 'The webmaster of a school pastes a few lines, and its site shows the news of the whole cluster.',
  builder: 'Open the embed builder',
  builderAbout:
    'Choose a block, schools and colours; preview it on the look of the school’s site; copy the code that suits its CMS (WordPress, NukeViet, Joomla, Liferay…).',
  newWindow: '(opens in a new tab)',
  preview: 'Preview, with what was just collected',
  blocks: { news: 'Latest news', documents: 'Documents', gallery: 'Photo gallery' },
  notYet: 'There is nothing to show: the hub has not run yet.',
  toRun: 'Run the hub',
  needed: 'For others to see it',
  hub: 'The schools’ sites will load the news from this address:',
  noHub:
    'There is no public address yet. The published folder must lie on a web server that everybody can open; write its address in the step Cluster, then run the hub again.',
  toCluster: 'Write the public address',
  localHub: 'This address opens on this computer or in its network only; others will see no news.',
  needs: [
    'The published folder is served at that address by https, with CORS: the sample files in the folder deploy see to it.',
    'The hub runs by itself, so that the news stays fresh.',
  ],
  gets: 'What a school gets',
  getsAbout: 'Send the school’s webmaster these two lines, or the address of the embed builder.',
  snippet: 'Two lines to paste',
  getsMore:
    'The block takes the fonts of its page, tracks nobody, and needs no installation. Where a site refuses unknown tags or scripts, the builder has other ways: an iframe, a list of links, an RSS feed.',
};
