/** Whatever happens between a deed and its undo: what the deed took comes back, and what came since stays. */
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { clusterUrl } from '../../../extension/schools/configuration.ts';
import { followMovedHub } from '../../../extension/schools/hub-move.ts';
import { postsOf, unreadCount } from '../../../extension/schools/posts.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { exportBackup, importBackup } from '../../../extension/store/backup.ts';
import {
  addSchool,
  removeSchool,
  setHub,
  setRead,
  setSchool,
  setStarred,
} from '../../../extension/store/changes.ts';
import { MAX_DEEDS } from '../../../extension/store/deed-schema.ts';
import { recordDeed, undoDeed } from '../../../extension/store/deeds.ts';
import { evictPosts } from '../../../extension/store/evict.ts';
import { validStore } from '../../../extension/store/load.ts';
import { type Deed, emptyStore, type Store } from '../../../extension/store/schema.ts';
import { FEED, feedOf, NOW, readPost, school, source, storeWithPosts } from '../support/school-store.ts';

const B_FEED = 'https://truong-b.example/rss';
const b = { id: 'b', name: 'Trường B', news: [B_FEED], documents: [] };
const fromB = { url: B_FEED, kind: 'news' as const, school: 'b' };
const LATER = NOW + HOUR_MS;
const poll = { due: LATER, earliest: NOW, failures: 0, etag: '"1"' };

/** As it is written, and read again. */
const stored = (store: Store, now = LATER): Store =>
  validStore(JSON.parse(JSON.stringify(updateSubscriptions(store, now))), () => undefined);

const did = (store: Store, kind: Deed['kind'], edit: (store: Store) => Store): Store =>
  stored(recordDeed(store, edit(store), { kind, at: LATER }));

const last = ({ deeds = [] }: Store): Deed => deeds.at(-1)!;
const undone = (store: Store, { id } = last(store)): Store => stored(undoDeed(store, id));
const keys = (store: Store) => store.posts.map(({ key }) => key).sort();
const unread = (store: Store) =>
  store.posts
    .filter(({ read }) => !read)
    .map(({ key }) => key)
    .sort();
const withoutDeeds = ({ deeds: _, ...store }: Store) => store;

const read =
  (keys: string[], to = true) =>
  (store: Store) =>
    setRead(store, keys, to);

/** Two schools that were polled; of A three posts, of which one is unread, one starred and one forgotten. */
function twoSchools(): Store {
  const store = addSchool(storeWithPosts(3), b);
  const posts = store.posts.map((post, index) => ({
    ...post,
    read: index !== 0,
    ...(index === 1 && { starred: true }),
  }));
  const sources = Object.fromEntries(
    [
      ['tct', FEED],
      ['b', B_FEED],
    ].map(([school, url]) => [url!, { school: school!, poll, since: NOW, posts: 3 }]),
  );
  const before = { ...store, posts: [readPost(9, { key: 'tct:alt' })] };
  const { memory } = evictPosts(before, before.posts);
  return stored({ ...store, memory, posts, since: { tct: NOW, b: NOW }, sources, untold: ['tct:0'] }, NOW);
}

const removeA = (store: Store) => did(store, 'removed', (store) => removeSchool(store, 'tct'));

