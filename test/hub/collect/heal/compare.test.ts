import { expect } from 'chai';
import type { Feed, Item } from '../../../../core/model/feed.ts';
import { compare, MIN_SHARE } from '../../../../hub/collect/heal/compare.ts';
import type { StoredPost } from '../../../../hub/memory/types.ts';

const LAST_READ = Date.parse('2026-11-24T08:00:00+07:00');
const HUNDRED = 100;

const item = (index: number, path = 'cu'): Item => ({
  id: `${path}-${index}`,
  title: `Hội thảo lần thứ ${index}`,
  url: `https://truong.example/${path}/${index}`,
  content_text: '',
});
const feed = (items: Item[]): Feed => ({ version: 'https://jsonfeed.org/version/1.1', title: 'Tin', items });
const moved = (...indices: number[]) => feed(indices.map((index) => item(index, 'moi')));
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const remembered = (indices: number[]): StoredPost[] =>
  indices.map((index, place) => ({
    id: `nb:${index}`,
    key: `nb:${index}`,
    source: 'https://truong.example/rss',
    item: item(index),
    seen: 0,
    place,
    missing: 0,
  }));

describe('the posts that a source must have to be adopted', () => {
  const enough = (found: Feed, posts: StoredPost[], others: StoredPost[] = []) =>
    compare(found, posts, others, LAST_READ).isEnough;

  it('are at least the stated share of the newest remembered ones', () => {
    expect(MIN_SHARE).to.equal(0.6);
    const posts = remembered(numbers(1, HUNDRED));
    for (const count of [10, 20, 100]) {
      const share = Math.ceil(count * MIN_SHARE);
      const others = numbers(1001, 1000 + count);
      const has = (held: number) => moved(...numbers(1, held), ...others.slice(held));
      expect(enough(has(share), posts), `${share} of ${count}`).to.equal(true);
      expect(enough(has(share - 1), posts), `${share - 1} of ${count}`).to.equal(false);
    }
  });

  it('are recognised by links or by titles, whatever their ids', () => {
    const posts = remembered(numbers(1, 10));
    const byLink = numbers(1, 10).map((index) => ({
      ...item(index),
      id: `x${index}`,
      title: `Tên mới ${index}`,
    }));
    expect(enough(feed(byLink), posts)).to.equal(true);
    const byTitle = numbers(1, 10).map((index) => ({
      ...item(index, 'moi'),
      title: `HỘI THẢO  lần thứ ${index}.`,
    }));
    expect(enough(feed(byTitle), posts)).to.equal(true);
    const sameIds = numbers(1, 10).map((index) => ({
      ...item(index, 'moi'),
      id: `cu-${index}`,
      title: `Khác ${index}`,
    }));
    expect(enough(feed(sameIds), posts)).to.equal(false);
  });

  it('are not those of a block beside the list, nor a single one', () => {
    expect(enough(moved(1, 2, 3, 4, 5), remembered(numbers(1, 30)))).to.equal(false);
    expect(enough(moved(1, 2, 3), remembered(numbers(1, 5)))).to.equal(true);
    expect(enough(moved(1), remembered([1]))).to.equal(false);
    expect(enough(moved(1, 2), remembered([1, 2]))).to.equal(true);
  });

  it('are not those of one category of the list', () => {
    const category = numbers(1, HUNDRED).filter((index) => index % 3 === 0);
    expect(enough(moved(...category.slice(0, 10)), remembered(numbers(1, HUNDRED)))).to.equal(false);
  });

  it('are not lost among those of a larger list', () => {
    const category = numbers(1, HUNDRED).filter((index) => index % 3 === 0);
    expect(enough(moved(...numbers(1, HUNDRED)), remembered(category))).to.equal(false);
    // Unless the rest of the list is read from another source.
    const rest = numbers(1, HUNDRED).filter((index) => index % 3);
    expect(enough(moved(...numbers(1, HUNDRED)), remembered(category), remembered(rest))).to.equal(true);
  });

  it('may be followed by any number of older ones, and come after any number of later ones', () => {
    const later = numbers(201, 240).map((index) => ({
      ...item(index, 'moi'),
      date_published: '2026-11-25T08:00:00+07:00',
    }));
    const found = feed([...later, ...moved(...numbers(1, HUNDRED)).items]);
    expect(enough(found, remembered(numbers(1, 10)))).to.equal(true);
  });

  it('count only once for each title', () => {
    const same = numbers(1, 10).map((index) => ({ ...item(index, 'moi'), title: 'Hội thảo lần thứ 1' }));
    expect(enough(feed(same), remembered(numbers(1, 10)))).to.equal(false);
    const alike = remembered(numbers(1, 10)).map((post) => ({
      ...post,
      item: { ...post.item, title: 'Lịch học' },
    }));
    expect(enough(feed([{ ...item(1, 'moi'), title: 'Lịch học' }]), alike)).to.equal(false);
  });
});
