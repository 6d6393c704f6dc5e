import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { unreadCount } from '../../../extension/schools/posts.ts';
import { setHub, setSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { FEED, feedOf, NOW, school, source, storeWithPosts } from '../support/school-store.ts';

const HUB = 'https://hub.example/';

describe('the configuration', () => {
  it('makes nothing new when the user switches to a hub and back', () => {
    const store = storeWithPosts(3);
    const hubFeed = `${HUB}schools/tct/news.json`;
    const hub = { url: HUB, name: 'Cụm', schools: [{ ...school, news: [hubFeed] }] };
    const withHub = setHub(store, hub);
    expect(sourcesOf(withHub).map(({ url }) => url)).to.deep.equal([
      hubFeed,
      `${HUB}news.json`,
      `${HUB}cluster.json`,
    ]);
    const published = feedOf('tct:0', 'tct:1', 'tct:2');
    for (const item of published.items) Object.assign(item, { _tct: { school: 'tct' } });
    const polled = ingest(
      { ...withHub, sources: { [hubFeed]: { poll: { due: 0, earliest: 0, failures: 0 }, since: NOW } } },
      { ...source, url: hubFeed },
      published,
      NOW + HOUR_MS,
    );
    expect(polled.posts.map(({ key }) => key)).to.deep.equal(['tct:0', 'tct:1', 'tct:2']);
    expect(unreadCount(polled)).to.equal(0);
    expect(sourcesOf(setHub(polled, undefined)).map(({ url }) => url)).to.deep.equal([FEED]);
  });

  it('requires a permission for feeds that a hub lists on other hosts', () => {
    const hub = { url: 'https://hub.example', name: 'Cụm', schools: [school] };
    expect(sourcesOf(setHub(emptyStore(), hub)).map(({ url, hub }) => [url, hub])).to.deep.equal([
      [FEED, undefined],
      [`${HUB}cluster.json`, true],
    ]);
  });

  it('has a hub’s schools on by default, and packaged ones off', () => {
    const hub = { url: HUB, name: 'Cụm', schools: [school] };
    const idsOn = (store: Store) => schoolsOf(store).flatMap(({ id, on }) => (on ? [id] : []));
    expect(idsOn(emptyStore())).to.deep.equal([]);
    expect(idsOn(setHub(emptyStore(), hub))).to.deep.equal(['tct']);
    expect(idsOn(setSchool(setHub(emptyStore(), hub), 'tct', { on: false }))).to.deep.equal([]);
  });
});
