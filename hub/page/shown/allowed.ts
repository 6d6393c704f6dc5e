/** Which elements and attributes a page that is shown may have. Everything else is left out or replaced. */

/** Elements that are written under their own names. None loads, runs, submits, or holds text that is not HTML. */
const KEPT =
  /^(?:a|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|dir|div|dl|dt|em|fieldset|figcaption|figure|font|footer|h[1-6]|header|hgroup|hr|i|img|ins|kbd|label|legend|li|main|mark|menu|nav|nobr|ol|p|pre|q|rp|rt|ruby|s|samp|search|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)$/;

/** Elements that are written under another name; others that are not kept become a `<span>`. */
const REPLACED: Record<string, string> = {
  body: 'div',
  dialog: 'div',
  form: 'div',
  frameset: 'div',
  html: 'div',
  listing: 'pre',
  marquee: 'div',
  picture: 'span',
  xmp: 'pre',
};

/** Elements that are left out with all that is in them. */
const LEFT_OUT =
  /^(?:script|template|meta|base|basefont|bgsound|link|title|source|track|param|map|area|datalist|noembed|noframes|plaintext|slot|keygen|isindex|image)$/;

/** Elements in whose place stands an empty box. */
const BOX = /^(?:iframe|frame|object|embed|applet|video|audio|canvas|svg|math|portal|fencedframe)$/;

export type Treatment = 'leave-out' | 'box' | 'unwrap' | { name: string };

/** What is done with an element by its name. */
export function treatmentOf(name: string): Treatment {
  if (LEFT_OUT.test(name)) return 'leave-out';
  if (BOX.test(name)) return 'box';
  if (name === 'head') return 'unwrap';
  return { name: KEPT.test(name) ? name : (Object.hasOwn(REPLACED, name) && REPLACED[name]) || 'span' };
}

const WORDS = /^[^<>"'`=]{1,1000}$/;
const SIZE = /^\s*\d{1,5}(?:\.\d+)?(?:px|%)?\s*$/;
const NUMBER = /^\s*[+-]?\d{1,4}\s*$/;
const COLOR = /^[#\w]{1,30}$/;

/** Attributes that are kept, and how their values must look. None names a file, a target or a script. */
const ATTRIBUTES: Record<string, RegExp> = {
  class: WORDS,
  id: WORDS,
  dir: /^(?:ltr|rtl|auto)$/i,
  lang: /^[a-z\d-]{1,35}$/i,
  alt: /^[\s\S]{0,1000}$/,
  title: /^[\s\S]{0,1000}$/,
  hidden: /^/,
  width: SIZE,
  height: SIZE,
  colspan: NUMBER,
  rowspan: NUMBER,
  span: NUMBER,
  start: NUMBER,
  value: NUMBER,
  size: NUMBER,
  border: NUMBER,
  cellpadding: NUMBER,
  cellspacing: NUMBER,
  hspace: NUMBER,
  vspace: NUMBER,
  type: /^(?:[1aAiI]|disc|circle|square)$/,
  reversed: /^/,
  nowrap: /^/,
  align: /^[a-z]{1,20}$/i,
  valign: /^[a-z]{1,20}$/i,
  clear: /^[a-z]{1,20}$/i,
  bgcolor: COLOR,
  color: COLOR,
  bordercolor: COLOR,
  text: COLOR,
  face: /^[\w ,-]{1,100}$/,
};

/** The attributes of an element that are kept as they are. */
export function keptAttributes(attribs: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(attribs).flatMap(([name, value]): [string, string][] =>
    Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]!.test(value) ? [[name, value]] : [],
  );
}