describe('undoing the removal of a school', () => {
  it('leaves the posts and validators alone that another school got since', () => {
    const removed = removeA(twoSchools());
    const polled = ingest(removed, fromB, feedOf('MỚI'), LATER);
    const state = { ...polled.sources[B_FEED]!, poll: { ...poll, etag: '"2"' } };
    const after = undone(stored({ ...polled, sources: { ...polled.sources, [B_FEED]: state } }));
    expect(keys(after)).to.deep.equal(['b:MỚI', 'tct:0', 'tct:1', 'tct:2']);
    expect(unread(after)).to.deep.equal(['b:MỚI', 'tct:0']);
    expect(after.sources[B_FEED]!.poll.etag).to.equal('"2"');
    expect(unreadCount(after)).to.equal(2);
  });

  it('gives back all that was taken, in its place', () => {
    const before = twoSchools();
    const after = undone(removeA(before));
    // The validators are gone, so that the source delivers what it published meanwhile.
    const { [FEED]: _, ...sources } = before.sources;
    expect(after.sources[FEED]).to.deep.equal({
      school: 'tct',
      poll: { due: LATER, earliest: NOW, failures: 0 },
      since: NOW,
    });
    expect({ ...withoutDeeds(after), sources: { [B_FEED]: after.sources[B_FEED] } }).to.deep.equal({
      ...before,
      sources,
    });
  });

  it('makes new what the school published meanwhile, also without a date, and nothing that was known', () => {
    const after = undone(removeA(twoSchools()));
    const feed = feedOf('0', '1', '2', 'alt', 'MỚI');
    for (const item of feed.items) delete item.date_published;
    const polled = ingest(after, source, feed, LATER);
    expect(unread(polled)).to.deep.equal(['tct:0', 'tct:MỚI']);
  });

  it('doubles no post that came again because the school was added again, nor one whose guid changed', () => {
    const before = twoSchools();
    const linked = {
      ...before,
      posts: before.posts.map((post) => ({
        ...post,
        item: { ...post.item, url: `https://truong.example/${post.item.id}` },
      })),
    };
    const again = stored(addSchool(removeA(linked), { ...school, name: 'Tên mới' }));
    const feed = feedOf('0', 'x1', '2');
    for (const item of feed.items) item.url = `https://truong.example/${item.id.slice(-1)}`;
    const polled = stored(ingest(again, source, feed, LATER));
    expect(unread(polled)).to.deep.equal([]);
    const after = undone(polled);
    expect(keys(after)).to.deep.equal(['tct:0', 'tct:2', 'tct:x1']);
    expect(unread(after)).to.deep.equal(['tct:0']);
    expect(after.posts.filter(({ starred }) => starred).map(({ key }) => key)).to.deep.equal(['tct:x1']);
    expect(after.own.find(({ id }) => id === 'tct')!.name).to.equal('Tên mới');
    expect(after.own).to.have.length(2);
  });

  it('brings posts back with the star that was given before, and without the one that was taken back since', () => {
    const starred = did(twoSchools(), 'starred', (store) => setStarred(store, 'tct:2', true));
    const removed = removeA(starred);
    expect(undone(removed).posts.find(({ key }) => key === 'tct:2')!.starred).to.equal(true);
    const both = undone(undone(removed, last(starred)), last(removed));
    expect(both.posts.find(({ key }) => key === 'tct:2')!.starred).not.to.equal(true);
    expect(keys(both)).to.deep.equal(['tct:0', 'tct:1', 'tct:2']);
  });

  it('can be done once', () => {
    const removed = removeA(twoSchools());
    const deed = last(removed);
    const once = undone(removed);
    expect(last(once)).to.deep.include({ id: deed.id, undone: true, count: 3 });
    const twice = undone(did(once, 'read', read(['tct:0'])), deed);
    expect(unread(twice)).to.deep.equal([]);
    expect(keys(twice)).to.deep.equal(['tct:0', 'tct:1', 'tct:2']);
  });
});

describe('undoing marks', () => {
  const all = ['tct:0', 'tct:1', 'tct:2'];

  it('changes only the posts that it had changed', () => {
    const marked = did(twoSchools(), 'read', read(all));
    expect(last(marked)).to.deep.include({ count: 1, undo: { read: ['tct:0'], untold: ['tct:0'] } });
    const came = stored({ ...marked, posts: [...marked.posts, readPost(7)] });
    expect(unread(undone(came))).to.deep.equal(['tct:0']);
  });

  it('lets posts be announced that were waiting for it', () => {
    const marked = did(twoSchools(), 'read', read(all));
    expect(marked.untold).to.deep.equal([]);
    expect(undone(marked).untold).to.deep.equal(['tct:0']);
  });

  it('leaves posts alone that were marked again since', () => {
    const unmarked = did(twoSchools(), 'unread', read(all, false));
    const marked = did(unmarked, 'read', read(all));
    const again = did(did(marked, 'unread', read(['tct:1'], false)), 'read', read(['tct:1']));
    expect(unread(undone(again, last(marked)))).to.deep.equal(['tct:0', 'tct:2']);
    // Elsewhere they may have become unread without a deed.
    expect(unread(undone(setRead(marked, ['tct:2'], false), last(marked)))).to.deep.equal(all);
  });

  it('undoes several deeds, the last first', () => {
    const before = twoSchools();
    const first = did(before, 'unread', read(['tct:1'], false));
    const second = did(first, 'read', read(all));
    const third = did(second, 'unstarred', (store) => setStarred(store, 'tct:1', false));
    const after = undone(undone(undone(third, last(third)), last(second)), last(first));
    expect(after.posts.map(({ key, read, starred }) => [key, read, !!starred])).to.deep.equal(
      before.posts.map(({ key, read, starred }) => [key, read, !!starred]),
    );
  });
});

