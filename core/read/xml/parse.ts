import { findInstructionEnd, findTagEnd, parseAttributes } from '../markup/attributes.ts';
import { isNameStart, NO_CHILDREN, XmlElement } from './element.ts';
import { innerScope, outermostScope, resolveName, type Scope } from './namespaces.ts';

/** Deeper than any feed. Elements below are read as if they were at this depth. */
const MAX_DEPTH = 60;
/** More than in a feed of 100,000 posts. Further elements are ignored, to limit memory. */
const MAX_ELEMENTS = 1e6;
/** Elements that never contain one another: a second one means that the first was not closed. */
const POSTS = new Set(['item', 'entry', 'atom:item', 'atom:entry']);
/** Elements that contain their children even if they were not closed. */
const CONTAINERS = new Set([...POSTS, 'rss', 'rdf:rdf', 'rdf', 'channel', 'feed', 'atom:feed']);

/**
 * Parses XML of any quality in one pass and linear time. Follows XML 1.0 and Namespaces as far as the document does.
 * Otherwise an unclosed element ends with its parent, an unmatched end tag is ignored, a bare `<` is text, and an
 * element that is cut off by the end of the input is dropped.
 *
 * @returns a nameless element whose children are the outermost elements of the document
 */
export function parseXml(text: string): XmlElement {
  const document = new XmlElement('', '', text, '', 0, 0, []);
  document.end = text.length;
  const stack: XmlElement[] = [document];
  let scope = outermostScope();
  /** Scopes to return to, with their depth. */
  const scopes: [number, Scope][] = [];

  const adopt = (parent: XmlElement, child: XmlElement) => {
    if (parent.children === NO_CHILDREN) parent.children = [child];
    else (parent.children as XmlElement[]).push(child);
  };
  const close = (end: number, implied = false) => {
    const element = stack.pop()!;
    element.end = end;
    if (scopes.at(-1)?.[0] === stack.length) scope = scopes.pop()![1];
    if (implied && element.children.length && !CONTAINERS.has(element.name)) {
      // It should have ended before its first child, so its children become its siblings.
      element.end = element.children[0]!.tag;
      const parent = stack.at(-1)!;
      parent.children = parent.children.concat(element.children);
      element.children = NO_CHILDREN;
    }
  };
  /** Closes the innermost open element of a name, if there is one, and all elements inside it. */
  const closeNamed = (name: string, end: number) => {
    let depth = stack.length - 1;
    while (depth > 0 && stack[depth]!.name !== name) depth--;
    if (!depth) return;
    while (stack.length > depth + 1) close(end, true);
    close(end);
  };

  let at = 0;
  let count = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    const first = text.charCodeAt(open + 1);
    if (first === 33 /* ! */) {
      const mark = text.startsWith('<![CDATA[', open) ? ']]>' : text.startsWith('<!--', open) ? '-->' : '>';
      // A document type may contain declarations in brackets.
      const from =
        mark === '>' && /^<!doctype[^>]*\[/i.test(text.slice(open, open + 300))
          ? text.indexOf(']', open)
          : open + 2;
      const end = from < 0 ? -1 : text.indexOf(mark, from);
      if (end < 0) break;
      at = end + mark.length;
    } else if (first === 63 /* ? */) {
      at = findInstructionEnd(text, open);
    } else if (first === 47 /* / */) {
      const { written } = stack.at(-1)!;
      let end = open + 2 + written.length;
      if (written && text.charCodeAt(end) === 62 && text.startsWith(written, open + 2)) close(open);
      else {
        end = text.indexOf('>', open);
        if (end < 0) break;
        closeNamed(resolveName(scope, text.slice(open + 2, end).trim()), open);
      }
      at = end + 1;
    } else if (isNameStart(first)) {
      let nameEnd = open + 2;
      while (nameEnd < text.length && !endsTagName(text.charCodeAt(nameEnd))) nameEnd++;
      const end = findTagEnd(text, nameEnd);
      if (end >= text.length) break;
      at = end + 1;
      const empty = text.charCodeAt(end - 1) === 47 && end - 1 >= nameEnd;
      const raw = end - nameEnd > 2 ? text.slice(nameEnd, empty ? end - 1 : end) : '';
      const written = text.slice(open + 1, nameEnd);
      const root = stack.length === 1;
      const declares = root || raw.includes('xmlns');
      const inner = declares ? innerScope(scope, raw, root && written) : scope;
      const name = resolveName(inner, written);
      if (POSTS.has(name)) closeNamed(name, open);
      const outer = scope;
      if (declares) scope = inner;
      const parent = stack.at(-1)!;
      if (++count > MAX_ELEMENTS) break;
      const base = raw.includes('xml:base') ? parseAttributes(raw).get('xml:base') : undefined;
      const element = new XmlElement(
        name,
        written,
        text,
        raw,
        open,
        at,
        base ? [...parent.bases, base] : parent.bases,
      );
      adopt(parent, element);
      if (empty || stack.length > MAX_DEPTH) {
        element.end = at;
        scope = outer;
      } else {
        if (scope !== outer) scopes.push([stack.length, outer]);
        stack.push(element);
      }
    } else at = open + 1;
  }
  // Drop the element that the end of the input cuts off: half a link is a wrong link.
  const last = stack.at(-1)!;
  if (last !== document && last.children === NO_CHILDREN && !CONTAINERS.has(last.name)) {
    (stack.at(-2)!.children as XmlElement[]).pop();
  }
  while (stack.length > 1) close(text.length, true);
  return document;
}

function endsTagName(code: number): boolean {
  return code <= 32 || code === 62 || code === 47 || code === 60;
}
