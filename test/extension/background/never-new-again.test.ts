/** What was once seen is never new again, whatever the school changes, and however much it lists. */
import { expect } from 'chai';
import { parseFeed } from '../../../core/read/parse-feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { evict } from '../../../extension/store/evict.ts';
import { loadStore, validStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { squeezed } from '../../../extension/store/squeeze.ts';
import { type RssEntry, rss } from '../support/rss.ts';
import { NOW } from '../support/school-store.ts';

const urlOf = (school: string) => `https://${school}.example/rss`;

/** A store that follows these schools. */
const following = (...schools: string[]): Store => ({
  ...schools.reduce(
    (store, id) => addSchool(store, { id, name: id, news: [urlOf(id)], documents: [] }),
    emptyStore(),
  ),
  since: Object.fromEntries(schools.map((id) => [id, NOW])),
});

/** The store after a school was polled. */
function read(store: Store, school: string, posts: readonly RssEntry[]): Store {
  const url = urlOf(school);
  const after = ingest(store, { url, kind: 'news', school }, parseFeed(rss(posts), { url }), NOW + HOUR_MS);
  const poll = { due: NOW, earliest: NOW, failures: 0 };
  return { ...after, sources: { ...after.sources, [url]: { school, poll, since: NOW } } };
}

/** As it is written and read again. */
const stored = (store: Store): Store => validStore(JSON.parse(JSON.stringify(evict(store))), () => undefined);

const polled = (store: Store, school: string, posts: readonly RssEntry[]): Store =>
  stored(read(store, school, posts));

const unread = (store: Store) => store.posts.filter(({ read }) => !read).map(({ item }) => item.title);

/** Posts of a school, the newest first, from some months before it was followed. */
const postsOf = (count: number, make: (index: number) => Partial<RssEntry> = () => ({})): RssEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    guid: `g${index}`,
    title: `Bài số ${index}`,
    link: `https://truong.example/tin/bai-${index}.html`,
    date: NOW - (index + 1) * HOUR_MS,
    ...make(index),
  }));

const NEW = {
  guid: 'moi',
  title: 'MỚI',
  link: 'https://truong.example/tin/moi.html',
  date: NOW + HOUR_MS / 2,
};

