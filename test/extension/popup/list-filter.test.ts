import { expect } from 'chai';
import { DAY_MS } from '../../../core/time/duration.ts';
import {
  isFiltered,
  isOlderThan,
  type ListFilter,
  listedPosts,
  rememberedFilter,
  viewOf,
} from '../../../extension/popup/list-filter.ts';
import { searchPosts } from '../../../extension/popup/posts-as-feed.ts';
import { setSchool, setView } from '../../../extension/store/changes.ts';
import { validStore } from '../../../extension/store/load.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { NOW, readPost, storeWithPosts } from '../support/school-store.ts';

const ALL: ListFilter = { list: 'news', query: '', school: '', onlyUnread: false, onlyWatched: false };

const store: Store = {
  ...storeWithPosts(0),
  posts: [
    readPost(0, { read: false }),
    readPost(1, { starred: true }),
    readPost(2, { kind: 'documents', read: false }),
    readPost(3),
  ],
};

/** The numbers of the listed posts. */
function listed(
  filter: Partial<ListFilter>,
  kept: { unread?: string[]; starred?: string[]; unfolded?: string[] } = {},
): string[] {
  const { unread, starred, unfolded } = kept;
  const sets = { unread: new Set(unread), starred: new Set(starred), unfolded: new Set(unfolded) };
  return listedPosts(store, { ...ALL, ...filter }, sets, ({ key }) => key === 'tct:3').map(
    ({ item: { id } }) => id,
  );
}

describe('the filter of the popup', () => {
  it('lists news, documents or starred posts, newest first', () => {
    expect(listed({})).to.deep.equal(['3', '1', '0']);
    expect(listed({ list: 'documents' })).to.deep.equal(['2']);
    expect(listed({ list: 'starred' })).to.deep.equal(['1']);
    expect(listed({ query: 'bai 3' })).to.deep.equal(['3']);
    expect(listed({ school: 'tct' })).to.have.length(3);
    expect(listed({ onlyWatched: true })).to.deep.equal(['3']);
  });

  it('searches what can be read of a post: its title, summary, text, and number', () => {
    const item = { id: '', title: 'Tin', content_text: 'Lễ khai giảng', summary: 'Sáng nay' };
    const post = readPost(0, { item: { ...item, _tct: { document: { number: '12/TB-TCT' } } } });
    for (const query of ['tin', 'sang nay', 'khai giang', '12/tb', 'tin giảng'])
      expect(searchPosts([post], query), query).to.have.length(1);
    expect(searchPosts([post], 'bế giảng')).to.deep.equal([]);
  });

  it('lists unread posts alone, and those whose text is being read', () => {
    expect(listed({ onlyUnread: true }, { unread: ['tct:0', 'tct:1'] })).to.deep.equal(['0']);
    expect(listed({ onlyUnread: true }, { unfolded: ['tct:1'] })).to.deep.equal(['1', '0']);
  });

  it('keeps a post among the starred ones from which the star was just removed', () => {
    expect(listed({ list: 'starred' }, { starred: ['tct:3'] })).to.deep.equal(['3', '1']);
  });

  it('is remembered without the query, and survives storing', () => {
    const filter: ListFilter = { ...ALL, list: 'documents', query: 'abc', school: 'tct', onlyUnread: true };
    const stored = validStore(setView(store, viewOf(filter)), () => undefined);
    expect(rememberedFilter(stored)).to.deep.equal({ ...filter, query: '' });
    expect(isFiltered(rememberedFilter(stored))).to.equal(true);
  });

  it('forgets a school that is not followed any more', () => {
    const view = viewOf({ ...ALL, school: 'tct' });
    expect(rememberedFilter(setView(store, view)).school).to.equal('tct');
    expect(rememberedFilter(setView(setSchool(store, 'tct', { on: false }), view)).school).to.equal('');
    expect(rememberedFilter(store)).to.deep.equal(ALL);
    expect(isFiltered(rememberedFilter(store))).to.equal(false);
  });

  it('knows how old a post is, by its date or else since it was seen', () => {
    const dated = readPost(0, {
      item: { id: '0', content_text: '', date_published: '2026-11-20T09:00:00+07:00' },
    });
    expect(isOlderThan(dated, 3, NOW)).to.equal(true);
    expect(isOlderThan(dated, 7, NOW)).to.equal(false);
    expect(isOlderThan(readPost(0), 1, NOW)).to.equal(false);
    expect(isOlderThan(readPost(0), 1, NOW + 2 * DAY_MS)).to.equal(true);
  });
});
