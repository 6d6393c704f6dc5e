import { httpUrl } from '../../url.ts';
import { findInstructionEnd, findTagEnd, parseAttributes } from '../markup/attributes.ts';
import { decodeEntities } from '../markup/entities.ts';

/** Bases worked out before: neighbours share the list of what `xml:base` says above them. */
const resolved = new WeakMap<readonly string[], { url: string; base: string }>();

/** What most elements have for children: one empty list for all. */
export const NO_CHILDREN: readonly never[] = [];

/** The same XML without CDATA sections: what is in them is text. */
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
 * An element of a tolerant reading. Names are `prefix:local` in lower case, with the prefixes of `xml-names.ts` and
 * none for RSS's own elements. Text is decoded when it is asked for, so what nobody reads costs nothing.
 */
export class XmlElement {
  children: readonly XmlElement[] = NO_CHILDREN;
  /** Where the content ends in the document; 0 while the element is open. */
  end = 0;
  #given?: Map<string, string>;

  constructor(
    readonly name: string,
    /** The name as the document writes it. */
    readonly written: string,
    private readonly source: string,
    private readonly raw: string,
    /** Where the tag starts and where the content starts. */
    readonly tag: number,
    readonly start: number,
    /** What `xml:base` says here and above, outermost first. */
    readonly bases: readonly string[],
  ) {}

  attribute(name: string): string | undefined {
    if (!this.raw) return undefined;
    this.#given ??= parseAttributes(this.raw);
    const found = this.#given.get(name);
    if (found !== undefined || !name.includes(':')) return found;
    // Under another prefix: attributes of two namespaces with one local name are not met with in feeds.
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

  /** Whether nothing is said in it: white space or an empty CDATA section. */
  get isBlank(): boolean {
    BLANK_CONTENT.lastIndex = this.start;
    BLANK_CONTENT.test(this.source);
    return BLANK_CONTENT.lastIndex >= this.end;
  }

  /** The base of relative addresses in here (XML Base, section 4), for a document that came from `url`. */
  base(url: string): string {
    if (!this.bases.length) return url;
    const known = resolved.get(this.bases);
    if (known?.url === url) return known.base;
    const base = this.bases.reduce((outer, next) => httpUrl(next, outer) ?? outer, url);
    resolved.set(this.bases, { url, base });
    return base;
  }

  /** Character data: references decoded once, CDATA as it is, tags and comments left out. */
  text(): string {
    const inner = this.source.slice(this.start, this.end);
    return inner.includes('<') ? this.pieces(inner, false) : decodeEntities(inner);
  }

  /**
   * The content as HTML. Escaped or in CDATA it is decoded once; where the feed puts tags in the open, or says
   * that it does (`type="xhtml"`), the source is HTML already.
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
