/** A post of a school that is followed twice, through its hub and by its own feed, counts once. */
import { expect } from 'chai';
import { postsOf, unreadCount } from '../../../extension/schools/posts.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { addSchool, setHub, setRead, setSchool, setStarred } from '../../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';
import { NOW } from '../support/school-store.ts';

const HUB = 'https://tin.cum.example/';
const post = (school: string, id: string, url: string | undefined, changes: Partial<Post> = {}): Post => ({
  key: `${school}:${id}`,
  school,
  kind: 'news',
  seen: NOW,
  read: false,
  item: { id, content_text: '', title: 'Bài', ...(url && { url }) },
  ...changes,
});

/** Follows the school `nb` through a hub, and its site again by its own feed as `own`. */
function followedTwice(posts: Post[], home = 'http://www.nb.example/'): Store {
  const school = { id: 'nb', name: 'Ninh Bình', home, news: [`${HUB}schools/nb/news.json`], documents: [] };
  const own = { id: 'own', name: 'nb.example', news: ['https://nb.example/feed/'], documents: [] };
  const store = addSchool(setHub(emptyStore(), { url: HUB, name: 'Cụm', schools: [school] }), own);
  return updateSubscriptions({ ...store, posts }, NOW);
}
const keys = (posts: readonly Post[]) => posts.map(({ key }) => key);
const edited = (store: Store) => updateSubscriptions(store, NOW);

describe('a post that two subscribed sources of one site deliver', () => {
  const hubCopy = post('nb', '7', 'http://nb.example/tin/7', { seen: NOW });
  const ownCopy = post('own', 'guid-7', 'https://www.nb.example/tin/7/?utm_source=rss', { seen: NOW + 1000 });
  const twice = followedTwice([ownCopy, hubCopy]);

  it('counts once, by its link or by a guid that is a URL', () => {
    expect(unreadCount(twice)).to.equal(1);
    expect(keys(postsOf(twice))).to.deep.equal(['nb:7']);
    const guids = [
      post('nb', 'nb.example/?p=7', 'https://nb.example/tin/7'),
      post('own', 'nb.example/?p=7', 'https://nb.example/2026/11/tin-7', { seen: NOW + 1 }),
    ];
    expect(unreadCount(followedTwice(guids))).to.equal(1);
  });

  it('is found under either school', () => {
    for (const school of ['nb', 'own'])
      expect(keys(postsOf(twice, { schools: [school] }))).to.deep.equal(['nb:7']);
    expect(keys(postsOf(twice, { schools: ['other'] }))).to.deep.equal([]);
  });

  it('has one state: read, unread again, starred, also once one of the two is switched off', () => {
    const read = edited(setRead(twice, ['nb:7'], true));
    expect(unreadCount(read)).to.equal(0);
    expect(unreadCount(edited(setSchool(read, 'nb', { on: false })))).to.equal(0);
    expect(unreadCount(edited(setHub(read, undefined)))).to.equal(0);
    const unread = edited(setRead(read, ['nb:7'], false));
    expect(keys(postsOf(edited(setSchool(unread, 'nb', { on: false })), { unread: true }))).to.deep.equal([
      'own:guid-7',
    ]);
    const starred = edited(setStarred(read, 'nb:7', true));
    expect(postsOf(edited(setHub(starred, undefined)), { starred: true })).to.have.length(1);
    expect(postsOf(edited(setStarred(starred, 'nb:7', false)), { starred: true })).to.deep.equal([]);
  });

  it('keeps the state of the copy that was seen first', () => {
    const late = [
      { ...ownCopy, seen: NOW, read: true },
      { ...hubCopy, seen: NOW + 5 },
    ];
    const store = followedTwice(late);
    expect(unreadCount(store)).to.equal(0);
    expect(store.posts.map(({ read }) => read)).to.deep.equal([true, true]);
  });

  it('stays read and starred when a school is switched on again that did not know', () => {
    const off = edited(setSchool(twice, 'nb', { on: false }));
    const read = edited(setStarred(setRead(off, ['own:guid-7'], true), 'own:guid-7', true));
    const on = edited(setSchool(read, 'nb', { on: true }));
    expect(unreadCount(on)).to.equal(0);
    expect(postsOf(on, { starred: true })).to.have.length(1);
    // From then on, it has one state again.
    expect(unreadCount(edited(setRead(on, ['nb:7'], false)))).to.equal(1);
  });

  it('is none of different posts: of other sites, kinds or links, or with a link that several share', () => {
    const different: [string, Post[], string?][] = [
      ['another link', [hubCopy, { ...ownCopy, item: { ...ownCopy.item, url: 'https://nb.example/tin/8' } }]],
      ['a number as guid', [post('nb', '7', undefined), post('own', '7', undefined)]],
      ['another kind', [hubCopy, { ...ownCopy, kind: 'documents' }]],
      ['another site', [hubCopy, ownCopy], 'https://khac.example/'],
      ['one page of several posts', [hubCopy, ownCopy, { ...ownCopy, key: 'own:guid-8' }]],
      ['one school', [hubCopy, { ...hubCopy, key: 'nb:8' }]],
    ];
    for (const [name, posts, home] of different)
      expect(unreadCount(followedTwice(posts, home)), name).to.equal(posts.length);
  });

  it('changes nothing in the posts of schools that share no site', () => {
    const posts = [hubCopy, ownCopy];
    expect(followedTwice(posts, 'https://khac.example/').posts).to.equal(posts);
  });
});
