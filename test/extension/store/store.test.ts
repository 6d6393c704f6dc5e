/** What is remembered: written whole, migrated, mended, kept within what there is room for. */
import { expect } from 'chai';
import { ingest } from '../../../extension/background/ingest.ts';
import { feedOf, search } from '../../../extension/popup/posts-as-feed.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { findSchool } from '../../../extension/schools/find-school.ts';
import { postsOf, unreadCount } from '../../../extension/schools/posts.ts';
import {
  addSchool,
  exportStore,
  follow,
  importStore,
  mark,
  removeSchool,
  setHub,
  setSchool,
  star,
} from '../../../extension/store/changes.ts';
import { COPY, KEY, loadStore } from '../../../extension/store/load.ts';
import { type Area, LockedStore } from '../../../extension/store/locked-store.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';
import { Locks } from '../support/fake-locks.ts';

const NOW = Date.UTC(2026, 10, 23, 3);
const HOUR = 3_600_000;
const FEED = 'https://truong.example/rss';

const school = { id: 'tct', name: 'Trường', home: 'https://truong.example/', news: [FEED], documents: [] };
const post = (index: number, more: Partial<Post> = {}): Post => ({
  ...{ key: `tct:${index}`, school: 'tct', kind: 'news', seen: NOW + index, read: true },
  item: { id: String(index), content_text: '', title: `Bài ${index}`, summary: 'Tóm tắt. '.repeat(20) },
  ...more,
});
const filled = (count: number): Store => ({
  ...addSchool(emptyStore(), school),
  since: { tct: NOW },
  posts: Array.from({ length: count }, (_, index) => post(index)),
});
const source = { url: FEED, kind: 'news' as const, school: 'tct' };
const feed = (...ids: string[]) => ({
  version: 'https://jsonfeed.org/version/1.1' as const,
  title: '',
  items: ids.map((id) => ({
    ...{ id, content_text: '', title: `Bài ${id}`, date_published: '2026-11-20T00:00:00+07:00' },
  })),
});

/** `storage.local` with a quota, in bytes. */
class Disk implements Area {
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

function memoryOn(area: Disk): LockedStore {
  const locks = new Locks();
  return new LockedStore({
    area,
    exclusive: (work) => locks.request(KEY, work),
    now: () => NOW,
    written: async () => {},
  });
}

describe('the store', () => {
  it('is read from the first version, a key a part, which goes when the new one is there', async () => {
    const disk = new Disk();
    const { read: _, ...unread } = post(1);
    await disk.set({
      posts: [unread, { ...unread, key: 'tct:2' }],
      unread: ['tct:2'],
      schools: [school],
      settings: { notifications: true, quietFrom: 1140, quietTo: 360, weekends: false },
      choices: { tct: { on: true, every: 30 } },
      since: { tct: NOW },
      sources: { [FEED]: { poll: { due: 5, earliest: 5, failures: 0, etag: '"1"' } } },
    });
    const store = await memoryOn(disk).read();
    expect(store.version).to.equal(2);
    expect(store.posts.map(({ read }) => read)).to.deep.equal([true, false]);
    expect(store.settings).to.deep.equal({
      notifications: true,
      quiet: { on: true, from: 19, to: 6, weekends: false },
    });
    expect(store.choices).to.deep.equal({ tct: { on: true, every: 30 } });
    expect(store.sources[FEED]!.poll.etag).to.equal('"1"');
    expect(store.notice).to.equal(undefined);
    expect([...disk.items.keys()]).to.deep.equal([KEY]);
  });

  it('keeps what is sound of a broken one, tells it, and keeps the whole aside', async () => {
    const disk = new Disk();
    const whole = {
      ...filled(3),
      sources: { [FEED]: { poll: { due: 5, earliest: 5, failures: 0, etag: '"1"' } } },
    };
    const broken = { ...whole, posts: [...whole.posts.slice(0, 2), { key: 7 }], settings: 'nonsense' };
    await disk.set({ [KEY]: broken });
    const store = await memoryOn(disk).read();
    expect(store.posts).to.have.length(2);
    expect(store.own).to.deep.equal([school]);
    expect(store.settings).to.deep.equal(emptyStore().settings);
    expect(store.notice).to.deep.equal({ kind: 'recovered', at: NOW });
    expect(JSON.parse(disk.items.get(COPY)!)).to.deep.equal({ at: NOW, stored: broken });
    // What the validators vouch for may be lost.
    expect(store.sources[FEED]!.poll).to.deep.equal({ due: 5, earliest: 5, failures: 0 });
    // It is told once: read again, it is sound.
    expect((await memoryOn(disk).read()).posts).to.have.length(2);
  });

  it('begins anew, and keeps a copy, where nothing can be made of it or it is of a newer version', async () => {
    for (const stored of ['nonsense', 7, [], { version: 99, posts: 'other' }]) {
      const disk = new Disk();
      await disk.set({ [KEY]: stored });
      const store = await memoryOn(disk).read();
      expect(store.posts).to.deep.equal([]);
      expect(store.notice?.kind).to.equal('recovered');
      expect(JSON.parse(disk.items.get(COPY)!).stored).to.deep.equal(stored);
    }
  });

  it('is written by one at a time', async () => {
    const memory = memoryOn(new Disk());
    await memory.change(() => filled(0));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        memory.change((store) => ({ ...store, posts: [...store.posts, post(index)] })),
      ),
    );
    expect((await memory.read()).posts).to.have.length(20);
  });

