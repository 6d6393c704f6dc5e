/** The store on disk: migration, repair, locking and the quota. */
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { unreadCount } from '../../../extension/schools/posts.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { DAMAGED_COPY_KEY, loadStore, STORE_KEY } from '../../../extension/store/load.ts';
import { LockedStore, type StorageArea } from '../../../extension/store/locked-store.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { FakeLocks } from '../support/fake-locks.ts';
import {
  FEED,
  feedOf,
  NOW,
  poll,
  readPost,
  school,
  source,
  storeWithPosts,
} from '../support/school-store.ts';

/** `storage.local` with a quota in bytes. */
class FakeDisk implements StorageArea {
  readonly items = new Map<string, string>();
  constructor(public quota = 10 * 2 ** 20) {}
  async get(keys: string[] | null) {
    const wanted = keys ?? [...this.items.keys()];
    return Object.fromEntries(
      wanted.flatMap((key) => (this.items.has(key) ? [[key, JSON.parse(this.items.get(key)!)]] : [])),
    );
  }
  async set(items: Record<string, unknown>) {
    const after = new Map(this.items);
    for (const [key, value] of Object.entries(items)) after.set(key, JSON.stringify(value));
    const size = [...after.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (size > this.quota) throw new Error('QUOTA_BYTES quota exceeded');
    for (const [key, value] of after) this.items.set(key, value);
  }
  async remove(keys: string[]) {
    for (const key of keys) this.items.delete(key);
  }
}

function lockedStoreOn(area: FakeDisk): LockedStore {
  const locks = new FakeLocks();
  return new LockedStore({
    area,
    withLock: (work) => locks.request(STORE_KEY, work),
    now: () => NOW,
    afterEdit: updateSubscriptions,
    afterWrite: async () => {},
  });
}

describe('the locked store', () => {
  it('migrates version 1, which had a key for each part, and removes the old keys', async () => {
    const disk = new FakeDisk();
    const { read: _, ...post } = readPost(1);
    await disk.set({
      posts: [post, { ...post, key: 'tct:2' }],
      unread: ['tct:2'],
      schools: [school],
      settings: { notifications: true, quietFrom: 1140, quietTo: 360, weekends: false },
      choices: { tct: { on: true, every: 30 } },
      since: { tct: NOW },
      sources: { [FEED]: { poll } },
    });
    const store = await lockedStoreOn(disk).read();
    expect(store.version).to.equal(2);
    expect(store.posts.map(({ read }) => read)).to.deep.equal([true, false]);
    expect(store.settings).to.deep.equal({
      notifications: true,
      quiet: { on: true, from: 19, to: 6, weekends: false },
    });
    expect(store.choices).to.deep.equal({ tct: { on: true, every: 30 } });
    expect(store.sources[FEED]!.poll.etag).to.equal('"1"');
    expect(store.notice).to.equal(undefined);
    expect([...disk.items.keys()]).to.deep.equal([STORE_KEY]);
  });

  it('keeps the valid parts of a damaged store, says so, and keeps a copy of the damaged one', async () => {
    const disk = new FakeDisk();
    const undamaged = { ...storeWithPosts(3), sources: { [FEED]: { poll } } };
    const damaged = {
      ...undamaged,
      posts: [...undamaged.posts.slice(0, 2), { key: 7 }],
      settings: 'nonsense',
    };
    await disk.set({ [STORE_KEY]: damaged });
    const store = await lockedStoreOn(disk).read();
    expect(store.posts).to.have.length(2);
    expect(store.own).to.deep.equal([school]);
    expect(store.settings).to.deep.equal(emptyStore().settings);
    expect(store.notice).to.deep.equal({ kind: 'recovered', at: NOW });
    expect(JSON.parse(disk.items.get(DAMAGED_COPY_KEY)!)).to.deep.equal({ at: NOW, stored: damaged });
    // The validators may cover posts that are lost.
    expect(store.sources[FEED]!.poll).to.deep.equal({ due: 5, earliest: 5, failures: 0 });
    // The repaired store was written: the next read finds nothing to repair.
    expect((await lockedStoreOn(disk).read()).posts).to.have.length(2);
  });

  it('starts afresh and keeps a copy if the stored value is unusable or of a newer version', async () => {
    for (const stored of ['nonsense', 7, [], { version: 99, posts: 'other' }]) {
      const disk = new FakeDisk();
      await disk.set({ [STORE_KEY]: stored });
      const store = await lockedStoreOn(disk).read();
      expect(store.posts).to.deep.equal([]);
      expect(store.notice?.kind).to.equal('recovered');
      expect(JSON.parse(disk.items.get(DAMAGED_COPY_KEY)!).stored).to.deep.equal(stored);
    }
  });

  it('loses no edit when many are made at once', async () => {
    const lockedStore = lockedStoreOn(new FakeDisk());
    await lockedStore.change(() => storeWithPosts(0));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        lockedStore.change((store) => ({ ...store, posts: [...store.posts, readPost(index)] })),
      ),
    );
    expect((await lockedStore.read()).posts).to.have.length(20);
  });

