import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import puppeteer, { type Browser } from 'puppeteer-core';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { serve } from '../../../hub/http/serve.ts';
import { FLAGS, installed } from '../../runner/browsers.ts';
import { OpenMeteo } from '../../sites/open-meteo.ts';
import { type Hub, startHub } from '../start-hub.ts';
import { writeBuild } from '../write-build.ts';

const EMBED = fileURLToPath(new URL('../../../dist/embed/', import.meta.url));
const AXE = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

const WIDGETS = ['tct-latest-news', 'tct-document-list', 'tct-gallery', 'tct-weather'];

describe('the hub’s HTML pages, in Chromium', () => {
  let hub: Hub | undefined;
  let meteo: OpenMeteo | undefined;
  let browser: Browser | undefined;
  let served: Awaited<ReturnType<typeof serve>> | undefined;

  before(async function () {
    const executablePath = installed.chromium();
    if (!executablePath) this.skip();
    hub = await startHub();
    hub.sites.joomla.setFault({ kind: 'html', title: `Trang${'-dài'.repeat(40)}` });
    meteo = await new OpenMeteo().start();
    const { wordpress } = hub.sites;
    const photos = {
      id: 'anh',
      name: 'Trường G',
      home: wordpress.url('/'),
      gallery: wordpress.url('/wp-json/wp/v2/media?media_type=image&per_page=50'),
    };
    const { schools, ...rest } = hub.configuration as { schools: object[] };
    const pages = ['nhung/index.html', 'docs/index.html', 'docs/cai-tien-ich.html'];
    const { site } = await writeBuild(
      hub.folder,
      {},
      Object.fromEntries(pages.map((name) => [name, '<!doctype html>'])),
    );
    await hub.run(
      // The widget compares the forecast with the browser's clock.
      Date.now(),
      { scripts: EMBED, site },
      {
        ...rest,
        schools: [...schools, photos, { id: 'moi', name: 'Trường H', home: wordpress.url('/moi/') }],
        weather: meteo.url('/v1/forecast'),
        places: [{ id: 'ha-noi', name: 'Hà Nội', latitude: 21.0245, longitude: 105.8412 }],
      },
    );
    served = await serve(hub.out);
    browser = await puppeteer.launch({ executablePath, args: FLAGS });
  });
  after(async () => {
    await browser?.close();
    served?.server.close();
    served?.server.closeAllConnections();
    await meteo?.stop();
    await hub?.stop();
  });

  /** What the pages' own policies have stopped. */
  const stopped: string[] = [];
  afterEach(() => expect(stopped.splice(0)).to.deep.equal([]));

  async function open(name: string, width: number, scheme: string, script = true) {
    const page = await browser!.newPage();
    await page.setJavaScriptEnabled(script);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) stopped.push(message.text());
    });
    await page.goto(served!.url + name);
    if (script && name === 'index.html')
      for (const widget of WIDGETS) {
        await page.$eval(widget, (element) => element.scrollIntoView());
        await page.waitForSelector(`${widget}[state=ready]`, { timeout: 20_000 });
      }
    return page;
  }

  for (const name of ['index.html', 'status.html'])
    for (const scheme of ['light', 'dark'])
      it(`${name} has no violations for axe and fits a narrow screen, ${scheme}`, async () => {
        const page = await open(name, 320, scheme);
        await page.$$eval('details', (all) => {
          for (const each of all) each.open = true;
        });
        await page.evaluate(await readFile(AXE, 'utf8'));
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );
        expect(found).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
        await page.close();
      });

  /** A page as it is seen some time after the hub's last run. */
  async function openLater(name: string, laterMs: number, scheme = 'light') {
    const page = await browser!.newPage();
    await page.setViewport({ width: 320, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.evaluateOnNewDocument((ms) => {
      const { now } = Date;
      Date.now = () => now() + ms;
    }, laterMs);
    await page.goto(served!.url + name);
    await page.waitForFunction(() => {
      const time = document.querySelector<HTMLTimeElement>('#last-run time')!;
      return time.dateTime && !document.getElementById('last-run')!.hidden;
    });
    return page;
  }

  for (const name of ['index.html', 'status.html']) {
    it(`${name} says when the hub last ran, and that it has not run since when that is long ago`, async () => {
      const { last_run } = JSON.parse(await hub!.text('status.json'));
      const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(last_run)!;
      const shown = `${clock} ${day}/${month}/${year}`;
      const fresh = await openLater(name, HOUR_MS);
      expect(await fresh.$eval('#last-run', (line) => line.textContent)).to.include(
        `Trạm chạy lần cuối lúc ${shown}.`,
      );
      expect(await fresh.$eval('#stopped', (warning) => warning.checkVisibility())).to.equal(false);
      await fresh.close();
      for (const scheme of ['light', 'dark']) {
        const stale = await openLater(name, 2 * DAY_MS, scheme);
        await stale.waitForSelector('#stopped', { visible: true });
        expect(await stale.$eval('#stopped', (warning) => warning.textContent)).to.include(
          `Trạm chưa chạy từ ${shown}.`,
        );
        await stale.evaluate(await readFile(AXE, 'utf8'));
        const found = await stale.evaluate(
          "axe.run({ exclude: [['tct-weather']] }).then(({ violations }) => violations.map(({ id }) => id))",
        );
        expect(found).to.deep.equal([]);
        expect(await stale.evaluate('document.documentElement.scrollWidth')).to.equal(320);
        await stale.close();
      }
    });

    it(`${name} links the names of schools visibly, those without sources as well`, async () => {
      const page = await open(name, 768, 'light');
      const names = await page.$$eval('main > ul a', (links) =>
        links.map((link) => [link.textContent, getComputedStyle(link).textDecorationLine]),
      );
      expect(names.some(([text]) => text!.startsWith('Trường H'))).to.equal(true);
      for (const [text, line] of names) expect(line, text!).to.equal('underline');
      await page.close();
    });
  }

  it('status.html says without scripts when the hub will have stopped', async () => {
    const page = await open('status.html', 768, 'light', false);
    expect(await page.$eval('#last-run', (line) => (line as HTMLElement).innerText)).to.match(
      /^Trạm chạy lần cuối lúc [\d:/ ]+\. Nếu quá [\d:/ ]+ mà giờ này chưa đổi thì trạm đã ngừng chạy\.$/,
    );
    await page.close();
  });

  it('index.html is readable without scripts, and shows the widgets with them', async () => {
    const titles = (await hub!.feed('news.json')).items.slice(0, 5).map(({ title }) => title!);
    const bare = await open('index.html', 768, 'light', false);
    const links = await bare.$$eval('tct-latest-news li a', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(links.slice(0, 5)).to.deep.equal(titles);
    expect(await bare.$$eval('tct-document-list li', ({ length }) => length)).to.equal(10);
    expect(await bare.$$eval('tct-gallery li', ({ length }) => length)).to.equal(6);
    await bare.close();
    const page = await open('index.html', 768, 'light');
    const shown = await page.$eval('tct-latest-news', (news) => news.shadowRoot!.textContent);
    for (const title of titles) expect(shown).to.include(title);
    await page.close();
  });

  for (const name of ['index.html', 'status.html'])
    it(`${name} runs no script from its own markup`, async () => {
      const page = await open(name, 768, 'light');
      const directive = await page.evaluate(() => {
        const violation = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            resolve(effectiveDirective),
          );
        });
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">');
        return violation;
      });
      expect(directive).to.equal('script-src-attr');
      expect(await page.evaluate('window.ran')).to.equal(undefined);
      expect(stopped.splice(0)).to.not.have.length(0);
      await page.close();
    });
});
