import { expect } from 'chai';
import { scriptUrl } from '../scripts.ts';
import { waitForState } from '../support.ts';
import { NEWS, openListening, SCRIPT, warning } from './support.ts';

const SOURCES: Record<string, string> = {
  'latest-news': NEWS,
  'document-list': '/test/widgets/documents.json',
  weather: '/test/widgets/weather.json',
  gallery: '/test/widgets/albums.json',
};

/** A mistake in a tag, and what is said about it in both languages. */
const MISTAKES: [widget: string, attributes: string, vi: RegExp, en: RegExp][] = [
  [
    'latest-news',
    'layout="card"',
    /layout="card" không phải giá trị hợp lệ.*layout="cards".*list, cards/,
    /Perhaps you mean layout="cards"/,
  ],
  ['latest-news', 'limit="abc"', /limit="abc" không phải số nguyên/, /is not a whole number/],
  ['latest-news', 'limit="0"', /limit="0" không phải số nguyên/, /is not a whole number/],
  ['latest-news', 'limit="500"', /limit="500" làm trang nặng.*nhiều nhất 100/, /heavy and slow/],
  ['document-list', 'limit="500"', /nhiều nhất 200/, /at most 200/],
  ['latest-news', 'heading-level="9"', /heading-level="9" không phải số từ 1 đến 6/, /a number from 1 to 6/],
  ['latest-news', 'refresh="often"', /refresh="often" không phải số phút/, /number of minutes/],
  ['latest-news', 'new-for="x"', /new-for="x" không phải số ngày/, /number of days/],
  ['latest-news', 'search="false"', /search="false" vẫn bật search/, /turns search on/],
  ['document-list', 'no-tools="0"', /no-tools="0" vẫn bật no-tools/, /turns no-tools on/],
  [
    'document-list',
    'columns="number tile"',
    /tên không tồn tại: tile.*columns="title"/,
    /do not exist: tile/,
  ],
  [
    'weather',
    'layout="list"',
    /layout="list" không phải giá trị hợp lệ.*full, compact, now, strip/,
    /Choose one of: full/,
  ],
  ['weather', 'limit="abc"', /limit="abc"/, /limit="abc"/],
  ['gallery', 'layout="caroussel"', /layout="carousel"/, /layout="carousel"/],
  ['gallery', 'autoplay="-3" layout="carousel"', /autoplay="-3" quá nhanh/, /too fast/],
];

describe('a value that is none', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [widget, attributes, vi, en] of MISTAKES)
    it(`is explained: ${widget} ${attributes}`, async () => {
      const tag = `<tct-${widget} src="${SOURCES[widget]}" loading="eager" ${attributes}></tct-${widget}>`;
      const page = await openListening(tag + SCRIPT);
      const text = await warning(page, vi);
      expect(text.split('\n')).to.have.length(2);
      const [first, second] = text.split('\n');
      expect(first)
        .to.match(vi)
        .and.to.match(new RegExp(`^tct-${widget}: `));
      expect(second)
        .to.match(en)
        .and.to.match(new RegExp(`^tct-${widget}: `));
    });

  it('is explained once, however many tags have it', async () => {
    const tag = `<tct-latest-news src="${NEWS}" loading="eager" layout="card"></tct-latest-news>`;
    const page = await openListening(`${tag.repeat(3)}${tag.replace('"card"', '"heading"')}${SCRIPT}`);
    await warning(page, /layout="heading"/);
    expect(page.warned.filter((text) => /layout="card"/.test(text))).to.have.length(1);
  });
});

describe('a right value', () => {
  afterEach(() => document.body.replaceChildren());

  it('is not mentioned, and loads no words', async () => {
    const right = [
      [
        'latest-news',
        'layout="headlines" limit="7" new-for="0" refresh="15" heading-level="3" search lang="vi"',
      ],
      ['document-list', 'columns="number title files" pages limit="25" no-tools'],
      ['weather', 'layout="strip" limit="3" places="ha-noi"'],
      ['gallery', 'layout="carousel" autoplay="5" captions download no-share'],
    ];
    const page = await openListening(
      `${right.map(([name, attributes]) => `<tct-${name} src="${SOURCES[name!]}" loading="eager" ${attributes}></tct-${name}>`).join('')}${SCRIPT}`,
    );
    for (const [name] of right) await waitForState(page.document.querySelector(`tct-${name}`)!, 'ready');
    // Any request for the words was sent before this one.
    await (await page.fetch(await scriptUrl('tct-debug.js'))).text();
    const requests = page.performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const words = requests.filter(({ name }) => /-debug\.js/.test(name));
    expect(words.map(({ initiatorType }) => initiatorType)).to.deep.equal(['fetch']);
    expect(page.warned).to.deep.equal([]);
  });
});
