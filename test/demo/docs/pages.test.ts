/** The pages as they are without script; the reference in them is made of `dist/npm/custom-elements.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { selectAll } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import { guideFile } from '../../../build/docs/guide.ts';
import { PAGES_BY_PATH, renderPage, searchIndex } from '../../../build/docs/page.ts';
import { searchEntries } from '../../../demo/docs/search.ts';
import { LANGUAGES, type Language } from '../../../demo/language.ts';
import type { Element, Node } from '../../../hub/page/tree.ts';

/** Where the built pages are in a hub: what else its folder has is of others. */
const BASE = 'http://hub.example/docs/';
const MIN_TEXT_CHARS = 400;

const pages = new Map([...PAGES_BY_PATH].map(([path, page]) => [path, parseDocument(renderPage(...page))]));
const find = (selector: string, page: Node): Element[] => selectAll<Node, Element>(selector, page);
const ids = (page: Node) => find('[id]', page).map(({ attribs }) => attribs.id!);

/** What a link of a page leads to; undefined if it leaves the documentation. */
function target(from: string, href: string): { path: string; id: string } | undefined {
  const url = new URL(href, BASE + from);
  if (!url.href.startsWith(BASE)) return undefined;
  return { path: url.pathname.slice('/docs/'.length), id: decodeURIComponent(url.hash.slice(1)) };
}

describe('the pages of the documentation', () => {
  for (const [path, page] of pages) {
    it(`${path}: links lead somewhere`, () => {
      const broken = find('a[href]', page)
        .map(({ attribs }) => attribs.href!)
        .filter((href) => {
          const to = target(path, href);
          if (!to) return false;
          const found = pages.get(to.path);
          if (!found) return !existsSync(`demo/docs/${to.path}`);
          return to.id && !ids(found).includes(to.id);
        });
      expect(broken).to.deep.equal([]);
    });

    it(`${path}: has a counterpart in the other language`, () => {
      const [link] = find('.kicker a[hreflang]', page);
      const other = pages.get(target(path, link!.attribs.href!)!.path)!;
      const [back] = find('.kicker a[hreflang]', other);
      expect(link!.attribs.lang).to.equal(find('html', other)[0]!.attribs.lang);
      expect(target(target(path, link!.attribs.href!)!.path, back!.attribs.href!)!.path).to.equal(path);
      const shape = (each: Node) =>
        find('main :is(h2, h3, pre, table, iframe, picture, tr)', each).map(({ name }) => name);
      expect(shape(other)).to.deep.equal(shape(page));
    });

    it(`${path}: headings are in order, ids unique`, () => {
      const levels = find('h1, main :is(h2, h3, h4)', page).map(({ name }) => Number(name[1]));
      expect(levels[0]).to.equal(1);
      expect(levels.filter((level) => level === 1)).to.have.length(1);
      for (const [index, level] of levels.entries())
        if (index) expect(level - levels[index - 1]!, String(levels)).to.be.at.most(1);
      expect(ids(page)).to.deep.equal([...new Set(ids(page))]);
    });

    it(`${path}: can be read without script`, () => {
      const text = DomUtils.textContent(find('main', page)).replace(/\s+/g, ' ');
      expect(text.length).to.be.above(MIN_TEXT_CHARS);
      expect(find('main [hidden]', page)).to.deep.equal([]);
      for (const { attribs } of find('main img', page)) expect(attribs.alt).to.not.equal('');
      for (const { attribs } of find('main img, main source', page)) {
        const file = new URL(attribs.src ?? attribs.srcset!, BASE + path).pathname;
        expect(existsSync(`demo${file}`), file).to.equal(true);
      }
    });
  }

  it('shows a picture of each imitated site', () => {
    for (const name of [
      'nukeviet',
      'wordpress',
      'joomla',
      'liferay',
      'dotnetnuke',
      'sharepoint',
      'trang-tinh',
    ])
      for (const prefix of ['', 'en/'])
        expect(find('picture img', pages.get(`${prefix}${name}.html`)!), name).to.not.be.empty;
  });

  it('have a guide in Markdown in both languages', () => {
    for (const [{ name }, language] of PAGES_BY_PATH.values())
      if (!/^(?:tct-|kieu-)/.test(name)) expect(existsSync(guideFile(name, language)), name).to.equal(true);
  });
});

describe('the search of the documentation', () => {
  const indexes = Object.fromEntries(
    LANGUAGES.map((language) => [language, searchIndex(language)]),
  ) as Record<Language, ReturnType<typeof searchIndex>>;
  const titles = (language: Language, query: string) =>
    searchEntries(indexes[language], query).map(({ title }) => title);

  it('finds Vietnamese without diacritics', () => {
    expect(titles('vi', 'chieu cao')[0]).to.equal('Chiều cao của khung');
    expect(titles('vi', 'khi khong hien gi')).to.include('Khi không hiện gì');
  });

  it('finds an attribute by its name, of each element, before what only mentions it', () => {
    for (const language of LANGUAGES)
      expect(titles(language, 'limit').slice(0, 4)).to.deep.equal(['limit', 'limit', 'limit', 'limit']);
  });

  it('finds attributes by what the builder calls them, before guides', () => {
    for (const query of ['số mục', 'so muc'])
      expect(titles('vi', query).slice(0, 3)).to.deep.equal(['limit', 'limit', 'limit']);
    for (const title of titles('vi', 'tieu de').slice(0, 8)) expect(title).to.match(/^heading/);
    expect(titles('en', 'items shown')[0]).to.equal('limit');
  });

  it('finds policies by their abbreviation', () => {
    for (const language of LANGUAGES)
      expect(titles(language, 'csp')[0]).to.equal('Content-Security-Policy (CSP)');
  });

  it('finds parts, custom properties and events', () => {
    expect(titles('en', '::part')[0]).to.match(/::part\(/);
    expect(titles('vi', '::part(badge)')).to.deep.equal(['::part(badge)']);
    expect(titles('vi', '--tct-accent')).to.have.length.of.at.least(4);
    expect(titles('en', 'tct-select')).to.include('tct-select');
  });

  it('finds what stands in the text of a guide', () => {
    expect(titles('en', 'Text Filters No Filtering')).to.include('Allow code');
  });

  it('leads to places that exist', () => {
    for (const language of LANGUAGES)
      for (const { url, title } of indexes[language]) {
        const { path, id } = target(language === 'vi' ? '' : 'en/', url)!;
        const page = pages.get(path)!;
        expect(!id || ids(page).includes(id), `${title}: ${url}`).to.equal(true);
      }
  });

  it('shows nothing without a query', () => {
    expect(titles('vi', ' ')).to.deep.equal([]);
  });
});

describe('the guide “Khi không hiện gì”', () => {
  const sources = ['widgets/debug', 'core/poll', 'core/read']
    .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  /** Shorter pieces say nothing. */
  const MIN_PIECE_CHARS = 6;

  for (const path of ['khi-khong-hien-gi.html', 'en/khi-khong-hien-gi.html'])
    it(`quotes what the debug panel says: ${path}`, () => {
      const [table] = find('main table', pages.get(path)!);
      const cells = find('tbody tr td:first-child', table!).map((cell) => DomUtils.textContent(cell));
      expect(cells).to.have.length.of.at.least(10);
      const pieces = cells
        .flatMap((cell) => cell.split(/…|[,;()]/))
        .map((piece) => piece.trim())
        .filter((piece) => piece.length >= MIN_PIECE_CHARS);
      expect(pieces.filter((piece) => !sources.includes(piece))).to.deep.equal([]);
    });
});
