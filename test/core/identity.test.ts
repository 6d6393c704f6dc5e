import { expect } from 'chai';
import fc from 'fast-check';
import type { Item } from '../../core/feed.ts';
import { identify, type Known, match, postKey } from '../../core/identity.ts';
import { linkKey } from '../../core/link.ts';

const post = (title: string, url?: string, text = ''): Item => ({
  id: '',
  title,
  content_text: text,
  ...(url && { url }),
});
const ids = (...drafts: [guid: string | undefined, title: string, url?: string, text?: string][]) =>
  identify(drafts.map(([guid, title, url, text]) => ({ guid, item: post(title, url, text) }))).map(
    ({ id }) => id,
  );

describe('identity in one feed', () => {
  it('is the guid, trimmed', () =>
    expect(ids(['\n  news_326 ', 'a', 'http://x.vn/1'])).to.deep.equal(['news_326']));

  it('of a guid on several posts is guid and link', () => {
    const found = ids(['g', 'a', 'http://x.vn/1'], ['g', 'b', 'http://x.vn/2']);
    expect(found).to.deep.equal(['g x.vn/1', 'g x.vn/2']);
  });

  it('of a guid and link on several posts is their position', () => {
    expect(ids(['g', 'a', 'http://x.vn/'], ['g', 'b', 'http://x.vn/'])).to.deep.equal(['g', 'g #2']);
  });

  it('of the same post printed twice is one', () => {
    expect(ids(['g', 'a', 'http://x.vn/1'], ['g', 'a', 'http://x.vn/1'])).to.deep.equal(['g']);
    expect(ids([undefined, 'a', 'http://x.vn/1'], [undefined, 'a', 'https://www.x.vn/1/'])).to.have.length(1);
  });

  it('without a guid is the link, else what the post says', () => {
    expect(ids([undefined, 'a', 'https://www.x.vn/1/?utm_source=z#top'])).to.deep.equal(['x.vn/1']);
    const [first, second] = ids([undefined, 'a', undefined, 'text'], ['', 'a', undefined, 'other text']);
    expect(first).to.match(/^text:[a-z\d]+$/);
    expect(first).not.to.equal(second);
    expect(ids([undefined, 'a', undefined, 'text'])).to.deep.equal([first]);
  });
});

describe('links', () => {
  const same: [string, string][] = [
    ['http://x.vn/a', 'https://x.vn/a'],
    ['http://www.x.vn/a/', 'http://x.vn/a'],
    ['http://x.vn/a?utm_source=fb&utm_medium=m', 'http://x.vn/a#comments'],
    ['http://x.vn/a?id=1&utm_campaign=c', 'http://x.vn/a?id=1'],
    ['http://X.vn/', 'http://x.vn'],
    ['http://x.vn/%e2%98%8e', 'http://x.vn/☎'],
    [
      'http://x.vn/web/guest/tin-tuc/-/asset_publisher/AbC1/content/bai-viet?redirect=%2Fhome',
      'http://x.vn/web/guest/tin-tuc/-/asset_publisher/zZ9/content/bai-viet',
    ],
  ];
  for (const [a, b] of same) it(`${a} is ${b}`, () => expect(linkKey(a)).to.equal(linkKey(b)));
  const different: [string, string][] = [
    ['http://x.vn/a', 'http://x.vn/A'],
    ['http://x.vn/?p=1', 'http://x.vn/?p=2'],
    ['http://x.vn/a', 'http://y.vn/a'],
    ['http://x.vn:8080/a', 'http://x.vn/a'],
  ];
  for (const [a, b] of different) it(`${a} is not ${b}`, () => expect(linkKey(a)).not.to.equal(linkKey(b)));
});

describe('identity over time', () => {
  const read = (id: string, url?: string, title = id): Item => ({ ...post(title, url), id });

  it('is the same from the hub and from the school', () => {
    expect(postKey({ ...read('nb:news_1'), _tct: { school: 'nb' } })).to.equal('nb:news_1');
    expect(postKey(read('news_1'), 'nb')).to.equal('nb:news_1');
    expect(postKey(read('news_1'))).to.equal('news_1');
  });

  it('keeps a post whose guid or title changed', () => {
    const known = [{ key: 'nb:1', url: 'http://x.vn/a' }];
    expect(match(known, [read('2', 'https://x.vn/a', 'Sửa')], 'nb')).to.deep.include({
      item: read('2', 'https://x.vn/a', 'Sửa'),
      key: 'nb:1',
      isNew: false,
    });
  });

  it('keeps a post whose Liferay block was moved', () => {
    const link = (instance: string) => `http://x.vn/tin/-/asset_publisher/${instance}/content/bai`;
    expect(match([{ key: link('a'), url: link('a') }], [read(link('b'), link('b'))])[0]).to.include({
      isNew: false,
    });
  });

  it('keeps the first of a guid that has come to stand on several posts', () => {
    const items = identify([
      { guid: 'g', item: post('new', 'http://x.vn/2') },
      { guid: 'g', item: post('old', 'http://x.vn/1') },
    ]);
    expect(match([{ key: 'g', url: 'http://x.vn/1' }], items).map(({ isNew }) => isNew)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('learns nothing from a link that several posts share', () => {
    const known = [{ key: '1', url: 'http://x.vn/' }];
    const found = match(known, [read('2', 'http://x.vn/'), read('3', 'http://x.vn/')]);
    expect(found.every(({ isNew }) => isNew)).to.equal(true);
  });

  it('does not take a new post for a known one that is still there', () => {
    const known = [{ key: '1', url: 'http://x.vn/a' }];
    const found = match(known, [read('1', 'http://x.vn/b'), read('2', 'http://x.vn/a')]);
    expect(found.map(({ key, isNew }) => [key, isNew])).to.deep.equal([
      ['1', false],
      ['2', true],
    ]);
  });

  it('calls every post new exactly once, whatever a feed does', () => {
    const step = fc.record({
      posts: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }),
      guids: fc.boolean(),
      titles: fc.boolean(),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const known = new Map<string, Known>();
        const seen = new Map<number, number>();
        steps.forEach(({ posts, guids, titles, twice }, time) => {
          const drafts = posts.map((number) => ({
            guid: guids ? `guid-${number}-${time % 3}` : `guid-${number}`,
            item: post(
              titles ? `title ${number} at ${time}` : `title ${number}`,
              `http://x.vn/post/${number}`,
            ),
          }));
          const items = identify(
            twice ? [...drafts, ...drafts.map(({ guid, item }) => ({ guid, item: { ...item } }))] : drafts,
          );
          for (const { item, key, isNew } of match(known.values(), items, 's')) {
            const number = Number(item.url!.split('/').pop());
            if (isNew) seen.set(number, (seen.get(number) ?? 0) + 1);
            known.set(key, { key, url: item.url });
          }
          for (const number of posts) expect(seen.get(number), `post ${number}`).to.equal(1);
        });
      }),
    );
  });
});
