/** Posts with watched words in notifications. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { nextNotification, takeNotification } from '../../../extension/background/notify.ts';
import { pause, setSchool, setSettings } from '../../../extension/store/changes.ts';
import type { Settings, Store } from '../../../extension/store/schema.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import { NOW } from '../support/installed-extension.ts';
import { storeWithUnread } from '../support/unread-store.ts';

/** 20:00 in Vietnam. */
const EVENING = NOW + 10 * HOUR_MS;
const NEXT_MORNING = NOW + 21 * HOUR_MS;

/** Three unread posts, one of which contains a watched word. */
function withWatched(settings: Partial<Settings> = {}): Store {
  const store = setSettings(storeWithUnread(3), { watch: ['tuyen sinh'], watchNotify: true, ...settings });
  for (const { item } of store.posts) item.title = 'Bài khác';
  store.posts[1]!.item.title = 'Thông báo tuyển sinh';
  return store;
}

const take = (store: Store, now = NOW) => takeNotification(store, now, backgroundWords.vi);

describe('notifications of watched words', () => {
  const alone = { title: '1 bài mới có “tuyen sinh”', message: 'Trường A: Thông báo tuyển sinh' };

  it('are shown although notifications are off, or the school is muted, without the other posts', () => {
    const { store, notification, post } = take(withWatched());
    expect(notification).to.deep.equal(alone);
    expect(post?.key).to.equal('tct:1');
    expect(store.untold).to.deep.equal([]);
    const muted = setSchool(withWatched({ notifications: true }), 'tct', { notify: false });
    expect(take(muted).notification).to.deep.equal(alone);
  });

  it('are not shown unless the user or a policy wants them', () => {
    expect(take(withWatched({ watchNotify: false })).notification).to.equal(undefined);
    const managed = { watch: ['tuyển sinh'], watchNotify: true };
    const store: Store = { ...withWatched({ watch: [], watchNotify: false }), managed };
    expect(take(store).notification?.title).to.equal('1 bài mới có “tuyển sinh”');
    expect(take({ ...withWatched(), managed: { watchNotify: false } }).notification).to.equal(undefined);
  });

  it('are one with that of the other posts, the watched first', () => {
    const store = withWatched({ notifications: true });
    const message = 'Trường A: Thông báo tuyển sinh\nTrường A: 2 bài mới';
    expect(take(store).notification).to.deep.equal({
      title: '3 bài mới, 1 bài có “tuyen sinh”',
      message,
    });
    expect(take(store).post).to.equal(undefined);
  });

  it('name several words, but not all of many', () => {
    const store = withWatched({ watch: ['sinh', 'thông', 'báo', 'tuyển'] });
    expect(take(store).notification?.title).to.equal('1 bài mới có “sinh”, “thông”, “báo”, …');
  });

  it('wait for the end of quiet hours and pauses, and the worker wakes then', () => {
    const quiet = take(withWatched(), EVENING);
    expect(quiet.notification).to.equal(undefined);
    expect(quiet.store.untold).to.deep.equal(['tct:1']);
    expect(nextNotification(quiet.store, EVENING)).to.equal(NEXT_MORNING);
    expect(take(quiet.store, NEXT_MORNING).notification).to.deep.equal(alone);
    const paused = pause(withWatched(), NOW + HOUR_MS);
    expect(take(paused)).to.deep.equal({ store: paused });
    expect(nextNotification(paused, NOW)).to.equal(undefined);
    const loud = setSchool(withWatched(), 'tct', { quiet: false });
    expect(take(loud, EVENING).notification).to.deep.equal(alone);
  });

  it('do not wait for the digest', () => {
    const store = { ...withWatched({ notifications: true, digest: 14 }), digested: NOW - DAY_MS };
    const { store: afterwards, notification } = take(store);
    expect(notification).to.deep.equal(alone);
    expect(afterwards.untold).to.deep.equal(['tct:0', 'tct:2']);
    expect(take(afterwards, NOW + 4 * HOUR_MS).notification?.title).to.equal('Tin trong ngày: 2 bài mới');
  });

  it('are in the digest otherwise, and named there', () => {
    const settings = { notifications: true, digest: 14, watchNotify: false };
    const store = { ...withWatched(settings), digested: NOW - DAY_MS };
    expect(take(store).notification).to.equal(undefined);
    expect(take(store, NOW + 4 * HOUR_MS).notification?.title).to.equal(
      'Tin trong ngày: 3 bài mới, 1 bài có “tuyen sinh”',
    );
  });
});
