/** The description of the elements that the build generates from their JSDoc: `custom-elements.json`. */

/** An attribute, property, event, part, slot, state or custom property. */
export interface ManifestEntry {
  name: string;
  description?: string;
  /** A TypeScript type. */
  type?: { text: string };
  default?: string;
  /** The property that an attribute sets. */
  fieldName?: string;
  /** The attribute that sets a property. */
  attribute?: string;
  /** Methods only. */
  return?: { type: { text: string } };
  /** Properties and methods only. */
  kind?: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  static?: boolean;
}

/** The kinds of entries, in the names of the custom elements manifest. */
export const ENTRY_KINDS = [
  'attributes',
  'members',
  'events',
  'slots',
  'cssStates',
  'cssParts',
  'cssProperties',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface ElementDescription extends Record<EntryKind, ManifestEntry[]> {
  tagName: string;
  description: string;
}

interface Manifest {
  modules: { declarations?: Partial<ElementDescription>[] }[];
}

/** What pages may use, without the properties of attributes: these are described with the attribute. */
const isPublic = ({ description, privacy = 'public', static: isStatic, attribute }: ManifestEntry) =>
  Boolean(description) && privacy === 'public' && !isStatic && !attribute;

/** The elements that a manifest describes, with their public entries, by tag name. */
export function describedElements({ modules }: Manifest): ElementDescription[] {
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map((declaration) => ({
      ...(Object.fromEntries(
        ENTRY_KINDS.map((kind) => [kind, (declaration[kind] ?? []).filter(isPublic)]),
      ) as Record<EntryKind, ManifestEntry[]>),
      tagName: declaration.tagName!,
      description: declaration.description ?? '',
    }))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}
