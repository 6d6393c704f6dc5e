/** The step of the console that watches, repairs and edits the sources, in real browsers. */
import { expect } from 'chai';
import type { Handlers } from '../../../hub/setup/api.ts';
import { axeViolations } from '../../axe.ts';
import { CONSOLE_BROWSERS, ConsoleBrowser, focused, isTooWide, waitForText } from './console-browser.ts';
import { fakeOperations, watchedState } from './fake-operations.ts';

for (const name of CONSOLE_BROWSERS)
  describe(`the console's sources, in ${name}`, () => {
    let browser: ConsoleBrowser;
    before(async function () {
      browser = await ConsoleBrowser.launch(this, name);
    });
    after(() => browser?.close());
    afterEach(async () => expect(await browser.tidy()).to.deep.equal([]));

    async function opened(width?: number, isStopped = false) {
      const handlers: Partial<Handlers> = {};
      const fake = await browser.serve((state, feeds) => {
        Object.assign(state, watchedState(), { isStopped });
        Object.assign(handlers, fakeOperations(state, feeds));
      }, handlers);
      const page = await browser.open(fake.url, width);
      await page.waitForSelector('tct-console-sources .source');
      return { page, fake };
    }
    const press = (label: string) => `.source button[aria-label^="${label}"]`;

    it('says how each source does, and shows what came instead as text', async () => {
      const { page } = await opened();
      const conditions = await page.$$eval('.source .condition', (all) =>
        all.map((each) => each.textContent),
      );
      expect(conditions).to.deep.equal(['Tốt', 'Lỗi', 'Đã đổi giao diện', 'Tốt', 'Tạm dừng', 'Chưa hỏi']);
      expect(await page.$eval('[data-condition=redesigned]', (card) => card.textContent)).to.include(
        'Trang đã đổi giao diện: mất 30 bài. Chỉ lại tiêu đề',
      );
      expect(await page.$eval('[data-condition=error] pre', (pre) => pre.textContent)).to.include('<script>');
    });

    it('shows failing sources alone, and warns of a hub that has stopped', async () => {
      const { page } = await opened(1280, true);
      await page.click('.filter input');
      await page.waitForFunction(() => document.querySelectorAll('.source').length === 2);
      expect(await page.$eval('.stopped', (notice) => notice.textContent)).to.include('đã ngừng tự chạy');
    });

    it('asks a source again, but not one that may not be asked yet', async () => {
      const { page, fake } = await opened();
      await page.click(`[data-condition=error] ${press('Hỏi lại ngay').replace('.source ', '')}`);
      await page.click(press('Hỏi lại ngay'));
      await waitForText(page, '.notice', 'Đã hỏi lại Trường Chính trị tỉnh Ninh Bình – Tin: tốt.');
      expect(fake.calls.filter((call) => call.name === 'ask')).to.have.length(1);
    });

    it('edits a source, says what is wrong at its field, and undoes it', async () => {
      const { page, fake } = await opened();
      await page.click(press('Sửa'));
      await page.waitForSelector('dialog[open] #edit-url');
      expect(await axeViolations(page)).to.deep.equal([]);
      const type = (url: string) =>
        page.$eval('#edit-url', (input, value) => Object.assign(input, { value }), url);
      await type('sai');
      await page.click('dialog form .strong');
      await page.waitForSelector('#edit-url[aria-invalid]');
      await type('https://ninh-binh.example/moi');
      await page.click('dialog form .strong');
      await waitForText(page, '.notice', 'Đã lưu.');
      expect(fake.state.sources[0]!.url).to.equal('https://ninh-binh.example/moi');
      await page.click('.notice button');
      await waitForText(page, '.source .address', 'ninh-binh.example/rss/tin-tuc');
      expect(await page.$('dialog[open]')).to.equal(null);
    });

    it('writes an adopted source, removes one and puts it back', async () => {
      const { page, fake } = await opened();
      await page.click('.remedy:has(a) .strong');
      await waitForText(page, '.notice', 'Đã ghi vào cấu hình.');
      expect(fake.state.sources[3]!.url).to.equal('https://nam-dinh.example/albums/rss');
      await page.click(press('Bỏ nguồn'));
      await waitForText(page, '.notice', 'Đã bỏ');
      expect(fake.state.sources).to.have.length(5);
      expect(await focused(page)).to.not.equal('');
    });

    it('asks before it removes a school', async () => {
      const { page, fake } = await opened();
      await page.click('button[aria-label^="Bỏ trường"]');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Escape');
      expect(fake.state.schools).to.have.length(3);
      await page.click('button[aria-label^="Bỏ trường"]');
      await page.waitForSelector('dialog[open]');
      await page.click('tct-console-sources dialog .strong');
      await waitForText(page, '.notice', 'Đã bỏ Trường Chính trị tỉnh Ninh Bình.');
    });

    for (const width of [320, 1920])
      it(`axe finds nothing at ${width} px, and nobody scrolls sideways`, async () => {
        const { page } = await opened(width);
        for (const details of await page.$$('.answers summary')) await details.click();
        expect(await isTooWide(page)).to.equal(false);
        expect(await axeViolations(page)).to.deep.equal([]);
      });
  });
