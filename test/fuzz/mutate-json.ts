import type { Random } from './random.ts';

const MAX_JSON_CHARS = 200_000;

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** All objects and arrays of a value. */
function containers(value: unknown): Container[] {
  return isContainer(value) ? [value, ...Object.values(value).flatMap(containers)] : [];
}

const ODD_VALUES: unknown[] = [null, true, 0, -1, 1.5, 1e300, '', ' ', [], {}, [[]], [null], { url: 5 }];

function changeEntry(
  target: Container,
  found: readonly Container[],
  random: Random,
  words: readonly string[],
): void {
  const keys = Object.keys(target);
  const key = keys.length ? random.pick(keys) : random.pick(words);
  const own = Object.hasOwn(target, key) ? (target as Record<string, unknown>)[key] : undefined;
  // Not an assignment, which would change the prototype if the name is `__proto__`.
  const set = (name: string, value: unknown) =>
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  switch (random.below(6)) {
    case 0:
      set(key, random.pick(ODD_VALUES));
      break;
    case 1:
      set(key, random.pick(words));
      break;
    case 2:
      if (Array.isArray(target)) target.splice(random.below(target.length + 1), 1);
      else delete target[key];
      break;
    case 3:
      set(random.pick(words), own);
      break;
    case 4:
      // A copy: a cycle could not be written.
      set(key, structuredClone(random.pick(found)));
      break;
    case 5:
      set(key, Array.isArray(target) ? [...target] : [own, own]);
  }
}

/** A JSON text with some entries changed; undefined if the text is not JSON. */
export function mutateJson(text: string, random: Random, words: readonly string[]): string | undefined {
  // Copies of large parts would grow without bounds.
  if (text.length > MAX_JSON_CHARS) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = containers(value);
  if (!found.length) return undefined;
  for (let count = 1 + random.below(3); count > 0; count--)
    changeEntry(random.pick(found), found, random, words);
  return JSON.stringify(value).replaceAll('1e+300', '1e999');
}
