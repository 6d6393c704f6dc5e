/** The store on disk: migration, repair, locking and the quota. */
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { unreadCount } from '../../../extension/schools/posts.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { dismissNotice, removeSchool, setRead } from '../../../extension/store/changes.ts';
import { recordDeed } from '../../../extension/store/deeds.ts';
import { DAMAGED_COPY_KEY, loadStore, STORE_KEY } from '../../../extension/store/load.ts';
import { LockedStore, type StorageArea } from '../../../extension/store/locked-store.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';
import { en } from '../../../extension/words/en.ts';
import { vi } from '../../../extension/words/vi.ts';
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
  /** Errors of the next accesses. */
  readonly failures: Error[] = [];
  /** What it says when it is full. */
  fullError: () => Error = () => new Error('QUOTA_BYTES quota exceeded');
  writes = 0;
  constructor(public quota = 10 * 2 ** 20) {}
  async get(keys: string[] | null) {
    const failure = this.failures.shift();
    if (failure) throw failure;
    const wanted = keys ?? [...this.items.keys()];
    return Object.fromEntries(
      wanted.flatMap((key) => (this.items.has(key) ? [[key, JSON.parse(this.items.get(key)!)]] : [])),
    );
  }
  async set(items: Record<string, unknown>) {
    this.writes++;
    const failure = this.failures.shift();
    if (failure) throw failure;
    const after = new Map(this.items);
    for (const [key, value] of Object.entries(items)) after.set(key, JSON.stringify(value));
    const size = [...after.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (size > this.quota) throw this.fullError();
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
    wait: async () => {},
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
    expect(store.version).to.equal(3);
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
    const afterPoll = ingest({ ...store, sources: {} }, source, feedOf('7', '299', '400'), NOW + HOUR_MS);
    expect(afterPoll.posts).to.have.length(103);
    expect(afterPoll.posts.filter(({ read }) => !read).map(({ key }) => key)).to.deep.equal(['tct:5']);
  });

  it('finds nothing to repair in a store that it wrote', () => {
    expect(loadStore({ [STORE_KEY]: storeWithPosts(3) }, NOW).damaged).to.equal(undefined);
  });
});

const ioError = () =>
  new Error('IO error: .../000123.log: Unable to write (ChromeMethodBFE: 9::WritableFileAppend::5)');

describe('a write that fails', () => {
  const posts = Array.from({ length: 60 }, (_, index) => readPost(index));
  const store = { ...storeWithPosts(0), posts };

  it('is tried again, and nothing is let go', async () => {
    for (const failures of [[ioError()], [ioError(), new Error('An unexpected error occurred')]]) {
      const disk = new FakeDisk();
      const lockedStore = lockedStoreOn(disk);
      await lockedStore.change(() => store);
      disk.failures.push(...failures);
      expect(await lockedStore.read()).to.deep.equal(await lockedStore.change((store) => store));
      for (const failure of failures) disk.failures.push(failure);
      const written = await lockedStore.change((store) => setRead(store, ['tct:1'], false));
      expect(written.posts.map(({ item }) => item)).to.deep.equal(posts.map(({ item }) => item));
      expect(written.notice).to.equal(undefined);
    }
  });

  it('again and again is reported, lets nothing go, and does not prevent the next', async () => {
    const disk = new FakeDisk();
    const lockedStore = lockedStoreOn(disk);
    await lockedStore.change(() => store);
    const set = disk.set.bind(disk);
    disk.set = () => Promise.reject(ioError());
    let error: unknown;
    await lockedStore
      .change((store) => setRead(store, ['tct:1'], false))
      .catch((reason: unknown) => (error = reason));
    expect(String(error)).to.include('IO error');
    disk.set = set;
    const written = await lockedStore.change((store) => setRead(store, ['tct:2'], false));
    expect(unreadCount(written)).to.equal(1);
    expect(written.posts.map(({ item }) => item)).to.deep.equal(posts.map(({ item }) => item));
  });

  it('because of the disk is not for want of quota, also where no space is left', async () => {
    const disk = new FakeDisk();
    disk.set = () =>
      Promise.reject(
        new Error(
          'IO error: .../003144.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
        ),
      );
    let error: unknown;
    await lockedStoreOn(disk)
      .change(() => store)
      .catch((reason: unknown) => (error = reason));
    expect(String(error)).to.include('NO_SPACE');
  });
});

