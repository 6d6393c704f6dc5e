/** What the user is told without asking: the badge, notifications, quiet hours; what an IT department has preset. */
import { expect } from 'chai';
import { takeNotification } from '../../../extension/background/notify.ts';
import { isQuiet } from '../../../extension/background/quiet-hours.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { addSchool, pause, setSchool, setSettings } from '../../../extension/store/changes.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { badgeOf } from '../../../extension/toolbar/badge.ts';
import { en, vi } from '../../../extension/words/background-words.ts';
import type { Handler } from '../support/fake-server.ts';
import { HOUR, MINUTE, NOW, storeOf, unreadOf, worldWith } from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';

const FEED = 'https://truong.example/rss';

function unread(count: number): Store {
  const school = { id: 'tct', name: 'Trường A', home: FEED, news: [FEED], documents: [] };
  const posts = Array.from({ length: count }, (_, index) => ({
    ...{ key: `tct:${index}`, school: 'tct', kind: 'news' as const, seen: NOW, read: false },
    item: { id: String(index), content_text: '' },
  }));
  const store = addSchool(emptyStore(), school);
  return { ...store, since: { tct: NOW }, posts, untold: posts.map(({ key }) => key) };
}

describe('the badge', () => {
  const poll = { due: NOW, earliest: NOW, failures: 0 };
  const states: [string, Store, string, RegExp][] = [
    ['nothing', unread(0), '', /Không có bài mới$/],
    ['some', unread(7), '7', /7 bài chưa đọc$/],
    ['many', unread(120), '99+', /120 bài chưa đọc$/],
    ['paused', pause(unread(7)), 'nghỉ', /tạm dừng/],
    ['offline', { ...unread(7), offline: true }, '7?', /mạng/],
    ['not granted', { ...unread(7), denied: ['*://truong.example/*'] }, '7!', /cài đặt/],
    ['gone', { ...unread(0), sources: { [FEED]: { poll: { ...poll, stopped: true } } } }, '!', /cài đặt/],
    [
      'failing for long',
      { ...unread(0), sources: { [FEED]: { poll: { ...poll, failures: 3 } } } },
      '!',
      /cài đặt/,
    ],
    ['failing once', { ...unread(0), sources: { [FEED]: { poll: { ...poll, failures: 1 } } } }, '', /mới$/],
    ['mended', { ...unread(2), notice: { kind: 'recovered', at: NOW } }, '2!', /cài đặt/],
  ];
  for (const [name, store, text, title] of states)
    it(`${name}: “${text}”`, () => {
      const badge = badgeOf(store, NOW, vi);
      expect(badge.text).to.equal(text);
      expect(badge.title).to.match(title);
      expect(badge.text.length).to.be.at.most(4);
      expect(badgeOf(store, NOW, en).title).not.to.equal(badge.title);
    });

  it('a pause ends by itself', () => {
    const store = pause(unread(7), NOW + HOUR);
    expect(badgeOf(store, NOW + HOUR - 1, vi).text).to.equal('nghỉ');
    expect(badgeOf(store, NOW + HOUR, vi).text).to.equal('7');
  });

  it('tells its states apart by text and colour', () => {
    const seen = states
      .map(([, store]) => badgeOf(store, NOW, vi))
      .map(({ state, color }) => `${state} ${color}`);
    expect(new Set(seen).size).to.equal(4);
  });
});

describe('quiet hours', () => {
  const usual = { on: true, from: 18, to: 7, weekends: true };
  /** Of a Monday in Vietnam, days later. */
  const at = (hour: number, days = 0) => Date.UTC(2026, 10, 23 + days, hour - 7);

  it('are at night and on weekends, in Vietnam’s time', () => {
    expect([6, 7, 12, 17, 18, 23].map((hour) => isQuiet(usual, at(hour)))).to.deep.equal([
      ...[true, false, false, false, true, true],
    ]);
    expect([4, 5, 6, 7].map((day) => isQuiet(usual, at(12, day)))).to.deep.equal([false, true, true, false]);
    expect(isQuiet({ ...usual, weekends: false }, at(12, 5))).to.equal(false);
    expect(isQuiet({ ...usual, on: false }, at(2))).to.equal(false);
    expect([11, 12, 13].map((hour) => isQuiet({ ...usual, from: 12, to: 13 }, at(hour)))).to.deep.equal([
      ...[false, true, false],
    ]);
    expect(isQuiet({ ...usual, from: 8, to: 8 }, at(8))).to.equal(false);
  });
});

