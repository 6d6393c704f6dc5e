import { expect } from 'chai';
import { sourcesOf } from '../../../extension/schools/configuration.ts';
import { followMovedSource, removeSchool, setRead, setStarred } from '../../../extension/store/changes.ts';
import { FEED, poll, storeWithPosts } from '../support/school-store.ts';

describe('an edit by the user', () => {
  it('marks posts as read or unread, and stars them', () => {
    const store = storeWithPosts(3);
    const undone = setRead(setRead(store, ['tct:1'], false), ['tct:1'], true);
    expect(undone).to.deep.equal(store);
    expect(setStarred(store, 'tct:2', true).posts[2]!.starred).to.equal(true);
  });

  it('removes a school with its posts and their validators', () => {
    const store = { ...storeWithPosts(3), sources: { [FEED]: { school: 'tct', poll } } };
    const { posts, own, sources } = removeSchool(store, 'tct');
    expect([posts, own]).to.deep.equal([[], []]);
    expect(sources[FEED]!.poll).to.deep.equal({ due: 5, earliest: 5, failures: 0 });
  });

  it('follows a source to its new URL, more than once, with its state', () => {
    const moved = { to: 'x', since: 1 };
    const store = { ...storeWithPosts(1), sources: { [FEED]: { poll: { ...poll, moved } } } };
    const followed = followMovedSource(store, FEED, 'https://moi.example/rss');
    expect(sourcesOf(followed).map(({ url }) => url)).to.deep.equal(['https://moi.example/rss']);
    expect(followed.sources['https://moi.example/rss']!.poll.etag).to.equal('"1"');
    const again = followMovedSource(followed, 'https://moi.example/rss', 'https://nua.example/rss');
    expect(sourcesOf(again).map(({ url }) => url)).to.deep.equal(['https://nua.example/rss']);
  });
});
