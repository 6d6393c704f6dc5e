import { FORMATS, MAX_CHARS } from '../model/limits.ts';
import { MAX_ENTRIES } from '../model/max-entries.ts';
import { line } from '../text/normalize.ts';

/** For fields without a limit of their own: names, titles of files, facts of documents. */
const DEFAULT_MAX_CHARS = 300;
/** Not lines of text, or normalized when they are set. */
const OTHER_FIELD = /^id$|url|home|icon|image|thumbnail|date_|version|content_text|summary/;

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === 'object' && !Object.keys(value!).length);

/**
 * Normalizes all texts of a feed in place, whatever reader they come from. Removes empty ones, those in the wrong
 * format, list entries beyond the limit, and what is empty without them.
 */
export function normalizeTexts(value: object, name = ''): void {
  const fields = value as Record<string, unknown>;
  for (const [key, each] of Object.entries(value)) {
    const field = Array.isArray(value) ? name : key;
    if (typeof each === 'object') normalizeTexts(each, field);
    if (typeof each !== 'string' || OTHER_FIELD.test(field)) continue;
    const clean = line(each, (MAX_CHARS as Partial<Record<string, number>>)[field] ?? DEFAULT_MAX_CHARS);
    const fits = (FORMATS as Partial<Record<string, RegExp>>)[field]?.test(clean ?? '') ?? true;
    fields[key] = fits ? clean : undefined;
  }
  if (Array.isArray(value)) {
    const max = name === 'items' ? Infinity : MAX_ENTRIES;
    let length = 0;
    for (const each of value) if (!isEmpty(each) && length < max) value[length++] = each;
    value.length = length;
  } else
    for (const [key, each] of Object.entries(value)) if (key !== 'items' && isEmpty(each)) delete fields[key];
}
