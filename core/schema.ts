/**
 * Schemas for JSON that is stored, published or received. Small, because background scripts and pages load it: a schema
 * says where a value does not fit, never why not. Files that people write are checked with zod, which explains mistakes.
 *
 * A schema is a function that returns the value, or undefined if it does not fit. Its type is inferred:
 *
 * @example
 * ```ts
 * const place = object({ id: text(/^[a-z\d-]+$/), latitude: number(-90, 90) }, { name: text() });
 * type Place = Of<typeof place>; // { id: string; latitude: number; name?: string }
 *
 * const state = object({ places: list(place), paused: withDefault(boolean, false) });
 *
 * const found = state(JSON.parse(file)); // of the schema's type, without unknown fields, or undefined
 * if (!found) throw new Error('The state is damaged.');
 *
 * const bad: string[] = []; // for example ['places.3.latitude', 'places.5.name']
 * const usable = state(JSON.parse(file), (path) => void bad.push(path)); // without place 3 and the name of place 5
 * ```
 *
 * The feed readers do not use schemas: they salvage what is valid, with the functions in `read/json/values.ts`.
 */

/** Receives the path of what does not fit, such as `places.3.name`; empty for the value itself. */
export type Report = (path: string) => undefined;
/**
 * Returns the value without unknown fields, or undefined if it does not fit. With `report`, leaves out only the entries
 * and optional fields that do not fit, and reports the path of each; undefined if nothing usable is left.
 */
export type Schema<T> = (value: unknown, report?: Report) => T | undefined;
/** The type of the values that a schema accepts. */
export type Of<S> = S extends Schema<infer T> ? T : never;

type Fields = Record<string, Schema<unknown>>;
type OfFields<F extends Fields> = { [Name in keyof F]: Of<F[Name]> };

/** Prefixes the paths that are reported with the name of a field or the index of an entry. */
export const within = (report: Report | undefined, name: string | number): Report | undefined =>
  report && ((path) => report(path ? `${name}.${path}` : `${name}`));

/** Whether a value is an object, not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of this `typeof` that meets a condition. The other primitives are built on it. */
export const primitive =
  <T>(type: string, fits: (value: T) => boolean): Schema<T> =>
  (value, report) =>
    typeof value === type && fits(value as T) ? (value as T) : report?.('');

export const boolean = primitive<boolean>('boolean', () => true);

/** @param maxChars in UTF-16 units */
export const text = (pattern = /^/, maxChars = Infinity): Schema<string> =>
  primitive('string', (value) => pattern.test(value) && value.length <= maxChars);

/** Limits are inclusive. NaN never fits; Infinity fits only if `max` is Infinity. */
export const number = (min = -Number.MAX_VALUE, max = Number.MAX_VALUE): Schema<number> =>
  primitive('number', (value) => value >= min && value <= max);

/** Limits are inclusive. */
export const integer = (min: number, max: number): Schema<number> =>
  primitive('number', (value) => Number.isInteger(value) && value >= min && value <= max);

export const oneOf =
  <const T>(...values: readonly T[]): Schema<T> =>
  (value, report) =>
    values.includes(value as T) ? (value as T) : report?.('');

/** The first schema that fits wins. */
export const either =
  <A, B>(first: Schema<A>, second: Schema<B>): Schema<A | B> =>
  (value, report) =>
    first(value) ?? second(value, report);

/** An array with at least `minEntries`. Without `report`, a single invalid entry makes the array invalid. */
export const list =
  <T>(entry: Schema<T>, minEntries = 0): Schema<T[]> =>
  (value, report) => {
    if (!Array.isArray(value)) return report?.('');
    const valid: T[] = [];
    for (const [index, each] of value.entries()) {
      const found = entry(each, within(report, index));
      if (found !== undefined) valid.push(found);
      else if (!report) return undefined;
    }
    return valid.length < minEntries ? report?.('') : valid;
  };

/** A list of at most `maxEntries`. With `report`, the entries beyond that are left out and not looked at. */
export const upTo =
  <T>(maxEntries: number, schema: Schema<T[]>): Schema<T[]> =>
  (value, report) => {
    if (!Array.isArray(value) || value.length <= maxEntries) return schema(value, report);
    report?.(`${maxEntries}…${value.length - 1}`);
    return report && schema(value.slice(0, maxEntries), report);
  };

/** An object with any keys that fit `key`, and values of one kind. */
export const record =
  <T>(entry: Schema<T>, key: Schema<string> = text()): Schema<Record<string, T>> =>
  (value, report) => {
    if (!isRecord(value)) return report?.('');
    const found: [string, T][] = [];
    for (const [name, each] of Object.entries(value)) {
      const at = within(report, name);
      const valid = key(name, at) === undefined ? undefined : entry(each, at);
      if (valid !== undefined) found.push([name, valid]);
      else if (!report) return undefined;
    }
    return Object.fromEntries(found);
  };

/** An object with these fields. Unknown ones are left out of the result. */
export const object = <F extends Fields, G extends Fields = Record<never, never>>(
  required: F,
  optional?: G,
): Schema<OfFields<F> & Partial<OfFields<G>>> => {
  const fields = Object.entries<Schema<unknown>>({ ...optional, ...required });
  return (value, report) => {
    if (!isRecord(value)) return report?.('');
    const found: Record<string, unknown> = {};
    for (const [name, schema] of fields) {
      const isRequired = name in required;
      if (value[name] === undefined && !isRequired) continue;
      const field = schema(value[name], within(report, name));
      if (field !== undefined) found[name] = field;
      else if (isRequired || !report) return undefined;
    }
    return found as OfFields<F> & Partial<OfFields<G>>;
  };
};

/** An object of which only these fields are checked; the result has all fields. For data that we wrote ourselves. */
export const partial =
  <T>(checked: Fields): Schema<T> =>
  (value, report) =>
    object(checked)(value, report) && ({ ...(value as object) } as T);

/** The default if the value is missing and, with `report`, also if it does not fit. */
export const withDefault =
  <T>(schema: Schema<T>, fallback: T): Schema<T> =>
  (value, report) =>
    value === undefined ? fallback : (schema(value, report) ?? (report && fallback));
