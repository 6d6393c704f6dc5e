/**
 * Schemas for JSON that is stored, published or received. Small, because background scripts and pages load it: a schema
 * reports whether a value fits, never why not. Files that people write are checked with zod, which explains mistakes.
 *
 * A schema is a function that returns the value, or undefined if it does not fit. Its type is inferred:
 *
 * @example
 * ```ts
 * const place = object({ id: text(/^[a-z\d-]+$/), latitude: number(-90, 90) }, { name: text() });
 * type Place = Of<typeof place>; // { id: string; latitude: number; name?: string }
 *
 * const state = withDefaults(object({ places: list(place), paused: boolean }), { paused: false });
 *
 * const found = state(JSON.parse(file)); // of the schema's type, without unknown fields, or undefined
 * if (!found) throw new Error('The state is damaged.');
 * ```
 *
 * The feed readers do not use schemas: they salvage what is valid, with the functions in `read/json/values.ts`.
 */

/** Returns the value without unknown fields, or undefined if it does not fit. */
export type Schema<T> = (value: unknown) => T | undefined;
/** The type of the values that a schema accepts. */
export type Of<S> = S extends Schema<infer T> ? T : never;

type Fields = Record<string, Schema<unknown>>;
type OfFields<F extends Fields> = { [Name in keyof F]: Of<F[Name]> };

/** Whether a value is an object, not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of this `typeof` that meets a condition. The other primitives are built on it. */
export const primitive =
  <T>(type: string, fits: (value: T) => boolean): Schema<T> =>
  (value) =>
    typeof value === type && fits(value as T) ? (value as T) : undefined;

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
  (value) =>
    values.find((each) => each === value);

/** The first schema that fits wins. */
export const either =
  <A, B>(first: Schema<A>, second: Schema<B>): Schema<A | B> =>
  (value) =>
    first(value) ?? second(value);

/** An array with at least `minEntries`. A single invalid entry makes the array invalid. */
export const list =
  <T>(entry: Schema<T>, minEntries = 0): Schema<T[]> =>
  (value) => {
    const entries = Array.isArray(value) && value.length >= minEntries ? value.map(entry) : [undefined];
    return entries.includes(undefined) ? undefined : (entries as T[]);
  };

/** An object with any keys and values of one kind. */
export const record =
  <T>(entry: Schema<T>): Schema<Record<string, T>> =>
  (value) => {
    const names = isRecord(value) ? Object.keys(value) : undefined;
    const values = names && list(entry)(Object.values(value as object));
    return values && Object.fromEntries(names.map((name, index) => [name, values[index]!]));
  };

/** An object with these fields. Others are left out of the result; see `exact`. */
export const object =
  <F extends Fields, G extends Fields = Record<never, never>>(
    required: F,
    optional?: G,
  ): Schema<OfFields<F> & Partial<OfFields<G>>> =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const found: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries({ ...optional, ...required })) {
      if (value[name] === undefined && !(name in required)) continue;
      found[name] = schema(value[name]);
      if (found[name] === undefined) return undefined;
    }
    return found as OfFields<F> & Partial<OfFields<G>>;
  };

/** Like `object`, but an unknown field makes the object invalid. Returns the value itself, not a copy. */
export const exact = <F extends Fields, G extends Fields = Record<never, never>>(
  required: F,
  optional?: G,
): Schema<OfFields<F> & Partial<OfFields<G>>> => {
  const fields: Fields = { ...optional, ...required };
  const names = Object.keys(required);
  return (value) =>
    isRecord(value) &&
    names.every((name) => name in value) &&
    Object.entries(value).every(
      ([name, each]) => Object.hasOwn(fields, name) && fields[name]!(each) !== undefined,
    )
      ? (value as OfFields<F> & Partial<OfFields<G>>)
      : undefined;
};

/** An object of which only these fields are checked; the result has all fields. For data that we wrote ourselves. */
export const partial =
  <T>(checked: Fields): Schema<T> =>
  (value) =>
    object(checked)(value) && ({ ...(value as object) } as T);

/** Fills in missing fields before the check. */
export const withDefaults =
  <T>(schema: Schema<T>, defaults: Partial<T>): Schema<T> =>
  (value) =>
    schema(isRecord(value) ? { ...defaults, ...value } : value);
