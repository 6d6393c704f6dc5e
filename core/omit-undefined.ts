/** A copy of an object without its undefined values. */
export const omitUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

/** Like `omitUndefined`, but undefined if nothing is left. */
export function omitUndefinedOrEmpty<T extends object>(value: T): T | undefined {
  const left = omitUndefined(value);
  return Object.keys(left).length ? left : undefined;
}
