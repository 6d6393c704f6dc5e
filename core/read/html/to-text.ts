import type { Attachment } from '../../model/feed.ts';
import { MAX_CHARS } from '../../model/limits.ts';
import { MAX_ENTRIES } from '../../model/max-entries.ts';
import { line, oneLine } from '../../text/normalize.ts';
import { httpUrl } from '../../url.ts';
import { withoutCdataMarks } from '../cdata.ts';
import { findInstructionEnd, findTagEnd, parseAttributes } from '../markup/attributes.ts';
import { decodeEntities } from '../markup/entities.ts';
import { isDocumentUrl, mayLinkDocument, mediaTypeOfUrl } from '../media-type.ts';
import type { TextCleaner } from '../refinements.ts';
import { HiddenElement, hidesContent } from './hidden-elements.ts';
import { ImageTags } from './image-tags.ts';
import { linkAddresses } from './link-addresses.ts';

/** The parts of some HTML that the model stores. */
export interface HtmlExcerpt {
  /** Plain text, one line per block; may exceed `limit` a little. */
  text: string;
  images: ImageTags;
  /** Linked documents (pdf, doc, xls …), with the link text as title. */
  files: Attachment[];
}

const BLOCK = 1;
/** Dropped with its content. */
const NOT_TEXT = 2;
const VOID = 3;
/** An image or a part of one. */
const IMAGE = 4;
const LINK = 5;
/** Part of a line. The common ones are listed to avoid the slow lookup of unknown names. */
const INLINE = 6;
/** Part of a line, but separated from its neighbour by a space. */
const CELL = 7;
const ELEMENT_KINDS = new Map(
  [
    'p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table blockquote pre hr figure figcaption section article header footer aside main nav address form fieldset legend caption details summary center',
    'script style template iframe object applet svg title select textarea audio video canvas noembed noframes xml',
    'area base col embed input link meta track wbr',
    'img picture source noscript',
    'a',
    'b strong i em u span font small sub sup tbody thead tfoot label button',
    'td th',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** HTML that was escaped twice, as a whole. */
const ESCAPED_HTML = /^\s*&lt;(?:!\[CDATA\[|(?:p|div)\b[^<]*(?:&gt;|>)\s*$)/i;

/**
 * Extracts text, images and linked documents from HTML or XHTML of any quality, in one pass and linear time, without
 * an element tree. Drops scripts, styles, hidden parts and password forms, which WordPress prints for a protected post.
 *
 * @param base URL that relative links are resolved against
 * @param limit characters of text wanted. Images and files are found beyond it, too.
 * @param cleaner drops what a site's software adds to the text of a post: counters, terms, "Đọc tiếp"
 */
export function htmlToText(
  given: string,
  base?: string,
  limit = MAX_CHARS.content_text,
  cleaner?: TextCleaner,
): HtmlExcerpt {
  if (ESCAPED_HTML.test(given)) return htmlToText(decodeEntities(given), base, limit, cleaner);
  // HTML has no CDATA; some feeds escape their markup together with the CDATA around it.
  const html = withoutCdataMarks(given);
  const lines: string[] = [];
  let current = '';
  let length = 0;
  const images = new ImageTags(html, base);
  const files: Attachment[] = [];
  const known = new Set<string>();
  /** The open link to a document, and its text so far. */
  let link: { file: Attachment; words: string } | undefined;
  const addedLinks = cleaner?.links();
  /** Number of lines before the open form, to drop it if it turns out to be a password form; -1 outside of forms. */
  let form = -1;
  let hidden: HiddenElement | undefined;
  /** Endings that do not occur in the rest, so that none is searched for twice. */
  const missing = new Set<string>();

  const addText = (start: number, to: number) => {
    let from = start;
    if (!current) while (from < to && html.charCodeAt(from) <= 32) from++;
    if (from < to && !hidden && (length <= limit || link)) addWords(decodeEntities(html.slice(from, to)));
  };
  const addWords = (words: string) => {
    addedLinks?.addWords(words);
    current += words;
    length += words.length;
    if (link) link.words += words;
  };
  const breakLine = () => {
    const words = current && oneLine(addedLinks?.endLine(current) ?? current);
    if (words) lines.push(words);
    current = '';
  };
  const closeLink = () => {
    const title = link && oneLine(link.words);
    if (link && title) link.file.title = title;
    link = undefined;
    images.link = undefined;
    addedLinks?.close();
  };
  /** The index of an element's end tag, in any case, or -1. */
  const endOf = (name: string, from: number): number => {
    const end = new RegExp(`</(?:[\\w.-]+:)?${name}`, 'gi');
    end.lastIndex = from;
    const found = missing.has(name) ? -1 : (end.exec(html)?.index ?? -1);
    if (found < 0) missing.add(name);
    return found;
  };
  /** The index after an ending, or -1. */
  const after = (ending: string, from: number) => {
    const found = missing.has(ending) ? -1 : html.indexOf(ending, from);
    if (found < 0) missing.add(ending);
    return found < 0 ? -1 : found + ending.length;
  };

  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const closing = html.charCodeAt(open + 1) === 47;
    const nameAt = closing ? open + 2 : open + 1;
    let nameEnd = nameAt;
    if (isLetter(html.charCodeAt(nameAt))) while (isNameCharacter(html.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd === nameAt) {
      const declaration = closing || /[!?]/.test(html.charAt(nameAt));
      // This "<" is text, unless it begins a comment or declaration.
      addText(at, declaration ? open : open + 1);
      at = open + 1;
      if (declaration) {
        let end = html.startsWith('!--', at) ? after('-->', at + 1) : -1;
        if (end < 0) end = html[at] === '?' ? findInstructionEnd(html, open) : after('>', at);
        at = end < 0 ? html.length : end;
      }
      continue;
    }
    addText(at, open);
    const end = findTagEnd(html, nameEnd);
    at = end + 1;
    const written = html.slice(nameAt, nameEnd);
    // XHTML in a feed may have a prefix. Prefixed elements of Word are not HTML.
    let name = written;
    let kind = ELEMENT_KINDS.get(name);
    if (!kind) {
      name = written.toLowerCase().replace(/^(?!(?:o|v|w|m|st\d):).*:/, '');
      kind = ELEMENT_KINDS.get(name) ?? INLINE;
    }

    if (hidden) {
      if (!hidden.endsAt(name, kind === BLOCK, closing)) continue;
      const isOwnEndTag = closing && name === hidden.name;
      hidden = undefined;
      if (isOwnEndTag) continue;
    }
    if (kind === CELL) current += ' ';
    if (closing) {
      if (kind === BLOCK) breakLine();
      else if (kind === LINK) closeLink();
      else if (kind === IMAGE) images.close(name);
      if (name === 'form') form = -1;
    } else if (kind === NOT_TEXT) {
      const close = endOf(name, at);
      if (close >= 0) at = close;
      else if (name === 'script' || name === 'style') at = html.length;
    } else {
      if (kind === BLOCK) breakLine();
      if (name === 'form') form = lines.length;
      const raw = html.slice(nameEnd, end);
      if (kind === IMAGE) {
        const emoji = images.open(name, raw, open, at);
        if (emoji && length <= limit) addWords(emoji);
      } else if (raw.length < 5) continue;
      else if (name === 'input') {
        if (form >= 0 && /type\s*=\s*["']?password/i.test(raw)) {
          lines.length = form;
          current = '';
          hidden = new HiddenElement('form');
        }
      } else if (
        kind !== VOID &&
        !/^[bh]r$/.test(name) &&
        !raw.endsWith('/') &&
        (cleaner?.isAddition(raw) || hidesContent(raw))
      ) {
        hidden = new HiddenElement(name);
      } else if (kind === LINK) {
        closeLink();
        images.link = raw;
        addedLinks?.open(raw, current);
        if (!mayLinkDocument(raw)) continue;
        const given = parseAttributes(raw);
        const url = linkAddresses(given.get('href'), given.get('onclick'))
          .map((address) => httpUrl(address, base))
          .find((each) => each && isDocumentUrl(each));
        if (url && files.length < MAX_ENTRIES && !known.has(url)) {
          known.add(url);
          const file: Attachment = { url, mime_type: mediaTypeOfUrl(url)! };
          files.push(file);
          link = { file, words: '' };
        }
      }
    }
  }
  addText(at, html.length);
  breakLine();
  return { text: lines.join('\n'), images, files };
}

/** HTML as one line of plain text. */
export const htmlToLine = (html: string, max?: number): string | undefined =>
  line(htmlToText(html).text, max);

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code > 47 && code < 59) || code === 45;
}
