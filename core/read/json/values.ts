import { withoutCdataMarks } from '../cdata.ts';

/** Accessors that salvage foreign JSON: a value of an unexpected type counts as missing. */
export type JsonObject = Record<string, unknown>;

export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : {};

/** Whether a value is a list, or the object that PHP writes for a list with gaps: `{"0":…,"2":…}`. */
export function isList(value: unknown): boolean {
  if (Array.isArray(value)) return true;
  const keys = Object.keys(asObject(value));
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key));
}

/** The entries of a list; an object in its place is its only entry. */
export function asList(value: unknown): unknown[] {
  if (isList(value)) return Object.values(asObject(value));
  return Object.keys(asObject(value)).length ? [value] : [];
}

export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? withoutCdataMarks(value).trim() || undefined : undefined;
/** A string or a number, as text. Ids, counts and dates may be either. */
export const asTextOrNumber = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : asText(value);
export const asPositiveNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && value < Infinity ? value : undefined;
export const asObjects = (value: unknown): JsonObject[] => asList(value).map(asObject);
export const asTexts = (value: unknown): string[] =>
  asList(value)
    .map(asText)
    .filter((each) => each !== undefined);