describe('a full storage', () => {
  const text = 'Nội dung của bài. '.repeat(20);
  const long = (index: number, changes: Partial<Post> = {}) => {
    const post = readPost(index, changes);
    return { ...post, item: { ...post.item, summary: text, image: `https://truong.example/${index}.jpg` } };
  };
  const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  /** Ten unread posts, ten with a star, and eighty that were read, all with texts. */
  const posts = Array.from({ length: 100 }, (_, index) =>
    long(index, { read: index % 10 !== 0, ...(index % 10 === 1 && { starred: true }) }),
  );
  const full = { ...storeWithPosts(0), posts };
  const bare = (index: number) =>
    readPost(index, { item: { id: String(index), content_text: '', title: `Bài ${index}` } });
  const withTexts = (store: Store) => store.posts.filter(({ item }) => item.summary).map(({ key }) => key);
  const write = async (quota: number, store: Store, disk = new FakeDisk()) => {
    disk.quota = quota;
    return lockedStoreOn(disk).change(() => store);
  };

  for (const [browser, error] of [
    ['Chromium', new Error('Resource::kQuotaBytes quota exceeded')],
    ['an old Chromium', new Error('QUOTA_BYTES quota exceeded')],
    ['Firefox', new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.')],
    ['Firefox’s DOM', new DOMException('The quota has been exceeded.', 'QuotaExceededError')],
  ] as const)
    it(`is recognised by what ${browser} says`, async () => {
      const disk = new FakeDisk();
      disk.fullError = () => error;
      const store = await write(bytesOf(full) - 2000, full, disk);
      expect(store.notice).to.include({ kind: 'full' });
      expect(store.posts).to.have.length(100);
    });

  it('first loses the texts and pictures of the oldest read posts, and no more than must be', async () => {
    const store = await write(bytesOf(full) - 2000, full);
    expect(store.posts).to.have.length(100);
    const { texts, posts: lost } = store.notice!;
    expect(texts).to.be.within(5, 20);
    expect(lost).to.equal(0);
    const read = posts.filter(({ read, starred }) => read && !starred).map(({ key }) => key);
    expect(withTexts(store)).to.have.members(
      posts.map(({ key }) => key).filter((key) => !read.slice(0, texts).includes(key)),
    );
  });

  it('then those of unread ones and of those with a star, then the oldest read posts', async () => {
    const texts = await write(bytesOf({ ...full, posts: posts.map((_, index) => bare(index)) }) + 2500, full);
    expect(texts.posts).to.have.length(100);
    const some = await write(9000, full);
    expect(withTexts(some)).to.deep.equal([]);
    const lost = some.notice!.posts!;
    expect(some.posts).to.have.length(100 - lost);
    const read = posts.filter(({ read, starred }) => read && !starred).map(({ key }) => key);
    expect(some.posts.map(({ key }) => key)).to.have.members(
      posts.map(({ key }) => key).filter((key) => !read.slice(0, lost).includes(key)),
    );
    // They are remembered.
    const again = ingest({ ...some, sources: {} }, source, feedOf('2', '3', '4'), NOW + HOUR_MS);
    expect(again.posts).to.have.length(some.posts.length);
  });

  it('never loses unread posts or such with a star: the write fails', async () => {
    const disk = new FakeDisk();
    let error: unknown;
    await write(2500, full, disk).catch((reason: unknown) => (error = reason));
    expect(String(error)).to.include('QUOTA_BYTES');
  });

  it('loses what was kept for undoing before any text, and the copy of a damaged store before that', async () => {
    const removed = recordDeed(full, removeSchool(full, 'tct'), { kind: 'removed', at: NOW });
    const back = { ...full, ...(removed.deeds && { deeds: removed.deeds }) };
    const store = await write(bytesOf(back) - 2000, back);
    expect(store.notice).to.deep.equal({ kind: 'full', at: NOW, texts: 0, posts: 0, undo: true });
    expect(withTexts(store)).to.have.length(100);
    const disk = new FakeDisk();
    await disk.set({ [DAMAGED_COPY_KEY]: 'x'.repeat(5000) });
    const other = await write(bytesOf(back) + 1000, back, disk);
    expect(other.notice).to.deep.equal({ kind: 'full', at: NOW, texts: 0, posts: 0, copy: true });
    expect(other.deeds).to.deep.equal(back.deeds);
  });

  it('adds up what was let go until the user has read of it', async () => {
    const notice = { kind: 'full' as const, at: NOW - 1, texts: 7, posts: 3, copy: true };
    const store = await write(bytesOf(full) - 2000, { ...full, notice });
    expect(store.notice).to.include({ posts: 3, copy: true, at: NOW });
    expect(store.notice!.texts).to.be.greaterThan(7);
    const read = await write(bytesOf(full) - 2000, dismissNotice({ ...full, notice }));
    expect(read.notice!.texts).to.be.lessThan(store.notice!.texts!);
  });

  it('is explained in words', () => {
    expect(vi.notices.full({ texts: 12, posts: 3 })).to.include(
      'ảnh và đoạn trích của 12 bài, 3 bài cũ đã đọc',
    );
    expect(en.notices.full({ texts: 1, copy: true })).to.include(
      'the copy of damaged data, pictures and excerpts of 1 post.',
    );
    // As the version before stored it.
    expect(vi.notices.full({})).to.include('ảnh và một số bài cũ');
  });
});
