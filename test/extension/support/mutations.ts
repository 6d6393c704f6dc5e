/** Damages JSON in every place, one place at a time. */

type Path = readonly (string | number)[];

/** Replaces the value at a path; `undefined` removes it. */
export interface Mutation {
  path: Path;
  value: unknown;
}

const deep = (levels: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

/** What a bug, another version, a stranger or a typo may leave where something else belongs. */
const BAD_VALUES: readonly unknown[] = [
  ...[null, undefined, '', ' ', 'x', '__proto__', 'constructor', true, false, 0, -1, 1.5, 1e300, [], {}],
  ...['http://[', 'https://', 'http://1.2.3.4.5/x', 'http://*/', 'javascript:alert(1)', '2025-99-99'],
  ...['2025-99-99T99:99:99+07:00', '+275760-09-13T00:00:01Z', 8.64e15 + 1, [null], [[]], ['x'], [7]],
  ...[{ toString: 1 }, { length: 1e9 }, '\ud800', 'à'.repeat(20_000), deep(100)],
];

/** The paths of a JSON value and of everything in it. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path, void> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value))
    yield* pathsOf(each, [...path, Array.isArray(value) ? Number(name) : name]);
}

function mutated(value: unknown, [name, ...path]: Path, bad: unknown): unknown {
  if (name === undefined) return bad;
  if (Array.isArray(value))
    return value.map((each, index) => (index === name ? mutated(each, path, bad) : each));
  const entries = Object.entries(value as object).map(([key, each]) =>
    key === name ? [key, mutated(each, path, bad)] : [key, each],
  );
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

/** Every how many-th damage is tried by `npm test`; a prime, so that each place is damaged in other ways. */
const STEP = process.env.TCT_ALL ? 1 : 5;

/** The value with each of its places damaged: in every way where `TCT_ALL` is set, otherwise in some. */
export function* mutationsOf(value: unknown): Generator<Mutation & { mutant: unknown }, void> {
  let count = 0;
  for (const path of pathsOf(value))
    for (const bad of BAD_VALUES)
      if (count++ % STEP === 0) yield { path, value: bad, mutant: mutated(value, path, bad) };
}

/** For messages of failures. */
export const describeMutation = ({ path, value }: Mutation): string =>
  `${path.join('.') || '(all)'} = ${(JSON.stringify(value) ?? 'missing').slice(0, 60)}`;