  it('lets old read posts go, never unread or starred ones, and knows them when they come back', async () => {
    const memory = memoryOn(new Disk());
    const posts = Array.from({ length: 300 }, (_, index) =>
      post(index, { read: index !== 5, ...(index === 6 && { starred: true }) }),
    );
    const store = await memory.change(() => ({ ...filled(0), posts }));
    expect(store.posts).to.have.length(102);
    expect(store.posts.map(({ key }) => key)).to.include.members(['tct:5', 'tct:6', 'tct:299']);
    expect(store.former).to.have.length(198);
    const again = ingest({ ...store, sources: {} }, source, feed('7', '299', '400'), NOW + HOUR);
    expect(again.posts).to.have.length(103);
    expect(again.posts.filter(({ read }) => !read).map(({ key }) => key)).to.deep.equal(['tct:5']);
  });

  it('leaves out pictures and texts where there is no room, and tells it', async () => {
    const disk = new Disk(80_000);
    const memory = memoryOn(disk);
    const posts = Array.from({ length: 300 }, (_, index) => post(index, { read: false }));
    const store = await memory.change(() => ({ ...filled(0), posts }));
    expect(store.notice?.kind).to.equal('full');
    expect(store.posts).to.have.length(300);
    expect(unreadCount(await memory.read())).to.equal(300);
  });
});

describe('what the user does', () => {
  it('reads, takes it back, stars', () => {
    const store = filled(3);
    const undone = mark(mark(store, ['tct:1'], false), ['tct:1'], true);
    expect(undone).to.deep.equal(store);
    expect(star(store, 'tct:2', true).posts[2]!.starred).to.equal(true);
  });

  it('adds a school and takes it out, with its posts and what its validators vouch for', () => {
    const poll = { due: 5, earliest: 5, failures: 0, etag: '"1"' };
    const store = { ...filled(3), sources: { [FEED]: { school: 'tct', poll } } };
    const { posts, own, sources } = removeSchool(store, 'tct');
    expect([posts, own]).to.deep.equal([[], []]);
    expect(sources[FEED]!.poll).to.deep.equal({ due: 5, earliest: 5, failures: 0 });
  });

  it('moves between hub and direct without anything becoming new', () => {
    const store = filled(3);
    const list = 'https://hub.example/schools/tct/news.json';
    const hub = { url: 'https://hub.example/', name: 'Cụm', schools: [{ ...school, news: [list] }] };
    const through = setHub(store, hub);
    expect(sourcesOf(through).map(({ url }) => url)).to.deep.equal([
      list,
      'https://hub.example/cluster.json',
    ]);
    const published = feed('tct:0', 'tct:1', 'tct:2');
    for (const item of published.items) Object.assign(item, { _tct: { school: 'tct' } });
    const read = ingest(
      { ...through, sources: { [list]: { poll: { due: 0, earliest: 0, failures: 0 }, since: NOW } } },
      { ...source, url: list },
      published,
      NOW + HOUR,
    );
    expect(read.posts.map(({ key }) => key)).to.deep.equal(['tct:0', 'tct:1', 'tct:2']);
    expect(unreadCount(read)).to.equal(0);
    expect(sourcesOf(setHub(read, undefined)).map(({ url }) => url)).to.deep.equal([FEED]);
  });

  it('asks no one else for a hub’s sake: what it lists with others needs their permission', () => {
    const hub = { url: 'https://hub.example', name: 'Cụm', schools: [school] };
    expect(sourcesOf(setHub(emptyStore(), hub)).map(({ url, hub }) => [url, hub])).to.deep.equal([
      [FEED, undefined],
      ['https://hub.example/cluster.json', true],
    ]);
  });

  it('follows a source that has moved, and what is known of it goes along', () => {
    const poll = { due: 5, earliest: 5, failures: 0, etag: '"1"', moved: { to: 'x', since: 1 } };
    const store = follow({ ...filled(1), sources: { [FEED]: { poll } } }, FEED, 'https://moi.example/rss');
    expect(sourcesOf(store).map(({ url }) => url)).to.deep.equal(['https://moi.example/rss']);
    expect(store.sources['https://moi.example/rss']!.poll.etag).to.equal('"1"');
    const further = follow(store, 'https://moi.example/rss', 'https://nua.example/rss');
    expect(sourcesOf(further).map(({ url }) => url)).to.deep.equal(['https://nua.example/rss']);
  });

  it('gives all to a file and takes it back; nobody is asked too soon for it', () => {
    const store = {
      ...filled(3),
      sources: { [FEED]: { poll: { due: 5, earliest: 5, failures: 0, etag: '"1"' } } },
    };
    const there = importStore(emptyStore(), exportStore(store), NOW)!;
    expect(there).to.deep.equal(store);
    const later = {
      ...store,
      sources: { [FEED]: { poll: { due: 99, earliest: 98, failures: 0, etag: '"2"' } } },
    };
    expect(importStore(later, exportStore(store), NOW)!.sources[FEED]!.poll).to.include({
      due: 99,
      etag: '"1"',
    });
    for (const text of ['', '{}', '[]', 'null']) expect(importStore(store, text, NOW)).to.equal(undefined);
  });

  it('switches schools; those of a hub are on by themselves, what needs a permission is not', () => {
    const hub = { url: 'https://hub.example/', name: 'Cụm', schools: [school] };
    const on = (store: Store) => schoolsOf(store).filter(({ on }) => on);
    expect(on(emptyStore())).to.deep.equal([]);
    expect(on(setHub(emptyStore(), hub)).map(({ id }) => id)).to.deep.equal(['tct']);
    expect(on(setSchool(setHub(emptyStore(), hub), 'tct', { on: false }))).to.deep.equal([]);
  });
});