  it('makes the other edits if one of those that waited with it fails', async () => {
    const lockedStore = lockedStoreOn(new FakeDisk());
    const add = (index: number) => (store: Store) => ({ ...store, posts: [...store.posts, readPost(index)] });
    const edits = await Promise.allSettled([
      lockedStore.change(() => storeWithPosts(0)),
      lockedStore.change(add(1)),
      lockedStore.change(() => {
        throw new RangeError('too much');
      }),
      lockedStore.change(add(2)),
    ]);
    expect(edits.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect((await lockedStore.read()).posts.map(({ key }) => key)).to.deep.equal(['tct:1', 'tct:2']);
  });

  it('stores no value that it would not load, such as a number that JSON does not have', async () => {
    const lockedStore = lockedStoreOn(new FakeDisk());
    const state = {
      poll: {
        ...poll,
        fresh: Number.POSITIVE_INFINITY,
        checked: 1e300,
        moved: { to: 'http://[', since: NOW },
      },
    };
    await lockedStore.change(() => ({ ...storeWithPosts(1), sources: { [FEED]: state } }));
    const store = await lockedStore.read();
    expect(store.notice).to.equal(undefined);
    expect(store.sources[FEED]!.poll).to.deep.equal(poll);
  });

  it('loses no other part of a version 1 of which one is damaged', async () => {
    const { read: _, ...post } = readPost(1);
    for (const damage of [{ unread: 7 }, { settings: { quietFrom: { toString: 1 } } }, { choices: [] }]) {
      const disk = new FakeDisk();
      await disk.set({ posts: [post], unread: [], schools: [school], ...damage });
      const store = await lockedStoreOn(disk).read();
      expect(store.posts.map(({ key }) => key)).to.deep.equal(['tct:1']);
      expect(store.own).to.deep.equal([school]);
    }
  });

  it('evicts old read posts, never unread or starred ones, and recognises them when they return', async () => {
    const lockedStore = lockedStoreOn(new FakeDisk());
    const posts = Array.from({ length: 300 }, (_, index) =>
      readPost(index, { read: index !== 5, ...(index === 6 && { starred: true }) }),
    );
    const store = await lockedStore.change(() => ({ ...storeWithPosts(0), posts }));
    expect(store.posts).to.have.length(102);
    expect(store.posts.map(({ key }) => key)).to.include.members(['tct:5', 'tct:6', 'tct:299']);
    expect(store.former).to.have.length(198);
    const afterPoll = ingest({ ...store, sources: {} }, source, feedOf('7', '299', '400'), NOW + HOUR_MS);
    expect(afterPoll.posts).to.have.length(103);
    expect(afterPoll.posts.filter(({ read }) => !read).map(({ key }) => key)).to.deep.equal(['tct:5']);
  });

  it('drops images and summaries when storage is full, and says so', async () => {
    const lockedStore = lockedStoreOn(new FakeDisk(80_000));
    const posts = Array.from({ length: 300 }, (_, index) => readPost(index, { read: false }));
    const store = await lockedStore.change(() => ({ ...storeWithPosts(0), posts }));
    expect(store.notice?.kind).to.equal('full');
    expect(store.posts).to.have.length(300);
    expect(unreadCount(await lockedStore.read())).to.equal(300);
  });

  it('finds nothing to repair in a store that it wrote', () => {
    expect(loadStore({ [STORE_KEY]: storeWithPosts(3) }, NOW).damaged).to.equal(undefined);
  });
});
