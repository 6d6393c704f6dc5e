import { expect } from 'chai';
import fc from 'fast-check';
import {
  assignIds,
  type KnownPost,
  matchPosts,
  type UnidentifiedItem,
} from '../../../core/identity/assign-ids.ts';
import { postKey } from '../../../core/identity/post-key.ts';
import type { Item } from '../../../core/model/feed.ts';
import { canonicalUrl } from '../../../core/url.ts';
import { propertyRuns } from '../../property-runs.ts';

const post = (title: string, url?: string, text = ''): Item => ({
  id: '',
  title,
  content_text: text,
  ...(url && { url }),
});
const ids = (
  ...drafts: readonly (readonly [guid: string | undefined, title: string, url?: string, text?: string])[]
) =>
  assignIds(drafts.map(([guid, title, url, text]) => ({ guid, item: post(title, url, text) }))).map(
    ({ id }) => id,
  );

describe('identity in one feed', () => {
  it('is the guid, trimmed', () =>
    expect(ids(['\n  news_326 ', 'a', 'http://x.vn/1'])).to.deep.equal(['news_326']));

  it('of a guid on several posts is guid and link', () => {
    const found = ids(['g', 'a', 'http://x.vn/1'], ['g', 'b', 'http://x.vn/2']);
    expect(found).to.deep.equal(['g x.vn/1', 'g x.vn/2']);
  });

  it('of a guid and link on several posts is guid, link and title, whatever their position', () => {
    const old = [
      ['g', 'a', 'http://x.vn/tin'],
      ['g', 'b', 'http://x.vn/tin'],
    ] as const;
    const [a, b] = ids(...old);
    expect(a).to.match(/^g x\.vn\/tin text:[a-z\d]+$/);
    expect(ids(['g', 'c', 'http://x.vn/tin'], ...old).slice(1)).to.deep.equal([a, b]);
  });

  it('without a guid and with a link on several posts is link, title and text', () => {
    const link = 'http://x.vn/thong-bao';
    const [a, b] = ids([undefined, 'Thông báo', link, 'một'], [undefined, 'Thông báo', link, 'hai']);
    expect(a).to.match(/^x\.vn\/thong-bao text:[a-z\d]+$/);
    expect(b)
      .to.match(/^x\.vn\/thong-bao text:[a-z\d]+$/)
      .and.not.equal(a);
  });

  it('is not the link to the front page, which is no post’s own', () => {
    expect(ids([undefined, 'a', 'http://x.vn/'])[0]).to.match(/^text:/);
    expect(ids([undefined, 'a', 'http://x.vn/?p=1'])).to.deep.equal(['x.vn?p=1']);
  });

  it('is never given twice, and no post is lost', () => {
    const few = (...values: string[]) => fc.constantFrom(...values);
    const draft = fc.tuple(
      few('', ' g ', 'h', 'http://x.vn/1', 'https://x.vn/1', 'http://'),
      few('a', 'b', ''),
      few('', 'http://x.vn/1', 'http://x.vn/1/', 'http://x.vn/2', 'http://x.vn/'),
      few('', 'text', 'more'),
    );
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const found = assignIds(
          drafts.map(([guid, title, url, text]) => ({ guid, item: post(title, url, text) })),
        );
        expect(new Set(found.map((item) => postKey(item, 's')))).to.have.property('size', found.length);
        const printed = ({ title, url = '' }: { title?: string; url?: string }) =>
          `${title} ${canonicalUrl(url).replace('x.vn', '')}`;
        expect(new Set(found.map(printed))).to.deep.equal(
          new Set(drafts.map(([, title, url]) => printed({ title, url }))),
        );
      }),
    );
  });

  it('of the same post printed twice is one', () => {
    expect(ids(['g', 'a', 'http://x.vn/1'], ['g', 'a', 'http://x.vn/1'])).to.deep.equal(['g']);
    expect(ids([undefined, 'a', 'http://x.vn/1'], [undefined, 'a', 'https://www.x.vn/1/'])).to.have.length(1);
    expect(ids(['http://x.vn/?p=1', 'a'], ['http://x.vn/?p=1', 'a'])).to.deep.equal(['http://x.vn/?p=1']);
  });

  it('without a guid is the link, else what the post says', () => {
    expect(ids([undefined, 'a', 'https://www.x.vn/1/?utm_source=z#top'])).to.deep.equal(['x.vn/1']);
    const [first, second] = ids([undefined, 'a', undefined, 'text'], ['', 'a', undefined, 'other text']);
    expect(first).to.match(/^text:[a-z\d]+$/);
    expect(first).not.to.equal(second);
    expect(ids([undefined, 'a', undefined, 'text'])).to.deep.equal([first]);
  });
});

