import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { setRead } from '../../../extension/store/changes.ts';
import { Computer, untilQuiet } from '../support/computer.ts';
import { FakeSyncServer, SYNC_QUOTA } from '../support/fake-sync-area.ts';

const MAX_BYTES = 0.6 * SYNC_QUOTA.bytes;
const START = Date.UTC(2026, 10, 23, 3);

const posts = (school: string, count: number, at: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `https://${school}.example/tin-tuc/bai-viet-${index}.html`,
    title: `Bài ${index}`,
    content_text: '',
    date_published: formatVietnamTime(at + index),
  }));

describe('what is shared', () => {
  let now: number;
  let a: Computer;
  let b: Computer;
  const pass = (ms: number) => {
    now += ms;
  };
  const readAll = (computer: Computer) =>
    computer.change((store) =>
      setRead(
        store,
        store.posts.map(({ key }) => key),
        true,
      ),
    );

  beforeEach(() => {
    now = START;
    const server = new FakeSyncServer();
    a = new Computer(server, () => now);
    b = new Computer(server, () => now);
    for (const computer of [a, b]) computer.switchSync(true);
  });

  const schools = Array.from({ length: 20 }, (_, index) => `truong-chinh-tri-tinh-${index}`);

  it('takes at most 60 % of the quota with 20 schools of 200 posts, all of them read', async () => {
    a.add(...schools);
    for (const school of schools) a.poll(school, []);
    await untilQuiet([a, b], pass);
    for (const school of schools) b.poll(school, []);
    const lists = schools.map((school) => [school, posts(school, 200, now + 60_000)] as const);
    for (const [school, items] of lists) a.poll(school, items);
    readAll(a);
    await untilQuiet([a], pass);
    expect(a.area.maxBytes).to.be.lessThan(MAX_BYTES);
    expect(Math.max(...[...a.area.stored].map(([key, text]) => key.length + text.length))).to.be.lessThan(
      SYNC_QUOTA.itemBytes,
    );
    // The other has fetched half of them, and fetches the others after the sync.
    for (const [school, items] of lists) b.poll(school, items.slice(100));
    expect(b.unread()).to.have.length(2000);
    await untilQuiet([a, b], pass);
    expect(b.unread()).to.deep.equal([]);
    for (const [school, items] of lists) b.poll(school, items);
    expect(b.store.posts).to.have.length(4000);
    expect(b.unread()).to.deep.equal([]);
    expect(b.store.untold).to.deep.equal([]);
  });

  it('does not grow with years of reading; a new computer begins where the marks end', async () => {
    a.add('a', 'b');
    for (const school of ['a', 'b']) a.poll(school, []);
    const all = [];
    for (let year = 0; year < 12; year++) {
      pass(365 * DAY_MS);
      all.push(...posts(`a/${year}`, 100, now - HOUR_MS));
      a.poll('a', all);
      readAll(a);
      await untilQuiet([a], pass);
      expect(a.area.maxBytes).to.be.lessThan(10_000);
    }
    pass(DAY_MS);
    const last = posts('a/last', 3, now);
    pass(DAY_MS);
    a.poll('a', [...all, ...last]);
    await untilQuiet([a, b], pass);
    // Its feed lists posts that were read long ago, without a mark any more.
    b.poll('a', [...all.slice(-1), ...all.slice(0, 300), ...last]);
    expect(b.unread()).to.deep.equal(last.map(({ id }) => id).sort());
  });

  it('is written at once, then at most once a minute, and only if it changed', async () => {
    a.add('a');
    a.poll('a', []);
    await untilQuiet([a, b], pass);
    const { length } = a.area.writes;
    pass(HOUR_MS);
    a.poll('a', posts('a', 30, now));
    pass(HOUR_MS);
    const first = now;
    for (const { key } of a.store.posts) {
      a.change((store) => setRead(store, [key], true));
      await a.run();
      pass(5000);
    }
    expect(a.area.writes.slice(length)).to.deep.equal([first, first + MINUTE_MS, first + 2 * MINUTE_MS]);
    expect(a.wakeTimes.at(-1)).to.equal(first + 3 * MINUTE_MS);
    await untilQuiet([a, b], pass);
    const writes = () => a.area.writes.length + b.area.writes.length;
    const before = writes();
    for (let day = 0; day < 10; day++) {
      pass(DAY_MS);
      for (const computer of [a, b]) {
        computer.area.download();
        await computer.run();
        computer.area.upload();
      }
    }
    expect(writes()).to.equal(before);
  });

  it('keeps within the limits of an item and of all, and says that it does not fit', async () => {
    const feeds = Array.from({ length: 50 }, (_, index) => `https://dai.example/${'x'.repeat(200)}/${index}`);
    a.add('vua');
    a.change((store) => ({
      ...store,
      own: [...store.own, { id: 'dai', name: 'Dài', news: feeds, documents: [] }],
    }));
    await untilQuiet([a, b], pass);
    expect(a.store.sync?.problem).to.equal('full');
    expect(b.store.own.map(({ id }) => id)).to.deep.equal(['vua']);
    expect(a.store.own.map(({ id }) => id)).to.deep.equal(['vua', 'dai']);
  });
});
