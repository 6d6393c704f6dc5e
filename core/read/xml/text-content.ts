import { line } from '../../text/normalize.ts';
import { htmlToLine } from '../html/to-text.ts';
import type { HtmlOrText } from '../to-item.ts';
import type { XmlElement } from './element.ts';

function fromBase64(text: string): string {
  let binary: string;
  try {
    binary = atob(text.replace(/\s+/g, ''));
  } catch {
    // Plain text, despite its type.
    return text;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
    );
  } catch {
    // Binary, such as an image: there is no text in it.
    return '';
  }
}

/** Recognizes HTML in RSS titles, whose type RSS does not define. */
const TITLE_HTML = /<\/[a-z]|<(?:br|img)\b|<[a-z][^<>]*\/>|&#?\w+;/i;

/**
 * The content of an element as plain text or HTML, depending on the format. An Atom text construct (RFC 4287, section
 * 3.1) or content (4.1.3) names its type; Atom 0.3 has media types and a `mode`. RSS has HTML in descriptions and does
 * not define titles: those are HTML if they contain an end tag, `<br>`, `<img>`, or a reference after XML's were
 * decoded.
 *
 * @param url of the document
 */
export function textContent(element: XmlElement, url: string, isTitle = false): HtmlOrText {
  const base = element.base(url);
  const hasTags = element.children.length > 0;
  if (!element.name.startsWith('atom:')) {
    if (!isTitle) return { html: element.markup(hasTags && element.name.startsWith('html:')), base };
    const text = element.text();
    return /[<&]/.test(text) && TITLE_HTML.test(text) ? { html: text } : { text };
  }
  // Atom 0.3 may give alternatives, as mail does: the last is the richest (RFC 2046, section 5.1.4).
  const alternative = element.all('atom:content').at(-1);
  if (alternative) return textContent(alternative, url);
  const type = element.attribute('type')?.trim().toLowerCase() || 'text';
  const mode = element.attribute('mode')?.toLowerCase();
  if (mode === 'base64' || (!mode && type.includes('/') && !/^text|html|[+/]xml$/.test(type))) {
    const text = fromBase64(element.text());
    return /html/.test(type) ? { html: text, base } : { text };
  }
  if (!/html/.test(type) && !(mode === 'xml' && hasTags)) return { text: element.text() };
  // The `div` around XHTML may have a base of its own.
  const holder = element.children.length === 1 ? element.children[0]! : element;
  return {
    html: element.markup(hasTags && (mode ? mode === 'xml' : type !== 'html')),
    base: holder.base(url),
  };
}

/** The content of a title or name as one plain line. */
export function textLine(element: XmlElement | undefined, max?: number): string | undefined {
  if (!element) return undefined;
  const { html, text } = textContent(element, '', true);
  return html === undefined ? line(text, max) : htmlToLine(html, max);
}
