/** The built extension in real browsers, against the sample cluster. */
import { expect } from 'chai';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { WordPress } from '../../sites/wordpress.ts';
import { type BrowserName, RealBrowser, until } from '../support/real-browser.ts';

for (const name of ['Chromium', 'Firefox'] as BrowserName[]) {
  describe(`the extension in ${name}`, function () {
    this.timeout(300_000);
    let site: WordPress;
    let driven: RealBrowser;

    const storeOf = () =>
      driven.run(async (api) => (await api.storage.local.get('store')).store as Store | undefined);
    const write = (store: Store) => driven.run((api, store) => api.storage.local.set({ store }), store);
    const refresh = () => driven.run((api) => api.runtime.sendMessage({ ask: 'refresh' }));
    const feed = () => site.url('/feed/');
    const asked = () => site.requests.filter(({ path }) => path === '/feed/');
    /** As if an hour had passed since the last poll. */
    const later = async () => {
      const store = (await storeOf())!;
      for (const { poll } of Object.values(store.sources)) Object.assign(poll, { due: 0, earliest: 0 });
      await write(store);
    };

    before(async function () {
      if (!RealBrowser.path(name)) {
        console.log(`SKIPPED: ${name} is not on this machine: its extension was not tried.`);
        this.skip();
      }
      site = await new WordPress().start();
      driven = await RealBrowser.start(name);
    });

    after(async () => {
      await driven?.stop();
      await site?.stop();
    });

    it('is installed without a warning, and opens its first page', async () => {
      if (name === 'Chromium') expect(await driven.warnings()).to.deep.equal([]);
      await until(async () => (await driven.pages()).includes(driven.url('options/index.html')));
      expect(await driven.badge()).to.include({ text: '' });
    });

    it('reads a school that was chosen, and finds nothing new in it', async () => {
      const school = { id: 'truong-a', name: 'Trường A', home: site.url('/'), news: [feed()], documents: [] };
      await write({ ...addSchool(emptyStore(), school), since: { 'truong-a': Date.now() } });
      const store = await until(async () => {
        const store = await storeOf();
        return store?.posts.length ? store : undefined;
      });
      expect(store.posts.every(({ read }) => read)).to.equal(true);
      expect(await driven.badge()).to.include({ text: '' });
    });

    it('shows that a post is new', async () => {
      site.publish({ title: 'Khai giảng lớp mới', summary: 'Sáng nay.' });
      await later();
      await refresh();
      await until(async () => (await driven.badge()).text === '1');
    });

    it('asks as a granted reader: no origin, no cookie, no referrer, its validators as they were given', async () => {
      const [first, second] = asked();
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

    it('works on when its worker was ended, and nobody is asked for that', async () => {
      const before = asked().length;
      await driven.killWorker();
      await refresh();
      expect(asked()).to.have.length(before);
      await later();
      await refresh();
      await until(() => asked().length === before + 1);
      expect(await driven.badge()).to.include({ text: '1' });
    });

    it('shows the same after a restart of the browser, and nobody is asked for that', async () => {
      const before = asked().length;
      await driven.restart();
      await until(async () => (await driven.badge()).text === '1');
      expect(asked()).to.have.length(before);
    });

    it('is taken to be offline when nobody answers, and says so', async () => {
      await later();
      site.setFault({ kind: 'reset' });
      await refresh();
      await until(async () => (await driven.badge()).text === '1?');
      site.setFault(undefined);
      await later();
      await refresh();
      await until(async () => (await driven.badge()).text === '1');
    });

    it('asks no more when the permission was taken back, and says so', async () => {
      await driven.revoke();
      await until(async () => (await driven.badge()).text === '1!');
      const before = asked().length;
      await later();
      await refresh();
      expect(asked()).to.have.length(before);
    });

    it('takes over what its first version stored', async () => {
      await driven.run(async (api) => {
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
              ...{ id: 'truong-a', name: 'Trường A', home: 'http://127.0.0.1/' },
              ...{ news: ['http://127.0.0.1:9/rss'], documents: [] },
            },
          ],
          settings: { notifications: false },
        });
      });
      await driven.restart();
      await until(async () => /^1/.test((await driven.badge()).text));
      const store = (await storeOf())!;
      expect(store.version).to.equal(2);
      expect(store.posts.map(({ read }) => read)).to.deep.equal([true, false]);
    });
  });
}