describe('links', () => {
  const same: [string, string][] = [
    ['http://x.vn/a', 'https://x.vn/a'],
    ['http://www.x.vn/a/', 'http://x.vn/a'],
    ['http://x.vn/a?utm_source=fb&utm_medium=m', 'http://x.vn/a#comments'],
    ['http://x.vn/a?id=1&utm_campaign=c', 'http://x.vn/a?id=1'],
    ['http://X.vn/', 'http://x.vn'],
    ['http://x.vn/%e2%98%8e', 'http://x.vn/☎'],
    [
      'http://x.vn/web/guest/tin-tuc/-/asset_publisher/AbC1/content/bai-viet?redirect=%2Fhome',
      'http://x.vn/web/guest/tin-tuc/-/asset_publisher/zZ9/content/bai-viet',
    ],
  ];
  for (const [a, b] of same) it(`${a} is ${b}`, () => expect(canonicalUrl(a)).to.equal(canonicalUrl(b)));
  const different: [string, string][] = [
    ['http://x.vn/a', 'http://x.vn/A'],
    ['http://x.vn/?p=1', 'http://x.vn/?p=2'],
    ['http://x.vn/a', 'http://y.vn/a'],
    ['http://x.vn:8080/a', 'http://x.vn/a'],
  ];
  for (const [a, b] of different)
    it(`${a} is not ${b}`, () => expect(canonicalUrl(a)).not.to.equal(canonicalUrl(b)));
});