describe('notifications', () => {
  const wanted = (store: Store) => setSettings(store, { notifications: true });

  it('are one for all that is new, by school, and only once', () => {
    const { store, notice } = takeNotification(wanted(unread(3)), NOW, vi);
    expect(notice).to.deep.equal({ title: '3 bài mới', message: 'Trường A: 3 bài mới' });
    expect(takeNotification(store, NOW, vi).notice).to.equal(undefined);
  });

  it('say what the post is called where a school has but one', () => {
    const store = wanted(unread(1));
    expect(takeNotification(store, NOW, vi).notice!.message).to.equal('Trường A: 1 bài mới');
    store.posts[0]!.item.title = 'Khai giảng';
    expect(takeNotification(store, NOW, vi).notice).to.deep.equal({
      title: '1 bài mới',
      message: 'Trường A: Khai giảng',
    });
  });

  it('are none if nobody wants them, for that school or at all', () => {
    expect(takeNotification(unread(3), NOW, vi).notice).to.equal(undefined);
    expect(takeNotification(setSchool(wanted(unread(3)), 'tct', { notify: false }), NOW, vi).notice).to.equal(
      undefined,
    );
    expect(takeNotification({ ...unread(3), managed: { notifications: true } }, NOW, vi).notice).not.to.equal(
      undefined,
    );
  });

  it('wait for the quiet hours to end, unless the school is urgent', () => {
    const night = NOW + 10 * HOUR;
    const quiet = takeNotification(wanted(unread(3)), night, vi);
    expect(quiet.notice).to.equal(undefined);
    expect(takeNotification(quiet.store, night + 14 * HOUR, vi).notice!.title).to.equal('3 bài mới');
    expect(
      takeNotification(setSchool(wanted(unread(3)), 'tct', { quiet: false }), night, vi).notice,
    ).not.to.equal(undefined);
  });

  it('wait for a pause to end', () => {
    const paused = pause(wanted(unread(3)), NOW + HOUR);
    expect(takeNotification(paused, NOW, vi)).to.deep.equal({ store: paused });
    expect(takeNotification(paused, NOW + HOUR, vi).notice!.title).to.equal('3 bài mới');
  });

  it('come from the background when a poll has brought something', async () => {
    let count = 1;
    const handler: Handler = () => ({
      body: rss(Array.from({ length: count }, (_, index) => ({ guid: `${index}`, title: `Bài ${index}` }))),
    });
    const world = await worldWith({}, { granted: ['notifications', '*://truong.example/*'] });
    world.server.at(FEED, handler);
    await world.write(setSettings({ ...unread(0), untold: [] }, { notifications: true }));
    await world.advance(MINUTE);
    expect(world.notifications).to.deep.equal([]);
    count = 3;
    await world.advance(2 * HOUR);
    expect(world.notifications.map(({ title, message }) => [title, message])).to.deep.equal([
      ['2 bài mới', 'Trường A: 2 bài mới'],
    ]);
    expect(unreadOf(world)).to.have.length(2);
  });
});

describe('what is preset by policy', () => {
  const hub = 'https://tin.truong.example/';
  const list = `${hub}schools/nb/news.json`;
  const cluster = {
    name: 'Cụm',
    schools: [{ id: 'nb', name: 'Ninh Bình', home: 'https://nb.example/', news: list }],
  };

  it('is there without the user: a hub, no first run, no permission asked', async () => {
    const world = await worldWith({});
    world.policy = { hub, firstRun: false, every: 120, notifications: 'nonsense' };
    world.server.at(`${hub}cluster.json`, () => ({ body: JSON.stringify(cluster) }));
    const items = [{ id: 'nb:1', content_text: '', title: 'Bài', _tct: { school: 'nb' } }];
    world.server.at(list, ({ headers }) => {
      // A header beyond the plain ones would make the browser ask the hub for leave.
      expect([...headers.keys()]).to.deep.equal(['accept']);
      return { body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Tin', items }) };
    });
    world.fire('runtime.onInstalled', { reason: 'install' });
    await world.advance(MINUTE);
    expect(world.opened).to.deep.equal([]);
    const store = storeOf(world);
    expect(schoolsOf(store).find(({ id }) => id === 'nb')).to.include({
      on: true,
      every: 120,
      origin: 'managed',
    });
    expect(store.posts.map(({ key }) => key)).to.deep.equal(['nb:1']);
    const asked = world.server.of(list).length;
    await world.advance(5 * HOUR);
    expect(world.server.of(list).length - asked).to.equal(2);
    expect(world.errors).to.deep.equal([]);
  });

  it('says that a hub’s list cannot be read as long as it cannot, also where the same comes again', async () => {
    const world = await worldWith({});
    world.policy = { hub };
    let body = JSON.stringify(cluster);
    world.server.at(`${hub}cluster.json`, () => ({ body }));
    world.fire('runtime.onInstalled', { reason: 'install' });
    await world.advance(MINUTE);
    body = '<!doctype html><title>Đang bảo trì</title>';
    await world.advance(20 * 24 * HOUR);
    const { failures, problem } = storeOf(world).sources[`${hub}cluster.json`]!.poll;
    expect(problem?.kind).to.equal('not-a-feed');
    expect(failures).to.be.greaterThan(2);
    expect(schoolsOf(storeOf(world)).map(({ id }) => id)).to.include('nb');
  });

  it('outlives a start at which it cannot be read yet, and goes when it is taken away', async () => {
    const world = await worldWith({});
    world.policy = { hub };
    world.server.at(`${hub}cluster.json`, () => ({ body: JSON.stringify(cluster) }));
    world.fire('runtime.onInstalled', { reason: 'install' });
    await world.advance(MINUTE);
    world.policy = {};
    await world.restart();
    expect(storeOf(world).managed).to.deep.equal({ hub });
    world.fire('storage.onChanged', { hub: { oldValue: hub } }, 'managed');
    await world.advance(MINUTE);
    expect(storeOf(world).managed).to.equal(undefined);
    expect(sourcesOf(storeOf(world))).to.deep.equal([]);
  });

  it('opens the first page where there is no policy', async () => {
    const world = await worldWith({});
    world.fire('runtime.onInstalled', { reason: 'install' });
    await world.advance(MINUTE);
    expect(world.opened).to.deep.equal(['options']);
  });
});
