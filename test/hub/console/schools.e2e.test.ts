/** Step 2 of the console in real browsers: looking at sites, accepting what was found, and the schools that are there. */
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { ConsoleState, Handlers } from '../../../hub/setup/api.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { axeViolations } from '../../axe.ts';
import { CONSOLE_BROWSERS, ConsoleBrowser, focused, isTooWide, waitForText } from './console-browser.ts';
import type { FakeFeeds } from './fake-feeds.ts';
import { fakeSite } from './fake-sites.ts';

const FIVE = 'good.example partial.example mot.example hai.example ba.example';

function named(state: ConsoleState): void {
  state.exists = true;
  state.settings.name = 'Cụm thử';
}

function withSchool(state: ConsoleState): void {
  named(state);
  const news = [{ url: 'https://good.example/cu.rss', kind: 'feed' as const }];
  state.schools = [
    {
      id: 'tot',
      name: 'Trường Tốt',
      home: 'https://good.example',
      active: true,
      lists: { news, documents: [], gallery: [] },
    },
  ];
}

for (const name of CONSOLE_BROWSERS)
  describe(`step 2 of the console, in ${name}`, () => {
    let browser: ConsoleBrowser;
    before(async function () {
      browser = await ConsoleBrowser.launch(this, name);
    });
    after(() => browser?.close());
    afterEach(async () => expect(await browser.tidy()).to.deep.equal([]));

    async function opened(
      change: Parameters<ConsoleBrowser['serve']>[0] = named,
      handlers: Partial<Handlers> = {},
    ) {
      const fake = await browser.serve(change, handlers);
      const page = await browser.open(fake.url);
      await page.waitForSelector('nav');
      await page.click('nav a[href="#schools"]');
      await page.waitForSelector('textarea');
      return { fake, page };
    }
    const card = (school: string) => `[data-address="https://${school}.example/"]`;
    async function look(page: Page, addresses: string, count: number): Promise<void> {
      await page.type('textarea', addresses);
      await page.click('tct-console-addresses .strong');
      await page.waitForFunction(
        (wanted) =>
          document.querySelectorAll('.found-school, .refused li').length === wanted &&
          !document.querySelector('.looking'),
        {},
        count,
      );
    }
    const names = (page: Page) =>
      page.$$eval('tct-console-school h3', (all) => all.map((h3) => h3.textContent!.trim()));

    it('takes in five schools with three clicks', async () => {
      const { fake, page } = await opened();
      await look(page, FIVE, 5);
      await page.click('.accept-good button');
      await waitForText(page, '.notice', 'Đã nhận 5 trường.');
      expect(fake.state.schools.map(({ id }) => id)).to.deep.equal(['good', 'partial', 'mot', 'hai', 'ba']);
      expect(fake.state.schools[0]!.lists.news.map(({ url }) => url)).to.deep.equal([
        'https://good.example/vi/news/rss/',
      ]);
      await waitForText(page, ':focus', 'Trường trong cụm');
      await page.click('.notice button');
      await page.waitForFunction(() => document.querySelectorAll('.found-school').length === 5);
      expect(fake.state.schools).to.deep.equal([]);
    });

    it('says what it understands before it looks, and what it does not', async () => {
      const { page } = await opened();
      await page.click('tct-console-addresses .strong');
      await waitForText(page, '#addresses-error', 'ít nhất một địa chỉ');
      await page.type('textarea', 'good.example https://poor.example/ chữ');
      await waitForText(page, '.understood', 'Sẽ xem 2 trang');
      expect(await page.$eval('.understood', (div) => div.textContent)).to.include('bỏ qua: chữ');
      await page.click('fieldset .checks label');
      await waitForText(page, 'tct-console-addresses .strong', 'Xem 3 trang');
    });

    it('shows each list by the widgets, and what is missing in words', async () => {
      const { page } = await opened();
      await look(page, 'poor.example partial.example', 2);
      const text = await page.$eval(card('partial'), (article) => article.textContent);
      expect(text).to.include('Chỉ thấy 10 trong 66 bài của trang.').and.include('Không có ảnh.');
      expect(text).to.include('Không tìm thấy văn bản.').and.include('tốt');
      expect(await page.$eval(card('poor'), (article) => article.textContent)).to.include(
        'Không có ngày đăng.',
      );
      await page.$eval(card('poor'), (article) => article.scrollIntoView());
      await page.waitForFunction(
        (at) => document.querySelector(`${at} tct-latest-news`)?.getAttribute('state') === 'ready',
        {},
        card('poor'),
      );
      expect(
        await page.$eval(`${card('poor')} tct-latest-news`, (news) => news.shadowRoot!.textContent),
      ).to.include('Khai giảng lớp');
    });

    it('lets another source be chosen, and a list be left out and taken back', async () => {
      const { fake, page } = await opened();
      await look(page, 'poor.example', 1);
      // Their content moves what is below them.
      await page.waitForFunction(
        () => document.querySelectorAll('.chosen .widget[state=ready]').length === 2,
      );
      await page.click(`${card('poor')} .list summary`);
      expect(await page.$eval('.alternative', (li) => li.textContent))
        .to.include('có ngày đăng')
        .and.include('ít hơn 7 bài');
      await page.click('.alternative > div > button');
      const leaveOut = `${card('poor')} .list:nth-child(2) .list-buttons button:last-child`;
      await page.click(leaveOut);
      await waitForText(page, '.list:nth-child(2)', 'Không lấy danh sách này.');
      await page.click(`${card('poor')} .list:nth-child(1) .list-buttons button:last-child`);
      await waitForText(page, card('poor'), 'Cần ít nhất một danh sách để nhận.');
      await page.click(`${card('poor')} .list:nth-child(1) .list-buttons button`);
      await page.waitForSelector(`${card('poor')} header .strong:enabled`);
      await page.click(`${card('poor')} .list summary`);
      await page.click('.alternative > div > button');
      await page.click(`${card('poor')} header .strong`);
      await waitForText(page, '.notice', 'Đã nhận Trường Chính trị poor.');
      const { news, documents } = fake.state.schools[0]!.lists;
      expect([news.map(({ url }) => url), documents]).to.deep.equal([['https://poor.example/rss'], []]);
    });

    it('says why a site could not be read, and tries it again', async () => {
      const { fake, page } = await opened();
      await look(page, 'refused.example', 1);
      expect(await page.$eval('.refused', (section) => section.textContent))
        .to.include('Không kết nối được')
        .and.include('Mở địa chỉ ấy');
      const looks = () => fake.calls.filter((call) => call.name === 'look').length;
      // Until the second look is done, it is not among the refused.
      await page.click('.refused button');
      await page.waitForSelector('.refused li');
      expect(looks()).to.equal(2);
      await page.click('.refused .quiet');
      await page.waitForFunction(() => !document.querySelector('.refused'));
    });

    it('shows the progress, stops, and goes on', async () => {
      const stopped: string[][] = [];
      const { fake, page } = await opened(named, {
        look: ({ addresses }, { emit, signal }) =>
          new Promise((_resolve, reject) => {
            stopped.push(addresses);
            emit({ address: addresses[0]!, phase: 'trying', url: 'https://good.example/feed/', requests: 3 });
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      });
      await page.type('textarea', 'good.example poor.example');
      await page.click('tct-console-addresses .strong');
      await waitForText(page, '.sites li', 'đang thử https://good.example/feed/ · đã hỏi 3 lần');
      await waitForText(page, ':focus', 'Đang xem các trang');
      await page.click('.looking button');
      await waitForText(page, '.looking', 'Còn 2 trang chưa xem');
      await page.click('.looking button');
      await waitForText(page, '.looking', 'Đã xem 0 trong 2 trang');
      expect(stopped).to.have.length(2);
      expect(fake.state.schools).to.deep.equal([]);
    });

    it('has lost nothing when it is loaded again', async () => {
      let feeds!: FakeFeeds;
      const serving: Parameters<ConsoleBrowser['serve']>[0] = (state, given) => {
        named(state);
        feeds = given;
      };
      const { fake, page } = await opened(serving, {
        look: ({ addresses }, { emit, signal }) => {
          for (const address of addresses.filter((each) => !each.includes('slow')))
            emit({ address, phase: 'done', site: fakeSite(address, feeds) });
          return new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          );
        },
      });
      await page.type('textarea', 'poor.example refused.example slow.example');
      await page.click('tct-console-addresses .strong');
      await page.waitForSelector('.refused li');
      await page.click(`${card('poor')} .list summary`);
      await page.click('.alternative > div > button');
      await page.type('textarea', 'good.example');
      await page.reload();
      await waitForText(page, '.looking', 'Còn 1 trang chưa xem');
      await waitForText(page, '.refused', 'Không kết nối được');
      await waitForText(page, '.understood', 'good.example');
      await page.click(`${card('poor')} header .strong`);
      await waitForText(page, '.notice', 'Đã nhận Trường Chính trị poor.');
      expect(fake.state.schools[0]!.lists.news.map(({ url }) => url)).to.deep.equal([
        'https://poor.example/rss',
      ]);
    });

    it('tells schools of the same name apart by their hosts', async () => {
      const { fake, page } = await opened();
      await look(page, 'good.example good.test', 2);
      await page.click('.accept-good button');
      await waitForText(page, '.notice', 'Đã nhận 2 trường.');
      expect(fake.state.schools.map(({ id, name }) => [id, name])).to.have.deep.members([
        ['good', 'Trường Chính trị good'],
        ['good-2', 'Trường Chính trị good (good.test)'],
      ]);
    });

    it('covers the page with the view of pointing, and comes back to where it was', async () => {
      const { page } = await opened();
      await look(page, 'empty.example', 1);
      const point = `${card('empty')} .list-buttons button`;
      await page.focus(point);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.point-address');
      expect(await page.title()).to.include('Trường Chính trị empty – Cụm thử');
      // After the last control, the browser's own have the focus.
      const isCovered = () =>
        page.evaluate(() => !!document.activeElement!.closest('header.top, nav, section[hidden]'));
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        expect(await isCovered(), String(i)).to.equal(false);
      }
      await page.click('.point-head button');
      await page.waitForFunction((at) => document.activeElement?.matches(at), {}, point);
      expect(await page.title()).to.equal('Các trường – Cụm thử');
    });

    it('puts found sources in the place of those of a school that is there', async () => {
      const { fake, page } = await opened(withSchool);
      await look(page, 'good.example', 1);
      expect(await page.$eval(card('good'), (article) => article.textContent)).to.include('đã có trong cụm');
      await page.click(`${card('good')} header .strong`);
      await waitForText(page, '.notice', 'Đã nhận Trường Tốt.');
      expect(fake.state.schools.map(({ id, lists }) => [id, lists.news[0]!.url])).to.deep.equal([
        ['tot', 'https://good.example/vi/news/rss/'],
      ]);
      await page.click('.notice button');
      await page.waitForSelector(card('good'));
      expect(fake.state.schools[0]!.lists.news[0]!.url).to.equal('https://good.example/cu.rss');
    });

    it('shows what the server refuses at the field of the school', async () => {
      let isFirst = true;
      const { page } = await opened(named, {
        saveSchools: async () => {
          if (!isFirst) throw new Error('not again');
          isFirst = false;
          throw new UserError(
            { vi: 'Mã “good” đã dùng cho trường khác.', en: 'The id is taken.' },
            'schools.0.id',
          );
        },
      });
      await look(page, 'good.example', 1);
      await page.click(`${card('good')} header .strong`);
      await waitForText(page, '.names .trouble', 'đã dùng cho trường khác');
      expect(await page.$eval('.names', (details) => (details as HTMLDetailsElement).open)).to.equal(true);
    });

    it('edits, pauses and removes a school, and takes each back', async () => {
      const { fake, page } = await opened(withSchool);
      await page.click('tct-console-school .edit');
      await page.waitForFunction(() => document.activeElement?.id === 'tot-name');
      await page.keyboard.press('End');
      await page.keyboard.type(' nhất');
      await page.keyboard.press('Enter');
      await waitForText(page, 'tct-console-school h3', 'Trường Tốt nhất');
      await waitForText(page, ':focus', 'Sửa');
      await page.click('tct-console-school .buttons button:nth-child(3)');
      await waitForText(page, 'tct-console-school h3', 'tạm dừng');
      expect(fake.state.schools[0]!.active).to.equal(false);
      await page.click('.notice button');
      await page.waitForFunction(() => !document.querySelector('tct-console-school .mark'));
      await page.click('tct-console-school .buttons button:nth-child(4)');
      await waitForText(page, '.configured', 'Chưa có trường nào');
      await page.click('.notice button');
      await waitForText(page, 'tct-console-school h3', 'Trường Tốt nhất');
      expect(await names(page)).to.deep.equal(['Trường Tốt nhất']);
    });

    it('adds and removes a source of a school', async () => {
      const { fake, page } = await opened(withSchool);
      await page.click('tct-console-school .edit');
      await page.type('#tot-documents-feed', 'https://good.example/van-ban.rss');
      await page.keyboard.press('Enter');
      await waitForText(page, '.list .joined', 'van-ban.rss');
      expect(fake.state.schools[0]!.lists.documents).to.deep.equal([
        { url: 'https://good.example/van-ban.rss', kind: 'feed' },
      ]);
      await page.click('.joined .buttons button:last-child');
      await waitForText(page, '.notice', 'Đã bỏ nguồn');
      expect(fake.state.schools[0]!.lists.news).to.deep.equal([]);
    });

    it('can be done by keyboard alone', async () => {
      const { fake, page } = await opened();
      await page.focus('textarea');
      await page.keyboard.type('good.example');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector(card('good'));
      // From the heading of the progress, which is gone, or from where the page put the focus.
      for (let i = 0; i < 60 && !(await focused(page))?.startsWith('Nhận'); i++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await waitForText(page, '.notice', 'Đã nhận');
      expect(fake.state.schools).to.have.length(1);
    });

    for (const language of ['vi', 'en'] as const)
      it(`is accessible and fits: ${language}`, async () => {
        const { page } = await opened(withSchool);
        if (language === 'en') await page.click('header button[lang=en]');
        await page.click('tct-console-school .edit');
        await look(page, 'good.example poor.example refused.example empty.example', 4);
        await page.click(`${card('poor')} .list summary`);
        await page.click(`${card('good')} .names summary`);
        if (language === 'en')
          expect(await page.$eval('main', (main) => main.textContent))
            .to.include('No dates.')
            .and.not.include('Nhận');
        for (const width of [320, 768, 1280, 1920]) {
          await page.setViewport({ width, height: 900 });
          expect(await isTooWide(page), `${width} px`).to.equal(false);
          expect(await axeViolations(page), `${width} px`).to.deep.equal([]);
        }
      });
  });
