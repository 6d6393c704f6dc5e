/** The attributes that all widgets have. */
const COMMON = 'src school limit heading heading-level refresh loading lang theme debug';
/** The other attributes of each widget. */
const OWN: Record<string, string> = {
  'tct-latest-news': 'layout target new-for tag search filters state-in-url share merge-same more-href',
  'tct-document-list': 'target columns pages no-tools state-in-url',
  'tct-weather': 'layout places latitude longitude no-memory',
  'tct-gallery': 'layout target captions autoplay download no-share',
};

/** The names of an element's attributes. They are known before its code has loaded. */
export const attributeNames = (tag: string): string[] => `${COMMON} ${OWN[tag]}`.split(' ');
