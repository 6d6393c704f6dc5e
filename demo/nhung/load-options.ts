import { describedElements } from '../manifest.ts';
import type { Options } from './corrected-choices.ts';
import { fieldsOf, tokenFieldsOf } from './fields.ts';

const MANIFEST = new URL('../../dist/npm/custom-elements.json', import.meta.url);

/** Reads the description of the elements, and derives the options of every block from it. */
export async function loadOptions(): Promise<Options> {
  const elements = describedElements(await (await fetch(MANIFEST)).json());
  return new Map(
    elements.map((element) => [
      element.tagName.replace('tct-', ''),
      { fields: fieldsOf(element), tokens: tokenFieldsOf(element) },
    ]),
  );
}
