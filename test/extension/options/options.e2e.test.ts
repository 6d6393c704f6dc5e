/** The settings page in real browsers, with a sample site and a sample hub. */

import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ElementHandle, Page } from 'puppeteer-core';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { axeViolations } from '../../axe.ts';
import { Joomla } from '../../sites/joomla.ts';
import { WordPress } from '../../sites/wordpress.ts';
import {
  clickButton,
  horizontalOverflow,
  openPage,
  readStore,
  textOf,
  writeStore,
} from '../support/extension-page.ts';
import { type BrowserName, RealBrowser, until } from '../support/real-browser.ts';
import { samplePost, sampleStore } from '../support/sample-store.ts';

/** Starts a hub with one school, as `tct-hub` publishes it. */
async function startHub(): Promise<{ url: string; server: Server }> {
  const item = {
    id: 'a:1',
    title: 'Bài của trạm',
    content_text: '',
    date_published: '2026-11-20T08:00:00+07:00',
  };
  const server = createServer((request, response) => {
    const path = request.url!;
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Cụm', items: [item] };
    const cluster = {
      name: 'Cụm trường mẫu',
      schools: [{ id: 'a', name: 'Trường A', home: 'https://a.example/', news: 'schools/a/news.json' }],
    };
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'application/json');
    if (path.endsWith('/cluster.json')) response.end(JSON.stringify(cluster));
    else if (path.endsWith('news.json')) response.end(JSON.stringify(feed));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

for (const name of ['Chromium', 'Firefox'] as BrowserName[]) {
  describe(`the settings page in ${name}`, () => {
    let browser: RealBrowser;
    let site: WordPress;
    let hub: Awaited<ReturnType<typeof startHub>>;
    let page: Page;

    const vietnamese = (store: Store): Store => ({ ...store, settings: { ...store.settings, lang: 'vi' } });
    const open = async (store: Store, width = 800, hash = '') => {
      await writeStore(browser, store);
      page = await openPage(browser, `options/index.html${hash}`, width, 900);
    };
    const type = async (selector: string, text: string) => {
      await page.focus(selector);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    const give = async (accept: string, name: string, text: string) => {
      const file = join(tmpdir(), `tct-${process.pid}-${name}`);
      await writeFile(file, text);
      const field = (await page.$(
        `input[type=file][accept*="${accept}"]`,
      )) as ElementHandle<HTMLInputElement>;
      await field.uploadFile(file);
    };

    before(async function () {
      if (!RealBrowser.path(name)) {
        console.log(`SKIPPED: ${name} is not installed: the settings page was not tested in it.`);
        this.skip();
      }
      site = await new WordPress().start();
      hub = await startHub();
      browser = await RealBrowser.start(name);
    });
    after(async () => {
      await browser?.stop();
      await site?.stop();
      hub?.server.close();
    });
    afterEach(() => page?.close().catch(() => undefined));

    it('welcomes a new user, who previews a hub and follows it', async () => {
      await open(vietnamese(emptyStore()));
      expect(await textOf(page, '#first h2')).to.match(/ngay trên thanh công cụ/);
      expect(await axeViolations(page)).to.deep.equal([]);
      await type('#hub input', hub.url.replace('http://', ''));
      await until(async () => /Trường A/.test(await textOf(page, '#hub .result')));
      expect(await textOf(page, '#hub .sample'), 'a preview before subscribing').to.match(/Bài của trạm/);
      expect(await axeViolations(page)).to.deep.equal([]);
      expect((await readStore(browser)).hub).to.equal(undefined);
      await clickButton(page, 'Theo dõi qua trạm này');
      await until(async () => (await readStore(browser)).hub?.schools.length);
      await until(async () => (await readStore(browser)).posts.length);
      expect(await textOf(page, '.status')).to.match(/Đã theo dõi/);
      expect(await page.evaluate(() => !!document.activeElement!.closest('#hub')), 'the focus').to.equal(
        true,
      );
      expect(await textOf(page, '#first'), 'the welcome goes when it is done').to.equal('');
      await page.close();
      page = await openPage(browser, 'options/index.html', 800);
      expect(await textOf(page, '#first'), 'welcomed once').to.equal('');
    });

    it('says what is wrong with an address', async () => {
      await open(sampleStore([]));
      await type('#add input', 'không phải địa chỉ');
      await until(async () => /chưa phải địa chỉ/.test(await textOf(page, '#add-wrong')));
      await page.close();
      page = await openPage(browser, 'options/index.html', 800);
      await type('#hub input', site.url('/'));
      await until(async () => /không phải trạm thu tin|Không có gì/.test(await textOf(page, '#hub .result')));
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('warns of a feed of a school that the hub has', async () => {
      const school = { id: 'a', name: 'Trường A', home: 'https://a.example/', documents: [] };
      const listed = { ...school, news: [`${hub.url}schools/a/news.json`] };
      await open(sampleStore([], { hub: { url: hub.url, name: 'Cụm', schools: [listed] } }));
      await type('#add input', 'a.example/rss');
      await until(async () => /đã có qua trạm.*: Trường A/.test(await textOf(page, '#add-wrong')));
      expect(await textOf(page, '#add button')).to.equal('Vẫn tìm nguồn tin');
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('adds a site by its homepage, and previews its sources before following any', async () => {
      await open(vietnamese(emptyStore()));
      await type('#add input', site.url('/'));
      await until(async () => /Tìm thấy \d+ nguồn/.test(await textOf(page, '#add .result')));
      expect(
        await page.evaluate(() => document.querySelectorAll('#add .sample li').length),
      ).to.be.greaterThan(0);
      expect(await axeViolations(page)).to.deep.equal([]);
      expect((await readStore(browser)).own).to.deep.equal([]);
      await clickButton(page, 'Theo dõi');
      const store = await until(async () => {
        const store = await readStore(browser);
        return store.own.length && store.posts.length ? store : undefined;
      });
      expect(store.own[0]!.home).to.equal(site.url('/'));
      expect(store.own[0]!.news).to.have.length(1);
      await until(async () => /tự thêm/.test(await textOf(page, '.schools')));
      expect(
        await page.evaluate(() => document.activeElement!.closest('.school')?.textContent),
        'the new school has the focus',
      ).to.match(/tự thêm/);
    });

    it('names a site after its page rather than its first feed, and distinguishes feeds with the same title', async () => {
      const joomla = await new Joomla().start();
      await open(vietnamese(emptyStore()));
      await type('#add input', joomla.url('/'));
      await until(async () => /Tìm thấy \d+ nguồn/.test(await textOf(page, '#add .result')));
      const [name, ...titles] = await page.evaluate(() => [
        document.querySelector<HTMLInputElement>('#add [name=name]')!.value,
        ...[...document.querySelectorAll('#add .found strong')].map(({ textContent }) => textContent),
      ]);
      expect(name).to.equal('Trường Chính trị');
      expect(titles.slice(0, 2)).to.deep.equal([
        'Tin tức - Trường Chính trị (RSS 2.0)',
        'Tin tức - Trường Chính trị (Atom 1.0)',
      ]);
      await joomla.stop();
    });

    it('says that a site redirects to another host, for which there is no permission', async () => {
      const there = site.url('/').replace('127.0.0.1', 'localhost');
      const old = createServer((_, response) => response.writeHead(301, { Location: there }).end());
      await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(old.address() as AddressInfo).port}/`;
      await open(vietnamese(emptyStore()));
      await type('#add input', url);
      await until(async () => /chuyển sang một địa chỉ khác/.test(await textOf(page, '#add .result')));
      await page.close();

      const school = { id: 'cu', name: 'Trường cũ', home: url, news: [url], documents: [] };
      const store = addSchool(sampleStore([], { own: [], sources: {} }), school);
      const poll = {
        due: Date.now() + 3_600_000,
        earliest: 0,
        failures: 3,
        problem: { kind: 'reset' as const },
      };
      await open({ ...store, sources: { [url]: { poll } } });
      await clickButton(page, 'Kiểm tra lại ngay');
      await until(async () => /chuyển sang một địa chỉ khác/.test(await textOf(page, '.status')));
      old.close();
    });

    for (const status of [200, 403])
      it(`says that a site tests the browser: ${status}`, async () => {
        const guarded = createServer((_, response) =>
          response
            .writeHead(status, { 'Content-Type': 'text/html' })
            .end('<title>Just a moment...</title><script>window._cf_chl_opt={}</script>'),
        );
        await new Promise<void>((resolve) => guarded.listen(0, '127.0.0.1', resolve));
        await open(vietnamese(emptyStore()));
        await type('#add input', `http://127.0.0.1:${(guarded.address() as AddressInfo).port}/`);
        await until(async () => /trang kiểm tra trình duyệt/.test(await textOf(page, '#add .result')));
        guarded.close();
      });

    it('takes over the address of the active tab from the popup, also while it is open', async () => {
      const address = () =>
        page.evaluate(() => document.querySelector<HTMLInputElement>('#add input')!.value);
      await open(sampleStore([]), 800, `#add=${encodeURIComponent(site.url('/tin/'))}`);
      expect(await address()).to.equal(site.url('/tin/'));
      await page.evaluate(() => {
        location.hash = `add=${encodeURIComponent('https://b.example/')}`;
      });
      await until(async () => (await address()) === 'https://b.example/');
      await until(() => page.evaluate(() => document.activeElement === document.querySelector('#add input')));
    });

    it('shows the state of each source, why it fails and what to do, and offers the new URL of a moved one', async () => {
      const store = sampleStore([samplePost('ninh-binh', 'a', 1)]);
      const [good, bad] = Object.keys(store.sources);
      Object.assign(store.sources[bad!]!.poll, { failures: 4, problem: { kind: 'status', status: 404 } });
      const moved = { to: 'http://127.0.0.1:11/rss', since: Date.now() - 20 * 86_400_000 };
      Object.assign(store.sources[good!]!.poll, { moved });
      await open(store);
      expect(await textOf(page, '#school-hung-yen')).to.match(
        /404.*Hãy kiểm tra lại địa chỉ nguồn.*4 lần liền/,
      );
      expect(await textOf(page, '#school-hung-yen')).to.match(/Kiểm tra lần cuối: .*Lần đọc tới: /);
      expect(await axeViolations(page)).to.deep.equal([]);
      await clickButton(page, 'Dùng địa chỉ mới');
      await until(async () => (await readStore(browser)).moved[good!] === moved.to);
    });

    it('shows the state of the hub’s list of schools', async () => {
      const list = `${hub.url}nowhere/cluster.json`;
      const store = sampleStore([], { hub: { url: `${hub.url}nowhere/`, name: 'Cụm', schools: [] } });
      const poll = { due: Date.now() + 3_600_000, earliest: 0, failures: 3 };
      await open({
        ...store,
        sources: {
          ...store.sources,
          [list]: { poll: { ...poll, problem: { kind: 'status', status: 404 } } },
        },
      });
      expect(await textOf(page, '#hub .source')).to.match(
        /^Danh sách trường Trạm không đọc được .*Lần đọc tới.*404/,
      );
      await page.close();
      page = await openPage(browser, 'popup/index.html');
      expect(await textOf(page, '.notice')).to.match(/^Danh sách trường của trạm thu tin không đọc được/);
      await clickButton(page, 'Xem vì sao');
      await until(async () => (await browser.pages()).includes(browser.url('options/index.html#hub')));
    });

    it('changes the options of a school, and switches it off', async () => {
      await open(sampleStore([]));
      await page.evaluate(() => document.querySelector<HTMLElement>('#school-ninh-binh summary')!.click());
      await page.select('#school-ninh-binh select', '120');
      await until(async () => (await readStore(browser)).choices['ninh-binh']?.every === 120);
      await page.select('#school-ninh-binh select', '');
      await until(async () => (await readStore(browser)).choices['ninh-binh']?.every === undefined);
      await page.evaluate(() =>
        document.querySelectorAll<HTMLElement>('#school-ninh-binh .choices input')[0]!.click(),
      );
      await until(async () => (await readStore(browser)).choices['ninh-binh']?.notify === false);
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('#school-ninh-binh [role=switch]')!.click(),
      );
      await until(async () => (await readStore(browser)).choices['ninh-binh']?.on === false);
      expect(await textOf(page, '.status [role=status]')).to.equal('Đã lưu.');
      const hidden = await page.evaluate(() => {
        const { top } = document.querySelector('.status')!.getBoundingClientRect();
        return [...document.querySelectorAll<HTMLElement>('main button, main input, main select')]
          .filter((field) => {
            field.scrollIntoView(false);
            field.focus();
            return document.activeElement === field && field.getBoundingClientRect().bottom > top;
          })
          .map(({ outerHTML }) => outerHTML);
      });
      expect(hidden, 'focused elements behind the status bar').to.deep.equal([]);
    });

    it('removes a site with its posts, and brings both back', async () => {
      await open(
        sampleStore([samplePost('ninh-binh', 'a', 1, { starred: true }), samplePost('hung-yen', 'b', 1)]),
      );
      await page.evaluate(() => document.querySelector<HTMLElement>('#school-ninh-binh summary')!.click());
      await clickButton(page, 'Bỏ trang này');
      await until(async () => (await readStore(browser)).own.length === 1);
      expect((await readStore(browser)).posts.map(({ key }) => key)).to.deep.equal(['hung-yen:b']);
      await until(() => page.evaluate(() => document.activeElement!.matches('#school-ninh-binh summary')));
      await clickButton(page, 'Hoàn tác');
      await until(async () => (await readStore(browser)).own.length === 2);
      expect((await readStore(browser)).posts.map(({ key }) => key)).to.include('ninh-binh:a');
    });

    it('saves watch words, the digest, pictures, synchronisation and the general interval', async () => {
      await open(sampleStore([], { managed: { watch: ['nghị quyết'], notifications: true } }));
      const settings = async () => (await readStore(browser)).settings;
      await type('#watch input', ' tuyển  sinh; 12-NQ/TW, !!');
      await until(async () => (await settings()).watch?.join() === 'tuyển sinh,12-NQ/TW');
      await until(async () => /^nghị quyết do trường quản lý/.test(await textOf(page, '#watch .chips')));
      expect(await axeViolations(page)).to.deep.equal([]);
      await page.click('#watch .chips button');
      await until(async () => (await settings()).watch?.join() === '12-NQ/TW');
      expect(await page.evaluate(() => !!document.activeElement!.closest('#watch')), 'the focus').to.equal(
        true,
      );
      await page.select('select[name=digest]', '0');
      await until(async () => (await settings()).digest === 0);
      await page.select('select[name=digest]', '');
      await until(async () => !('digest' in (await settings())));
      await page.click('#looks [name=pictures]');
      await until(async () => (await settings()).pictures === false);
      await page.click('#sync [role=switch]');
      await until(async () => (await settings()).sync === true);
      await page.select('#schools select', '120');
      await until(async () => (await settings()).every === 120);
      expect(await textOf(page, '#school-ninh-binh select')).to.match(/Như cài đặt chung \(2 giờ\)/);
    });

    for (const width of [320, 1280])
      it(`leads to its sections, and shows which is being read: ${width} px`, async () => {
        await open(sampleStore([]), width);
        const current = () => textOf(page, 'nav [aria-current=true]');
        await until(async () => (await current()) === 'Trường');
        await page.focus('nav a[href="#watch"]');
        await page.keyboard.press('Enter');
        await until(async () => (await current()) === 'Từ khóa');
        const inView = await page.evaluate(() => {
          const { left, right } = document.querySelector('nav [aria-current=true]')!.getBoundingClientRect();
          const { top } = document.querySelector('#watch h2')!.getBoundingClientRect();
          const below = document.elementFromPoint(innerWidth / 2, top + 2);
          return left >= 0 && right <= innerWidth && !!below?.closest('#watch');
        });
        expect(inView).to.equal(true);
        await page.evaluate(() => scrollTo(0, 0));
        await until(async () => (await current()) === 'Trường');
      });

    it('saves quiet hours, language and pause', async () => {
      await open(sampleStore([]));
      await page.select('.hour select', '20');
      await until(async () => (await readStore(browser)).settings.quiet.from === 20);
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('#notifications [role=switch]')].at(-1)!.click(),
      );
      await until(async () => (await readStore(browser)).settings.paused === true);
      await page.select('#looks select', 'en');
      await until(async () => (await textOf(page, '#schools h2')) === 'Schools');
      expect(await page.evaluate(() => document.documentElement.lang)).to.equal('en');
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('saves a full backup and restores it, and exports and imports OPML', async () => {
      await open(sampleStore([samplePost('ninh-binh', 'a', 1, { starred: true })]));
      // Captures the content of downloads.
      await page.evaluate(() => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then((text) => Object.assign(globalThis, { saved: text }));
          return createObjectURL(blob);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      const saved = () => page.evaluate(() => (globalThis as unknown as { saved?: string }).saved ?? '');
      await clickButton(page, 'Lưu bản đầy đủ');
      const full = await until(saved);
      await clickButton(page, 'Lưu danh sách nguồn');
      const opml = await until(async () => ((await saved()).includes('<opml') ? saved() : undefined));
      expect(opml).to.include('xmlUrl="http://127.0.0.1:9/rss"');
      await page.close();

      await open(vietnamese(emptyStore()));
      await give('.json', 'sai.json', '{"a":1}');
      await until(async () => /không phải bản sao lưu/.test(await textOf(page, '#backup')));
      await give('.json', 'du.json', full);
      const origins = ['*://127.0.0.1/*'];
      const granted = () => browser.run((api, origins) => api.permissions.contains({ origins }), origins);
      // As on a new computer. In Chromium, a test cannot answer the permission prompt.
      if (name === 'Firefox') await browser.revoke();
      await clickButton(page, 'Thay bằng bản này');
      const store = await until(async () => {
        const store = await readStore(browser);
        return store.posts.length ? store : undefined;
      });
      expect(store.posts[0]).to.include({ key: 'ninh-binh:a', starred: true });
      expect(await granted()).to.equal(true);
      await page.close();

      await open(vietnamese(emptyStore()));
      await give('.opml', 'nguon.opml', opml);
      await until(async () => /Tệp có 2 trang/.test(await textOf(page, '#backup .result')));
      expect(await axeViolations(page)).to.deep.equal([]);
      await clickButton(page, 'Theo dõi các trang đã chọn');
      await until(async () => (await readStore(browser)).own.length === 2);
    });

    it('reads 10,000 outlines, of which a search finds the one to follow', async () => {
      const wanted = `<outline text="Trường cần tìm" xmlUrl="feed:${site.url('/feed/')}"/>`;
      const others = Array.from(
        { length: 9_999 },
        (_, index) => `<outline text="Trang ${index}" xmlUrl="https://t${index}.example/rss"/>`,
      );
      const opml = `<opml><body>${others.join('')}${wanted}</body></opml>`;
      await open(sampleStore([]));
      await page.evaluate(() => {
        const { postMessage } = Worker.prototype;
        // The worker never gets the first file.
        Worker.prototype.postMessage = () => Object.assign(Worker.prototype, { postMessage });
      });
      await give('.opml', 'nhieu.opml', opml);
      await until(() => page.evaluate(() => !!document.querySelector('#backup progress')));
      await clickButton(page, 'Hủy');
      await until(() => page.evaluate(() => document.activeElement!.matches('#backup input')));
      expect(await textOf(page, '#backup .result')).to.equal('');

      await give('.opml', 'nhieu.opml', opml);
      await until(async () => /Tệp có 10\.000 trang/.test(await textOf(page, '#backup .result')));
      expect(await textOf(page, '#backup [role=status]')).to.equal('Đã chọn 498 trong 10.000 trang.');
      await clickButton(page, 'Bỏ chọn tất cả');
      await page.focus('#backup [type=search]');
      await page.keyboard.type('truong can tim');
      await until(async () => /^Tìm thấy 1 trang/.test(await textOf(page, '#backup [role=status]')));
      await clickButton(page, 'Chọn các trang tìm thấy');
      await clickButton(page, 'Theo dõi các trang đã chọn');
      await until(async () => /^Đã thêm 1 trang/.test(await textOf(page, '#backup .result')));
      expect((await readStore(browser)).own.at(-1)!.news).to.deep.equal([site.url('/feed/')]);
      await clickButton(page, 'Hoàn tác');
      await until(async () => (await readStore(browser)).own.length === 2);
    });

    it('locks the settings that are managed by policy, and says so', async () => {
      const rejected = ['schools.2.id'];
      await open(
        sampleStore([], {
          managed: { on: ['ninh-binh'], every: 120, notifications: true, firstRun: false, rejected },
        }),
      );
      expect(await textOf(page, '.mistakes li')).to.match(/^schools\.2\.id: cần mã trường.* bị bỏ\.$/);
      expect(await textOf(page, '.managed')).to.match(/do trường quản lý/);
      const locked = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLInputElement>(
            '.school [role=switch], #notifications [role=switch]',
          ),
        ].map(({ disabled }) => disabled),
      );
      expect(locked.slice(0, 3)).to.deep.equal([true, true, true]);
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('asks for the permission if a policy switches notifications on', async () => {
      await open(sampleStore([], { managed: { notifications: true } }));
      await until(async () => /chưa cho phép thông báo/.test(await textOf(page, '#notifications .trouble')));
      expect(await axeViolations(page)).to.deep.equal([]);
      // In Chromium, a test cannot answer the permission prompt.
      if (name === 'Chromium') return;
      await page.click('#notifications .trouble button');
      await until(async () => !(await textOf(page, '#notifications .trouble')));
      expect(
        await browser.run((api) => api.permissions.contains({ permissions: ['notifications'] })),
      ).to.equal(true);
    });

    it('names the policy’s hub, not the user’s', async () => {
      const own = { url: 'http://127.0.0.1:1/', name: 'Trạm của tôi', schools: [] };
      // As last fetched: the background would soon find that this browser has no policy.
      const policyHub = { url: hub.url, name: 'Cụm trường mẫu', schools: [] };
      await open(sampleStore([], { hub: own, managed: { hub: hub.url }, policyHub }));
      await until(async () => /^Đang dùng: Cụm trường mẫu/.test(await textOf(page, '#hub .now')));
    });

    it('fits 320 px without accessibility violations', async () => {
      await open(sampleStore([samplePost('ninh-binh', 'a', 1)]), 320);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await axeViolations(page)).to.deep.equal([]);
      expect(await horizontalOverflow(page)).to.be.at.most(0);
      if (name === 'Firefox') return;
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      expect(await axeViolations(page), 'dark').to.deep.equal([]);
    });
  });
}
