import { expect } from 'chai';
import { bestFirst, isConvincing, itemsMissingIn, sourceFacts, weigh } from '../../../core/discover/weigh.ts';
import type { Feed, Item } from '../../../core/model/feed.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const NO_HEADERS = { get: () => null };

function feed(count: number, more: (index: number) => Partial<Item> = () => ({})): Feed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Tin',
    items: [...Array(count).keys()].map((index) => ({
      id: `bai-${index}`,
      url: `https://truong.example/bai-${index}`,
      content_text: 'Nội dung',
      date_published: new Date(NOW - index * 86_400_000).toISOString(),
      ...more(index),
    })),
  };
}

const facts = (read: Feed, headers = NO_HEADERS) => sourceFacts(read, headers, NOW);
const image = 'https://truong.example/anh.jpg';
const photo = { url: image, mime_type: 'image/jpeg', title: 'Ảnh' };

describe('weighing sources', () => {
  it('values posts, then pictures, texts and dates, authors, reach and validators', () => {
    const news = (read: Feed, headers = NO_HEADERS) => weigh(facts(read, headers), 'news');
    const plain = news(feed(10));
    expect(news(feed(0))).to.equal(0);
    for (const better of [
      news(feed(12)),
      news(feed(10, () => ({ image }))),
      news(feed(10, () => ({ authors: [{ name: 'Ban Biên tập' }] }))),
      news(feed(10, (index) => (index === 9 ? { date_published: '2026-01-01T00:00:00+07:00' } : {}))),
      news(feed(10), { get: (name: string) => (name === 'etag' ? '"1"' : null) } as typeof NO_HEADERS),
    ])
      expect(better).to.be.greaterThan(plain);
    expect(news(feed(10, () => ({ content_text: '' })))).to.be.lessThan(plain);
    expect(news(feed(10, () => ({ date_published: undefined as never })))).to.be.lessThan(plain);
    // Ten without pictures are better than four with.
    expect(news(feed(4, () => ({ image, authors: [{ name: 'A' }] })))).to.be.lessThan(plain);
  });

  it('values documents by numbers and files, albums by photos', () => {
    const numbered = feed(3, (index) => ({ _tct: { document: { number: `${index}/QĐ` } } }));
    expect(weigh(facts(numbered), 'documents')).to.be.greaterThan(weigh(facts(feed(10)), 'documents'));
    expect(isConvincing(facts(numbered), 'documents')).to.equal(true);
    const album = feed(1, () => ({ image, attachments: [photo, { ...photo, url: `${image}?2` }] }));
    const single = feed(50, () => ({ image, attachments: [photo] }));
    expect(weigh(facts(album), 'gallery')).to.be.greaterThan(weigh(facts(single), 'gallery'));
    expect([isConvincing(facts(album), 'gallery'), isConvincing(facts(single), 'gallery')]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('puts a forgotten source last, and ignores mistyped dates', () => {
    const old = { facts: facts(feed(50, () => ({ date_published: '2018-01-01T00:00:00+07:00' }))) };
    const fresh = { facts: facts(feed(5)) };
    expect(bestFirst([old, fresh], 'news')).to.deep.equal([fresh, old]);
    expect(facts(feed(1, () => ({ date_published: '2062-11-23T08:00:00+07:00' }))).newest).to.equal(
      undefined,
    );
  });

  it('compares items by link or title, documents also by number and file', () => {
    const file = { url: 'https://truong.example/tep/12.pdf', mime_type: 'application/pdf' };
    const post = feed(1, () => ({
      url: 'https://truong.example/a',
      attachments: [file],
      _tct: { document: { number: '12/QĐ' } },
    }));
    const same = feed(1, () => ({ url: 'http://www.truong.example/a/' }));
    const sameFile = feed(1, () => ({ url: 'https://truong.example/b', attachments: [file] }));
    const sameNumber = feed(1, () => ({
      url: 'https://truong.example/c',
      _tct: { document: { number: '12/qđ' } },
    }));
    expect(itemsMissingIn(same, [post], 'news')).to.deep.equal([]);
    const titled = (url: string, title: string) => feed(1, () => ({ url, title }));
    const [one, other] = ['https://truong.example/tin/12-a', 'https://truong.example/12-a'];
    const long = 'Hội thảo khoa học cấp trường';
    expect(itemsMissingIn(titled(one, long), [titled(other, long.toUpperCase())], 'news')).to.deep.equal([]);
    expect(itemsMissingIn(titled(one, 'Thông báo'), [titled(other, 'Thông báo')], 'news')).to.have.length(1);
    for (const other of [sameFile, sameNumber]) {
      expect(itemsMissingIn(other, [post], 'documents')).to.deep.equal([]);
      expect(itemsMissingIn(other, [post], 'news')).to.have.length(1);
    }
  });
});