describe('the school of a site', () => {
  it('is known by any of its pages: one of the list to be given sources, one that is read already', () => {
    const page = 'https://www.truongchinhtrinb.edu.vn/tin-tuc/1';
    expect(findSchool(emptyStore(), page)).to.include({ id: 'ninh-binh', on: false });
    expect(findSchool(emptyStore(), page)!.sources).to.deep.equal([]);
    expect(findSchool(emptyStore(), 'https://truong.example/')).to.equal(undefined);
    const added = addSchool(emptyStore(), { ...school, home: 'http://truongchinhtrinb.edu.vn/' });
    expect(findSchool(added, page)!.sources.map(({ url }) => url)).to.deep.equal([FEED]);
  });
});

describe('the first reading', () => {
  it('takes for new what is dated after the subscription, later ones what was not there', () => {
    const store = filled(0);
    const first = feed('a', 'b', 'c', 'd');
    const dates = ['2026-11-22T23:00:00+07:00', '2026-11-23T00:00:00+07:00', '2026-11-23T10:30:00+07:00'];
    for (const [index, item] of first.items.entries()) Object.assign(item, { date_published: dates[index] });
    const read = ingest(store, source, first, NOW + 2 * HOUR);
    expect(read.posts.filter(({ read }) => !read).map(({ key }) => key)).to.deep.equal(['tct:c']);
    const sources = { [FEED]: { poll: { due: 0, earliest: 0, failures: 0 }, since: NOW } };
    const again = ingest({ ...read, sources }, source, feed('a', 'b', 'e'), NOW + 3 * HOUR);
    expect(again.untold).to.deep.equal(['tct:c', 'tct:e']);
    expect(unreadCount(again)).to.equal(2);
  });
});

describe('stored posts as the model', () => {
  it('are those of schools that are on, newest first, searched without marks', () => {
    const store = filled(3);
    const { items, _tct } = feedOf(store, search(postsOf(store), 'bai 1'));
    expect(items.map(({ id, _tct }) => [id, _tct?.school])).to.deep.equal([['tct:1', 'tct']]);
    expect(_tct!.schools).to.deep.equal({ tct: { name: 'Trường', home: 'https://truong.example/' } });
    expect(feedOf(store).items.map(({ id }) => id)).to.deep.equal(['tct:2', 'tct:1', 'tct:0']);
    expect(feedOf(setSchool(store, 'tct', { on: false })).items).to.deep.equal([]);
    expect(loadStore({ [KEY]: store }, NOW).broken).to.equal(undefined);
  });
});
