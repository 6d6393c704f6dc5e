/** Accessors that salvage foreign JSON: a value of an unexpected type counts as missing. */
export type JsonObject = Record<string, unknown>;

export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : {};
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;
/** A string or a number, as text. Ids and counts may be either. */
export const asTextOrNumber = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : asText(value);
export const asPositiveNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && value < Infinity ? value : undefined;
export const asObjects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(asObject) : []);
export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(asText).filter((each) => each !== undefined) : [];
