import { mutateJson } from './mutate-json.ts';
import type { Random } from './random.ts';

/** Larger inputs find nothing that smaller ones do not, and take longer. */
const MAX_INPUT_BYTES = 200_000;
const MAX_REPEATS = 300;
/** Texts that are hard to read in any format. */
const HARD_TEXTS = [
  ...[
    '\0',
    '\x1b[2J',
    '\x85\x9b',
    '\u202e',
    '\u2066',
    '\ud83d',
    '\ufeff',
    '\u00d0',
    '\u0344',
    '\u0301\u0301',
  ],
  ...['http://1.2.3.4.5/x', 'http://[', 'javascript:x', '//', 'http://u:p@a.vn/', '%zz', 'data:,'],
  ...['9'.repeat(25), '-1', '1e999', '0000-00-00', '2025-99-99', '31/02/2026', '__proto__', 'constructor'],
  ...[
    '&#xD800;',
    '&#0;',
    '&a;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<?',
    '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
    '"',
    "'",
  ],
];

type Operation = (text: string, random: Random, dictionary: readonly string[], other: string) => string;

const splice = (text: string, [from, to]: [number, number], inserted: string) =>
  text.slice(0, from) + inserted + text.slice(to);
/** Parts of markup, JSON or text, with what stands between them. */
const tokens = (text: string) => text.split(/(?=<)|(?<=[>,{}[\]\n])/);

const OPERATIONS: Operation[] = [
  (text, random) => splice(text, random.range(text.length), ''),
  (text, random, dictionary) => {
    const at = random.below(text.length + 1);
    return splice(text, [at, at], random.pick([...dictionary, ...HARD_TEXTS]));
  },
  (text, random, dictionary) =>
    splice(text, random.range(text.length), random.pick([...dictionary, ...HARD_TEXTS])),
  (text, random) => {
    const [from, to] = random.range(text.length);
    return splice(
      text,
      [to, to],
      text.slice(from, to).repeat(1 + random.below(random.pick([2, MAX_REPEATS]))),
    );
  },
  (text, random, _, other) =>
    splice(text, random.range(text.length), other.slice(...random.range(other.length))),
  (text, random, _, other) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  (text, random, _, other) => {
    const parts = tokens(text);
    const found = tokens(other);
    const [from, to] = random.range(parts.length);
    parts.splice(from, random.below(2) * (to - from), ...found.slice(...random.range(found.length)));
    return parts.join('');
  },
  (text, random) => {
    const parts = tokens(text);
    const [a, b] = [random.below(parts.length), random.below(parts.length)];
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
    return parts.join('');
  },
];

function flipBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let count = 1 + random.below(4); count > 0 && changed.length; count--)
    changed[random.below(changed.length)] = random.pick([
      0,
      0x80,
      0xff,
      0x9b,
      0x3c,
      0x26,
      0x22,
      random.below(256),
    ]);
  return changed;
}

/**
 * Changes an input a little, or a lot.
 *
 * @param dictionary words of its format
 * @param other another input of the same format, to take parts from
 */
export function mutate(
  input: Uint8Array,
  random: Random,
  dictionary: readonly string[],
  other: Uint8Array,
): Uint8Array {
  let text = new TextDecoder().decode(input);
  const otherText = new TextDecoder().decode(other);
  for (let count = 1 + random.below(random.pick([1, 3, 8])); count > 0; count--)
    text =
      (random.below(2) ? mutateJson(text, random, [...dictionary, ...HARD_TEXTS]) : undefined) ??
      random.pick(OPERATIONS)(text, random, dictionary, otherText);
  const bytes = new TextEncoder().encode(text).subarray(0, MAX_INPUT_BYTES);
  return random.below(8) ? bytes : flipBytes(bytes, random);
}
