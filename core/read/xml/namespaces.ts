import { parseAttributes } from '../markup/attributes.ts';

/** Namespaces, and the prefixes that the readers use for them. Compared in lower case. */
const NAMESPACES: [RegExp, string][] = [
  [/w3\.org\/2005\/atom|purl\.org\/atom\//, 'atom'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/purl\.org\/rss\/1\.0\/modules\//, 'module'],
  [/purl\.org\/(?:rss|net\/rss)|netscape\.com\/rdf|userland\.com\/rss|blogs\.law\.harvard\.edu/, ''],
  [/w3\.org\/1999\/02\/22-rdf/, 'rdf'],
  // Dublin Core elements, and terms, which include them.
  [/purl\.org\/dc\/(?:elements|terms)/, 'dc'],
  [/search\.yahoo\.com\/mrss|rssboard\.org\/media-rss/, 'media'],
  [/\/podcast-1\.0\.dtd/, 'itunes'],
  [/w3\.org\/1999\/xhtml/, 'html'],
  [/rssnamespace\.org\/feedburner/, 'feedburner'],
];

/** Undeclared prefixes that differ from the readers' prefix. */
const DEFAULT_PREFIXES: [prefix: string, name: string][] = [
  ['dcterms', 'dc'],
  ['a10', 'atom'],
  ['xhtml', 'html'],
];

/** More than any feed declares, and few enough to copy for every element of a hostile feed. */
const MAX_PREFIXES = 100;

/** The prefixes declared for an element and its descendants. */
export interface Scope {
  prefixes: Map<string, string>;
  /** Resolved names, by the name as written. */
  names: Map<string, string>;
}

export const outermostScope = (): Scope => ({ prefixes: new Map(DEFAULT_PREFIXES), names: new Map() });

/**
 * The scope of an element with namespace declarations.
 *
 * @param raw the attributes of its tag
 * @param root the name of the root element as written; false for any other element
 */
export function innerScope(outer: Scope, raw: string, root: string | false): Scope {
  const prefixes = new Map(outer.prefixes);
  for (const [name, uri] of parseAttributes(raw)) {
    if (prefixes.size > MAX_PREFIXES) break;
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri.toLowerCase()))?.[1];
    // A root in an unknown namespace is still the feed; below it, an unknown default namespace is foreign.
    prefixes.set(prefix, known ?? (prefix || (root || !uri ? '' : '?')));
  }
  if (root) {
    const [local = '', prefix = ''] = root.toLowerCase().split(':').reverse();
    // RSS in any namespace; Atom without a declaration, or from before it had a namespace.
    if (/^(?:rss|channel)$/.test(local)) prefixes.set(prefix, '');
    else if (/^(?:feed|entry)$/.test(local) && (prefixes.get(prefix) ?? prefix) === prefix)
      prefixes.set(prefix, 'atom');
  }
  return { prefixes, names: new Map() };
}

/** The `prefix:local` that the readers use for a name as written. */
export function resolveName(scope: Scope, written: string): string {
  const found = scope.names.get(written);
  if (found !== undefined) return found;
  const [head, ...rest] = written.toLowerCase().split(':');
  const prefix = rest.length ? (scope.prefixes.get(head!) ?? head!) : (scope.prefixes.get('') ?? '');
  const local = rest.length ? rest.join(':') : head!;
  // As a property key the name is interned, so that engines compare it with literals by address.
  const [name = ''] = Object.keys({ [prefix ? `${prefix}:${local}` : local]: 0 });
  scope.names.set(written, name);
  return name;
}