describe('identity over time', () => {
  const read = (id: string, url?: string, title = id): Item => ({ ...post(title, url), id });
  const known = (items: Item[]): KnownPost[] =>
    matchPosts([], items, 's').map(({ item, key }) => ({ key, url: item.url, title: item.title }));
  const fresh = (before: Item[], now: Item[]) =>
    matchPosts(known(before), now, 's')
      .filter(({ isNew }) => isNew)
      .map(({ item }) => item.title);

  it('is the same from the hub and from the school', () => {
    const hub = (id: string): Item => ({ ...read(id), _tct: { school: 'nb' } });
    expect(postKey(hub('nb:news_1'))).to.equal('nb:news_1');
    expect(postKey(read('news_1'), 'nb')).to.equal('nb:news_1');
    expect(postKey(read('news_1'))).to.equal('news_1');
    expect(postKey(hub('nb:https://x.vn/?p=1'))).to.equal(postKey(read('http://x.vn/?p=1'), 'nb'));
    expect(postKey(hub('nb:news_1'), 'hub')).to.equal('nb:news_1');
    expect(postKey(hub('nb:nb:1'))).to.equal(postKey(read('nb:1'), 'nb'));
  });

  const liferay = (instance: string) => `http://x.vn/tin/-/asset_publisher/${instance}/content/bai`;
  const cases: [what: string, before: Item[], now: Item[], fresh: string[]][] = [
    ['an edited title', [read('1', 'http://x.vn/a')], [read('1', 'http://x.vn/a', 'Sửa')], []],
    ['another guid', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/a')], []],
    ['another guid and title', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/a', 'Sửa')], []],
    ['another link', [read('1', 'http://x.vn/a')], [read('1', 'http://x.vn/b')], []],
    ['another guid and link', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/b')], ['2']],
    ['a link moved to https', [read('1', 'http://x.vn/a')], [read('1', 'https://www.x.vn/a/')], []],
    ['a guid moved to https', [read('http://x.vn/?p=1')], [read('https://x.vn/?p=1')], []],
    ['a Liferay block moved', [read(liferay('a'), liferay('a'))], [read(liferay('b'), liferay('b'))], []],
    [
      'a guid on a post that had none',
      assignIds([{ item: post('a', 'http://x.vn/a') }]),
      [read('1', 'http://x.vn/a')],
      [],
    ],
    [
      'a link that several posts share',
      [read('1', 'http://x.vn/tin')],
      [read('2', 'http://x.vn/tin'), read('3', 'http://x.vn/tin')],
      ['2', '3'],
    ],
    [
      'a link that several known posts share',
      [read('1', 'http://x.vn/tin'), read('2', 'http://x.vn/tin')],
      [read('3', 'http://x.vn/tin')],
      ['3'],
    ],
    ['a link to the front page', [read('1', 'http://x.vn/')], [read('2', 'https://www.x.vn')], ['2']],
    [
      'a new post at the link of one that has moved',
      [read('1', 'http://x.vn/a')],
      [read('2', 'http://x.vn/a'), read('1', 'http://x.vn/b')],
      ['2'],
    ],
    [
      'a guid that has come to stand on several posts',
      [read('g', 'http://x.vn/1')],
      assignIds([
        { guid: 'g', item: post('new', 'http://x.vn/2') },
        { guid: 'g', item: post('old', 'http://x.vn/1') },
      ]),
      ['new'],
    ],
    [
      'a guid and link that have come to stand on several posts',
      [read('g', 'http://x.vn/tin', 'old')],
      assignIds([
        { guid: 'g', item: post('new', 'http://x.vn/tin') },
        { guid: 'g', item: post('old', 'http://x.vn/tin') },
      ]),
      ['new'],
    ],
    [
      'a guid that no longer stands on several posts',
      assignIds([
        { guid: 'g', item: post('a', 'http://x.vn/tin') },
        { guid: 'g', item: post('b', 'http://x.vn/tin') },
      ]),
      assignIds([{ guid: 'g', item: post('b', 'http://x.vn/tin') }]),
      [],
    ],
  ];
  for (const [what, before, now, titles] of cases) {
    it(`${titles.length ? 'tells' : 'forgives'} ${what}`, () =>
      expect(fresh(before, now)).to.deep.equal(titles));
  }

  it('keeps the key a post was first known by', () =>
    expect(
      matchPosts([{ key: 's:1', url: 'http://x.vn/a' }], [read('2', 'https://x.vn/a')], 's')[0],
    ).to.include({
      key: 's:1',
    }));

  type Printed = [guid: string, title: string, url: string];

  /** Plays readings of one feed; gives the keys of each, a new one marked. */
  const play = (...readings: Printed[][]) => {
    const known = new Map<string, KnownPost>();
    return readings.map((reading) => {
      const items = assignIds(reading.map(([guid, title, url]) => ({ guid, item: post(title, url) })));
      return matchPosts(known.values(), items).map(({ item, key, alias, isNew }) => {
        known.set(key, { key, alias, url: item.url, title: item.title });
        return (isNew ? 'new ' : '') + key.replace(/text:.*/, 'text');
      });
    });
  };

  it('gives each post its own key back when the guid stands on one again', () => {
    const a: Printed = ['g', 'a', 'http://x.vn/1'];
    const b: Printed = ['g', 'b', 'http://x.vn/2'];
    const c: Printed = ['g', 'c', 'http://x.vn/2'];
    expect(play([a], [a, b], [a, b, c], [b], [c], [a], [c, b, a])).to.deep.equal([
      ['new g'],
      ['g', 'new g x.vn/2'],
      ['g', 'g x.vn/2', 'new g x.vn/2 text'],
      ['g x.vn/2'],
      ['g x.vn/2 text'],
      ['g'],
      ['g x.vn/2 text', 'g x.vn/2', 'g'],
    ]);
  });

  it('does not mix up posts of one guid and link that come and go', () => {
    const a: Printed = ['g', 'a', 'http://x.vn/tin'];
    const b: Printed = ['g', 'b', 'http://x.vn/tin'];
    expect(play([a], [a, b], [b], [a], [a, b])).to.deep.equal([
      ['new g'],
      ['g', 'new g x.vn/tin text'],
      ['g x.vn/tin text'],
      ['g'],
      ['g', 'g x.vn/tin text'],
    ]);
  });

  it('follows a post that changes first its guid and then its link', () =>
    expect(
      play([['1', 'a', 'http://x.vn/a']], [['2', 'a', 'http://x.vn/a']], [['2', 'a', 'http://x.vn/b']]),
    ).to.deep.equal([['new 1'], ['1'], ['1']]));

  it('gives no two posts one key when a guid has gone from one to another', () =>
    expect(
      play(
        [['1', 'a', 'http://x.vn/a']],
        [['2', 'a', 'http://x.vn/a']],
        [
          ['2', 'a', 'http://x.vn/a'],
          ['1', 'b', 'http://x.vn/b'],
        ],
        [['1', 'b', 'http://x.vn/b']],
      ),
    ).to.deep.equal([['new 1'], ['1'], ['1', 'new 1 x.vn/b'], ['1 x.vn/b']]));

  it('takes no new posts of one guid and title for a known one with another link', () =>
    expect(
      play(
        [['g', 'Thông báo', 'http://x.vn/1']],
        [
          ['g', 'Thông báo', 'http://x.vn/2'],
          ['g', 'Thông báo', 'http://x.vn/3'],
        ],
      )[1],
    ).to.deep.equal(['new g x.vn/2', 'new g x.vn/3']));

  it('does not take one school’s post for another’s that links to it', () => {
    const shared = 'http://x.vn/a';
    const hub = (school: string, id: string): Item => ({
      ...read(`${school}:${id}`, shared),
      _tct: { school },
    });
    const found = matchPosts([{ key: 'a:1', url: shared }], [hub('b', '9'), hub('a', '2')]);
    expect(found.map(({ key, isNew }) => [key, isNew])).to.deep.equal([
      ['b:9', true],
      ['a:1', false],
    ]);
  });
});

/**
 * A school's site in the hands of its editors. `kind` is what its feed tells of a post: all, no guid, neither guid nor
 * link, a guid that another post has too, or the link of the page it stands on among others.
 */
interface Written {
  number: number;
  kind:
    | 'whole'
    | 'liferay'
    | 'permalink'
    | 'no guid'
    | 'bare'
    | 'twin'
    | 'on a page'
    | 'page twin'
    | 'page only';
  guid?: string;
  path?: string;
  title: string;
  shown: boolean;
}

type Step = [act: string, which: number, permutation: number];

class Site {
  readonly posts: Written[] = [];
  #secure = false;
  #count = 0;

  /** What is done is what can be told from the feed alone; a step that cannot be done is none. */
  do([act, which]: Step): void {
    const pick = (...kinds: Written['kind'][]) => {
      const some = this.posts.filter(({ kind, shown }) => shown && (!kinds.length || kinds.includes(kind)));
      return some[which % some.length];
    };
    const alone = ({ guid }: Written) => this.posts.filter((post) => post.guid === guid).length === 1;
    if (act === 'https') this.#secure = !this.#secure;
    if (act === 'remove') {
      const post = pick();
      if (post) post.shown = false;
    }
    if (act === 'return') {
      const gone = this.posts.filter(({ shown }) => !shown);
      if (gone.length) gone[which % gone.length]!.shown = true;
    }
    if (act === 'edit') {
      const post = pick('whole', 'liferay', 'permalink', 'no guid', 'twin');
      if (post) post.title += '*';
    }
    if (act === 'guid') {
      const post = pick('whole', 'liferay', 'twin', 'no guid');
      if (post) post.guid = `guid${++this.#count}`;
    }
    if (act === 'move') {
      const post = pick('whole');
      if (post && alone(post)) post.path = `moved-${++this.#count}`;
    }
    if (act === 'swap') {
      const [a, b] = this.posts.filter((post) => post.kind === 'whole' && post.shown && alone(post));
      if (a && b) [a.path, b.path] = [b.path, a.path];
    }
    const write = (kind: Written['kind'], guid?: string, path?: string) =>
      this.posts.push({ number: ++this.#count, kind, guid, path, title: `post ${this.#count}`, shown: true });
    const path = `post-${this.#count}`;
    if (act === 'whole') write('whole', `news_${this.#count}`, path);
    if (act === 'permalink') write('permalink', `?p=${this.#count}`, path);
    if (act === 'liferay') write('liferay', `guid${this.#count}`, path);
    if (act === 'no guid') write('no guid', undefined, path);
    if (act === 'bare') write('bare');
    const brother = pick('whole', 'twin');
    if (act === 'twin' && brother?.guid) write('twin', brother.guid, path);
    const neighbour = pick('on a page', 'page twin');
    if (act === 'page twin' && neighbour) write('page twin', neighbour.guid, 'tin');
    // Nobody can tell the second on a page from the first if they were never seen together.
    const first = (kind: Written['kind']) => !this.posts.some((post) => post.kind === kind) || pick(kind);
    if (act === 'on a page' && first(act)) write(act, `item${this.#count}`, 'tin');
    if (act === 'page only' && first(act)) write(act, undefined, 'lich');
  }

  /** What the feed says now: in any order, and perhaps something twice. */
  feed(permutation: number): UnidentifiedItem[] {
    const root = this.#secure ? 'https://www.x.vn' : 'http://x.vn';
    const drafts = this.posts
      .filter(({ shown }) => shown)
      .map(({ number, kind, guid, path, title }): UnidentifiedItem => {
        const block = kind === 'liferay' ? `tin/-/asset_publisher/${guid}/` : '';
        const url = path && `${root}/${block}${path}`;
        const named = kind === 'liferay' ? url : kind === 'permalink' ? `${root}/${guid}` : guid;
        return { guid: named, item: { ...post(title, url), _tct: { views: number } } };
      });
    const again = drafts.filter((_, index) => (index + permutation) % 5 === 0);
    const all = [...drafts, ...again.map(({ guid, item }) => ({ guid, item: { ...item } }))];
    return all
      .map((draft, index) => ({ draft, order: ((index + 1) * (permutation + 1) * 7919) % 101 }))
      .sort((a, b) => a.order - b.order)
      .map(({ draft }) => draft);
  }
}

describe('identity, whatever a feed does', () => {
  const acts = [
    'whole',
    'liferay',
    'permalink',
    'no guid',
    'bare',
    'twin',
    'on a page',
    'page twin',
    'page only',
  ];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom(...acts, 'edit', 'guid', 'move', 'swap', 'remove', 'remove', 'return', 'return', 'https'),
    fc.nat(20),
    fc.nat(100),
  );

  it('calls every post new exactly once, and always by the same name, from the school or the hub', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const site = new Site();
        const known = new Map<string, KnownPost>();
        const names = new Map<number, string>();
        for (const each of steps) {
          site.do(each);
          let items = assignIds(site.feed(each[2]));
          if (each[2] % 3 === 0)
            items = items.map((item) => ({
              ...item,
              id: `s:${item.id}`,
              _tct: { ...item._tct, school: 's' },
            }));
          const found = matchPosts(known.values(), items, 's');
          for (const { item, key, alias, isNew } of found) {
            const number = item._tct!.views!;
            expect(isNew, `${item.title} new`).to.equal(!names.has(number));
            expect(key).to.equal(names.get(number) ?? key);
            expect([...names].filter(([other, name]) => name === key && other !== number)).to.deep.equal([]);
            names.set(number, key);
            known.set(key, { key, alias, url: item.url, title: item.title });
          }
          expect(found.map(({ item }) => item._tct!.views).sort()).to.deep.equal(
            site.posts
              .filter(({ shown }) => shown)
              .map(({ number }) => number)
              .sort(),
          );
        }
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});
