import { VI } from '../../demo/docs/reference/vi.ts';
import type { Language } from '../../demo/language.ts';
import type { ElementDescription, EntryKind, ManifestEntry } from '../../demo/manifest.ts';
import type { Field, Interface } from './interfaces.ts';

/** The description of an element; empty if there is none. */
export const elementText = ({ tagName, description }: ElementDescription, language: Language): string =>
  language === 'en' ? description.split('\n\n')[0]! : (VI.elements[tagName]?.description ?? '');

/** The description of an entry of an element; empty if there is none. */
export function entryText(tag: string, kind: EntryKind, entry: ManifestEntry, language: Language): string {
  if (language === 'en') return entry.description ?? '';
  return VI.elements[tag]?.[kind]?.[entry.name] ?? VI.shared[kind]?.[entry.name] ?? '';
}

export const typeText = ({ name, description }: Interface, language: Language): string =>
  language === 'en' ? description : (VI.types[name]?.description ?? '');

/** @param type the name of the interface that declares the field */
export const fieldText = (type: string, { name, description }: Field, language: Language): string =>
  language === 'en' ? description : (VI.types[type]?.fields?.[name] ?? '');
