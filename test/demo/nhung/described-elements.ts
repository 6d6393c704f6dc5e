import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describedElements } from '../../../demo/manifest.ts';
import { fieldsOf, tokenFieldsOf } from '../../../demo/nhung/fields.ts';

const MANIFEST = fileURLToPath(new URL('../../../dist/npm/custom-elements.json', import.meta.url));

/** The elements as the build describes them. */
export const ELEMENTS = describedElements(JSON.parse(readFileSync(MANIFEST, 'utf8')));

/** The options of every block, as the builder has them. */
export const OPTIONS = new Map(
  ELEMENTS.map((element) => [
    element.tagName.replace('tct-', ''),
    { fields: fieldsOf(element), tokens: tokenFieldsOf(element) },
  ]),
);

export const fieldNamed = (block: string, attribute: string) =>
  OPTIONS.get(block)!.fields.find((field) => field.attribute === attribute)!;

export const tokenNamed = (token: string) =>
  [...OPTIONS.values()].flatMap(({ tokens }) => tokens).find((field) => field.token === token)!;
