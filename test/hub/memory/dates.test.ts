import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../../core/model/limits.ts';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { mergeFeed } from '../../../hub/memory/merge.ts';
import { emptyPostList, sortNewestFirst } from '../../../hub/memory/posts.ts';
import type { PostList } from '../../../hub/memory/types.ts';

const URL = 'https://truong.example/tin';
const NOW = Date.parse('2024-03-05T15:47:00+07:00');
const at = (ms: number) => formatVietnamTime(ms);

/** A feed of posts with these titles and dates; `approximate` lists those with a date in relation to now. */
const feedOf = (posts: Record<string, string>, approximate: string[] = []): Feed => ({
  version: JSON_FEED_VERSION,
  title: 'Trường',
  items: Object.entries(posts).map(([id, date_published]) => ({
    id,
    url: `${URL}/${id}`,
    title: id,
    content_text: '',
    date_published,
    _tct: { precision: approximate.includes(id) ? 'hour' : 'minute' },
  })),
  _tct: { approximate },
});
const merge = (list: PostList, feed: Feed, now: number) =>
  mergeFeed(list, { url: URL, others: [] }, 'nb', feed, now);
const order = (list: PostList) =>
  sortNewestFirst(list.entries)
    .map(({ item }) => item.id)
    .join();
const dateOf = (list: PostList, id: string) =>
  list.entries.find(({ item }) => item.id === id)!.item.date_published;

describe('a stored post with a mistyped date', () => {
  const posts = (mistyped: string) => ({
    nhầm: mistyped,
    sáng: '2024-03-05T00:00:00+07:00',
    'hôm qua': '2024-03-04T23:00:00+07:00',
  });

  it('keeps it, but is not ahead of the posts of the day it was first seen', () => {
    for (const mistyped of ['2042-03-05T08:00:00+07:00', at(NOW + DAY_MS + 1_000)]) {
      const list = emptyPostList();
      merge(list, feedOf(posts(mistyped)), NOW);
      expect(order(list)).to.equal('sáng,nhầm,hôm qua');
      expect(dateOf(list, 'nhầm')).to.equal(mistyped);
    }
  });

  it('stays there when its date has come', () => {
    const list = emptyPostList();
    const all = posts('2024-04-05T08:00:00+07:00');
    merge(list, feedOf(all), NOW);
    const april = Date.parse('2024-04-05T10:00:00+07:00');
    merge(list, feedOf({ 'tháng tư': '2024-04-04T08:00:00+07:00', ...all }), april);
    expect(order(list)).to.equal('tháng tư,sáng,nhầm,hôm qua');
  });

  it('gets its place when the date is corrected, or it is published again', () => {
    const list = emptyPostList();
    merge(list, feedOf(posts('2042-03-05T08:00:00+07:00')), NOW);
    merge(list, feedOf(posts('2024-03-05T08:00:00+07:00')), NOW + HOUR_MS);
    expect(order(list)).to.equal('nhầm,sáng,hôm qua');
    const later = NOW + 7 * DAY_MS;
    merge(list, feedOf({ ...posts('2024-03-05T08:00:00+07:00'), 'hôm qua': at(later) }), later);
    expect(order(list)).to.equal('hôm qua,nhầm,sáng');
  });
});

describe('a stored post with a date that is not mistyped', () => {
  it('has its date’s place in a state from before there were markers, however long ago it was first seen', () => {
    const list = emptyPostList();
    merge(list, feedOf({ 'đăng lại': at(NOW), cũ: at(NOW - DAY_MS) }), NOW);
    // Older versions kept the time when the date changed.
    list.entries[0]!.seen = NOW - 30 * DAY_MS;
    expect(order(list)).to.equal('đăng lại,cũ');
    merge(list, feedOf({ 'đăng lại': at(NOW), cũ: at(NOW - DAY_MS) }), NOW + HOUR_MS);
    expect(order(list)).to.equal('đăng lại,cũ');
  });

  it('has it also if the clock of the hub was years slow', () => {
    const list = emptyPostList();
    const posts = { a: at(NOW), b: at(NOW - DAY_MS), c: at(NOW - 2 * DAY_MS) };
    merge(list, feedOf({ c: posts.c, b: posts.b, a: posts.a }), NOW - 1_500 * DAY_MS);
    expect(order(list)).to.equal('a,b,c');
    merge(list, feedOf(posts), NOW);
    expect(order(list)).to.equal('a,b,c');
  });
});

describe('a stored post with a date in relation to now', () => {
  it('keeps the first, which is the most precise', () => {
    const list = emptyPostList();
    merge(list, feedOf({ a: at(NOW - 5 * 60_000) }, ['a']), NOW);
    for (let hours = 1; hours < 30; hours++) {
      const later = NOW + hours * HOUR_MS;
      // Rounded down by the site to whole hours and days.
      const shown = later - (hours < 24 ? hours * HOUR_MS : DAY_MS);
      expect(merge(list, feedOf({ a: at(shown) }, ['a']), later).edited, `${hours}`).to.equal(0);
    }
    expect(dateOf(list, 'a')).to.equal(at(NOW - 5 * 60_000));
  });

  it('does not keep a date that was read with a wrong clock', () => {
    const list = emptyPostList();
    merge(list, feedOf({ a: at(NOW + 4_000 * DAY_MS) }, ['a']), NOW);
    merge(list, feedOf({ a: at(NOW) }, ['a']), NOW + HOUR_MS);
    expect(dateOf(list, 'a')).to.equal(at(NOW));
    expect(list.entries[0]).to.not.have.property('mistyped');
  });

  it('takes a full date', () => {
    const list = emptyPostList();
    merge(list, feedOf({ a: at(NOW) }, ['a']), NOW);
    expect(merge(list, feedOf({ a: at(NOW - HOUR_MS) }), NOW + HOUR_MS).edited).to.equal(1);
    expect(dateOf(list, 'a')).to.equal(at(NOW - HOUR_MS));
  });

  it('takes the first date that there is', () => {
    const list = emptyPostList();
    const undated = feedOf({ a: at(NOW) });
    delete undated.items[0]!.date_published;
    merge(list, undated, NOW);
    merge(list, feedOf({ a: at(NOW) }, ['a']), NOW + HOUR_MS);
    expect(dateOf(list, 'a')).to.equal(at(NOW));
  });
});
