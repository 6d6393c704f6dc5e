import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const PACKAGE = new URL('../../dist/npm/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, PACKAGE), 'utf8'));

interface Entry {
  name: string;
  description?: string;
}
interface Declaration {
  tagName?: string;
  attributes?: (Entry & { type?: { text: string } })[];
  events?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  members?: (Entry & { privacy?: string; kind: string })[];
}

describe('the npm package', () => {
  const { exports } = read('package.json') as { exports: Record<string, { default: string } | string> };
  const elements = (read('custom-elements.json') as { modules: { declarations?: Declaration[] }[] }).modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);

  for (const [name, entry] of Object.entries(exports))
    if (typeof entry !== 'string')
      it(`${name} can be imported without a DOM, as in server-side rendering`, async () => {
        const module = await import(new URL(entry.default, PACKAGE).href);
        expect(Object.keys(module)).to.not.be.empty;
      });

  it('describes every attribute, event, part and property of each element, and nothing private', () => {
    expect(elements.map(({ tagName }) => tagName)).to.include.members([
      'tct-latest-news',
      'tct-document-list',
    ]);
    for (const { tagName, attributes = [], events = [], cssParts = [], cssProperties = [] } of elements) {
      for (const { name, description } of [...attributes, ...events, ...cssParts, ...cssProperties])
        expect(description, `${tagName} ${name}`).to.be.a('string');
      for (const { name } of attributes) expect(name, tagName).to.match(/^[a-z]+(?:-[a-z]+)*$/);
      const names = attributes.map(({ name }) => name);
      expect(names, tagName).to.include.members(['lang', 'loading', 'refresh', 'heading']);
      for (const internal of ['shown', 'open', 'query', 'choice', 'printing'])
        expect(names).to.not.include(internal);
    }
  });

  it('lists the values that an attribute accepts', () => {
    const news = elements.find(({ tagName }) => tagName === 'tct-latest-news')!;
    expect(news.attributes!.find(({ name }) => name === 'layout')!.type!.text).to.match(
      /list.*cards.*headlines.*compact/,
    );
    expect(
      news.members!.filter(({ name }) => /^(?:renderItem|feed|reload)$/.test(name)).map(({ name }) => name),
    ).to.have.length(3);
  });
});
