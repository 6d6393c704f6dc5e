import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { BLOCKS } from '../../../demo/nhung/blocks.ts';
import { CMS, FORMS } from '../../../demo/nhung/choices.ts';
import { attributeWords } from '../../../demo/nhung/words/attributes.ts';
import { CMS_WORDS } from '../../../demo/nhung/words/cms.ts';
import {
  FORM_WORDS,
  LIST_OF_CLUSTER,
  PIECE_WORDS,
  REMARKS,
  whereFor,
} from '../../../demo/nhung/words/forms.ts';
import type { Words } from '../../../demo/nhung/words/language.ts';
import { PAGE } from '../../../demo/nhung/words/page.ts';
import { TOKEN_WORDS } from '../../../demo/nhung/words/tokens.ts';
import { ELEMENTS, OPTIONS } from './described-elements.ts';

const GUIDES = new URL('../../../demo/docs/guides/', import.meta.url);

const expectBoth = (words: Words | undefined, what: string) => {
  expect(words?.[0], `${what} in Vietnamese`).to.match(/\S/);
  expect(words?.[1], `${what} in English`).to.match(/\S/);
};

describe('the words of the builder', () => {
  it('name every block', () => {
    expect(ELEMENTS.map(({ tagName }) => tagName.replace('tct-', '')).sort()).to.deep.equal(
      BLOCKS.map(({ name }) => name).sort(),
    );
  });

  for (const { tagName, attributes, cssProperties } of ELEMENTS) {
    const block = tagName.replace('tct-', '');
    it(`name every attribute of <${tagName}> and its values in both languages`, () => {
      for (const { name, type } of attributes) {
        const words = attributeWords(block, name);
        expectBoth(words?.label, name);
        for (const [, value] of type!.text.matchAll(/'([^']+)'/g))
          expectBoth(words!.values?.[value!], `${name}="${value}"`);
        for (const each of [words!.hint, words!.empty, ...Object.values(words!.values ?? {})])
          if (each) expectBoth(each, name);
      }
    });
    it(`name every custom property of <${tagName}> in both languages`, () => {
      for (const { name } of cssProperties) expectBoth(TOKEN_WORDS[name]?.label, name);
    });
  }

  it('name what is used if a custom property is not set', () => {
    for (const { token, words, defaultValue } of [...OPTIONS.values()].flatMap(({ tokens }) => tokens))
      if (!defaultValue) expectBoth(words.unset, token);
  });

  it('exist in both languages for forms, sites and the page', () => {
    for (const name of FORMS) {
      expectBoth(FORM_WORDS[name].title, name);
      expectBoth(FORM_WORDS[name].when, name);
    }
    for (const name of CMS) {
      expectBoth(CMS_WORDS[name].title, name);
      for (const form of FORMS) expectBoth(whereFor(form, name), `${form} on ${name}`);
    }
    for (const [name, words] of Object.entries({ ...PAGE, ...PIECE_WORDS, ...REMARKS, ...LIST_OF_CLUSTER }))
      expectBoth(words, name);
  });
});

describe('where the code goes', () => {
  it('depends on the form', () => {
    for (const cms of CMS)
      for (const form of ['rss', 'include', 'npm'] as const)
        expect(whereFor(form, cms), `${form} on ${cms}`).not.to.equal(CMS_WORDS[cms].where);
  });

  it('is told by a guide that exists in both languages', () => {
    for (const cms of CMS)
      for (const folder of ['', 'en/'])
        expect(existsSync(new URL(`${folder}${CMS_WORDS[cms].guide}.md`, GUIDES)), cms).to.equal(true);
  });
});

describe('the controls of the builder', () => {
  const kindOf = (block: string, name: string) =>
    OPTIONS.get(block)!.fields.find(({ attribute }) => attribute === name)?.kind;

  it('follow the types of the attributes', () => {
    expect(kindOf('latest-news', 'layout')).to.equal('choice');
    expect(kindOf('latest-news', 'search')).to.equal('switch');
    expect(kindOf('latest-news', 'loading')).to.equal('switch');
    expect(kindOf('latest-news', 'limit')).to.equal('number');
    expect(kindOf('latest-news', 'heading')).to.equal('text');
    expect(kindOf('document-list', 'columns')).to.equal('names');
  });

  it('leave what a block reads to the step before', () => {
    expect(kindOf('latest-news', 'src')).to.equal(undefined);
    expect(kindOf('latest-news', 'school')).to.equal(undefined);
  });
});
