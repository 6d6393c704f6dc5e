/** The popup in real browsers. */
import { expect } from 'chai';
import type { LitElement } from 'lit';
import type { Page } from 'puppeteer-core';
import { addSchool, pause, setSettings } from '../../../extension/store/changes.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { axeViolations } from '../../axe.ts';
import { WordPress } from '../../sites/wordpress.ts';
import {
  clickButton,
  horizontalOverflow,
  listedPosts,
  openPage,
  readStore,
  textOf,
  writeStore,
} from '../support/extension-page.ts';
import { type BrowserName, RealBrowser, until } from '../support/real-browser.ts';
import { samplePost, sampleStore } from '../support/sample-store.ts';

const posts = () => [
  samplePost('ninh-binh', 'a', 1, { item: { title: 'Khai giảng lớp Đảng viên mới' } as never }),
  samplePost('hung-yen', 'b', 2, { read: true }),
  samplePost('hung-yen', 'c', 30, { item: { title: '<img src=x onerror=alert(1)> & <b>đậm</b>' } as never }),
  samplePost('ninh-binh', 'd', 50, { read: true, starred: true }),
  samplePost('ninh-binh', 'v', 3, {
    kind: 'documents',
    item: {
      title: 'Quy chế đào tạo',
      _tct: { document: { number: '155/QĐ-TCT', type: 'Quyết định' } },
    } as never,
  }),
];

