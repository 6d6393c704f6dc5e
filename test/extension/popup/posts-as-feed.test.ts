import { expect } from 'chai';
import { postsAsFeed, searchPosts } from '../../../extension/popup/posts-as-feed.ts';
import { postsOf } from '../../../extension/schools/posts.ts';
import { setSchool } from '../../../extension/store/changes.ts';
import { storeWithPosts } from '../support/school-store.ts';

describe('posts as a feed', () => {
  const store = storeWithPosts(3);

  it('are those of schools that are on, newest first', () => {
    expect(postsAsFeed(store).items.map(({ id }) => id)).to.deep.equal(['tct:2', 'tct:1', 'tct:0']);
    expect(postsAsFeed(setSchool(store, 'tct', { on: false })).items).to.deep.equal([]);
  });

  it('can be those of a search without diacritics', () => {
    const { items, _tct } = postsAsFeed(store, searchPosts(postsOf(store), 'bai 1'));
    expect(items.map(({ id, _tct }) => [id, _tct?.school])).to.deep.equal([['tct:1', 'tct']]);
    expect(_tct!.schools).to.deep.equal({ tct: { name: 'Trường', home: 'https://truong.example/' } });
  });
});
