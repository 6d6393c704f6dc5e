/** The steps of the console that try, run, schedule and embed, in real browsers. */
import { expect } from 'chai';
import type { Handlers } from '../../../hub/setup/api.ts';
import { axeViolations } from '../../axe.ts';
import { CONSOLE_BROWSERS, ConsoleBrowser, focused, isTooWide, waitForText } from './console-browser.ts';
import { type FakeReading, fakeOperations, watchedState } from './fake-operations.ts';

const PUBLISHED = { origin: 'http://127.0.0.1:9', builder: 'http://127.0.0.1:9/nhung/', status: '' };

for (const name of CONSOLE_BROWSERS)
  describe(`the console's runs, in ${name}`, () => {
    let browser: ConsoleBrowser;
    before(async function () {
      browser = await ConsoleBrowser.launch(this, name);
    });
    after(() => browser?.close());
    afterEach(async () => expect(await browser.tidy()).to.deep.equal([]));

    async function opened(step: string, reading: FakeReading = {}, width?: number) {
      const handlers: Partial<Handlers> = {};
      const fake = await browser.serve((state, feeds) => {
        Object.assign(state, watchedState(), { published: PUBLISHED });
        Object.assign(handlers, fakeOperations(state, feeds, reading));
      }, handlers);
      const page = await browser.open(fake.url, width);
      await page.waitForSelector('nav');
      await page.click(`nav a[href="#${step}"]`);
      await page.waitForSelector(`tct-console-${step} p`);
      return { page, fake };
    }

    it('waits for another run, shows the progress, and stops without a result', async () => {
      let free = () => {};
      const isFree = new Promise<void>((resolve) => {
        free = resolve;
      });
      const { page } = await opened('try', { isFree, mayGoOn: new Promise(() => {}) });
      await page.click('.begin');
      await waitForText(page, '.busy', 'Một lần chạy khác đang làm việc');
      free();
      await waitForText(page, '.work', 'Đã đọc 0 trong 6 nguồn');
      expect(await page.$('.busy')).to.equal(null);
      await waitForText(page, '.work .phase', 'đang đọc');
      await page.click('tct-console-try .begin + button');
      await waitForText(page, '.outcome', 'Đã dừng. Chưa có gì được ghi.');
      expect(await focused(page)).to.equal('Chạy thử lại');
    });

    it('shows what would be published, and leads from a failing source to its form', async () => {
      const { page } = await opened('try', {}, 320);
      await page.click('.begin');
      await waitForText(page, '.outcome', 'Đọc được 4 trong 6 nguồn; 2 nguồn lỗi.');
      await page.waitForSelector('tct-document-list');
      expect(await page.$eval('.told', (text) => text.textContent)).to.include('chưa có gì được ghi');
      expect(await isTooWide(page)).to.equal(false);
      expect(await axeViolations(page)).to.deep.equal([]);
      await page.click('.tried [data-condition=error] button');
      await waitForText(page, 'dialog[open] h2', 'Trường Chính trị tỉnh Ninh Bình – Văn bản');
    });

    it('runs, and installs and removes the schedule that suits this computer', async () => {
      const { page } = await opened('run');
      await page.click('.begin');
      await waitForText(page, '.outcome', 'Xong: hỏi 6 nguồn, có 12 bài mới, ghi 48 tệp.');
      await page.waitForSelector('[role=tab]');
      expect(
        await page.$$eval('[role=tab] small', (marks) => marks.map((mark) => mark.parentElement!.id)),
      ).to.deep.equal(['tab-systemd']);
      await page.click('.schedule .strong');
      await waitForText(page, '.schedule', 'Máy này đang tự chạy trạm.');
      await page.focus('[role=tab]');
      await page.keyboard.press('ArrowRight');
      await waitForText(page, '.schedule', 'Máy này không có lệnh crontab.');
      expect(await focused(page)).to.match(/^cron/);
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('shows the published lists and the two lines of a school', async () => {
      const { page } = await opened('embed', {}, 320);
      // Widgets load when they come near the window.
      await (await page.waitForSelector('tct-latest-news'))!.scrollIntoView();
      await page.waitForSelector('tct-latest-news[state=ready]');
      expect(await page.$eval('tct-console-embed pre code', (code) => code.textContent)).to.include(
        'src="https://tin.tct.example/tct.js"',
      );
      expect(await isTooWide(page)).to.equal(false);
      expect(await axeViolations(page)).to.deep.equal([]);
    });
  });
