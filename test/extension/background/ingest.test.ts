import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { postsOf, unreadCount } from '../../../extension/schools/posts.ts';
import { evict } from '../../../extension/store/evict.ts';
import { type Store, storeParts } from '../../../extension/store/schema.ts';
import { FEED, feedOf, NOW, source, storeWithPosts } from '../support/school-store.ts';

describe('ingesting a feed', () => {
  it('treats posts dated after the subscription as new at first, later every post that is not known', () => {
    const firstFeed = feedOf('a', 'b', 'c', 'd');
    const dates = ['2026-11-22T23:00:00+07:00', '2026-11-23T00:00:00+07:00', '2026-11-23T10:30:00+07:00'];
    for (const [index, item] of firstFeed.items.entries())
      Object.assign(item, { date_published: dates[index] });
    const first = ingest(storeWithPosts(0), source, firstFeed, NOW + 2 * HOUR_MS);
    expect(first.posts.filter(({ read }) => !read).map(({ key }) => key)).to.deep.equal(['tct:c']);
    const sources = { [FEED]: { poll: { due: 0, earliest: 0, failures: 0 }, since: NOW } };
    const second = ingest({ ...first, sources }, source, feedOf('a', 'b', 'e'), NOW + 3 * HOUR_MS);
    expect(second.untold).to.deep.equal(['tct:c', 'tct:e']);
    expect(unreadCount(second)).to.equal(2);
  });

  it('counts no post as new at first because its date is mistyped, nor shows it ahead of others', () => {
    const feed = feedOf('nhầm', 'hôm nay', 'hôm qua');
    const dates = ['2062-11-23T08:00:00+07:00', '2026-11-23T00:00:00+07:00', '2026-11-22T23:00:00+07:00'];
    for (const [index, item] of feed.items.entries()) Object.assign(item, { date_published: dates[index] });
    const store = ingest(storeWithPosts(0), source, feed, NOW + HOUR_MS);
    expect(unreadCount(store)).to.equal(0);
    const order = (given: typeof store) => postsOf(given).map(({ item }) => item.id);
    expect(order(store)).to.deep.equal(['hôm nay', 'nhầm', 'hôm qua']);
    expect(store.posts.find(({ item }) => item.id === 'nhầm')!.item.date_published).to.equal(dates[0]);
    Object.assign(feed.items[2]!, { date_published: '2026-11-30T08:00:00+07:00' });
    const week = ingest(store, source, feed, Date.parse('2026-11-30T09:00:00+07:00'));
    expect(order(week)).to.deep.equal(['hôm qua', 'hôm nay', 'nhầm']);
  });

  it('takes no date for mistyped because the clock is slow, or the post was first seen long before', () => {
    const feed = feedOf('a', 'b', 'c');
    const dates = ['2026-11-23T08:00:00+07:00', '2026-11-22T08:00:00+07:00', '2026-11-21T08:00:00+07:00'];
    for (const [index, item] of feed.items.entries()) Object.assign(item, { date_published: dates[index] });
    const order = (store: Store) => postsOf(store).map(({ item }) => item.id);
    const slow = ingest(storeWithPosts(0), source, feed, Date.parse('2020-01-01T08:00:00+07:00'));
    expect(order(slow)).to.deep.equal(['a', 'b', 'c']);
    expect(order(ingest(slow, source, feed, NOW))).to.deep.equal(['a', 'b', 'c']);
    const old = ingest(storeWithPosts(0), source, feed, NOW);
    const posts = old.posts.map((post) => ({ ...post, seen: Date.parse('2026-10-01T08:00:00+07:00') }));
    expect(order(ingest({ ...old, posts }, source, feed, NOW))).to.deep.equal(['a', 'b', 'c']);
  });

  it('shows no post ahead because its date lies ahead, nor counts it as new at first, also where most do', () => {
    const feed = feedOf('mai kia', 'sang năm', 'hôm nay', 'tháng sau');
    const dates = ['2026-11-26T08:00:00+07:00', '2027-11-23T08:00:00+07:00', '2026-11-23T08:00:00+07:00'];
    for (const [index, item] of feed.items.entries())
      Object.assign(item, { date_published: dates[index] ?? '2026-12-23T08:00:00+07:00' });
    const store = ingest(storeWithPosts(0), source, feed, NOW, true);
    expect(postsOf(store)[0]!.item.id).to.equal('hôm nay');
    expect(unreadCount(store)).to.equal(0);
    const next = feedOf('hôm sau');
    Object.assign(next.items[0]!, { date_published: '2026-11-24T08:00:00+07:00' });
    const tomorrow = ingest(store, source, next, Date.parse('2026-11-24T09:00:00+07:00'), true);
    expect(postsOf(tomorrow)[0]!.item.id).to.equal('hôm sau');
    // Where it is our clock that is wrong, the dates are right.
    expect(postsOf(ingest(storeWithPosts(0), source, feed, NOW, false))[0]!.item.id).to.equal('sang năm');
  });

  it('stores when a mistyped date was seen', () => {
    const feed = feedOf('a');
    Object.assign(feed.items[0]!, { date_published: '2062-11-23T08:00:00+07:00' });
    const { posts } = ingest(storeWithPosts(0), source, feed, NOW);
    expect(posts[0]).to.include({ seen: NOW, mistyped: NOW });
    const read = storeParts.posts(posts, () => undefined);
    expect(read).to.deep.equal(posts);
    Object.assign(feed.items[0]!, { date_published: '2026-11-23T08:00:00+07:00' });
    expect(ingest({ ...storeWithPosts(0), posts }, source, feed, NOW).posts[0]).to.not.have.property(
      'mistyped',
    );
  });

  it('stores the texts of posts for reading on, the most wanted first where they are too long together', () => {
    const text = 'Toàn văn của bài viết. '.repeat(90).slice(0, 2000);
    const feed = feedOf(...Array.from({ length: 200 }, (_, index) => `${index}`));
    for (const [index, item] of feed.items.entries())
      Object.assign(item, {
        content_text: index === 199 ? 'Ngắn' : text,
        summary: index === 199 ? 'Ngắn' : text.slice(0, 600),
        date_published: formatVietnamTime(NOW - index * HOUR_MS),
      });
    const first = ingest(storeWithPosts(0), source, feed, NOW);
    expect(first.posts[0]!.item.content_text).to.equal(text);
    expect(first.posts[0]!.item.summary).to.equal(text.slice(0, 300));
    // It tells no more than the summary.
    expect(first.posts[199]!.item.content_text).to.equal('');
    const posts = first.posts.map((post, index) => ({
      ...post,
      read: index < 190,
      ...(index === 150 && { starred: true }),
    }));
    const { posts: kept } = evict({ ...first, posts });
    const withText = kept.flatMap(({ key, item }) => (item.content_text ? [key] : []));
    const newestRead = Array.from({ length: 90 }, (_, index) => `tct:${index}`);
    const unread = Array.from({ length: 9 }, (_, index) => `tct:${190 + index}`);
    expect(withText).to.have.members([...newestRead, ...unread, 'tct:150']);
    expect(evict(first).posts.filter(({ item }) => item.content_text)).to.have.length(100);
  });
});
