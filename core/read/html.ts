import type { Attachment } from '../feed.ts';
import { safeLink } from '../link.ts';
import { oneLine } from '../text.ts';
import { attributes, instructionEnd, tagEnd } from './attributes.ts';
import { decodeEntities } from './entities.ts';
import { isDocument, mediaType } from './media-type.ts';

/** What the model keeps of a piece of HTML. */
export interface Excerpt {
  /** Plain text, a line a block, a little over `limit` characters at most. */
  text: string;
  /** The first image that shows something. */
  image: string | undefined;
  /** The documents it links to (pdf, doc, xls …), titled by the link's words. */
  files: Attachment[];
}

const BLOCK = 1;
/** Never shown as text, from the opening to the closing tag. */
const UNSHOWN = 2;
const VOID = 3;
const IMAGE = 4;
const LINK = 5;
/** Part of a line, and common: known so that it need not be looked at twice. */
const INLINE = 6;
/** Part of a line, but never one word with its neighbour. */
const CELL = 7;
const KINDS = new Map(
  [
    'p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table blockquote pre hr figure figcaption section article header footer aside main nav address form fieldset legend caption details summary center',
    'script style template iframe object applet svg title select textarea audio video canvas noembed noframes xml',
    'area base col embed input link meta source track wbr',
    'img',
    'a',
    'b strong i em u span font small sub sup tbody thead tfoot label button noscript',
    'td th',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A quick look at a tag that may be hidden, before its attributes are read. */
const MAYBE_HIDDEN = /hidden|none|mso-hide|screen-reader/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;

function isHidden(raw: string): boolean {
  if (!MAYBE_HIDDEN.test(raw)) return false;
  const given = attributes(raw);
  return (
    given.has('hidden') ||
    NOT_SHOWN.test(given.get('style') ?? '') ||
    /(?:^|\s)screen-reader-text(?:\s|$)/.test(given.get('class') ?? '')
  );
}

/** Elements whose end tag may be missing: the next of their kind, or for a paragraph any block, ends them. */
const OPEN_ENDED = /^(?:p|li|dt|dd|tr|td|th)$/;
/** Elements that hold others and end everything in them. */
const HOLDER = /^(?:div|ul|ol|dl|table|blockquote|section|article|aside|figure|form|fieldset|center|main)$/;
/** Smileys, counters and the pixels of mail and feed services: images that are no pictures. */
const NO_PICTURE =
  /\/(?:emoji|smil(?:ies|eys)|emoticons?)[/.]|\/~(?:r|ff)\/|feedburner\.|doubleclick\.|pixel\.|stats\.|\/(?:b|spacer|blank|pixel|transparent|1x1|clear)\.(?:gif|png)(?:\?|$)/i;

/** Linked documents of one text that are kept. */
const MOST_FILES = 100;
/** Fewer declared pixels than this make an icon. */
const PICTURE = 33;

const STYLE_SIZES = [/(?:^|[;\s])width\s*:\s*(\d[^;]*)/i, /(?:^|[;\s])height\s*:\s*(\d[^;]*)/i];

function picture(given: Map<string, string>, base: string | undefined): string | undefined {
  const style = given.get('style') ?? '';
  if (given.has('hidden') || NOT_SHOWN.test(style) || /\b(?:emoji|smiley)\b/i.test(given.get('class') ?? ''))
    return undefined;
  for (const size of [
    given.get('width'),
    given.get('height'),
    ...STYLE_SIZES.map((side) => side.exec(style)?.[1]),
  ]) {
    if (Number.parseInt(size ?? '', 10) < PICTURE && !/%|em/.test(size!)) return undefined;
  }
  // Lazy loaders keep the picture in a data attribute and a placeholder in src.
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'src', 'data-srcset', 'srcset']) {
    const value = given.get(name);
    const link = value && safeLink(name.endsWith('srcset') ? value.trim().split(/[\s,]+/)[0] : value, base);
    if (link && !NO_PICTURE.test(link)) return link;
  }
  return undefined;
}

/**
 * Reads HTML, or XHTML, of any quality in one pass: no element tree, linear time, nothing active comes out.
 * Scripts, styles, hidden parts and forms that ask for a password (WordPress prints one for a protected post)
 * are dropped.
 *
 * @param base address that relative links are resolved against
 * @param limit characters of text wanted; images and files are looked for to the end
 */
