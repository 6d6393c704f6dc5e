/** The console's page around its steps, and step 1, in real browsers. */
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { axeViolations } from '../../axe.ts';
import { CONSOLE_BROWSERS, ConsoleBrowser, focused, isTooWide, waitForText } from './console-browser.ts';

const withoutKey = (url: string, hash = '') => url.replace(/#.*/, hash);

for (const name of CONSOLE_BROWSERS)
  describe(`the console's page, in ${name}`, () => {
    let browser: ConsoleBrowser;
    before(async function () {
      browser = await ConsoleBrowser.launch(this, name);
    });
    after(() => browser?.close());
    afterEach(async () => expect(await browser.tidy()).to.deep.equal([]));

    async function opened(change?: Parameters<ConsoleBrowser['serve']>[0], width?: number) {
      const fake = await browser.serve(change);
      const page = await browser.open(fake.url, width);
      await page.waitForSelector('nav');
      return { fake, page };
    }
    const title = (page: Page) => page.$eval('section.step:not([hidden]) h1', (h1) => h1.textContent);
    const savedName = (state: { settings: { name: string }; exists: boolean }) => {
      state.exists = true;
      state.settings.name = 'Cụm thử';
    };

    it('takes the key out of the address, and stays open when it is loaded again', async () => {
      const { fake, page } = await opened();
      expect(page.url()).to.equal(withoutKey(fake.url, '#cluster'));
      await page.reload();
      await page.waitForSelector('nav');
      expect(fake.calls.map((call) => call.name)).to.deep.equal(['open', 'state', 'state']);
    });

    it('asks for a new address without a session, and with a wrong key', async () => {
      const fake = await browser.serve();
      for (const hash of ['', '#schools', '#a-wrong-key-0123456789']) {
        const page = await browser.open(withoutKey(fake.url, hash));
        await waitForText(page, 'main h1', 'Cần địa chỉ mới');
        expect(await page.title()).to.equal('Cần địa chỉ mới – Dựng trạm thu tin');
        expect(await page.$eval('main', (main) => main.textContent)).to.include('nhấn Enter');
        expect(await page.$('nav')).to.equal(null);
      }
    });

    it('moves between the steps with the address, the title and the focus', async () => {
      const { page } = await opened(savedName);
      // The first step that is not done.
      expect(await title(page)).to.equal('Các trường');
      await page.click('nav a[href="#cluster"]');
      await waitForText(page, ':focus', 'Cụm của bạn');
      expect(await page.title()).to.equal('Cụm của bạn – Cụm thử');
      expect(await page.$eval('[aria-current=step]', (link) => link.textContent)).to.include('Cụm');
      expect(await page.$eval('nav a[href="#cluster"]', (link) => link.textContent)).to.include('đã xong');
      expect(await page.$eval('nav a[href="#schools"]', (link) => link.textContent)).to.not.include('xong');
      await page.goBack();
      await waitForText(page, ':focus', 'Các trường');
    });

    it('opens the sources of a hub that has run', async () => {
      const { page } = await opened((state) => {
        savedName(state);
        state.lastRun = '2026-11-28T01:00:00Z';
        state.schools = [
          {
            id: 'a',
            name: 'A',
            home: 'https://a.example/',
            active: true,
            lists: { news: [{ url: 'https://a.example/rss', kind: 'feed' }], documents: [], gallery: [] },
          },
        ];
      });
      expect(page.url()).to.match(/#sources$/);
    });

    it('keeps the language that was chosen', async () => {
      const { page } = await opened();
      await page.click('header button[lang=en]');
      await waitForText(page, 'h1', 'Your cluster');
      expect(await page.evaluate(() => document.documentElement.lang)).to.equal('en');
      await page.reload();
      await waitForText(page, 'h1', 'Your cluster');
      await page.click('header button[lang=vi]');
      await waitForText(page, 'h1', 'Cụm của bạn');
    });

    it('needs one click for a cluster, and nothing typed', async () => {
      const { fake, page } = await opened((state) => {
        state.settings = { name: '', contact: '', out: '', hub: '' };
        state.folders = { out: '', state: '' };
      });
      await page.click('form .strong');
      await waitForText(page, ':focus', 'Các trường');
      expect(fake.state.settings).to.deep.equal({
        name: 'Cụm các trường Chính trị khu vực đồng bằng sông Hồng',
        contact: '',
        out: 'public',
        hub: '',
      });
    });

    it('shows what the server finds wrong at its field, and goes there', async () => {
      const { fake, page } = await opened();
      await page.type('#cluster-hub', 'tin.example');
      await page.keyboard.press('Enter');
      await waitForText(page, '#cluster-hub-error', 'https://');
      await page.waitForFunction(() => document.activeElement?.id === 'cluster-hub');
      expect(await page.$eval('#cluster-hub', (input) => input.getAttribute('aria-describedby'))).to.include(
        'cluster-hub-error',
      );
      expect(fake.state.exists).to.equal(false);
      await page.$eval('#cluster-hub', (input) => ((input as HTMLInputElement).value = ''));
      await page.type('#cluster-hub', 'https://tin.example/');
      await page.keyboard.press('Tab');
      await waitForText(page, 'form [role=status]', 'Đã lưu');
      expect(fake.state.settings.hub).to.equal('https://tin.example/');
      expect(await page.$('#cluster-hub-error')).to.equal(null);
    });

    it('saves what was typed when another step is opened', async () => {
      const { fake, page } = await opened();
      await page.type('#cluster-contact', 'quantri@truong.example');
      await page.click('nav a[href="#schools"]');
      await waitForText(page, ':focus', 'Các trường');
      await waitForText(page, 'nav .done', 'Cụm');
      expect(fake.state.settings.contact).to.equal('quantri@truong.example');
    });

    it('shows a file that cannot be read, and reads it again', async () => {
      const { fake, page } = await opened((state) => {
        state.exists = true;
        state.problem = 'cluster.jsonc, dòng 3, cột 5: cần một địa chỉ';
      });
      expect(await page.$eval('.problem', (pre) => pre.textContent)).to.include('dòng 3, cột 5');
      await page.click('main .strong');
      await waitForText(page, '.notice', 'vẫn còn chỗ sai');
      delete fake.state.problem;
      savedName(fake.state);
      await page.click('main .strong');
      await page.waitForSelector('section.step[data-step]');
    });

    it('says that the server is gone until it answers again', async () => {
      const { fake, page } = await opened();
      const port = Number(new URL(fake.url).port);
      await fake.stop();
      await page.type('#cluster-contact', 'a');
      await page.keyboard.press('Tab');
      await waitForText(page, '.gone', 'không trả lời');
      await browser.serve(undefined, undefined, port);
      await page.waitForFunction(() => !document.querySelector('.gone')!.textContent!.trim());
      expect(await page.$eval('#cluster-contact', (input) => (input as HTMLInputElement).value)).to.equal(
        'a',
      );
    });

    it('ends the server, and asks before if work is running', async () => {
      let looked = () => {};
      const fake = await browser.serve(savedName, {
        look: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            looked();
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      });
      const page = await browser.open(fake.url);
      await page.waitForSelector('textarea');
      await page.type('textarea', 'good.example');
      const looks = new Promise<void>((resolve) => (looked = resolve));
      await page.click('tct-console-addresses .strong');
      await looks;
      await page.click('header .buttons button:last-child');
      await waitForText(page, 'dialog[open]', 'Vẫn còn việc đang chạy');
      expect(fake.calls.some((call) => call.name === 'finish')).to.equal(false);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog:not([open])');
      await page.click('header .buttons button:last-child');
      await page.click('dialog .strong');
      await waitForText(page, 'main', 'có thể đóng cửa sổ này');
      expect(await focused(page)).to.equal('Đã xong');
      expect(fake.calls.at(-1)!.name).to.equal('finish');
    });

    for (const language of ['vi', 'en'] as const)
      for (const scheme of ['light', 'dark'])
        it(`is accessible and fits: ${language}, ${scheme}`, async () => {
          const { page } = await opened();
          if (name === 'chromium')
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          if (language === 'en') await page.click('header button[lang=en]');
          await page.type('#cluster-hub', 'x');
          await page.keyboard.press('Enter');
          await page.waitForSelector('#cluster-hub-error');
          for (const width of [320, 768, 1280, 1920]) {
            await page.setViewport({ width, height: 900 });
            expect(await isTooWide(page), `${width} px`).to.equal(false);
            expect(await axeViolations(page), `${width} px`).to.deep.equal([]);
          }
        });
  });
