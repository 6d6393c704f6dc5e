/** What is in `storage.sync` may be damaged, of another version, or written by someone else. */
import { expect } from 'chai';
import { MINUTE_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import {
  addSchool,
  removeSchool,
  setHub,
  setRead,
  setSchool,
  setSettings,
} from '../../../extension/store/changes.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { Computer, ownSchool, untilQuiet } from '../support/computer.ts';
import { FakeSyncServer } from '../support/fake-sync-area.ts';
import { mutationsOf } from '../support/mutations.ts';

const START = Date.UTC(2026, 10, 23, 3);

describe('sync', () => {
  let now: number;
  let server: FakeSyncServer;
  let a: Computer;
  let b: Computer;
  const pass = (ms: number) => {
    now += ms;
  };
  const meet = () => untilQuiet([a, b], pass);
  const feed = (...ids: string[]) =>
    ids.map((id) => ({
      id,
      title: `Bài ${id}`,
      content_text: '',
      date_published: formatVietnamTime(now + MINUTE_MS),
    }));
  const keysOf = ({ store }: Computer) => store.posts.map(({ key }) => key);

  beforeEach(() => {
    now = START;
    server = new FakeSyncServer();
    a = new Computer(server, () => now);
    b = new Computer(server, () => now);
  });

  describe('shares', () => {
    beforeEach(async () => {
      a.switchSync(true);
      b.switchSync(true);
      await meet();
    });

    it('settings, each by its time, but neither the pause nor whether sync is on', async () => {
      a.change((store) => setSettings(store, { every: 30, lang: 'en', paused: true, welcomed: true }));
      pass(1);
      b.change((store) => setSettings(store, { every: 45, quiet: { ...store.settings.quiet, from: 20 } }));
      await meet();
      for (const { store } of [a, b]) {
        expect(store.settings).to.include({ every: 45, lang: 'en', sync: true });
        expect(store.settings.quiet).to.deep.equal({ on: true, from: 20, to: 7, weekends: true });
      }
      expect(b.store.settings).not.to.have.any.keys('paused', 'welcomed');
      b.change((store) => setSettings(store, { quiet: { ...store.settings.quiet, from: 18 } }));
      await meet();
      expect(a.store.settings.quiet.from).to.equal(18);
    });

    it('watch words, each on its own', async () => {
      a.change((store) => setSettings(store, { watch: ['tuyển sinh', 'constructor'] }));
      b.change((store) => setSettings(store, { watch: ['học phí'] }));
      await meet();
      a.change((store) => setSettings(store, { watch: ['constructor', 'học phí'] }));
      await meet();
      expect(b.store.settings.watch).to.have.members(['constructor', 'học phí']);
    });

    it('the address of the hub, whose schools are fetched there', async () => {
      const url = 'https://tin.example/';
      a.change((store) => setHub(store, { url, name: 'Cụm', schools: [ownSchool('x')] }));
      a.change((store) => setSchool(store, 'x', { notify: false }));
      await meet();
      expect(b.store.hub).to.deep.equal({ url, name: '', schools: [] });
      expect(b.store.choices.x).to.deep.equal({ notify: false });
      await meet();
      expect(a.store.hub?.schools).to.have.length(1);
      a.change((store) => setHub(store, undefined));
      await meet();
      expect(b.store.hub).to.equal(undefined);
    });

    it('schools that were removed, with their posts, and does not bring them back', async () => {
      a.add('a');
      await meet();
      b.poll('a', feed('1'));
      a.change((store) => removeSchool(store, 'a'));
      await meet();
      expect(b.store.own).to.deep.equal([]);
      expect(b.store.posts).to.deep.equal([]);
      b.add('a');
      await meet();
      expect(a.store.own.map(({ id }) => id)).to.deep.equal(['a']);
    });

    it('marks of posts that the other has not fetched yet, also under its second name', async () => {
      a.add('a');
      await meet();
      a.poll('a', []);
      b.poll('a', []);
      a.poll('a', feed('1', '2'));
      a.change((store) => ({
        ...store,
        posts: store.posts.map((post) => ({ ...post, read: true, alias: `${post.key}-moi` })),
      }));
      await meet();
      b.poll('a', feed('1', '2-moi', '3'));
      expect(b.unread()).to.deep.equal(['3']);
    });

    it('undo: what is unread again on one is unread again on the other, if nobody has read it since', async () => {
      a.add('a');
      await meet();
      for (const computer of [a, b]) {
        computer.poll('a', []);
        computer.poll('a', feed('1', '2', '3'));
      }
      a.change((store) => setRead(store, keysOf(a), true));
      await meet();
      expect(b.unread()).to.deep.equal([]);
      a.change((store) => setRead(store, keysOf(a).slice(0, 2), false));
      pass(2000);
      // Not known to the first: read again in the meantime.
      b.change((store) => setRead(store, keysOf(b).slice(0, 1), false));
      pass(2000);
      b.change((store) => setRead(store, keysOf(b).slice(0, 1), true));
      await meet();
      expect(a.unread()).to.deep.equal(['2']);
      expect(b.unread()).to.deep.equal(['2']);
    });

    it('what was read on one, although it was marked as unread on the other, which did not know', async () => {
      a.add('a');
      await meet();
      for (const computer of [a, b]) {
        computer.poll('a', []);
        computer.poll('a', feed('1', '2'));
      }
      a.change((store) => setRead(store, ['a:1', 'a:2'], true));
      a.change((store) => setRead(store, ['a:1', 'a:2'], false));
      pass(4000);
      b.change((store) => setRead(store, ['a:1'], true));
      await meet();
      for (const computer of [a, b]) expect(computer.unread()).to.deep.equal(['2']);
    });

    it('nothing of a policy, which holds where it is', async () => {
      a.add('a', 'b');
      await meet();
      b.change((store) => ({
        ...store,
        managed: { on: ['a'], every: 120, notifications: true, hub: 'https://t.example/' },
      }));
      await meet();
      expect(a.store.settings).to.include({ notifications: false }).and.not.to.have.property('every');
      expect(a.store.hub).to.equal(undefined);
      expect(a.store.since).to.have.keys('a', 'b');
      expect(JSON.stringify([...b.area.stored])).not.to.include('t.example');
      b.change((store) => ({ ...store, managed: { sync: false } }));
      a.change((store) => setSettings(store, { every: 15 }));
      await meet();
      expect(b.store.settings.every).to.equal(undefined);
    });
  });

  it('is off by default and then touches nothing', async () => {
    a.add('a');
    await a.run();
    expect(a.area.writes).to.deep.equal([]);
    expect(a.store.sync).to.equal(undefined);
  });

  it('merges what both had before they met', async () => {
    const both = (news: string) => ownSchool('both', [news]);
    a.change((store) => addSchool(store, both('https://both.example/1')));
    b.change((store) => addSchool(store, both('https://both.example/2')));
    a.add('a');
    b.add('b');
    a.change((store) => setSettings(store, { every: 30 }));
    b.change((store) => setSettings(store, { every: 60, letters: false }));
    a.switchSync(true);
    await untilQuiet([a], pass);
    b.switchSync(true);
    await meet();
    expect(a.shared).to.deep.equal(b.shared);
    expect(a.store.own.map(({ id }) => id)).to.have.members(['both', 'a', 'b']);
    expect(a.store.own.find(({ id }) => id === 'both')?.news).to.have.length(2);
    expect(a.store.settings).to.include({ every: 30, letters: false });
  });

  it('agrees on what both had, if both were switched on before they met', async () => {
    for (const [computer, every, watch] of [
      [a, 30, 'tuyển sinh'],
      [b, 60, 'học phí'],
    ] as const) {
      computer.add('a');
      computer.change((store) => setSettings(store, { every, watch: [watch] }));
      computer.switchSync(true);
      await computer.run();
    }
    await meet();
    expect(a.shared).to.deep.equal(b.shared);
    expect(a.store.settings.watch).to.have.members(['tuyển sinh', 'học phí']);
  });

  it('merges what changed while it was off', async () => {
    for (const computer of [a, b]) computer.switchSync(true);
    a.add('a', 'b');
    await meet();
    for (const computer of [a, b]) {
      computer.poll('a', []);
      computer.poll('a', feed('1', '2'));
    }
    await meet();
    b.switchSync(false);
    b.change((store) => setRead(store, ['a:1'], true));
    b.change((store) => removeSchool(store, 'b'));
    b.add('c');
    a.change((store) => setRead(store, ['a:2'], true));
    a.add('d');
    await untilQuiet([a], pass);
    b.area.download();
    await b.run();
    expect(b.unread()).to.deep.equal(['2']);
    b.switchSync(true);
    await meet();
    for (const computer of [a, b]) {
      expect(computer.store.own.map(({ id }) => id)).to.have.members(['a', 'c', 'd']);
      expect(computer.unread()).to.deep.equal([]);
    }
  });

  it('does not take the loss of a part of the store for a removal, but mends it', async () => {
    a.switchSync(true);
    b.switchSync(true);
    a.add('a');
    a.change((store) => setSettings(store, { every: 30 }));
    await meet();
    a.store = loadStore({ store: { ...a.store, own: 7, choices: undefined } }, now).store;
    expect(a.store.own).to.deep.equal([]);
    await meet();
    expect(a.store.own.map(({ id }) => id)).to.deep.equal(['a']);
    expect(b.store.own.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('leaves alone what it cannot read, says so, and shares the rest', async () => {
    a.switchSync(true);
    b.switchSync(true);
    a.add('a');
    await meet();
    const newer = JSON.stringify({ v: 2, fields: { every: 'hằng giờ' } });
    server.put('settings', newer);
    server.put('phien-ban-moi', '"x"');
    a.change((store) => setSettings(store, { every: 30 }));
    a.add('b');
    a.area.download();
    b.area.download();
    await meet();
    expect(server.items.get('settings')?.text).to.equal(newer);
    expect(server.items.get('phien-ban-moi')?.text).to.equal('"x"');
    expect(a.store.sync?.problem).to.equal('unreadable');
    expect(b.store.settings.every).to.equal(undefined);
    expect(b.store.own).to.have.length(2);
  });

  it('keeps the values of fields that a newer version has added', async () => {
    a.switchSync(true);
    server.put(
      'settings',
      JSON.stringify({ v: 1, fields: { font: { t: START, v: { size: 20 } }, every: { t: START, v: 'x' } } }),
    );
    a.area.download();
    await untilQuiet([a], pass);
    a.change((store) => setSettings(store, { lang: 'en' }));
    await untilQuiet([a], pass);
    expect(JSON.parse(a.area.stored.get('settings')!))
      .to.have.property('fields')
      .that.has.keys('font', 'every', 'lang');
    expect(a.store.settings).not.to.have.property('font');
    expect(a.store.settings).not.to.have.property('every');
  });

  it('survives whatever is there, without harm to the store', async () => {
    a.switchSync(true);
    a.add('a');
    a.change((store) => setSettings(store, { every: 30, watch: ['học phí'] }));
    a.poll('a', []);
    a.poll('a', feed('1', '2'));
    a.change((store) => setRead(store, ['a:1'], true));
    await untilQuiet([a], pass);
    const stored = await a.area.get(null);
    for (const { mutant } of mutationsOf(stored)) {
      if (typeof mutant !== 'object' || mutant === null || Array.isArray(mutant)) continue;
      const text = new FakeSyncServer();
      for (const [key, value] of Object.entries(mutant)) text.put(key, JSON.stringify(value) ?? 'null');
      const computer = new Computer(text, () => now);
      computer.store = structuredClone(a.store);
      computer.area.download();
      await computer.run();
      expect(loadStore({ store: computer.store }, now).damaged).to.equal(undefined);
      expect(computer.store.posts).to.have.length(2);
      expect(computer.post('2')?.read).to.equal(false);
    }
  });

  it('says that the browser has none, or refuses', async () => {
    a.switchSync(true);
    a.area.get = () => Promise.reject(new Error('storage.sync is disabled by preference'));
    await a.run();
    expect(a.store.sync?.problem).to.equal('unavailable');
    expect(a.wakeTimes).to.deep.equal([now + 10 * 60_000]);
  });
});
