import { both, join, type Words } from '../../widgets/debug/finding.ts';
import { fromHash } from './address.ts';
import { type Block, blockNamed } from './blocks.ts';
import { type Choices, valueKey, withToken, withValue } from './choices.ts';
import { correctColour, correctSchools, correctToken, correctValue, type ToHex } from './correct.ts';
import type { Field, TokenField } from './fields.ts';
import { type Hub, schoolsWith } from './hub.ts';
import { completeSource } from './own-source.ts';
import { PAGE } from './words/page.ts';

/** The options of every block. */
export type Options = ReadonlyMap<string, { fields: readonly Field[]; tokens: readonly TokenField[] }>;

/** The keys of values and custom properties that an address may hold. */
export function knownNames(blocks: readonly Block[], options: Options): Set<string> {
  return new Set(
    blocks.flatMap(({ name }) => [
      ...options.get(name)!.fields.map(({ attribute }) => valueKey(name, attribute)),
      ...options.get(name)!.tokens.map(({ token }) => token),
    ]),
  );
}

/**
 * Reads an address by hand or by somebody else, and corrects what is wrong in it.
 *
 * @param blocks those that the hub has something for
 * @returns the choices, and what was corrected, by attribute, custom property or name of another choice
 */
export function readAddress(
  hash: string,
  { blocks, options, hub, toHex }: { blocks: readonly Block[]; options: Options; hub: Hub; toHex: ToHex },
): { choices: Choices; notes: Map<string, Words> } {
  const notes = new Map<string, Words>();
  const { choices: given, unknown } = fromHash(hash, knownNames(blocks, options));
  const note = (name: string, words: Words | undefined) => words && notes.set(name, words);
  if (unknown.length) note('address', join(PAGE.unknownParameter, both(unknown.join(', '))));
  let choices: Choices = { ...given, values: {}, tokens: {} };
  if (!blocks.some(({ name }) => name === given.block) && blocks[0]) {
    note('block', PAGE.notOffered);
    choices.block = blocks[0].name;
  }
  const { block } = choices;
  for (const { name } of blocks)
    for (const field of options.get(name)!.fields) {
      const value = given.values[valueKey(name, field.attribute)];
      if (value === undefined) continue;
      const places = field.attribute === 'places' ? hub.places.map(({ id }) => id) : undefined;
      const corrected = correctValue(field, value, places);
      choices = { ...withValue({ ...choices, block: name }, field.attribute, corrected.value), block };
      if (name === block) note(field.attribute, corrected.note);
    }
  for (const field of options.get(block)?.tokens ?? []) {
    const value = given.tokens[field.token];
    if (value === undefined) continue;
    const corrected = correctToken(field, value, toHex);
    choices = withToken(choices, field.token, corrected.value);
    note(field.token, corrected.note);
  }
  if (given.paper !== undefined) {
    const corrected = correctColour(given.paper, toHex);
    choices.paper = corrected.value;
    note('paper', corrected.note);
  }
  if (given.source !== undefined) {
    const completed = completeSource(given.source);
    choices.source = completed.text;
    note('src', completed.note);
  }
  if (hub.isKnown) {
    const { ids, note: schoolNote } = correctSchools(
      given.schools,
      hub.schools.map(({ id }) => id),
    );
    choices.schools = ids;
    note('school', schoolNote);
  }
  return { choices, notes };
}

/** The schools that have the list of the block: the others stay chosen for other blocks. */
export function schoolsFor({ block, schools }: Choices, hub: Hub): string[] {
  const offered = schoolsWith(hub, blockNamed(block)!.list).map(({ id }) => id);
  return schools.filter((id) => offered.includes(id));
}
