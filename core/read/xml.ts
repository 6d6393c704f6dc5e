import { safeLink } from '../link.ts';
import { attributes, instructionEnd, tagEnd } from './attributes.ts';
import { decodeEntities } from './entities.ts';

/** The names this project reads by, whatever prefix a document gives them. Compared without case. */
const NAMESPACES: [RegExp, string][] = [
  [/w3\.org\/2005\/atom|purl\.org\/atom\//, 'atom'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/purl\.org\/rss\/1\.0\/modules\/slash/, 'slash'],
  [/purl\.org\/rss\/1\.0\/modules\//, 'module'],
  [/purl\.org\/(?:rss|net\/rss)|netscape\.com\/rdf|userland\.com\/rss|blogs\.law\.harvard\.edu/, ''],
  [/w3\.org\/1999\/02\/22-rdf/, 'rdf'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/purl\.org\/dc\/elements/, 'dc'],
  [/search\.yahoo\.com\/mrss|rssboard\.org\/media-rss/, 'media'],
  [/\/podcast-1\.0\.dtd/, 'itunes'],
  [/w3\.org\/1999\/xhtml/, 'html'],
  [/w3\.org\/xml\/1998\/namespace/, 'xml'],
  [/rssnamespace\.org\/feedburner/, 'feedburner'],
];

/** Deeper than this nothing in a feed is meant; what lies deeper is read as if it lay here. */
const DEEPEST = 60;
/** Elements that never hold one of their own kind: a second one means the first was not closed. */
const POSTS = new Set(['item', 'entry', 'atom:entry']);
/** Elements whose children are theirs even if they were not closed. */
const CONTAINERS = new Set([...POSTS, 'rss', 'rdf:rdf', 'rdf', 'channel', 'feed', 'atom:feed']);

/** Bases worked out before: neighbours share the list of what `xml:base` says above them. */
const resolved = new WeakMap<readonly string[], { url: string; base: string }>();

/** What most elements have for children: one empty list for all. */
const NONE: readonly never[] = [];

/**
 * An element of a tolerant reading. Names are `prefix:local` in lower case, with the prefix of NAMESPACES or none
 * for RSS's own elements. Text is decoded when it is asked for, so what nobody reads costs nothing.
 */
export class XmlElement {
  children: readonly XmlElement[] = NONE;
  /** Where the content ends in the document; 0 while the element is open. */
  end = 0;
  private given?: Map<string, string>;

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
    this.given ??= attributes(this.raw);
    const found = this.given.get(name);
    if (found !== undefined || !name.includes(':')) return found;
    // Under another prefix: attributes of two namespaces with one local name are not met with in feeds.
    const local = name.slice(name.indexOf(':'));
    for (const [key, value] of this.given) if (key.endsWith(local)) return value;
    return undefined;
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The base of relative addresses in here (XML Base, section 4), for a document that came from `url`. */
  base(url: string): string {
    if (!this.bases.length) return url;
    const known = resolved.get(this.bases);
    if (known?.url === url) return known.base;
    const base = this.bases.reduce((outer, next) => safeLink(next, outer) ?? outer, url);
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
    if (xhtml || (this.children.length > 0 && !inner.includes('<![CDATA['))) return inner;
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
        at = instructionEnd(inner, open);
      } else if (isName(inner.charCodeAt(open + 1)) || /[/!]/.test(inner[open + 1] ?? '')) {
        at = tagEnd(inner, open + 1) + 1;
        if (keepTags) out += inner.slice(open, at);
      } else {
        out += '<';
        at = open + 1;
      }
    }
    return out;
  }
}

function isName(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95 || code > 127;
}

/** More than any feed declares, few enough to copy for every element of a hostile one. */
const MOST_PREFIXES = 100;

interface Scope {
  prefixes: Map<string, string>;
  /** Names already worked out in this scope. */
  names: Map<string, string>;
}

/** @param root the root's name as it is written, false for any other element */
function declare(outer: Scope, raw: string, root: string | false): Scope {
  const prefixes = new Map(outer.prefixes);
  for (const [name, uri] of attributes(raw)) {
    if (prefixes.size > MOST_PREFIXES) break;
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri.toLowerCase()))?.[1];
    // A root in a namespace nobody knows is still the feed; inside one, a foreign default is foreign.
    prefixes.set(prefix, known ?? (prefix || (root || !uri ? '' : '?')));
  }
  // Atom before it had a namespace, or that forgot to declare it.
  const [, prefix = '', local] = /^(?:(.*):)?(.*)$/.exec((root || '').toLowerCase())!;
  if (/^(?:feed|entry)$/.test(local!) && (prefixes.get(prefix) ?? prefix) === prefix)
    prefixes.set(prefix, 'atom');
  return { prefixes, names: new Map() };
}

