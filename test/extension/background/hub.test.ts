/** How a hub is polled: one request for the posts of all schools, and more only when posts may be missing. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { setSchool, setSettings } from '../../../extension/store/changes.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import { FakeHub, followHub, HUB, subscribeToHub } from '../support/fake-hub.ts';
import { editStore, installExtension, storeOf, unreadTitles } from '../support/installed-extension.ts';
import { refresh } from '../support/polled-feed.ts';

const TEN = Array.from({ length: 10 }, (_, index) => `t${index}`);
const pathsOf = (hub: FakeHub, since: number) =>
  hub
    .requests()
    .filter(({ at }) => at >= since)
    .map(({ url }) => url.slice(HUB.length));

const ownFiles = (hub: FakeHub, since: number) =>
  pathsOf(hub, since)
    .filter((path) => path.startsWith('schools/'))
    .sort();

describe('polling a hub', () => {
  it('reads every school’s own files once, then one list for each kind', async () => {
    const hub = await followHub(...TEN);
    expect(hub.requests('schools/')).to.have.length(20);
    const since = hub.browser.now();
    await hub.browser.advance(20 * HOUR_MS);
    const paths = pathsOf(hub, since);
    expect(new Set(paths)).to.deep.equal(new Set(['news.json', 'documents.json']));
    expect(paths.length).to.be.within(34, 40);
    expect(hub.browser.errors).to.deep.equal([]);
  });

  it('sends two requests at a manual refresh', async () => {
    const hub = await followHub(...TEN);
    await hub.browser.advance(10 * MINUTE_MS);
    const since = hub.browser.now();
    expect(await refresh(hub.browser)).to.deep.equal({ asked: 2 });
    await hub.browser.advance(MINUTE_MS);
    expect(pathsOf(hub, since).sort()).to.deep.equal(['documents.json', 'news.json']);
  });

  it('counts new posts of all schools that are on, once, under the keys of the schools’ own files', async () => {
    const hub = await followHub('a', 'b', 'c');
    await editStore(hub.browser, (store) => setSchool(store, 'c', { on: false }));
    for (const school of ['a', 'b', 'c']) hub.publish(school, 'mới');
    hub.publish('b', 'văn bản', hub.browser.now(), 'documents');
    await hub.browser.advance(2 * HOUR_MS);
    const unread = () => storeOf(hub.browser).posts.flatMap(({ key, read }) => (read ? [] : [key]));
    expect(unread()).to.have.members(['a:mới', 'b:mới', 'b:văn bản']);
    expect(hub.browser.badge.text).to.equal('3');
    // The schools' own files, a day later, bring nothing new.
    await hub.browser.advance(2 * DAY_MS);
    expect(unread()).to.have.length(3);
    expect(hub.requests('schools/c/')).to.have.length(2);
  });

  it('reads the own files of a school that is switched on, and of no other', async () => {
    const hub = await followHub('a', 'b');
    await editStore(hub.browser, (store) => setSchool(store, 'b', { on: false }));
    hub.publish('b', 'lúc tắt');
    await hub.browser.advance(3 * HOUR_MS);
    const since = hub.browser.now();
    await editStore(hub.browser, (store) => setSchool(store, 'b', { on: true }));
    await hub.browser.advance(10 * MINUTE_MS);
    expect(ownFiles(hub, since)).to.deep.equal(['schools/b/documents.json', 'schools/b/news.json']);
    expect(unreadTitles(hub.browser)).to.deep.equal([]);
    hub.publish('b', 'mới');
    await hub.browser.advance(2 * HOUR_MS);
    expect(unreadTitles(hub.browser)).to.deep.equal(['Bài mới']);
  });

  it('reads the own files when the list may lack posts: after more than it holds', async () => {
    const hub = await followHub('a', 'b');
    await hub.browser.advance(3 * HOUR_MS);
    const start = hub.browser.now();
    hub.publish('b', 'sót', start);
    for (let number = 0; number < 60; number++) hub.publish('a', String(number), start + 1000 + number);
    await hub.browser.sleep(2 * HOUR_MS);
    await hub.browser.advance(10 * MINUTE_MS);
    expect(unreadTitles(hub.browser)).to.include('Bài sót');
    expect(ownFiles(hub, start)).to.deep.equal(['schools/a/news.json', 'schools/b/news.json']);
    const since = hub.browser.now();
    hub.publish('b', 'sau');
    await hub.browser.advance(3 * HOUR_MS);
    expect(unreadTitles(hub.browser)).to.include('Bài sau');
    expect(ownFiles(hub, since)).to.deep.equal([]);
  });

  it('finds within a day a post that is dated before all of the list', async () => {
    const hub = await followHub('a', 'b');
    for (let number = 0; number < 60; number++) hub.publish('a', String(number));
    await hub.browser.advance(2 * HOUR_MS);
    hub.publish('b', 'ghi ngày cũ', hub.browser.now() - 30 * DAY_MS);
    await hub.browser.advance(1.2 * DAY_MS);
    expect(unreadTitles(hub.browser)).to.include('Bài ghi ngày cũ');
  });

  it('makes nothing new and reads nothing twice when an older version is updated', async () => {
    const hub = await followHub(...TEN);
    const now = hub.browser.now();
    // As the version before stored it: no list was polled, and the schools' files are due within the hour.
    await editStore(hub.browser, (store) => {
      const sources = Object.fromEntries(
        Object.entries(store.sources).flatMap(([url, { every: _, ...state }]) =>
          /\/(?:schools\/.*|cluster\.json)$/.test(url)
            ? [[url, { ...state, poll: { ...state.poll, due: now + HOUR_MS } }]]
            : [],
        ),
      );
      return { ...store, sources };
    });
    hub.publish('t3', 'mới');
    await hub.browser.advance(5 * HOUR_MS);
    expect(new Set(pathsOf(hub, now))).to.deep.equal(new Set(['news.json', 'documents.json']));
    expect(unreadTitles(hub.browser)).to.deep.equal(['Bài mới']);
  });

  it('polls as often as the user chose for any of the schools', async () => {
    const hub = await followHub('a', 'b');
    await editStore(hub.browser, (store) => setSchool(store, 'b', { every: 15 }));
    const since = hub.browser.now();
    await hub.browser.advance(4 * HOUR_MS);
    const news = pathsOf(hub, since).filter((path) => path === 'news.json');
    expect(news.length).to.be.within(13, 17);
    expect(ownFiles(hub, since)).to.deep.equal([]);
  });

  for (const status of [404, 410])
    it(`reads the schools’ own files where there is no list: ${status}`, async () => {
      const browser = await installExtension({});
      const hub = new FakeHub(browser, ['a', 'b']);
      hub.publish('a', 'cũ', browser.now() - DAY_MS);
      hub.missing.add('news.json').add('documents.json');
      await subscribeToHub(hub);
      hub.publish('b', 'mới');
      await browser.advance(2 * HOUR_MS);
      expect(unreadTitles(browser)).to.deep.equal(['Bài mới']);
      expect(browser.badge.text).to.equal('1');
      const before = hub.requests('schools/a/news.json').length;
      await browser.advance(4 * HOUR_MS);
      expect(hub.requests('schools/a/news.json').length - before).to.be.within(3, 4);
      // It has one later.
      hub.missing.clear();
      await browser.advance(2 * DAY_MS);
      const since = browser.now();
      await browser.advance(4 * HOUR_MS);
      expect(pathsOf(hub, since)).to.include('news.json');
      expect(unreadTitles(browser)).to.deep.equal(['Bài mới']);
    });

  it('has one list for the schools of a hub that is reached by http and names its files by https', async () => {
    const browser = await installExtension({});
    const hub = new FakeHub(browser, ['a', 'b']);
    await browser.writeStore({
      ...emptyStore(),
      hub: {
        url: HUB.replace('https', 'http'),
        name: 'Cụm',
        schools: ['a', 'b'].map((id) => ({
          id,
          name: id,
          news: [`${HUB}schools/${id}/news.json`],
          documents: [],
        })),
      },
    });
    await browser.advance(3 * HOUR_MS);
    expect(hub.requests('schools/')).to.have.length(2);
    expect(hub.requests('news.json').length).to.be.within(3, 4);
    expect(storeOf(browser).denied).to.deep.equal([]);
  });

  it('goes on when its list of schools breaks', async () => {
    const hub = await followHub('a', 'b');
    hub.missing.add('cluster.json');
    await hub.browser.advance(5 * DAY_MS);
    hub.publish('b', 'mới');
    await hub.browser.advance(2 * HOUR_MS);
    expect(unreadTitles(hub.browser)).to.deep.equal(['Bài mới']);
  });
});

describe('an interval that is chosen', () => {
  const nextNews = (hub: FakeHub) => storeOf(hub.browser).sources[`${HUB}news.json`]!.poll.checked!;

  for (const [name, minutes, after] of [
    ['shorter', 15, [0, 17]],
    ['longer', 240, [225, 260]],
  ] as const)
    it(`holds from now: a ${name} one, also for the alarm`, async () => {
      const hub = await followHub('a');
      await hub.browser.advance(10 * MINUTE_MS);
      const chosenAt = hub.browser.now();
      await editStore(hub.browser, (store) => setSettings(store, { every: minutes }));
      await hub.browser.settle();
      expect(hub.browser.alarms.get('poll')!.when - chosenAt).to.be.at.most(after[1] * MINUTE_MS);
      const before = hub.requests('news.json').length;
      const last = nextNews(hub);
      await hub.browser.advance(5 * HOUR_MS);
      const next = hub.requests('news.json')[before]!;
      expect(next.at - last).to.be.within(minutes * MINUTE_MS, (minutes + 30) * MINUTE_MS);
      expect(next.at - chosenAt).to.be.within(after[0] * MINUTE_MS, (after[1] + 20) * MINUTE_MS);
    });

  it('is at once over when it is longer ago', async () => {
    const hub = await followHub('a');
    await hub.browser.advance(50 * MINUTE_MS);
    const before = hub.requests('news.json').length;
    await editStore(hub.browser, (store) => setSettings(store, { every: 15 }));
    await hub.browser.advance(MINUTE_MS);
    expect(hub.requests('news.json').length - before).to.equal(1);
  });

  it('holds when a policy sets it', async () => {
    const hub = await followHub('a');
    await hub.browser.advance(20 * MINUTE_MS);
    const before = hub.requests('news.json').length;
    hub.browser.policy = { every: 15 };
    hub.browser.fire('storage.onChanged', { every: { newValue: 15 } }, 'managed');
    await hub.browser.advance(MINUTE_MS);
    expect(hub.requests('news.json').length - before).to.equal(1);
  });
});
