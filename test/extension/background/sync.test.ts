/** The background shares the store by `storage.sync`: at start, when either changes, and later if it may not yet. */
import { expect } from 'chai';
import { HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { setRead, setSettings } from '../../../extension/store/changes.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import { builtBackground } from '../support/built-background.ts';
import { FakeBrowser } from '../support/fake-browser.ts';
import { FakeSyncArea, FakeSyncServer } from '../support/fake-sync-area.ts';
import { editStore, NOW, storeOf, subscribeTo, unreadTitles } from '../support/installed-extension.ts';
import { rss } from '../support/rss.ts';

const FEED = 'https://truong-a.example/rss';

describe('sync in the background', () => {
  let server: FakeSyncServer;
  let a: FakeBrowser;
  let b: FakeBrowser;

  const readAll = (browser: FakeBrowser) =>
    editStore(browser, (store) =>
      setRead(
        store,
        store.posts.map(({ key }) => key),
        true,
      ),
    );

  async function install(): Promise<FakeBrowser> {
    const browser = new FakeBrowser(await builtBackground(), NOW);
    browser.granted.add('notifications');
    browser.syncArea = new FakeSyncArea(server, browser.now);
    browser.syncArea.onChanged = () => void browser.fire('storage.onChanged', {}, 'sync');
    return browser;
  }

  beforeEach(async () => {
    server = new FakeSyncServer();
    [a, b] = [await install(), await install()];
    const feed = ({ at }: { at: number }) => ({
      body: rss([
        { guid: '0', title: 'Cũ', date: NOW - HOUR_MS },
        ...(at > NOW + HOUR_MS ? [{ guid: '1', title: 'Mới', date: NOW + HOUR_MS }] : []),
      ]),
    });
    await subscribeTo(a, { [FEED]: feed });
    await b.writeStore(emptyStore());
    b.server.respondAt(FEED, feed);
    b.granted.add('*://truong-a.example/*');
    for (const browser of [a, b]) {
      await editStore(browser, (store) =>
        setSettings(store, {
          sync: true,
          notifications: true,
          quiet: { ...store.settings.quiet, on: false },
        }),
      );
      await browser.advance(2 * MINUTE_MS);
      browser.syncArea!.upload();
    }
  });

  it('brings schools, which are then polled, and read marks, which are neither announced nor counted', async () => {
    b.syncArea!.download();
    await b.advance(MINUTE_MS);
    expect(storeOf(b).own.map(({ id }) => id)).to.deep.equal(['t0']);
    expect(storeOf(b).posts).to.have.length(1);
    await a.advance(3 * HOUR_MS);
    expect(a.badge.text).to.equal('1');
    await readAll(a);
    a.syncArea!.upload();
    // The other browser was closed meanwhile: it starts, syncs, then polls.
    await b.sleep(0);
    b.killWorker();
    const listeners = b.syncArea!.onChanged;
    b.syncArea!.onChanged = () => {};
    b.syncArea!.download();
    b.syncArea!.onChanged = listeners;
    await b.sleep(3 * HOUR_MS);
    await b.restart();
    await b.advance(HOUR_MS);
    expect(storeOf(b).posts).to.have.length(2);
    expect(unreadTitles(b)).to.deep.equal([]);
    expect(b.badge.text).to.equal('');
    expect(b.notifications).to.deep.equal([]);
    expect([...a.errors, ...b.errors]).to.deep.equal([]);
  });

  it('clears the badge as soon as marks arrive', async () => {
    b.syncArea!.download();
    for (const browser of [a, b]) await browser.advance(3 * HOUR_MS);
    expect(b.badge.text).to.equal('1');
    await readAll(a);
    a.syncArea!.upload();
    b.syncArea!.download();
    await b.settle();
    expect(b.badge.text).to.equal('');
  });

  it('writes what it had to hold back a minute later, although the worker was stopped', async () => {
    await editStore(a, (store) => setSettings(store, { every: 30 }));
    await editStore(a, (store) => setSettings(store, { every: 45 }));
    a.killWorker();
    await a.advance(2 * MINUTE_MS);
    a.syncArea!.upload();
    expect(JSON.parse(server.items.get('settings')!.text!).fields.every.v).to.equal(45);
  });

  it('is off by policy', async () => {
    b.policy = { sync: false };
    b.fire('storage.onChanged', {}, 'managed');
    await b.advance(MINUTE_MS);
    b.syncArea!.download();
    await b.advance(HOUR_MS);
    expect(storeOf(b).own).to.deep.equal([]);
  });

  it('says where the browser has none', async () => {
    const browser = new FakeBrowser(await builtBackground(), NOW);
    await editStore(browser, (store) => setSettings(store, { sync: true }));
    await browser.advance(MINUTE_MS);
    expect(storeOf(browser).sync?.problem).to.equal('unavailable');
    expect(browser.errors).to.deep.equal([]);
  });
});
