import { expect } from 'chai';
import { HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { takeNotification } from '../../../extension/background/notify.ts';
import { addSchool, pause, setSchool, setSettings } from '../../../extension/store/changes.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import type { RequestHandler } from '../support/fake-server.ts';
import { installExtension, NOW, unreadTitles } from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';
import { FEED, storeWithUnread } from '../support/unread-store.ts';

const { vi } = backgroundWords;

describe('notifications', () => {
  const withNotifications = (store: Store) => setSettings(store, { notifications: true });

  it('announce all new posts at once, by school, and only once', () => {
    const { store, notification } = takeNotification(withNotifications(storeWithUnread(3)), NOW, vi);
    expect(notification).to.deep.equal({ title: '3 bài mới', message: 'Trường A: 3 bài mới' });
    expect(takeNotification(store, NOW, vi).notification).to.equal(undefined);
  });

  it('give the title of a school’s only new post', () => {
    const store = withNotifications(storeWithUnread(1));
    expect(takeNotification(store, NOW, vi).notification!.message).to.equal('Trường A: 1 bài mới');
    store.posts[0]!.item.title = 'Khai giảng';
    expect(takeNotification(store, NOW, vi).notification).to.deep.equal({
      title: '1 bài mới',
      message: 'Trường A: Khai giảng',
    });
  });

  it('are not shown if they are off, for a school or at all', () => {
    expect(takeNotification(storeWithUnread(3), NOW, vi).notification).to.equal(undefined);
    expect(
      takeNotification(setSchool(withNotifications(storeWithUnread(3)), 'tct', { notify: false }), NOW, vi)
        .notification,
    ).to.equal(undefined);
    expect(
      takeNotification({ ...storeWithUnread(3), managed: { notifications: true } }, NOW, vi).notification,
    ).not.to.equal(undefined);
  });

  it('wait for the end of the quiet hours, except for schools that ignore them', () => {
    const night = NOW + 10 * HOUR_MS;
    const quiet = takeNotification(withNotifications(storeWithUnread(3)), night, vi);
    expect(quiet.notification).to.equal(undefined);
    expect(takeNotification(quiet.store, night + 14 * HOUR_MS, vi).notification!.title).to.equal('3 bài mới');
    expect(
      takeNotification(setSchool(withNotifications(storeWithUnread(3)), 'tct', { quiet: false }), night, vi)
        .notification,
    ).not.to.equal(undefined);
  });

  it('wait for the end of a pause', () => {
    const paused = pause(withNotifications(storeWithUnread(3)), NOW + HOUR_MS);
    expect(takeNotification(paused, NOW, vi)).to.deep.equal({ store: paused });
    expect(takeNotification(paused, NOW + HOUR_MS, vi).notification!.title).to.equal('3 bài mới');
  });

  it('name the schools and posts that fit, and count the others', () => {
    const store = withNotifications(storeWithUnread(12));
    const schools = [1, 2, 3, 4].map((number) => ({
      id: `t${number}`,
      name: `Trường ${number}`,
      news: [`https://t${number}.example/rss`],
      documents: [],
    }));
    const withSchools = schools.reduce(addSchool, store);
    for (const [index, post] of withSchools.posts.entries()) post.school = schools[index % 4]!.id;
    expect(takeNotification(withSchools, NOW, vi).notification!.message.split('\n')).to.have.length(4);
    withSchools.posts[0]!.school = 'tct';
    const lines = takeNotification(withSchools, NOW, vi).notification!.message.split('\n');
    expect(lines).to.have.length(4);
    expect(lines[3]).to.match(/^… và [56] bài khác$/);
  });

  it('are shown by the background after a poll with new posts', async () => {
    let count = 1;
    const handler: RequestHandler = () => ({
      body: rss(Array.from({ length: count }, (_, index) => ({ guid: `${index}`, title: `Bài ${index}` }))),
    });
    const browser = await installExtension({}, { granted: ['notifications', '*://truong.example/*'] });
    browser.server.respondAt(FEED, handler);
    await browser.writeStore(setSettings({ ...storeWithUnread(0), untold: [] }, { notifications: true }));
    await browser.advance(MINUTE_MS);
    expect(browser.notifications).to.deep.equal([]);
    count = 3;
    await browser.advance(2 * HOUR_MS);
    expect(browser.notifications.map(({ title, message }) => [title, message])).to.deep.equal([
      ['2 bài mới', 'Trường A: 2 bài mới'],
    ]);
    expect(unreadTitles(browser)).to.have.length(2);
  });
});
