import { expect } from 'chai';
import { assignIds } from '../../../core/identity/assign-ids.ts';
import { titleNames } from '../../../core/identity/clues.ts';
import { type KnownPost, matchPosts } from '../../../core/identity/match-posts.ts';
import { postKey } from '../../../core/identity/post-key.ts';
import type { Item } from '../../../core/model/feed.ts';
import { draftItem } from './draft-item.ts';

describe('matching a feed with known posts', () => {
  const read = (id: string, url?: string, title = id): Item => ({ ...draftItem(title, url), id });
  const known = (items: Item[]): KnownPost[] =>
    matchPosts([], items, 's').map(({ item, key }) => ({ key, url: item.url, title: item.title }));
  const fresh = (before: Item[], now: Item[]) =>
    matchPosts(known(before), now, 's')
      .filter(({ isNew }) => isNew)
      .map(({ item }) => item.title);

  it('uses one key, whether a post comes from the hub or the school', () => {
    const hub = (id: string): Item => ({ ...read(id), _tct: { school: 'nb' } });
    expect(postKey(hub('nb:news_1'))).to.equal('nb:news_1');
    expect(postKey(read('news_1'), 'nb')).to.equal('nb:news_1');
    expect(postKey(read('news_1'))).to.equal('news_1');
    expect(postKey(hub('nb:https://x.vn/?p=1'))).to.equal(postKey(read('http://x.vn/?p=1'), 'nb'));
    expect(postKey(hub('nb:news_1'), 'hub')).to.equal('nb:news_1');
    expect(postKey(hub('nb:nb:1'))).to.equal(postKey(read('nb:1'), 'nb'));
  });

  it('gives each post its own key, whatever the others are called', () => {
    const old = known([read('X')]);
    // The known post is now called otherwise; a new one has its id, and one the key that this would get next.
    const now = [
      read('Y', undefined, 'X'),
      read('X', 'http://e.vn/two', 'new'),
      read('X e.vn/two'),
      { ...read('s:X e.vn/two'), _tct: { school: 's' } },
    ];
    const withAlias = old.map((post) => ({ ...post, alias: 's:Y' }));
    const keys = matchPosts(withAlias, now, 's').map(({ key }) => key);
    expect(keys).to.include('s:X');
    expect(new Set(keys)).to.have.property('size', now.length);
  });

  const liferay = (instance: string) => `http://x.vn/tin/-/asset_publisher/${instance}/content/bai`;
  const cases: [what: string, before: Item[], now: Item[], fresh: string[]][] = [
    ['an edited title', [read('1', 'http://x.vn/a')], [read('1', 'http://x.vn/a', 'Sửa')], []],
    ['another guid', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/a')], []],
    ['another guid and title', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/a', 'Sửa')], []],
    ['another link', [read('1', 'http://x.vn/a')], [read('1', 'http://x.vn/b')], []],
    ['another guid and link', [read('1', 'http://x.vn/a')], [read('2', 'http://x.vn/b')], ['2']],
    ['a link moved to https', [read('1', 'http://x.vn/a')], [read('1', 'https://www.x.vn/a/')], []],
    [
      'another session id in the link',
      assignIds([{ guid: 'http://x.vn/a?PHPSESSID=1', item: draftItem('a', 'http://x.vn/a?PHPSESSID=1') }]),
      assignIds([{ guid: 'http://x.vn/a?PHPSESSID=2', item: draftItem('b', 'http://x.vn/a?PHPSESSID=2') }]),
      [],
    ],
    [
      'a link whose ampersands are repaired',
      [read('1', 'http://x.vn/?a=1&amp;b=2')],
      [read('2', 'http://x.vn/?a=1&b=2')],
      [],
    ],
    ['a guid moved to https', [read('http://x.vn/?p=1')], [read('https://x.vn/?p=1')], []],
    ['a Liferay block moved', [read(liferay('a'), liferay('a'))], [read(liferay('b'), liferay('b'))], []],
    [
      'a guid on a post that had none',
      assignIds([{ item: draftItem('a', 'http://x.vn/a') }]),
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
      'a guid that several posts now share',
      [read('g', 'http://x.vn/1')],
      assignIds([
        { guid: 'g', item: draftItem('new', 'http://x.vn/2') },
        { guid: 'g', item: draftItem('old', 'http://x.vn/1') },
      ]),
      ['new'],
    ],
    [
      'a guid and link that several posts now share',
      [read('g', 'http://x.vn/tin', 'old')],
      assignIds([
        { guid: 'g', item: draftItem('new', 'http://x.vn/tin') },
        { guid: 'g', item: draftItem('old', 'http://x.vn/tin') },
      ]),
      ['new'],
    ],
    [
      'a guid that several posts no longer share',
      assignIds([
        { guid: 'g', item: draftItem('a', 'http://x.vn/tin') },
        { guid: 'g', item: draftItem('b', 'http://x.vn/tin') },
      ]),
      assignIds([{ guid: 'g', item: draftItem('b', 'http://x.vn/tin') }]),
      [],
    ],
  ];
  for (const [what, before, now, titles] of cases) {
    it(`${titles.length ? 'finds a new post after' : 'finds nothing new after'} ${what}`, () =>
      expect(fresh(before, now)).to.deep.equal(titles));
  }

  it('keeps the first key of a post', () =>
    expect(
      matchPosts([{ key: 's:1', url: 'http://x.vn/a' }], [read('2', 'https://x.vn/a')], 's')[0],
    ).to.include({
      key: 's:1',
    }));

  type Entry = [guid: string, title: string, url: string];

  /** Matches a sequence of feeds; returns the keys of each, with new ones marked. */
  const readings = (...feeds: Entry[][]) => {
    const known = new Map<string, KnownPost>();
    return feeds.map((feed) => {
      const items = assignIds(feed.map(([guid, title, url]) => ({ guid, item: draftItem(title, url) })));
      return matchPosts(known.values(), items).map(({ item, key, alias, isNew }) => {
        known.set(key, { key, alias, url: item.url, title: item.title });
        return (isNew ? 'new ' : '') + key.replace(/text:.*/, 'text');
      });
    });
  };

  it('gives each post its own key back when its guid is unique again', () => {
    const a: Entry = ['g', 'a', 'http://x.vn/1'];
    const b: Entry = ['g', 'b', 'http://x.vn/2'];
    const c: Entry = ['g', 'c', 'http://x.vn/2'];
    expect(readings([a], [a, b], [a, b, c], [b], [c], [a], [c, b, a])).to.deep.equal([
      ['new g'],
      ['g', 'new g x.vn/2'],
      ['g', 'g x.vn/2', 'new g x.vn/2 text'],
      ['g x.vn/2'],
      ['g x.vn/2 text'],
      ['g'],
      ['g x.vn/2 text', 'g x.vn/2', 'g'],
    ]);
  });

  it('does not mix up posts that share guid and link and come and go', () => {
    const a: Entry = ['g', 'a', 'http://x.vn/tin'];
    const b: Entry = ['g', 'b', 'http://x.vn/tin'];
    expect(readings([a], [a, b], [b], [a], [a, b])).to.deep.equal([
      ['new g'],
      ['g', 'new g x.vn/tin text'],
      ['g x.vn/tin text'],
      ['g'],
      ['g', 'g x.vn/tin text'],
    ]);
  });

  it('follows a post that changes first its guid and then its link', () =>
    expect(
      readings([['1', 'a', 'http://x.vn/a']], [['2', 'a', 'http://x.vn/a']], [['2', 'a', 'http://x.vn/b']]),
    ).to.deep.equal([['new 1'], ['1'], ['1']]));

  it('gives two posts different keys when a guid moves from one to the other', () =>
    expect(
      readings(
        [['1', 'a', 'http://x.vn/a']],
        [['2', 'a', 'http://x.vn/a']],
        [
          ['2', 'a', 'http://x.vn/a'],
          ['1', 'b', 'http://x.vn/b'],
        ],
        [['1', 'b', 'http://x.vn/b']],
      ),
    ).to.deep.equal([['new 1'], ['1'], ['1', 'new 1 x.vn/b'], ['1 x.vn/b']]));

  it('does not take new posts that share guid and title for a known one with another link', () =>
    expect(
      readings(
        [['g', 'Thông báo', 'http://x.vn/1']],
        [
          ['g', 'Thông báo', 'http://x.vn/2'],
          ['g', 'Thông báo', 'http://x.vn/3'],
        ],
      )[1],
    ).to.deep.equal(['new g x.vn/2', 'new g x.vn/3']));

  it('does not take a school’s post for that of another school with the same link', () => {
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

  describe('by title', () => {
    const at = (day: number) => `2026-11-${day}T08:00:00+07:00`;
    const dated = (id: string, url: string, title: string, day?: number): Item => ({
      ...read(id, url, title),
      ...(day && { date_published: at(day) }),
    });
    const knownByTitle = (items: Item[]): KnownPost[] =>
      matchPosts([], items, 's').map(({ item, key }) => ({
        key,
        url: item.url!,
        title: item.title!,
        titleNames: titleNames(item),
      }));
    const keys = (before: Item[], now: Item[], known = knownByTitle(before)) =>
      matchPosts(known, now, 's').map(({ key }) => key);

    it('and date knows posts whose guids and links change at once, each only once', () => {
      const before = [dated('1', 'http://x.vn/1', 'A', 20), dated('2', 'http://x.vn/2', 'A', 20)];
      const now = [7, 8, 9].map((id) => dated(`${id}`, `http://moi.vn/${id}`, 'A', 20));
      expect(keys(before, now)).to.deep.equal(['s:1', 's:2', 's:9']);
      expect(keys(before, [dated('7', 'http://moi.vn/7', 'A', 21)])).to.deep.equal(['s:7']);
    });

    it('and path knows posts on another domain, without dates or with others', () => {
      const before = [dated('cu.vn/1', 'http://cu.vn/1', 'A'), dated('cu.vn/2', 'http://cu.vn/2', 'A', 20)];
      const now = [dated('moi.vn/1', 'http://moi.vn/1', 'A'), dated('moi.vn/2', 'http://moi.vn/2', 'A', 21)];
      expect(keys(before, now)).to.deep.equal(['s:cu.vn/1', 's:cu.vn/2']);
      expect(keys(before, [dated('moi.vn/3', 'http://moi.vn/3', 'A')])).to.deep.equal(['s:moi.vn/3']);
    });

    it('does so only where the titles of known posts are given, and for posts of the same school', () => {
      const before = [dated('1', 'http://x.vn/1', 'A', 20)];
      const now = [dated('2', 'http://moi.vn/2', 'A', 20)];
      expect(keys(before, now, known(before))).to.deep.equal(['s:2']);
      expect(keys(before, [{ ...now[0]!, _tct: { school: 'b' } }])).to.deep.equal(['b:2']);
    });
  });
});
