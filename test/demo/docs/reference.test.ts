/** Everything public is described in both languages; see `dist/npm/custom-elements.json`. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { elementText, entryText, fieldText, typeText } from '../../../build/docs/describe.ts';
import { plainText } from '../../../build/docs/html.ts';
import { detailType, elementPage, publicInterfaces, readElements } from '../../../build/docs/reference.ts';
import { VI } from '../../../demo/docs/reference/vi.ts';
import { LANGUAGES } from '../../../demo/language.ts';
import { ENTRY_KINDS, type ManifestEntry } from '../../../demo/manifest.ts';

const elements = readElements();
const interfaces = publicInterfaces(elements);

describe('the reference', () => {
  for (const element of elements) {
    const { tagName } = element;
    for (const language of LANGUAGES)
      it(`describes everything of ${tagName} in ${language}`, () => {
        expect(elementText(element, language), tagName).to.not.equal('');
        const missing = ENTRY_KINDS.flatMap((kind) =>
          element[kind]
            .filter((entry) => !entryText(tagName, kind, entry, language))
            .map(({ name }) => `${kind} ${name}`),
        );
        expect(missing).to.deep.equal([]);
      });

    it(`leaves out nothing public of ${tagName}`, () => {
      const manifest = JSON.parse(readFileSync('dist/npm/custom-elements.json', 'utf8')) as {
        modules: { declarations?: (Record<string, ManifestEntry[]> & { tagName?: unknown })[] }[];
      };
      const declaration = manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find((each) => each.tagName === tagName)!;
      const left = ENTRY_KINDS.flatMap((kind) => declaration[kind] ?? [])
        // A property that an attribute sets is described with that; what is static is for the package's own bundles.
        .filter(
          ({ privacy = 'public', attribute, static: isStatic }) =>
            privacy === 'public' && !attribute && !isStatic,
        )
        .filter(({ description }) => !description);
      expect(left.map(({ name }) => name)).to.deep.equal([]);
    });

    it(`has an example, types and defaults of ${tagName}`, () => {
      const page = elementPage(tagName, 'vi');
      expect(page.sections[0]!.html).to.contain(`<${tagName} lang="vi"`);
      const attributes = page.sections.find(({ id }) => id === 'attr')!.html;
      expect(attributes).to.match(/id="attr-limit".*mặc định: <code translate="no">\d+<\/code>/);
      expect(attributes).to.match(/id="attr-theme".*giá trị: <code translate="no">newspaper<\/code>/);
    });

    it(`knows the fields of what the events of ${tagName} hand over`, () => {
      const { html } = elementPage(tagName, 'en').sections.find(({ id }) => id === 'event')!;
      for (const event of element.events) expect(detailType(event), event.name).to.not.equal('');
      expect(html).to.match(/<code translate="no">feed<\/code>.*–/);
      expect(html).to.match(/<code translate="no">error<\/code>.*–/);
      expect(html).to.match(/<code translate="no">item<\/code>.*–/);
    });
  }

  it('lists the values of filters and columns', () => {
    const attributes = (tag: string) =>
      plainText(elementPage(tag, 'en').sections.find(({ id }) => id === 'attr')!.html);
    expect(attributes('tct-latest-news')).to.contain('filters values: empty, school , tag');
    expect(attributes('tct-document-list')).to.contain(
      'columns one value or several: number issued title type',
    );
  });

  it('describes each type, and in Vietnamese each field that has an English comment', () => {
    for (const each of interfaces) {
      for (const language of LANGUAGES) expect(typeText(each, language), each.name).to.not.equal('');
      for (const field of each.fields)
        expect(Boolean(fieldText(each.name, field, 'vi')), `${each.name}.${field.name}`).to.equal(
          Boolean(fieldText(each.name, field, 'en')),
        );
    }
  });

  it('has no Vietnamese text of anything that does not exist', () => {
    const extra: string[] = [];
    for (const [tag, { description: _, ...kinds }] of Object.entries(VI.elements))
      for (const [kind, texts] of Object.entries(kinds))
        for (const name of Object.keys(texts)) {
          const element = elements.find(({ tagName }) => tagName === tag);
          if (!element?.[kind as keyof typeof kinds].some((entry) => entry.name === name))
            extra.push(`${tag} ${kind} ${name}`);
        }
    for (const [kind, texts] of Object.entries(VI.shared))
      for (const name of Object.keys(texts))
        if (
          !elements.some((element) =>
            element[kind as keyof typeof VI.shared].some((entry) => entry.name === name),
          )
        )
          extra.push(`shared ${kind} ${name}`);
    for (const [type, { fields = {} }] of Object.entries(VI.types)) {
      const found = interfaces.find(({ name }) => name === type);
      if (!found) extra.push(type);
      for (const name of Object.keys(fields))
        if (!found?.fields.some((field) => field.name === name)) extra.push(`${type}.${name}`);
    }
    expect(extra).to.deep.equal([]);
  });
});