describe('undoing a choice of schools', () => {
  const HUB = 'https://tin.example/';
  const hub = {
    url: HUB,
    name: 'Trạm',
    schools: [{ id: 'c', name: 'C', news: [`${HUB}c.json`], documents: [] }],
  };

  it('goes on as if a school had not been off', () => {
    const off = did(setSchool(twoSchools(), 'b', { every: 30 }), 'off', (store) =>
      setSchool(store, 'b', { on: false }),
    );
    expect(off.since).to.deep.equal({ tct: NOW });
    const after = undone(setSchool(off, 'b', { every: 15 }));
    expect(after.choices.b).to.deep.equal({ on: true, every: 15 });
    expect(after.since).to.deep.equal({ tct: NOW, b: NOW });
  });

  it('leaves a school on that was switched on again', () => {
    const off = did(twoSchools(), 'off', (store) => setSchool(store, 'b', { on: false }));
    const on = setSchool(off, 'b', { on: true });
    expect(undone(on).choices.b).to.deep.equal({ on: true });
  });

  it('follows a hub again as before, unless another is followed by now', () => {
    const followed = stored(setHub(twoSchools(), hub), NOW);
    const left = did(followed, 'hub-left', (store) => setHub(store, undefined));
    expect(left.since).not.to.have.property('c');
    expect(withoutDeeds(undone(left))).to.deep.equal(followed);
    const other = setHub(left, { ...hub, url: 'https://khac.example/' });
    expect(undone(other).hub!.url).to.equal('https://khac.example/');
    expect(undone(did(twoSchools(), 'hub-set', (store) => setHub(store, hub))).hub).to.equal(undefined);
  });

  it('leaves a hub also if its new address was followed meanwhile', () => {
    const set = did(twoSchools(), 'hub-set', (store) => setHub(store, hub));
    const moved = { to: 'https://moi.example/cluster.json', since: NOW };
    const sources = { ...set.sources, [clusterUrl(hub.url)]: { poll: { ...poll, moved } } };
    const followed = stored(followMovedHub({ ...set, sources }));
    expect(followed.hub!.url).to.equal('https://moi.example/');
    expect(undone(followed).hub).to.equal(undefined);
  });

  it('removes schools that were added, with their posts, and not those that the hub lists', () => {
    const before = twoSchools();
    const c = { id: 'c', name: 'C', news: ['https://c.example/rss'], documents: [] };
    const more = { ...b, documents: ['https://truong-b.example/vb'] };
    const imported = did(before, 'imported', (store) => addSchool(addSchool(store, c), more));
    expect(last(imported).count).to.equal(2);
    const polled = ingest(imported, { url: c.news[0]!, kind: 'news', school: 'c' }, feedOf('1'), LATER);
    expect(keys(polled)).to.include('c:1');
    expect(withoutDeeds(undone(polled))).to.deep.equal(before);
    expect(keys(undone(setHub(polled, hub)))).to.include('c:1');
  });
});

describe('the last deeds', () => {
  it('are ten, in order, with what is needed to name them', () => {
    let store = twoSchools();
    for (let count = 0; count < 12; count++)
      store = did(store, count % 2 ? 'read' : 'unread', read(['tct:2'], !!(count % 2)));
    expect(store.deeds!.map(({ id }) => id)).to.deep.equal(
      Array.from({ length: MAX_DEEDS }, (_, index) => index + 3),
    );
  });

  it('record nothing where nothing changed', () => {
    expect(did(twoSchools(), 'read', read(['tct:1'])).deeds).to.equal(undefined);
  });

  it('fill no more than their share: the oldest cannot be undone any more', () => {
    let store = twoSchools();
    const summary = 'x'.repeat(500);
    for (let round = 0; round < 6; round++) {
      const posts = Array.from({ length: 500 }, (_, index) =>
        readPost(index, { item: { id: String(index), content_text: '', title: 'T', summary } }),
      );
      store = did(addSchool({ ...store, posts }, school), 'removed', (store) => removeSchool(store, 'tct'));
    }
    expect(store.deeds!.map(({ undo }) => !!undo)).to.deep.equal([false, false, false, true, true, true]);
    expect(JSON.stringify(store.deeds).length).to.be.lessThan(1_100_000);
    expect(postsOf(undone(store))).to.have.length(500);
  });

  it('belong to this browser: no backup brings them, and none survives one', () => {
    const store = removeA(twoSchools());
    expect(exportBackup(store)).not.to.include('deeds');
    expect(importBackup(store, exportBackup(emptyStore()), NOW)!.deeds).to.equal(undefined);
  });
});
