/** Lists that grew without limit, and what is left of them. */
import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../../core/model/limits.ts';
import { evict, mergeFeed } from '../../../hub/memory/merge.ts';
import { emptyPostList, isShown } from '../../../hub/memory/posts.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const SOURCE = 'https://nb.example/feed';

/** Items numbered from the newest. */
const items = (from: number, to: number, dated = true): Item[] =>
  Array.from({ length: to - from }, (_, index) => ({
    id: `p${from + index}`,
    url: `https://nb.example/${from + index}`,
    title: `Tin ${from + index}`,
    content_text: '',
    ...(dated && { date_published: dateOf(from + index) }),
  }));
const dateOf = (age: number) => new Date(NOW - age * 60_000).toISOString().replace(/\.\d+Z$/, '+07:00');
const feed = (items: Item[]) => ({ version: JSON_FEED_VERSION, title: 'T', items }) as const;
const ids = ({ entries }: { entries: { item: Item }[] }) => entries.map(({ item }) => item.id);

describe('a list of many posts', () => {
  it('takes no longer than sorting when half of its 100,000 posts leave the middle', () => {
    const list = emptyPostList();
    const all = items(0, 100_000);
    const merge = (items: Item[]) => mergeFeed(list, { url: SOURCE, others: [] }, 'nb', feed(items), NOW);
    expect(merge(all).added).to.equal(all.length);
    // Of the others, none comes after the last one that leaves: each that leaves is compared with all.
    const stay = all.filter((_, index) => index < 50_000);
    expect(merge(stay).doubtful).to.have.length(50_000);
    const odd = stay.filter((_, index) => index % 2);
    expect(merge(odd).pending).to.equal(true);
    expect(merge(odd).edited).to.equal(25_000);
    expect(list.entries.filter((entry) => !isShown(entry))).to.have.length(25_000);
  });

  it('is cut to its limit, and stays so', () => {
    const list = emptyPostList();
    const sources = { url: SOURCE, others: [] };
    mergeFeed(list, sources, 'nb', feed(items(0, 130_000)), NOW);
    expect(list.entries).to.have.length(130_000);
    expect(evict(list, 500)).to.equal(true);
    expect(ids(list)).to.deep.equal(ids({ entries: items(0, 500).map((item) => ({ item })) }));
    const again = mergeFeed(list, sources, 'nb', feed(items(0, 10_000)), NOW, 500);
    expect(again).to.deep.equal({ added: 0, edited: 0, pending: false, doubtful: [] });
    expect(evict(list, 500)).to.equal(false);
  });

  for (const dated of [true, false])
    it(`gets no posts that it deletes again, ${dated ? 'dated' : 'undated'}`, () => {
      const list = emptyPostList();
      const poll = (items: Item[], days: number) => {
        const later = NOW + days * 86_400_000;
        const { added } = mergeFeed(list, { url: SOURCE, others: [] }, 'nb', feed(items), later, 100);
        evict(list, 100);
        return added;
      };
      expect(poll(items(10, 1010, dated), 0)).to.equal(100);
      expect(poll(items(10, 1010, dated), 1)).to.equal(0);
      // New posts push the oldest off.
      expect(poll(items(5, 1005, dated), 2)).to.equal(5);
      expect(new Set(ids(list))).to.deep.equal(new Set(items(5, 105).map(({ id }) => id)));
      expect(poll(items(5, 1005, dated), 3)).to.equal(0);
    });

  it('is shared by its sources', () => {
    const list = emptyPostList();
    const other = 'https://nb.example/other';
    const poll = (url: string, others: string[], items: Item[]) => {
      const { added } = mergeFeed(list, { url, others }, 'nb', feed(items), NOW, 100);
      evict(list, 100, 2);
      return added;
    };
    const old = items(5000, 5200, false);
    expect(poll(SOURCE, [other], items(0, 1000))).to.equal(100);
    expect(poll(other, [SOURCE], old)).to.equal(50);
    for (let round = 0; round < 3; round++) {
      expect(poll(SOURCE, [other], items(0, 1000))).to.equal(0);
      expect(poll(other, [SOURCE], old)).to.equal(0);
    }
    expect(list.entries).to.have.length(100);
  });

  it('keeps posts that fell off the end, while there is room', () => {
    const list = emptyPostList();
    const poll = (items: Item[]) => {
      mergeFeed(list, { url: SOURCE, others: [] }, 'nb', feed(items), NOW, 30);
      evict(list, 30);
    };
    for (let first = 90; first >= 0; first -= 10) poll(items(first, first + 20));
    expect(new Set(ids(list))).to.deep.equal(new Set(items(0, 30).map(({ id }) => id)));
  });
});
