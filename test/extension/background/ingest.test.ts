import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { unreadCount } from '../../../extension/schools/posts.ts';
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
});