export function readHtml(html: string, base?: string, limit = 2000): Excerpt {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  let image: string | undefined;
  const files: Attachment[] = [];
  const known = new Set<string>();
  /** The document link we are in and its words so far. */
  let link: { file: Attachment; words: string } | undefined;
  /** How many lines there were when the open form began, should it turn out to ask for a password. */
  let form = -1;
  /** The hidden element we are in and how often its name has been opened since. */
  let hidden = '';
  let depth = 0;
  /** Elements open inside it that hold others. */
  let held = 0;
  /** Endings that were looked for and are not to come. */
  const missing = new Set<string>();

  const say = (start: number, to: number) => {
    let from = start;
    if (!line) while (from < to && html.charCodeAt(from) <= 32) from++;
    if (from >= to || hidden || (length > limit && !link)) return;
    const words = decodeEntities(html.slice(from, to));
    line += words;
    length += words.length;
    if (link) link.words += words;
  };
  const breakLine = () => {
    const words = line && oneLine(line);
    if (words) lines.push(words);
    line = '';
  };
  const closeLink = () => {
    const title = link && oneLine(link.words);
    if (title) link!.file.title = title;
    link = undefined;
  };
  /** Whether a tag ends the hidden element: its own end tag, its holder's, or one that it cannot hold. */
  const unhides = (name: string, kind: number, closing: boolean): boolean => {
    if (closing) return name === hidden ? --depth === 0 : HOLDER.test(name) && held-- === 0;
    if (OPEN_ENDED.test(hidden) && !held && (name === hidden || (hidden === 'p' && kind === BLOCK)))
      return true;
    if (name === hidden) depth++;
    else if (HOLDER.test(name)) held++;
    return false;
  };
  /** Where the end tag of an element begins, in any case; looked for in vain once only. */
  const endOf = (name: string, from: number): number => {
    const end = new RegExp(`</(?:[\\w.-]+:)?${name}`, 'gi');
    end.lastIndex = from;
    const found = missing.has(name) ? -1 : (end.exec(html)?.index ?? -1);
    if (found < 0) missing.add(name);
    return found;
  };
  /** Where to go on after an ending, or -1: every ending is looked for in vain once only. */
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
      // Anything but a comment, a CDATA section or a declaration is a plain "<" of the text.
      say(at, declaration ? open : open + 1);
      at = open + 1;
      if (html.startsWith('![CDATA[', at)) {
        const end = after(']]>', at);
        say(at + 8, end < 0 ? html.length : end - 3);
        at = end < 0 ? html.length : end;
      } else if (declaration) {
        let end = html.startsWith('!--', at) ? after('-->', at + 1) : -1;
        if (end < 0) end = html[at] === '?' ? instructionEnd(html, open) : after('>', at);
        at = end < 0 ? html.length : end;
      }
      continue;
    }
    say(at, open);
    const end = tagEnd(html, nameEnd);
    at = end + 1;
    const written = html.slice(nameAt, nameEnd);
    // XHTML inside a feed may carry a prefix; Word's own elements carry theirs and are none of HTML's.
    let name = written;
    let kind = KINDS.get(name);
    if (!kind) {
      name = written.toLowerCase().replace(/^(?!(?:o|v|w|m|st\d):).*:/, '');
      kind = KINDS.get(name) ?? INLINE;
    }

    if (hidden) {
      const own = closing && name === hidden;
      if (!unhides(name, kind, closing)) continue;
      hidden = '';
      if (own) continue;
    }
    if (kind === CELL) line += ' ';
    if (closing) {
      if (kind === BLOCK) breakLine();
      else if (kind === LINK) closeLink();
      if (name === 'form') form = -1;
    } else if (kind === UNSHOWN) {
      const close = endOf(name, at);
      if (close >= 0) at = close;
      else if (name === 'script' || name === 'style') at = html.length;
    } else {
      if (kind === BLOCK) breakLine();
      if (name === 'form') form = lines.length;
      const raw = html.slice(nameEnd, end);
      if (raw.length < 5) continue;
      if (kind === IMAGE) image ??= picture(attributes(raw), base);
      else if (name === 'input') {
        if (form >= 0 && /type\s*=\s*["']?password/i.test(raw)) {
          lines.length = form;
          line = '';
          hidden = 'form';
          depth = 1;
          held = 0;
        }
      } else if (kind !== VOID && !/^[bh]r$/.test(name) && !raw.endsWith('/') && isHidden(raw)) {
        hidden = name;
        depth = 1;
        held = 0;
      } else if (kind === LINK) {
        closeLink();
        const url = safeLink(attributes(raw).get('href'), base);
        if (url && isDocument(url) && files.length < MOST_FILES && !known.has(url)) {
          known.add(url);
          const file: Attachment = { url, mime_type: mediaType(url)! };
          files.push(file);
          link = { file, words: '' };
        }
      }
    }
  }
  say(at, html.length);
  breakLine();
  return { text: lines.join('\n'), image, files };
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code > 47 && code < 59) || code === 45;
}
