import { expect } from 'chai';
import { BLOCKS } from '../../../demo/nhung/blocks.ts';
import { type Choices, DEFAULTS, valueKey } from '../../../demo/nhung/choices.ts';
import { correctValue } from '../../../demo/nhung/correct.ts';
import type { Field } from '../../../demo/nhung/fields.ts';
import { ALL_FORMS } from '../../../demo/nhung/forms/forms.ts';
import type { Hub } from '../../../demo/nhung/hub.ts';
import { toEmbedding } from '../../../demo/nhung/to-embedding.ts';
import { OPTIONS } from './described-elements.ts';

const ADDRESS = 'https://hub.example/tin/';
const PLACES = ['ha-noi', 'hue'];
const HUB: Hub = {
  folder: ADDRESS,
  address: ADDRESS,
  name: 'Cụm',
  schools: [],
  places: PLACES.map((id) => ({ id, name: id })),
  isKnown: true,
};

/** The code of a form for some choices. */
function codeFor(choices: Choices, name = 'tag'): string {
  const { fields, tokens } = OPTIONS.get(choices.block)!;
  const form = ALL_FORMS.find((each) => each.name === name)!;
  const pieces = form.pieces(toEmbedding(choices, { fields, tokens, hub: HUB, height: 0 }));
  return pieces.map(({ code }) => code).join('\n');
}

/** Everything that a person may choose in a field, apart from what the block does anyway. */
function choosable({ attribute, kind, values, words, defaultValue, limits }: Field): string[] {
  const own: Record<Field['kind'], () => string[]> = {
    switch: () => values,
    choice: () => values,
    names: () => (attribute === 'places' ? PLACES : [...values, values.slice(0, 2).join(' ')]),
    number: () => [limits!.min, limits!.max].map(String),
    text: () => [attribute === 'more-href' ? 'https://a.example/tin' : 'Đào tạo'],
  };
  return [...own[kind](), ...(words.empty ? [''] : [])].filter((value) => value !== defaultValue);
}

/** The attributes of the block in a tag or a `div`, by name. */
const attributesIn = (code: string): Map<string, string> =>
  new Map(
    [
      ...code
        .split('\n')
        .at(-1)!
        .matchAll(/ (?:data-)?([a-z][\w-]*)(?:="([^"]*)")?/g),
    ].map(([, name, value]) => [name!, value ?? '']),
  );

describe('every choice of the builder is in the code', () => {
  for (const { name: block } of BLOCKS)
    for (const field of OPTIONS.get(block)!.fields) {
      const { attribute, defaultValue } = field;
      // Coordinates are those of a server of one's own.
      const source = /itude$/.test(attribute) ? 'https://a.example/v1' : undefined;
      const choicesWith = (value: string): Choices => {
        const corrected = correctValue(field, value, attribute === 'places' ? PLACES : undefined);
        expect(corrected.note, value).to.equal(undefined);
        return { ...DEFAULTS, block, source, values: { [valueKey(block, attribute)]: corrected.value! } };
      };

      it(`${block}: ${attribute}`, () => {
        const values = choosable(field);
        expect(values).not.to.have.length(0);
        for (const value of values) {
          for (const form of ['tag', 'div'])
            expect(
              attributesIn(codeFor(choicesWith(value), form)).get(attribute),
              `${form}, “${value}”`,
            ).to.equal(value);
          const address = codeFor(choicesWith(value), 'frame').split('\n').at(-1)!;
          expect(new URLSearchParams(new URL(address).hash.slice(1)).get(attribute), value).to.equal(value);
        }
      });

      if (defaultValue !== undefined && attribute !== 'lang')
        it(`${block}: ${attribute} as it is anyway needs no attribute`, () => {
          expect(attributesIn(codeFor(choicesWith(defaultValue))).has(attribute)).to.equal(false);
        });
    }
});
