import { parseAttributes } from '../markup/attributes.ts';

/** The names this project reads by, whatever prefix a document gives them. Compared without case. */
const NAMESPACES: [RegExp, string][] = [
  [/w3\.org\/2005\/atom|purl\.org\/atom\//, 'atom'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/purl\.org\/rss\/1\.0\/modules\//, 'module'],
  [/purl\.org\/(?:rss|net\/rss)|netscape\.com\/rdf|userland\.com\/rss|blogs\.law\.harvard\.edu/, ''],
  [/w3\.org\/1999\/02\/22-rdf/, 'rdf'],
  // Dublin Core's elements, and its terms, which have all of them and more.
  [/purl\.org\/dc\/(?:elements|terms)/, 'dc'],
  [/search\.yahoo\.com\/mrss|rssboard\.org\/media-rss/, 'media'],
  [/\/podcast-1\.0\.dtd/, 'itunes'],
  [/w3\.org\/1999\/xhtml/, 'html'],
  [/rssnamespace\.org\/feedburner/, 'feedburner'],
];

/** What prefixes mean that nobody declared, where it is not the name they are read by. */
const DEFAULT_PREFIXES: [prefix: string, name: string][] = [
  ['dcterms', 'dc'],
  ['a10', 'atom'],
  ['xhtml', 'html'],
];

/** More than any feed declares, few enough to copy for every element of a hostile one. */
const MAX_PREFIXES = 100;

/** What names mean in an element and those in it. */
export interface Scope {
  prefixes: Map<string, string>;
  /** Names already worked out in this scope. */
  names: Map<string, string>;
}

export const outermostScope = (): Scope => ({ prefixes: new Map(DEFAULT_PREFIXES), names: new Map() });

/** @param root the root's name as it is written, false for any other element */
export function innerScope(outer: Scope, raw: string, root: string | false): Scope {
  const prefixes = new Map(outer.prefixes);
  for (const [name, uri] of parseAttributes(raw)) {
    if (prefixes.size > MAX_PREFIXES) break;
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri.toLowerCase()))?.[1];
    // A root in a namespace nobody knows is still the feed; inside one, a foreign default is foreign.
    prefixes.set(prefix, known ?? (prefix || (root || !uri ? '' : '?')));
  }
  if (root) {
    const [local = '', prefix = ''] = root.toLowerCase().split(':').reverse();
    // RSS, whatever namespace it claims to be in; Atom from before it had one, or that forgot to declare it.
    if (/^(?:rss|channel)$/.test(local)) prefixes.set(prefix, '');
    else if (/^(?:feed|entry)$/.test(local) && (prefixes.get(prefix) ?? prefix) === prefix)
      prefixes.set(prefix, 'atom');
  }
  return { prefixes, names: new Map() };
}

export function resolveName(scope: Scope, written: string): string {
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
