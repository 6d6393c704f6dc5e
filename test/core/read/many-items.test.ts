/** Feeds with more items than are ever wanted. */
import { expect } from 'chai';
import { readFeed } from '../../../core/index.ts';
import { MAX_ITEMS } from '../../../core/model/limits.ts';
import { newest } from '../../../core/model/newest.ts';

const URL = 'https://nb.example/feed';
const COUNT = 130_000;

/** The nth of `COUNT` dates, in no order that a feed would have. */
const minute = (index: number) => (index * 7919) % COUNT;
const dateOf = (index: number) => new Date(Date.UTC(2020, 0, 1) + minute(index) * 60_000).toISOString();
const indexes = [...Array(COUNT).keys()];
const newestIds = indexes.filter((index) => minute(index) >= COUNT - MAX_ITEMS).map(String);

const FEEDS: [name: string, body: (index: number) => string, wrap: (items: string[]) => string][] = [
  [
    'RSS',
    (index) => `<item><guid>${index}</guid><title>t</title><pubDate>${dateOf(index)}</pubDate></item>`,
    (items) => `<rss><channel><title>T</title>${items.join('')}</channel></rss>`,
  ],
  [
    'JSON Feed',
    (index) => JSON.stringify({ id: String(index), title: 't', date_published: dateOf(index) }),
    (items) => `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${items}]}`,
  ],
  [
    'a hub’s file',
    (index) =>
      JSON.stringify({
        id: String(index),
        title: 't',
        content_text: '',
        date_published: dateOf(index).replace('.000Z', '+07:00'),
      }),
    (items) => `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${items}]}`,
  ],
];

describe('feeds of 130,000 items', function () {
  this.timeout(120_000);

  for (const [name, body, wrap] of FEEDS)
    it(`give their newest ${MAX_ITEMS} in their order: ${name}`, async () => {
      const { items } = await readFeed(wrap(indexes.map(body)), { url: URL });
      expect(items).to.have.length(MAX_ITEMS);
      expect(items.map(({ id }) => id)).to.deep.equal(newestIds);
    });

  it('give their first ones if they have no dates', async () => {
    const feed = `<rss><channel><title>T</title>${indexes.map((index) => `<item><guid>${index}</guid></item>`).join('')}</channel></rss>`;
    const { items } = await readFeed(feed, { url: URL });
    expect(items.map(({ id }) => id)).to.deep.equal(indexes.slice(0, MAX_ITEMS).map(String));
  });

  it('may have as many tags', async () => {
    const words = indexes.map((index) => `w${index}`).join();
    const tags = `<media:keywords>${words}</media:keywords><itunes:category text="w">${'<itunes:category text="x"/>'.repeat(COUNT)}</itunes:category>`;
    const feed = `<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title><item><title>t</title>${tags}</item></channel></rss>`;
    const { items } = await readFeed(feed, { url: URL });
    expect(items[0]!.tags).to.have.length(100);
  });
});

describe('the newest of a list', () => {
  it('are those with the latest dates, then the first ones, in their order', () => {
    const list = ['1', undefined, '3', '2', undefined, '3'];
    expect(newest(list, 9, (date) => date)).to.deep.equal(list);
    expect(newest(list, 2, (date) => date)).to.deep.equal(['3', '3']);
    expect(newest(list, 5, (date) => date)).to.deep.equal(['1', undefined, '3', '2', '3']);
  });
});
