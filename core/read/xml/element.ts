import { httpUrl } from '../../url.ts';
import { withoutCdataMarks } from '../cdata.ts';
import { findInstructionEnd, findTagEnd, parseAttributes } from '../markup/attributes.ts';
import { decodeEntities } from '../markup/entities.ts';

/** Cached bases. Siblings share the list of `xml:base` values above them. */
const resolved = new WeakMap<readonly string[], { url: string; base: string }>();

/** The shared empty list of elements without children, which most are. */
export const NO_CHILDREN: readonly never[] = [];

/** The same XML with CDATA sections replaced by escaped text. */
function withoutCdata(xml: string): string {
  const [before = '', ...sections] = xml.split('<![CDATA[');
  const escaped = sections.map((each) => {
    const end = each.includes(']]>') ? each.indexOf(']]>') : each.length;
    return each.slice(0, end).replace(/&/g, '&amp;').replace(/</g, '&lt;') + each.slice(end + 3);
  });
  return before + escaped.join('');
}

/** Always matches, if only the empty text. */
const BLANK_CONTENT = /\s*(?:<!\[CDATA\[\s*\]\]>\s*)?/y;

/**
 * An element from the tolerant parser. Names are `prefix:local` in lower case, with the prefixes of `namespaces.ts` and
 * none for RSS's own elements. Text is decoded only when it is read.
 */
export class XmlElement {
  children: readonly XmlElement[] = NO_CHILDREN;
  /** Index at which the content ends; 0 while the element is open. */
  end = 0;
  #given?: Map<string, string>;

  constructor(
    readonly name: string,
    /** The name as the document writes it. */
    readonly written: string,
    private readonly source: string,
    private readonly raw: string,
    /** Index of the tag; `start` is that of the content. */
    readonly tag: number,
    readonly start: number,
    /** The `xml:base` values of this element and its ancestors, outermost first. */
    readonly bases: readonly string[],
  ) {}

  attribute(name: string): string | undefined {
    if (!this.raw) return undefined;
    this.#given ??= parseAttributes(this.raw);
    const found = this.#given.get(name);
    if (found !== undefined || !name.includes(':')) return found;
    // Accepts any prefix: feeds do not have attributes of the same local name from two namespaces.
    const local = name.slice(name.indexOf(':'));
    for (const [key, value] of this.#given) if (key.endsWith(local)) return value;
    return undefined;
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Whether the content is only white space or an empty CDATA section. */
  get isBlank(): boolean {
    BLANK_CONTENT.lastIndex = this.start;
    BLANK_CONTENT.test(this.source);
    return BLANK_CONTENT.lastIndex >= this.end;
  }

  /**
   * The base of relative URLs in this element (XML Base, section 4).
   *
   * @param url of the document
   */
  base(url: string): string {
    if (!this.bases.length) return url;
    const known = resolved.get(this.bases);
    if (known?.url === url) return known.base;
    const base = this.bases.reduce((outer, next) => httpUrl(next, outer) ?? outer, url);
    resolved.set(this.bases, { url, base });
    return base;
  }

  /** Character data: references decoded once, CDATA unchanged but for its own marks, tags and comments dropped. */
  text(): string {
    const inner = this.source.slice(this.start, this.end);
    return withoutCdataMarks(inner.includes('<') ? this.pieces(inner, false) : decodeEntities(inner));
  }

  /**
   * The content as HTML. Escaped HTML and CDATA are decoded once; unescaped tags are HTML already.
   *
   * @param xhtml whether the feed declares that tags are unescaped (`type="xhtml"`)
   */
  markup(xhtml = false): string {
    const inner = this.source.slice(this.start, this.end);
    if (!inner.includes('<![CDATA[')) {
      if (xhtml || this.children.length) return inner;
    } else if (xhtml) return withoutCdata(inner);
    return inner.includes('<') ? this.pieces(inner, true) : decodeEntities(inner);
  }

  private pieces(inner: string, keepTags: boolean): string {
    let out = '';
    let at = 0;
    while (at < inner.length) {
      const open = inner.indexOf('<', at);
      out += decodeEntities(inner.slice(at, open < 0 ? inner.length : open));
      if (open < 0) break;
      if (inner.startsWith('<![CDATA[', open)) {
        const end = inner.indexOf(']]>', open);
        out += inner.slice(open + 9, end < 0 ? inner.length : end);
        at = end < 0 ? inner.length : end + 3;
      } else if (inner.startsWith('<!--', open)) {
        const end = inner.indexOf('-->', open);
        at = end < 0 ? inner.length : end + 3;
      } else if (inner[open + 1] === '?') {
        at = findInstructionEnd(inner, open);
      } else if (isNameStart(inner.charCodeAt(open + 1)) || /[/!]/.test(inner[open + 1] ?? '')) {
        at = findTagEnd(inner, open + 1) + 1;
        if (keepTags) out += inner.slice(open, at);
      } else {
        out += '<';
        at = open + 1;
      }
    }
    return out;
  }
}

export function isNameStart(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95 || code > 127;
}