for (const name of ['Chromium', 'Firefox'] as BrowserName[]) {
  describe(`the popup in ${name}`, () => {
    let browser: RealBrowser;
    let page: Page;

    const open = async (store: Store = sampleStore(posts()), width?: number) => {
      await writeStore(browser, store);
      page = await openPage(browser, 'popup/index.html', width);
      if (store.posts.length) await until(async () => (await listedPosts(page)).length);
    };
    const titles = async () => (await listedPosts(page)).map(({ title }) => title);
    const keys = async (...names: string[]) => {
      for (const key of names) await page.keyboard.press(key as never);
    };
    const readOf = async (id: string) =>
      (await readStore(browser)).posts.find(({ key }) => key.endsWith(`:${id}`))!.read;

    before(async function () {
      if (!RealBrowser.path(name)) {
        console.log(`SKIPPED: ${name} is not installed: the popup was not tested in it.`);
        this.skip();
      }
      browser = await RealBrowser.start(name, true, ['notifications']);
    });
    after(() => browser?.stop());
    afterEach(() => page?.close().catch(() => undefined));

    it('lists the stored posts, unread ones first, then by day', async () => {
      await open();
      const list = await listedPosts(page);
      expect(list.map(({ read }) => read)).to.deep.equal([false, false, true, true]);
      expect(list[0]).to.include({ title: 'Khai giảng lớp Đảng viên mới', isNew: true });
      expect(list[1]!.heading).to.not.equal(list[0]!.heading);
      expect(list[2]!.isNew).to.equal(false);
      expect(await textOf(page, '.count')).to.equal('3 chưa đọc');
    });

    it('renders titles as text, never as markup', async () => {
      await open();
      expect(await titles()).to.include('<img src=x onerror=alert(1)> & <b>đậm</b>');
    });

    it('gives the space of an image that fails to load to the text', async () => {
      await open(
        sampleStore([
          samplePost('ninh-binh', 'a', 1, { item: { image: 'http://127.0.0.1:9/a.png' } as never }),
        ]),
      );
      await until(() =>
        page.evaluate(() => {
          const image = document.querySelector('tct-latest-news')!.shadowRoot!.querySelector('img')!;
          const { position, visibility } = getComputedStyle(image);
          // It must keep a box, or the next lazy image there would not be loaded.
          return `${position} ${visibility} ${image.getClientRects().length}` === 'absolute hidden 1';
        }),
      );
    });

    it('keeps the focus on a post when a post of a new day appears above it', async () => {
      const titled = (title: string) => ({ item: { title } as never });
      const before = [
        samplePost('hung-yen', 'x', 60, titled('Bài xưa')),
        samplePost('hung-yen', 'y', 90, titled('Bài cũ')),
      ];
      await open(sampleStore(before));
      await keys('j');
      await writeStore(browser, sampleStore([samplePost('hung-yen', 'z', 1, titled('Bài mới')), ...before]));
      await until(async () => (await titles()).length === 3);
      await until(async () =>
        (await listedPosts(page)).some(({ focused, title }) => focused && title === 'Bài xưa'),
      );
    });

    it('moves, marks, undoes and stars by keyboard alone, and updates the badge', async () => {
      await open();
      const statusBoxes = () =>
        page.evaluate(() => document.querySelector('.status [role=status]')!.getClientRects().length);
      expect(await statusBoxes(), 'the live region exists before it has text').to.equal(1);
      await keys('j', 'ArrowDown', 'k');
      expect((await listedPosts(page)).map(({ focused }) => focused)).to.deep.equal([
        true,
        false,
        false,
        false,
      ]);
      await keys('m');
      await until(async () => (await listedPosts(page))[0]!.read);
      const marked = (await listedPosts(page))[0]!;
      expect(marked, 'the post keeps its place and the focus').to.include({
        focused: true,
        read: true,
      });
      expect(await readOf('a')).to.equal(true);
      expect(await textOf(page, '.status')).to.match(/^Đã đánh dấu bài này là đã đọc/);
      await until(async () => (await browser.badge()).text === '2');
      await keys('z');
      await until(async () => !(await listedPosts(page))[0]!.read);
      expect(await readOf('a')).to.equal(false);
      await until(async () => (await browser.badge()).text === '3');
      await keys('s');
      await until(async () => (await listedPosts(page))[0]!.starred);
    });

    it('marks all listed posts as read, and undoes exactly that', async () => {
      await open();
      await keys('a');
      await until(async () => (await listedPosts(page)).every(({ read }) => read));
      expect((await readStore(browser)).posts.filter(({ read }) => !read)).to.have.length(1);
      await clickButton(page, 'Hoàn tác');
      await until(async () => (await listedPosts(page)).some(({ read }) => !read));
      expect((await readStore(browser)).posts.filter(({ read }) => read).map(({ key }) => key)).to.deep.equal(
        ['hung-yen:b', 'ninh-binh:d'],
      );
    });

    it('disables buttons that would do nothing', async () => {
      const disabled = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLButtonElement>('.icons button')].map(({ disabled }) => disabled),
        );
      await open(sampleStore(posts().filter(({ kind, read }) => read || kind === 'documents')));
      expect(await disabled()).to.deep.equal([false, true, false, false]);
      await keys('l');
      await until(async () => (await titles()).includes('Quy chế đào tạo'));
      expect(await disabled()).to.deep.equal([false, false, false, false]);
      await page.close();
      await open(sampleStore([], { own: [] }));
      expect(await disabled()).to.deep.equal([true, true, false, false]);
      await keys('r');
      expect(await textOf(page, '.status')).to.equal('');
    });

    it('searches without diacritics, filters by school and by unread, and lets the user type in the field', async () => {
      await open();
      await keys('/');
      await page.keyboard.type('dang vien');
      await until(async () => (await titles()).length === 1);
      expect(await titles()).to.deep.equal(['Khai giảng lớp Đảng viên mới']);
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('input[type=search]')!;
        field.value = 'xyz';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await until(async () => /Không có bài nào khớp/.test(await textOf(page, '.empty')));
      await clickButton(page, 'Xóa tìm kiếm và bộ lọc');
      await until(async () => (await titles()).length === 4);
      await page.select('select', 'hung-yen');
      await until(async () => (await titles()).length === 2);
      await page.select('select', '');
      await page.evaluate(() => document.querySelector<HTMLElement>('.lists input')!.click());
      await until(async () => (await titles()).length === 2);
      expect((await listedPosts(page)).every(({ read }) => !read)).to.equal(true);
    });

    it('has lists of news, of documents and of starred posts', async () => {
      await open();
      await keys('l');
      await until(async () => (await titles()).includes('Quy chế đào tạo'));
      expect(await titles()).to.have.length(1);
      expect(await axeViolations(page)).to.deep.equal([]);
      await keys('l');
      await until(async () => (await titles()).includes('Bài d'));
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('lists its shortcuts, and can switch off the single-letter ones', async () => {
      await open();
      await keys('?');
      await until(() => page.evaluate(() => document.querySelector('dialog')?.open));
      expect(await axeViolations(page)).to.deep.equal([]);
      await page.evaluate(() => document.querySelector<HTMLElement>('dialog input')!.click());
      await until(async () => (await readStore(browser)).settings.letters === false);
      await keys('Escape');
      await until(() => page.evaluate(() => !document.querySelector('dialog')));
      await keys('j');
      expect((await listedPosts(page)).some(({ focused }) => focused)).to.equal(false);
      await keys('ArrowDown');
      await until(async () => (await listedPosts(page))[0]!.focused);
    });

    it('opens a post in the background, marks it as read and stays open', async () => {
      await open();
      await keys('j', 'b');
      await until(async () => (await listedPosts(page))[0]!.read);
      await until(async () => (await browser.pages()).includes('http://127.0.0.1:9/a'));
      expect(await readOf('a')).to.equal(true);
      expect(page.isClosed()).to.equal(false);
    });

    it('opens a post in the foreground and marks it as read; in a tab the list stays open', async () => {
      await open();
      await keys('j', 'Enter');
      await until(async () => (await browser.pages()).includes('http://127.0.0.1:9/a'));
      await until(() => readOf('a'));
      expect(await browser.pages()).to.include(browser.url('popup/index.html'));
    });

    it('opens the settings in one tab', async () => {
      await open();
      const settings = async () =>
        (await browser.pages()).filter((url) => url.startsWith(browser.url('options/')));
      const click = () =>
        page.evaluate(async () => {
          const menu = document.querySelector<LitElement>('tct-menu')!;
          menu.querySelector('button')!.click();
          await menu.updateComplete;
          const buttons = [...menu.querySelectorAll('button')];
          buttons.find(({ textContent }) => textContent!.includes('Cài đặt'))!.click();
        });
      await click();
      await click();
      await until(async () => (await settings()).includes(browser.url('options/index.html#schools')));
      await click();
      await browser.run((api) =>
        api.tabs.create({ url: api.runtime.getURL('options/index.html?last'), active: false }),
      );
      // Tabs are opened in order.
      await until(async () => (await settings()).some((url) => url.endsWith('?last')));
      expect(await settings()).to.have.length(2);
    });

    it('is opened in one tab by notifications of several posts; that of one opens the post', async function () {
      // Nothing can click a notification in Firefox.
      if (name === 'Firefox') return this.skip();
      const store = sampleStore(posts());
      const [post] = store.posts;
      // No other test opens it.
      const url = 'http://127.0.0.1:9/announced';
      post!.item.url = url;
      const settings = { notifications: true, quiet: { ...store.settings.quiet, on: false } };
      await writeStore(browser, setSettings({ ...store, untold: [post!.key] }, settings));
      await until(async () => !(await readStore(browser)).untold.length);
      const [id] = await browser.run(async (api) => Object.keys(await api.notifications.getAll()));
      const click = async (id: string) => {
        const worker = await browser.worker();
        await worker.send('Runtime.evaluate', {
          expression: `chrome.notifications.onClicked.dispatch('${id}')`,
        });
      };
      await click(id!);
      const tabs = async (shown: string) => (await browser.pages()).filter((url) => url === shown).length;
      await until(() => tabs(url));
      await until(() => readOf('a'));
      const list = browser.url('popup/index.html');
      expect(await tabs(list)).to.equal(0);
      await click('poll');
      await until(() => tabs(list));
      await click('poll');
      await click(id!);
      await until(async () => (await tabs(url)) === 2);
      expect(await tabs(list)).to.equal(1);
    });

    it('says that it is paused or offline, that a source fails, or that no school is followed', async () => {
      await open(pause(sampleStore(posts())));
      expect(await textOf(page, '.notice')).to.match(/^Đang tạm dừng/);
      expect(await axeViolations(page)).to.deep.equal([]);
      await clickButton(page, 'Tiếp tục');
      await until(async () => (await readStore(browser)).settings.paused === undefined);
      await page.close();
      await open(sampleStore(posts(), { offline: true }));
      expect(await textOf(page, '.notice')).to.match(/^Máy không có mạng/);
      await page.close();
      const failing = sampleStore(posts());
      Object.assign(failing.sources['http://127.0.0.1:10/rss']!.poll, {
        failures: 4,
        problem: { kind: 'status', status: 503 },
      });
      await open(failing);
      expect(await textOf(page, '.notice')).to.match(/^Nguồn tin cần xem lại: Hưng Yên/);
      expect(await axeViolations(page)).to.deep.equal([]);
      await page.close();
      const { own: _, ...nothing } = sampleStore([]);
      await open({ ...nothing, own: [], sources: {} });
      expect(await textOf(page, '.notice')).to.match(/^Chưa theo dõi trường nào/);
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('polls nothing when it opens', async () => {
      const store = sampleStore(posts());
      await open(store);
      await keys('j', 'm');
      await until(() => readOf('a'));
      const polls = ({ sources }: Store) => Object.values(sources).map(({ poll }) => poll.checked);
      expect(polls(await readStore(browser))).to.deep.equal(polls(store));
    });

    it('polls on request and says how many posts are new, but not twice within minutes', async () => {
      await open();
      await keys('r');
      // Nothing listens at the addresses of the sample schools.
      await until(async () => /^Máy không có mạng/.test(await textOf(page, '.status')));
      await page.close();
      const site = await new WordPress().start();
      const school = { id: 'truong-a', name: 'Trường A', home: site.url('/'), documents: [] };
      const alone = { ...sampleStore([samplePost('truong-a', 'x', 1)]), own: [], sources: {} };
      await open(addSchool(alone, { ...school, news: [site.url('/feed/')] }));
      await until(async () => Object.keys((await readStore(browser)).sources).includes(site.url('/feed/')));
      // Pictures of posts are loaded as well.
      const polls = () => site.requests.filter(({ path }) => path === '/feed/').length;
      const before = polls();
      await keys('r');
      await until(async () => /^Vừa kiểm tra|^Có \d|^Không có bài mới/.test(await textOf(page, '.status')));
      await keys('r');
      await until(async () => /^Vừa kiểm tra/.test(await textOf(page, '.status')));
      expect(polls() - before).to.be.at.most(1);
      await site.stop();
    });

    it('opens a post in the background by middle-click and Ctrl-click', async () => {
      await open();
      for (const [index, options] of [{ button: 'middle' as const }, {}].entries()) {
        const link = await page.evaluateHandle(
          (index) =>
            [...document.querySelectorAll('tct-latest-news')].flatMap((widget) => [
              ...widget.shadowRoot!.querySelectorAll('a'),
            ])[index]!,
          index,
        );
        if (index) await page.keyboard.down('Control');
        await link.click(options);
        if (index) await page.keyboard.up('Control');
        await until(async () => (await listedPosts(page))[index]!.read);
      }
      expect(page.isClosed()).to.equal(false);
    });

    it('fits its window: only the list scrolls, and the first post stands near the top', async () => {
      await open(
        sampleStore(Array.from({ length: 30 }, (_, index) => samplePost('hung-yen', `p${index}`, index))),
      );
      for (const height of [600, 545, 526, 480, 422, 400]) {
        await page.setViewport({ width: 380, height });
        const { first, ...boxes } = await until(() =>
          page.evaluate((height) => {
            if (innerHeight !== height) return undefined;
            const { scrollHeight, scrollWidth } = document.documentElement;
            const main = document.querySelector('main')!;
            const item = document.querySelector('tct-latest-news')!.shadowRoot!.querySelector('li')!;
            return {
              page: [scrollWidth, scrollHeight],
              top: document.querySelector('header')!.getBoundingClientRect().top,
              bottom: document.querySelector('footer')!.getBoundingClientRect().bottom,
              scrolls: main.scrollHeight > main.clientHeight,
              first: item.getBoundingClientRect().top,
            };
          }, height),
        );
        expect(boxes).to.deep.equal({ page: [380, height], top: 0, bottom: height, scrolls: true });
        expect(first).to.be.below(130);
      }
    });

    it('asks for its size once, and takes what it gets at every zoom', async function () {
      // Firefox opens no popup for a script.
      if (name === 'Firefox') this.skip();
      await writeStore(browser, sampleStore(posts()));
      for (const zoom of [1.5, 1.1, 1]) {
        await browser.setZoom(zoom);
        page = await browser.openPopup();
        await until(() => page.evaluate(() => innerWidth === 380));
        const { height, ...boxes } = await page.evaluate(() => ({
          height: innerHeight,
          page: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
          bottom: Math.round(document.querySelector('footer')!.getBoundingClientRect().bottom),
        }));
        // The window of the test may be lower than what a popup may have at most.
        expect(height).to.be.within(250, Math.ceil(600 / zoom));
        expect(boxes).to.deep.equal({ page: [380, height], bottom: height });
        await page.close();
      }
    });

    it('prints the posts alone, with their links', async function () {
      // Firefox cannot be told to show a page as printed.
      if (name === 'Firefox') this.skip();
      await open();
      await page.emulateMediaType('print');
      const printed = await page.evaluate(() => ({
        controls: [...document.querySelectorAll('button, nav, footer')].filter(
          (element) => element.getClientRects().length,
        ).length,
        overflow: getComputedStyle(document.querySelector('main')!).overflow,
        link: getComputedStyle(
          document.querySelector('tct-latest-news')!.shadowRoot!.querySelector('a')!,
          '::after',
        ).content,
      }));
      expect(printed).to.deep.equal({ controls: 0, overflow: 'visible', link: '"http://127.0.0.1:9/a"' });
    });

    it('hands the focus to the neighbour of a row that vanishes, and back when that is undone', async () => {
      await open();
      await keys('u', 'j', 'm');
      await until(async () => (await titles()).length === 1);
      await until(async () => (await listedPosts(page))[0]!.focused);
      await keys('z');
      await until(async () => (await titles()).length === 2);
      await until(async () => (await listedPosts(page))[0]!.focused);
      expect((await titles())[0]).to.equal('Khai giảng lớp Đảng viên mới');
    });

    it('shows the text of a post in the list, by keyboard too, and marks it as read', async () => {
      const item = { content_text: 'Câu đầu.\nCâu sau.', image: 'http://127.0.0.1:9/a.png' };
      await open(
        sampleStore([samplePost('ninh-binh', 'a', 1, { item }), samplePost('ninh-binh', 'b', 2)], {
          settings: { ...sampleStore([]).settings, pictures: false, watch: ['cau sau'] },
        }),
      );
      const text = () =>
        page.evaluate(() => {
          const root = document.querySelector('tct-latest-news')!.shadowRoot!;
          return {
            expanded: root.querySelector('[aria-expanded]')!.getAttribute('aria-expanded'),
            lines: [...root.querySelectorAll('[part=paragraph]')].map((line) => line.textContent),
            pictures: root.querySelectorAll('img').length,
            watched: [...root.querySelectorAll('[part=watched]')].map((sign) => sign.textContent!.trim()),
          };
        });
      await keys('j', 'v');
      await until(() => readOf('a'));
      expect(await text()).to.deep.equal({
        expanded: 'true',
        lines: ['Câu đầu.', 'Câu sau.'],
        pictures: 0,
        watched: ['Có từ khóa: cau sau'],
      });
      expect(await axeViolations(page)).to.deep.equal([]);
      await keys('ArrowLeft');
      await until(async () => (await text()).expanded === 'false');
      expect((await listedPosts(page))[0]!.focused).to.equal(true);
    });

    it('remembers what it lists', async () => {
      await open();
      await keys('u');
      await page.select('select', 'ninh-binh');
      await until(async () => (await titles()).length === 1);
      await until(async () => (await readStore(browser)).view?.school === 'ninh-binh');
      await page.close();
      page = await openPage(browser, 'popup/index.html');
      await until(async () => (await titles()).length === 1);
    });

    it('has a menu for posts of an age, for many tabs and for the last deeds', async () => {
      const many = Array.from({ length: 12 }, (_, index) =>
        samplePost('hung-yen', `p${index}`, 1 + index * 5),
      );
      await open(sampleStore(many));
      const choose = async (label: string) => {
        await page.evaluate(() => document.querySelector<HTMLElement>('tct-menu button')!.click());
        await clickButton(page, label);
      };
      await page.evaluate(() => document.querySelector<HTMLElement>('tct-menu button')!.click());
      await until(() => page.evaluate(() => !!document.querySelector('tct-menu ul')));
      expect(await axeViolations(page)).to.deep.equal([]);
      const focused = () => page.evaluate(() => document.activeElement!.textContent);
      await keys('ArrowDown');
      expect(await focused()).to.equal('1 ngày');
      await keys('ArrowUp', 'ArrowUp');
      expect(await focused()).to.equal('Cài đặt');
      await keys('Escape');
      const { length } = await browser.pages();
      await choose('Mở tất cả bài chưa đọc (12)');
      await clickButton(page, 'Thôi');
      expect(await browser.pages()).to.have.length(length);
      await choose('1 ngày');
      await until(async () => (await readStore(browser)).posts.filter(({ read }) => read).length === 7);
      await choose('Việc vừa làm');
      await until(() => page.evaluate(() => document.querySelector('dialog')?.open));
      expect(await axeViolations(page)).to.deep.equal([]);
      expect(await textOf(page, '.deeds li')).to.match(/^Đánh dấu đã đọc: 7 bài/);
      await page.evaluate(() => document.querySelector<HTMLElement>('.deeds button')!.click());
      await until(async () => !(await readStore(browser)).posts.some(({ read }) => read));
      // A change of the store renders the page between the end of the dialog and its event.
      await page.evaluate(() => {
        document.querySelector('dialog')!.close();
        document.querySelector<LitElement>('tct-popup')!.requestUpdate();
      });
      await until(() =>
        page.evaluate(
          () => document.activeElement!.matches('tct-menu button') && !document.querySelector('dialog'),
        ),
      );
    });

    for (const width of [320, 380, 600])
      it(`has no accessibility violations and no horizontal overflow at ${width} px`, async () => {
        await open(sampleStore(posts()), width);
        expect(await axeViolations(page)).to.deep.equal([]);
        expect(await horizontalOverflow(page)).to.be.at.most(0);
        if (name === 'Firefox') return;
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        expect(await axeViolations(page), 'dark').to.deep.equal([]);
      });
  });
}