function nameIn(scope: Scope, written: string): string {
  const found = scope.names.get(written);
  if (found !== undefined) return found;
  const [head, ...rest] = written.toLowerCase().split(':');
  const prefix = rest.length ? (scope.prefixes.get(head!) ?? head!) : (scope.prefixes.get('') ?? '');
  const local = rest.length ? rest.join(':') : head!;
  // As a property's key, so that engines compare it with the literals of the readers by address alone.
  const [name = ''] = Object.keys({ [prefix ? `${prefix}:${local}` : local]: 0 });
  scope.names.set(written, name);
  return name;
}

/**
 * One pass over XML of any quality, in time linear in its length. Follows XML 1.0 and Namespaces where the
 * document does; where it does not: a tag that was not closed ends with its parent, a closing tag nobody opened
 * is passed over, a bare `<` is text. Entities that the document declares are not expanded, so there is no bomb
 * to go off. What the end of the input cuts in two is left out.
 *
 * @returns the root; its children are the document's outermost elements
 */
export function parseXml(text: string): XmlElement {
  const document = new XmlElement('', '', text, '', 0, 0, []);
  document.end = text.length;
  const stack: XmlElement[] = [document];
  let scope: Scope = { prefixes: new Map(), names: new Map() };
  /** Scopes to go back to, by depth. */
  const scopes: [number, Scope][] = [];

  const adopt = (parent: XmlElement, child: XmlElement) => {
    if (parent.children === NONE) parent.children = [child];
    else (parent.children as XmlElement[]).push(child);
  };
  const close = (end: number, implied = false) => {
    const element = stack.pop()!;
    element.end = end;
    if (scopes.at(-1)?.[0] === stack.length) scope = scopes.pop()![1];
    if (implied && element.children.length && !CONTAINERS.has(element.name)) {
      // It should have ended where its first child begins: those were its siblings.
      element.end = element.children[0]!.tag;
      const parent = stack.at(-1)!;
      parent.children = parent.children.concat(element.children);
      element.children = NONE;
    }
  };
  /** Closes the innermost open element of a name with all in it, if there is one. */
  const closeNamed = (name: string, end: number) => {
    let depth = stack.length - 1;
    while (depth > 0 && stack[depth]!.name !== name) depth--;
    if (!depth) return;
    while (stack.length > depth + 1) close(end, true);
    close(end);
  };

  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    const first = text.charCodeAt(open + 1);
    if (first === 33 /* ! */) {
      const mark = text.startsWith('<![CDATA[', open) ? ']]>' : text.startsWith('<!--', open) ? '-->' : '>';
      // A document type may hold declarations in brackets.
      const from =
        mark === '>' && /^<!doctype[^>]*\[/i.test(text.slice(open, open + 300))
          ? text.indexOf(']', open)
          : open + 2;
      const end = from < 0 ? -1 : text.indexOf(mark, from);
      if (end < 0) break;
      at = end + mark.length;
    } else if (first === 63 /* ? */) {
      at = instructionEnd(text, open);
    } else if (first === 47 /* / */) {
      const { written } = stack.at(-1)!;
      let end = open + 2 + written.length;
      if (written && text.charCodeAt(end) === 62 && text.startsWith(written, open + 2)) close(open);
      else {
        end = text.indexOf('>', open);
        if (end < 0) break;
        closeNamed(nameIn(scope, text.slice(open + 2, end).trim()), open);
      }
      at = end + 1;
    } else if (isName(first)) {
      let nameEnd = open + 2;
      while (nameEnd < text.length && !ends(text.charCodeAt(nameEnd))) nameEnd++;
      const end = tagEnd(text, nameEnd);
      if (end >= text.length) break;
      at = end + 1;
      const empty = text.charCodeAt(end - 1) === 47 && end - 1 >= nameEnd;
      const raw = end - nameEnd > 2 ? text.slice(nameEnd, empty ? end - 1 : end) : '';
      const written = text.slice(open + 1, nameEnd);
      const root = stack.length === 1;
      const declares = root || raw.includes('xmlns');
      const inner = declares ? declare(scope, raw, root && written) : scope;
      const name = nameIn(inner, written);
      if (POSTS.has(name)) closeNamed(name, open);
      const outer = scope;
      if (declares) scope = inner;
      const parent = stack.at(-1)!;
      const base = raw.includes('xml:base') ? attributes(raw).get('xml:base') : undefined;
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
      if (empty || stack.length > DEEPEST) {
        element.end = at;
        scope = outer;
      } else {
        if (scope !== outer) scopes.push([stack.length, outer]);
        stack.push(element);
      }
    } else at = open + 1;
  }
  // The end cut this one in two: half a link is a wrong link.
  const last = stack.at(-1)!;
  if (last !== document && last.children === NONE && !CONTAINERS.has(last.name)) {
    (stack.at(-2)!.children as XmlElement[]).pop();
  }
  while (stack.length > 1) close(text.length, true);
  return document;
}

function ends(code: number): boolean {
  return code <= 32 || code === 62 || code === 47 || code === 60;
}
