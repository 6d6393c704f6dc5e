/** The built extension in real browsers, with a sample site. */
import { expect } from 'chai';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, STORE_VERSION, type Store } from '../../../extension/store/schema.ts';
import { WordPress } from '../../sites/wordpress.ts';
import { type BrowserName, RealBrowser, until } from '../support/real-browser.ts';

for (const name of ['Chromium', 'Firefox'] as BrowserName[]) {
  describe(`the extension in ${name}`, function () {
    this.timeout(300_000);
    let site: WordPress;
    let browser: RealBrowser;

    const storeOf = () =>
      browser.run(async (api) => (await api.storage.local.get('store')).store as Store | undefined);
    const write = (store: Store) => browser.run((api, store) => api.storage.local.set({ store }), store);
    const refresh = () => browser.run((api) => api.runtime.sendMessage({ ask: 'refresh' }));
    const feed = () => site.url('/feed/');
    const requests = () => site.requests.filter(({ path }) => path === '/feed/');
    /** Makes all sources due, as if an hour had passed since the last poll. */
    const makeDue = async () => {
      const store = (await storeOf())!;
      for (const { poll } of Object.values(store.sources)) Object.assign(poll, { due: 0, earliest: 0 });
      await write(store);
    };

    before(async function () {
      if (!RealBrowser.path(name)) {
        console.log(`SKIPPED: ${name} is not installed: the extension was not tested in it.`);
        this.skip();
      }
      site = await new WordPress().start();
      browser = await RealBrowser.start(name);
    });

    after(async () => {
      await browser?.stop();
      await site?.stop();
    });

    it('installs without warnings and opens the welcome page', async () => {
      if (name === 'Chromium') expect(await browser.warnings()).to.deep.equal([]);
      await until(async () => (await browser.pages()).includes(browser.url('options/index.html')));
      expect(await browser.badge()).to.include({ text: '' });
    });

    it('reads a school that was just added, and finds nothing new', async () => {
      const school = { id: 'truong-a', name: 'Trường A', home: site.url('/'), news: [feed()], documents: [] };
      await write({ ...addSchool(emptyStore(), school), since: { 'truong-a': Date.now() } });
      const store = await until(async () => {
        const store = await storeOf();
        return store?.posts.length ? store : undefined;
      });
      expect(store.posts.every(({ read }) => read)).to.equal(true);
      expect(await browser.badge()).to.include({ text: '' });
    });

    it('counts a new post on the badge', async () => {
      site.publish({ title: 'Khai giảng lớp mới', summary: 'Sáng nay.' });
      await makeDue();
      await refresh();
      await until(async () => (await browser.badge()).text === '1');
    });

    it('sends no origin, cookie or referrer, and returns the validators that it was given', async () => {
      const [first, second] = requests();
      for (const { headers } of [first!, second!]) {
        for (const header of ['origin', 'cookie', 'referer', 'pragma'])
          expect(headers[header], header).to.equal(undefined);
        expect(headers['cache-control'] ?? 'max-age=0').to.equal('max-age=0');
        expect(headers.accept).to.include('application/rss+xml');
        expect(headers['accept-encoding']).to.include('gzip');
      }
      expect(first!.headers['if-none-match']).to.equal(undefined);
      const { poll } = (await storeOf())!.sources[feed()]!;
      if (poll.etag) expect(second!.headers['if-none-match']).to.be.a('string');
    });

    it('continues after its worker was stopped, without an extra poll', async () => {
      const before = requests().length;
      await browser.killWorker();
      await refresh();
      expect(requests()).to.have.length(before);
      await makeDue();
      await refresh();
      await until(() => requests().length === before + 1);
      expect(await browser.badge()).to.include({ text: '1' });
    });

    it('shows the same badge after a restart of the browser, without an extra poll', async () => {
      const before = requests().length;
      await browser.restart();
      await until(async () => (await browser.badge()).text === '1');
      expect(requests()).to.have.length(before);
    });

    it('shows that it is offline when no server responds', async () => {
      site.setFault({ kind: 'reset' });
      // One server alone says nothing of the network.
      const other = { id: 'truong-b', name: 'Trường B', news: ['http://127.0.0.1:9/feed/'], documents: [] };
      await write(addSchool((await storeOf())!, other));
      // Adding it polls it.
      await until(async () => {
        const { unreached, problem } = (await storeOf())!.sources[other.news[0]!]!.poll;
        return unreached ?? problem;
      });
      await makeDue();
      await refresh();
      await until(async () => (await browser.badge()).text === '1?');
      site.setFault(undefined);
      await makeDue();
      await refresh();
      await until(async () => (await browser.badge()).text === '1');
    });

    it('stops polling when the permission is revoked, and shows it', async () => {
      await browser.revoke();
      await until(async () => (await browser.badge()).text === '1!');
      const before = requests().length;
      await makeDue();
      await refresh();
      expect(requests()).to.have.length(before);
    });

    it('migrates the data of version 1', async () => {
      await browser.run(async (api) => {
        await api.storage.local.clear();
        const item = { id: 'a', content_text: '', title: 'Bài cũ' };
        const post = { school: 'truong-a', kind: 'news', item, seen: 1 };
        await api.storage.local.set({
          posts: [
            { ...post, key: 'truong-a:a' },
            { ...post, key: 'truong-a:b' },
          ],
          unread: ['truong-a:b'],
          schools: [
            {
              id: 'truong-a',
              name: 'Trường A',
              home: 'http://127.0.0.1/',
              news: ['http://127.0.0.1:9/rss'],
              documents: [],
            },
          ],
          settings: { notifications: false },
        });
      });
      await browser.restart();
      await until(async () => /^1/.test((await browser.badge()).text));
      const store = (await storeOf())!;
      expect(store.version).to.equal(STORE_VERSION);
      expect(store.posts.map(({ read }) => read)).to.deep.equal([true, false]);
    });
  });
}
