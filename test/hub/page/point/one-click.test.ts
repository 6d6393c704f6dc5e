import { expect } from 'chai';
import fc from 'fast-check';
import { foldWords } from '../../../../core/text/fold-words.ts';
import { isGeneratedName, isUtilityName } from '../../../../hub/page/selector/steady-names.ts';
import { bytes } from '../../../fixture.ts';
import { numbersOf, point } from './point-at.ts';

const text = async (name: string) =>
  new TextDecoder().decode(await bytes(`../hub/page/list/list-pages/${name}`));
const expected: Record<string, { title: string; url: string }[]> = JSON.parse(await text('expected.json'));

describe('one click on a headline of a recorded page gives exactly its list', () => {
  for (const [name, posts] of Object.entries(expected))
    it(name, async () => {
      const html = await text(`${name}.html`);
      for (const post of new Set([posts[0]!, posts.at(-1)!])) {
        const isTitle = (line: string) => foldWords(line) === foldWords(post.title);
        const clicks = numbersOf(html, (element, page) => isTitle(page.textLine(element) ?? ''));
        // The same headline may stand in a sidebar.
        const readings = await Promise.all(clicks.map((click) => point(html, { items: [click] })));
        const lists = readings.map(({ feed }) => feed.items.map(({ url }) => url).join('\n'));
        expect(lists, readings.map(({ source }) => source.item).join(' | ')).to.include(
          posts.map(({ url }) => url).join('\n'),
        );
      }
    });
});

const names = [
  'css-1x2y3z',
  'sc-bdVaJa',
  'jsx-1234567',
  '_abc12_',
  'elementor-element-5f3a1b2',
  'Card_title__3xYzA',
];

describe('names that programs make', () => {
  it('are told from those that people give', () => {
    for (const name of names) expect(isGeneratedName(name), name).to.equal(true);
    const human = [
      'tin-item',
      'news_list',
      'bai-viet',
      'block__title',
      'views-row',
      'postTitle',
      'nghiencuu',
      'td-module',
    ];
    for (const name of human) expect(isGeneratedName(name), name).to.equal(false);
    for (const name of ['mb-4', 'flex', 'col-md-4', 'items-center', 'text-lg', 'list-unstyled'])
      expect(isUtilityName(name), name).to.equal(true);
    for (const name of ['list-item', 'col-item', 'tin', 'entry-content'])
      expect(isUtilityName(name), name).to.equal(false);
  });
});

/** A page with a list of posts, an advertisement between them, menus and a list beside it. */
interface Made {
  count: number;
  itemClass: string;
  tag: string;
  wrappers: number;
  hasAd: boolean;
  isPromoted: boolean;
  isDated: boolean;
  clicked: number;
  part: 'a' | 'img';
}

function makePage({ count, itemClass, tag, wrappers, hasAd, isPromoted, isDated }: Made): string {
  const indexes = [...Array(count).keys()];
  const item = (index: number) => {
    const promoted = isPromoted && index === 0 ? ' noi-bat' : '';
    const classes = `${itemClass}${promoted}`.trim();
    return `<${tag}${classes && ` class="${classes} post-${index + 100}"`}><img src="/anh/${index}.jpg" width=200 height=150><h3><a href="/tin/bai-${index}.html">Nhà trường tổ chức hội thảo khoa học số ${index}</a></h3>${isDated ? `<span>0${(index % 9) + 1}/11/2026</span>` : ''}</${tag}>`;
  };
  const ad = `<${tag} class="quang-cao"><img src="/qc.gif" width=300 height=100></${tag}>`;
  const items = indexes.map((index) => item(index) + (hasAd && index === 1 ? ad : '')).join('');
  const list = tag === 'li' ? `<ul>${items}</ul>` : `<div>${items}</div>`;
  const wrapped = '<div>'.repeat(wrappers) + list + '</div>'.repeat(wrappers);
  const menu = ['gioi-thieu', 'dao-tao', 'lien-he', 'tin-tuc'].map(
    (name) => `<li><a href="/${name}">${name.replace('-', ' ')}</a></li>`,
  );
  return `<title>Tin</title><body><nav><ul>${menu.join('')}</ul></nav><div id="noi-dung">${wrapped}</div><div class="sidebar"><ul>${[1, 2, 3].map((index) => `<li><a href="/thong-bao/${index}">Thông báo về việc nghỉ lễ của nhà trường lần ${index}</a></li>`).join('')}</ul></div>`;
}

describe('one click on generated lists', () => {
  it('finds exactly the fellows, by no generated name', async () => {
    const made: fc.Arbitrary<Made> = fc.record({
      count: fc.integer({ min: 3, max: 12 }),
      itemClass: fc.constantFrom('', 'tin', 'news-item', ...names),
      tag: fc.constantFrom('div', 'li', 'article', 'section'),
      wrappers: fc.integer({ min: 0, max: 3 }),
      hasAd: fc.boolean(),
      isPromoted: fc.boolean(),
      isDated: fc.boolean(),
      clicked: fc.nat(11),
      part: fc.constantFrom('a', 'img'),
    });
    await fc.assert(
      fc.asyncProperty(made, async (each) => {
        const html = makePage(each);
        const heads = numbersOf(html, ({ name, attribs }) =>
          each.part === 'a'
            ? name === 'a' && !!attribs.href?.startsWith('/tin/')
            : name === 'img' && !!attribs.src?.startsWith('/anh/'),
        );
        const { source, feed } = await point(html, { items: [heads[each.clicked % heads.length]!] });
        expect(
          feed.items.map(({ url }) => url?.replace('https://truong.example', '')),
          source.item,
        ).to.deep.equal([...Array(each.count).keys()].map((index) => `/tin/bai-${index}.html`));
        for (const [, name] of source.item!.matchAll(/[.#]([\w-]+)/g))
          expect(isGeneratedName(name!), source.item).to.equal(false);
      }),
      { numRuns: 120 },
    );
  });
});
