/** The attributes that all widgets have. */
export const COMMON_ATTRIBUTES = 'src school limit heading heading-level refresh loading lang debug';
/** The widgets, each with the hub's file it loads by default, and its own attributes. */
export const WIDGETS = new Map([
  ['latest-news', ['news.json', 'layout target new-for tag search more-href']],
  ['document-list', ['documents.json', 'target columns pages no-tools state-in-url']],
  ['weather', ['weather.json', 'layout places latitude longitude no-memory']],
  ['gallery', ['gallery.json', 'layout target captions autoplay download no-share']],
]);
export const TAGS = [...WIDGETS.keys()].map((name) => `tct-${name}`);
