/**
 * What stored data have to be, said once for the check and for the types. Small, for the background wakes with it:
 * whether a value is sound is all it tells, not what is wrong with one.
 */

/** Gives a value without what does not belong there, or undefined if it is not of this shape. */
export type Schema<T> = (value: unknown) => T | undefined;
/** The type of what a shape lets through. */
export type Of<S> = S extends Schema<infer T> ? T : never;

type Fields = Record<string, Schema<unknown>>;
type OfFields<F extends Fields> = { [Name in keyof F]: Of<F[Name]> };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const that =
  <T>(fits: (value: T) => boolean, type: string): Schema<T> =>
  (value) =>
    typeof value === type && fits(value as T) ? (value as T) : undefined;

export const boolean = that<boolean>(() => true, 'boolean');

/** @param longest in UTF-16 units */
export const text = (pattern = /^/, longest = Number.POSITIVE_INFINITY): Schema<string> =>
  that((value) => pattern.test(value) && value.length <= longest, 'string');

export const number = (least = -Number.MAX_VALUE, most = Number.MAX_VALUE): Schema<number> =>
  that((value) => value >= least && value <= most, 'number');

export const integer = (least: number, most: number): Schema<number> =>
  that((value) => Number.isInteger(value) && value >= least && value <= most, 'number');

export const oneOf =
  <const T>(...values: readonly T[]): Schema<T> =>
  (value) =>
    values.find((one) => one === value);

export const either =
  <A, B>(one: Schema<A>, other: Schema<B>): Schema<A | B> =>
  (value) =>
    one(value) ?? other(value);

export const list =
  <T>(entry: Schema<T>): Schema<T[]> =>
  (value) => {
    const entries = Array.isArray(value) ? value.map(entry) : [undefined];
    return entries.includes(undefined) ? undefined : (entries as T[]);
  };

/** Values by names that may be any. */
export const record =
  <T>(entry: Schema<T>): Schema<Record<string, T>> =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const entries = Object.entries(value).map(([name, one]) => [name, entry(one)] as const);
    return entries.some(([, one]) => one === undefined)
      ? undefined
      : (Object.fromEntries(entries) as Record<string, T>);
  };

/** Named fields, those that have to be there and those that may be missing. */
export const object =
  <F extends Fields, G extends Fields = Record<never, never>>(
    needed: F,
    possible?: G,
  ): Schema<OfFields<F> & Partial<OfFields<G>>> =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const found: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries({ ...possible, ...needed })) {
      if (value[name] === undefined && !(name in needed)) continue;
      found[name] = shape(value[name]);
      if (found[name] === undefined) return undefined;
    }
    return found as OfFields<F> & Partial<OfFields<G>>;
  };

/** An object of which only these fields are looked at: we have written it, and the rest of it can do no harm. */
export const partial =
  <T>(looked: Fields): Schema<T> =>
  (value) =>
    object(looked)(value) && ({ ...(value as object) } as T);

/** Puts in what is missing. */
export const withDefaults =
  <T>(shape: Schema<T>, missing: Partial<T>): Schema<T> =>
  (value) =>
    shape(isRecord(value) ? { ...missing, ...value } : value);
