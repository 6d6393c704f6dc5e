import { expandDeclared } from './doctype.ts';
import type { XmlElement } from './element.ts';
import { parseXml } from './parse.ts';

const ROOT_TAG = /<(?:[a-z][\w.-]*:)?(?:rss|rdf|feed|channel|entry)(?=[\s>/])/gi;
const ROOT_NAME = /^(?:rss|(?:rdf:)?rdf|channel|(?:atom:)?(?:feed|entry))$/;
/** A document type alone makes no page: some generators write HTML's before a feed. */
const HTML_PAGE = /<(?:html|head|title|meta|body)[\s>]/i;

function withoutComments(text: string): string {
  const [before = '', ...comments] = text.split('<!--');
  return before + comments.map((each) => each.split('-->', 2)[1] ?? '').join('');
}

/**
 * Finds the root element of a feed. Skips comments, and warnings that PHP prints before the prolog. Returns undefined
 * if there is none, and for an HTML page that merely shows the source of a feed.
 */
export function findFeedRoot(text: string): XmlElement | undefined {
  let at = -1;
  for (let from = 0; at < 0; ) {
    ROOT_TAG.lastIndex = from;
    const found = ROOT_TAG.exec(text)?.index;
    if (found === undefined) return undefined;
    const comment = text.lastIndexOf('<!--', found);
    const end = comment < from ? -1 : text.indexOf('-->', comment);
    if (end > found) from = end + 3;
    else at = found;
  }
  const head = withoutComments(text.slice(0, at));
  if (HTML_PAGE.test(head)) return undefined;
  return parseXml(expandDeclared(text.slice(at), head)).children.find(({ name }) => ROOT_NAME.test(name));
}
