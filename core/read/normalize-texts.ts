import { FORMATS, MAX_CHARS, MAX_ENTRIES } from '../../model/limits.ts';
import { line, normalizeText, truncate } from '../../text/normalize.ts';
import type { JsonObject } from './values.ts';

/** For fields without a limit of their own: names, titles of files, facts of documents. */
const DEFAULT_MAX_CHARS = 300;

/** Normalizes all texts in place. Removes empty ones, those in the wrong format, and list entries beyond the limit. */
export function normalizeTexts(value: object, name = ''): void {
  for (const [key, each] of Object.entries(value)) {
    const field = Array.isArray(value) ? name : key;
    if (typeof each === 'object') normalizeTexts(each, field);
    if (typeof each !== 'string' || /^id$|url|image|thumbnail|date_|version/.test(field)) continue;
    const limit = (MAX_CHARS as Partial<Record<string, number>>)[field] ?? DEFAULT_MAX_CHARS;
    const clean =
      field === 'content_text' ? truncate(normalizeText(each.slice(0, 9 * limit)), limit) : line(each, limit);
    const fits =
      clean !== undefined && ((FORMATS as Partial<Record<string, RegExp>>)[field]?.test(clean) ?? true);
    (value as JsonObject)[key] = fits ? clean : undefined;
  }
  if (Array.isArray(value)) {
    const max = name === 'items' ? Infinity : MAX_ENTRIES;
    let length = 0;
    for (const each of value) if (each !== undefined && length < max) value[length++] = each;
    value.length = length;
  } else
    for (const [key, each] of Object.entries(value))
      if (each === undefined) delete (value as JsonObject)[key];
}
