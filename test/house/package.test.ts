import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const PACKAGE = new URL('../../dist/npm/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, PACKAGE), 'utf8'));

interface Entry {
  name: string;
  description?: string;
}
interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  attributes?: (Entry & { type?: { text: string } })[];
  events?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  members?: (Entry & { privacy?: string; kind: string; static?: boolean })[];
}

describe('the npm package', () => {
  const { exports } = read('package.json') as {
    exports: Record<string, { types: string; default?: string } | string>;
  };
  const { modules } = read('custom-elements.json') as {
    modules: { path: string; declarations: Declaration[] }[];
  };
  const elements = modules.flatMap(({ declarations }) => declarations);
  const exists = (name: string) => existsSync(new URL(name, PACKAGE));

  for (const [name, entry] of Object.entries(exports))
    if (typeof entry !== 'string') {
      it(`${name} has types`, () => {
        expect(exists(entry.types)).to.equal(true);
      });
      if (entry.default)
        it(`${name} can be imported without a DOM, as in server-side rendering`, async () => {
          const module = await import(new URL(entry.default!, PACKAGE).href);
          expect(Object.keys(module)).to.not.be.empty;
        });
    }

  it('has an entry for each element, one for all, and types for each framework', () => {
    const names = elements.map(({ tagName }) => tagName!.replace('tct-', './'));
    expect(Object.keys(exports)).to.include.members([
      '.',
      ...names,
      ...names.map((name) => `${name}/element`),
      ...['react', 'vue', 'svelte', 'solid'].map((name) => `./${name}`),
    ]);
  });

  it('describes in its manifest what it ships, and only that', () => {
    expect(modules).to.have.length(4);
    for (const { path } of modules) expect(exists(path), path).to.equal(true);
    for (const { name, tagName, kind, members = [] } of elements) {
      expect([kind, tagName], name).to.deep.equal(['class', tagName]);
      for (const member of members) {
        expect(member, `${tagName} ${member.name}`).to.not.have.any.keys('inheritedFrom', 'static');
        expect(member.description, `${tagName} ${member.name}`).to.be.a('string');
        expect(member.privacy ?? 'public', `${tagName} ${member.name}`).to.equal('public');
        expect(member.name).to.not.match(/^[#_]/);
      }
    }
    expect(JSON.stringify(modules)).to.not.match(/widgets\/|\.ts"/);
  });

  it('comes with its own documentation', () => {
    for (const name of ['README.md', 'CHANGELOG.md', 'VERSIONING.md', 'LICENSE'])
      expect(exists(name), name).to.equal(true);
  });

  it('describes every attribute, event, part and property of each element, and nothing private', () => {
    expect(elements.map(({ tagName }) => tagName)).to.include.members([
      'tct-latest-news',
      'tct-document-list',
      'tct-weather',
      'tct-gallery',
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
    for (const { tagName, attributes } of elements) {
      const choices = attributes!.filter(({ name }) => name === 'theme' || name === 'layout');
      for (const { name, type } of choices) expect(type!.text, `${tagName} ${name}`).to.match(/^'\w+' \| '/);
    }
    const news = elements.find(({ tagName }) => tagName === 'tct-latest-news')!;
    expect(news.attributes!.find(({ name }) => name === 'layout')!.type!.text).to.match(
      /list.*cards.*headlines.*compact/,
    );
    expect(
      news.members!.filter(({ name }) => /^(?:renderItem|feed|reload)$/.test(name)).map(({ name }) => name),
    ).to.have.length(3);
  });
});
