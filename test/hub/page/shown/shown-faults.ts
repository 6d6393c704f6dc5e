/** What a page that is shown must not contain, as a browser would parse it. */
import { type Document, type Element, parse } from 'parse5';
import { numberElements } from '../../../../hub/page/element-numbers.ts';
import { HtmlPage } from '../../../../hub/page/html-page.ts';
import type { ShownReading } from '../../../../hub/page/shown/show-page.ts';

const FORBIDDEN =
  /^(?:script|iframe|frame|frameset|object|embed|applet|base|form|template|svg|math|video|audio|source|track|portal|noscript|noembed|noframes|plaintext|xmp|image|area|map|dialog|slot|param|canvas)$/;
const ALLOWED =
  /^(?:data-node|data-box|data-revealed|class|id|dir|lang|alt|title|hidden|width|height|colspan|rowspan|span|start|value|size|border|cellpadding|cellspacing|hspace|vspace|type|reversed|nowrap|align|valign|clear|bgcolor|color|bordercolor|text|face|style|background|href|data-href|src|tabindex|open|disabled|label|placeholder|rel|media|charset)$/;
const CSS =
  /url\((?!"\/shown\/x\/assets\/\d+"\))|:[^{};]*expression\(|-moz-binding|behavior\s*:|image-set|position\s*:[^;]*(?:fixed|sticky)|<\/|@import (?!"\/shown\/x\/assets\/\d+")|@font-face/i;
/** Without strings that are no addresses. */
const isBad = (css: string) =>
  CSS.test(css.replace(/(url\(|@import )?"[^"<]*"/g, (text, before?: string) => (before ? text : '""')));
const ASSET = /^\/shown\/x\/assets\/\d+$/;

/** All elements of a document. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Document | Element) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parse(html));
  return found;
}

export const attributesOf = ({ attrs = [] }: Element): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

const textOf = ({ childNodes = [] }: Element): string =>
  childNodes.map((each) => ('value' in each ? each.value : '')).join('');

function faultsOf(element: Element): string[] {
  const { tagName } = element;
  const attributes = attributesOf(element);
  const found: string[] = [];
  if (FORBIDDEN.test(tagName)) found.push(`<${tagName}>`);
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`namespace of ${tagName}`);
  for (const [name, value] of Object.entries(attributes)) {
    if (!ALLOWED.test(name)) found.push(`${tagName} ${name}`);
    if (name === 'href' && value !== (tagName === 'link' ? value.match(ASSET)?.[0] : '#'))
      found.push(`${tagName} href ${value}`);
    if (name === 'data-href' && !/^https?:\/\//.test(value)) found.push(`${tagName} leads to ${value}`);
    if (/^(?:src|background)$/.test(name) && !ASSET.test(value)) found.push(`${tagName} ${name} ${value}`);
    if (name === 'style' && isBad(value)) found.push(`style ${value}`);
  }
  if (tagName === 'style' && isBad(textOf(element))) found.push(`sheet ${textOf(element)}`);
  if (tagName === 'meta' && attributes.charset !== 'utf-8') found.push('meta');
  if (tagName === 'link' && attributes.rel !== 'stylesheet') found.push('link');
  if (tagName === 'a' && attributes.tabindex !== '-1' && 'data-node' in attributes) found.push('a tabindex');
  if (/^(?:input|button|select|textarea|option)$/.test(tagName) && !('disabled' in attributes))
    found.push(`${tagName} is not disabled`);
  return found;
}

/** Names that stand for others in a page that is shown. */
const SAME_NAME = /^(?:span|div|pre|html|body)$/;

/** What is wrong with a page that is shown: of `source`, with the path `/shown/x/assets/`. */
export function shownFaults({ html, nodes }: ShownReading, source: string): string[] {
  const originals = numberElements(new HtmlPage(source, 'http://truong.example/').root);
  const found = elementsOf(html).flatMap((element) => {
    const faults = faultsOf(element);
    const number = attributesOf(element)['data-node'];
    if (number === undefined) return faults;
    const original = originals[Number(number)];
    if (!original) faults.push(`no element ${number}`);
    else if (original.name !== element.tagName && !SAME_NAME.test(element.tagName))
      faults.push(`${number} is a ${original.name}, not a ${element.tagName}`);
    return faults;
  });
  if (nodes !== originals.length) found.push(`${nodes} elements, not ${originals.length}`);
  return found;
}