describe('a post that was seen', () => {
  for (const [count, what] of [
    [6000, {}],
    [6000, { date: undefined }],
    [10_000, {}],
  ] as const)
    it(`is not new among ${count} ${'date' in what ? 'without dates' : 'with dates'}, whatever comes and goes`, () => {
      const posts = postsOf(count, () => what);
      let store = polled(following('a'), 'a', posts);
      expect(unread(store)).to.deep.equal([]);
      store = polled(store, 'a', posts);
      // The oldest are not listed for once, as in a feed that is cut.
      store = polled(store, 'a', posts.slice(0, 20));
      store = polled(store, 'a', [...posts].reverse());
      expect(unread(store)).to.deep.equal([]);
      // In its last place it is new all the same.
      store = polled(store, 'a', [...posts, { ...NEW, ...what }]);
      expect(unread(store)).to.deep.equal(['MỚI']);
      expect(JSON.stringify(store.memory).length).to.be.lessThan(16 * count);
    });

  it('is not new in any of 60 sources of 200, or 150 of 130', () => {
    for (const [schools, count] of [
      [60, 200],
      [150, 130],
    ] as const) {
      const ids = Array.from({ length: schools }, (_, index) => `t${index}`);
      const posts = postsOf(count);
      let store = following(...ids);
      for (let round = 0; round < 2; round++)
        store = stored(ids.reduce((store, id) => read(store, id, posts), store));
      expect(unread(store)).to.deep.equal([]);
    }
  }).timeout(240_000);

  it('is not new after storage was full', () => {
    const posts = postsOf(400);
    let store = polled(following('a'), 'a', posts);
    for (const smaller of squeezed(store, NOW)) store = smaller;
    expect(store.posts).to.deep.equal([]);
    expect(unread(polled(store, 'a', [NEW, ...posts]))).to.deep.equal(['MỚI']);
  });

  const session = (id: string) => (index: number, visit: number) => ({
    guid: undefined,
    link: `https://truong.example/tin${id.startsWith(';') ? `${id}${visit}ABC${index}` : ''}?bai=${index}${id.startsWith(';') ? '' : `&${id}${visit}v${index}`}`,
  });
  const changes: [what: string, make: (index: number, visit: number) => Partial<RssEntry>][] = [
    [';jsessionid=', session(';jsessionid=')],
    ['PHPSESSID=', session('PHPSESSID=')],
    ['sid=', session('sid=')],
    ['a session id of another name', session('phien=')],
    ['another guid', (index, visit) => ({ guid: `${visit}-${index}` })],
    [
      'a move to https',
      (index, visit) => ({
        guid: `http${visit ? 's' : ''}://truong.example/?p=${index}`,
        link: `http${visit ? 's' : ''}://${visit ? 'www.' : ''}truong.example/?p=${index}`,
      }),
    ],
    [
      'another domain',
      (index, visit) => ({ guid: undefined, link: `https://truong-${visit}.example/bai-${index}` }),
    ],
    [
      'another domain, which the guids name',
      (index, visit) => ({
        guid: `https://truong-${visit}.example/?p=${index}`,
        link: `https://truong-${visit}.example/bai-${index}`,
      }),
    ],
    [
      'another domain, without dates',
      (index, visit) => ({
        guid: undefined,
        link: `https://truong-${visit}.example/bai?id=${index}`,
        date: undefined,
      }),
    ],
    [
      'another CMS, with other guids and paths',
      (index, visit) => ({
        guid: `${visit}:${index}`,
        link: `https://truong.example/cms${visit}/${index}`,
      }),
    ],
    ['other dates', (index, visit) => ({ date: NOW - (index * 7 + visit) * HOUR_MS })],
  ];
  for (const [what, make] of changes)
    it(`is not new with ${what}, stored or not`, () => {
      const visitOf = (visit: number) => postsOf(250, (index) => make(index, visit));
      let store = polled(following('a'), 'a', visitOf(0));
      expect(store.posts).to.have.length(100);
      for (const visit of [1, 2, 3]) store = polled(store, 'a', visitOf(visit));
      expect(unread(store)).to.deep.equal([]);
      expect(store.posts).to.have.length(100);
      store = polled(store, 'a', [NEW, ...visitOf(4)]);
      expect(unread(store)).to.deep.equal(['MỚI']);
    });

  it('keeps its place in the list when its address changes, which leads to the new one', () => {
    const visit = (host: string) =>
      postsOf(3, (index) => ({ guid: undefined, link: `https://${host}/bai-${index}` }));
    const before = polled(following('a'), 'a', visit('cu.example'));
    const after = polled(before, 'a', visit('moi.example'));
    expect(after.posts.map(({ key }) => key)).to.deep.equal(before.posts.map(({ key }) => key));
    expect(after.posts[0]!.item.url).to.equal('https://moi.example/bai-0');
  });

  it('does not hide another one of the same title and date', () => {
    const twins = (visit: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        title: 'Thông báo',
        link: `https://truong.example/?bai=${index}&phien=${visit}`,
        date: NOW - HOUR_MS,
      }));
    const old = postsOf(120, (index) => ({ date: NOW - (index + 2) * HOUR_MS }));
    for (const others of [[], postsOf(120, (index) => ({ date: NOW + index * 1000 }))]) {
      // With the others, which are newer, the twins are not stored any more.
      let store = polled(following('a'), 'a', [...others, ...twins(0, 2), ...old]);
      store = { ...store, posts: store.posts.map((post) => ({ ...post, read: true })) };
      store = evict(store);
      store = polled(store, 'a', [...others, ...twins(1, 2), ...old]);
      expect(unread(store)).to.deep.equal([]);
      expect(unread(polled(store, 'a', [...others, ...twins(1, 3), ...old]))).to.deep.equal(['Thông báo']);
    }
  });

  it('does not hide one of the same title that has another date, or another path and no date', () => {
    for (const date of [NOW - HOUR_MS, undefined]) {
      const weekly = (week: number) => ({
        title: 'Lịch công tác tuần',
        link: `https://truong.example/lich/${week}`,
        date: date && date + week * 168 * HOUR_MS,
      });
      let store = polled(
        following('a'),
        'a',
        postsOf(150, (index) => (index ? {} : weekly(0))),
      );
      store = polled(store, 'a', [weekly(1)]);
      expect(unread(store)).to.deep.equal(['Lịch công tác tuần']);
    }
  });

  it('takes little room for it, also if all its names change at every poll', () => {
    let store = polled(following('a'), 'a', postsOf(300));
    for (let visit = 0; visit < 100; visit++)
      store = polled(
        store,
        'a',
        postsOf(300, (index) => ({ guid: `${visit}-${index}`, link: `https://a.example/${visit}/${index}` })),
      );
    expect(unread(store)).to.deep.equal([]);
    expect(JSON.stringify(store.memory).length).to.be.lessThan(300_000);
  });

  it('of version 2 of the store, which listed them by name', () => {
    const former = postsOf(200).map(({ guid, title, link }) => ({
      key: `a:${guid}`,
      school: 'a',
      kind: 'news',
      url: link,
      title,
    }));
    const { memory: _, ...rest } = following('a');
    const { store, damaged } = loadStore({ store: { ...rest, version: 2, former } }, NOW);
    expect(damaged).to.equal(undefined);
    const sources = { [urlOf('a')]: { school: 'a', poll: { due: 0, earliest: 0, failures: 0 }, since: NOW } };
    const other = postsOf(200, (index) => ({ guid: `x${index}` }));
    for (const posts of [postsOf(200), other])
      expect(unread(polled({ ...store, sources }, 'a', [NEW, ...posts]))).to.deep.equal(['MỚI']);
  });
});
