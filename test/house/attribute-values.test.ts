import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const read = (file: string) => readFileSync(new URL(`../../widgets/${file}`, import.meta.url), 'utf8');

describe('the values that an attribute is checked against', () => {
  for (const name of ['latest-news', 'document-list', 'weather', 'gallery'])
    it(`are those that are documented: ${name}`, () => {
      const code = read(`${name}/attribute-values.ts`) + read('debug/define-element.ts');
      for (const [, values, attribute] of read(`${name}/${name}.ts`).matchAll(
        /@attr \{('[^}]*)\} \[?([\w-]+)/g,
      )) {
        const choices = [...values!.matchAll(/'([\w-]+)'/g)].map(([, value]) => value);
        // These are attributes of HTML, with more values.
        if (!['loading', 'lang'].includes(attribute!))
          // Where several of them may stand, a group of them is repeated.
          expect(code, attribute).to.match(
            new RegExp(`${attribute}="\\(\\?!(?:\\(\\?:)+${choices.join('\\|')}\\)`),
          );
      }
    });
});
