import { defined } from '../../omit-undefined.ts';

/** An object of unknown shape. Reading JSON is salvage: what has another type than expected is not there. */
export type Json = Record<string, unknown>;

export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};
export const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;
/** A string or a number, as text: ids and counts come as either. */
export const scalar = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : string(value);
export const number = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;
export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);
export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(string).filter((each) => each !== undefined) : [];

/** The object without its undefined values, or nothing if nothing is left. */
export function filled<T extends object>(value: T): T | undefined {
  const left = defined(value);
  return Object.keys(left).length ? left : undefined;
}
