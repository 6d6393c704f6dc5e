/** The built documentation in a browser, as a hub serves it. */
import { expect } from 'chai';
import type { Browser, ElementHandle, HTTPRequest, Page } from 'puppeteer-core';
import { PAGES_BY_PATH } from '../../../build/docs/page.ts';
import { axeViolations } from '../../axe.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { startHubSite } from '../hub-site.ts';

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };

describe('the documentation', () => {
  let browser: Browser;
  let hub: Awaited<ReturnType<typeof startHubSite>>;
  let page: Page;
  const errors: string[] = [];

  before(async function () {
    browser = await launchBrowser(this, 'chromium', 'the documentation was not opened');
    hub = await startHubSite();
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('response', (response) => response.status() >= 400 && errors.push(response.url()));
  });
  after(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const open = async (path: string) => {
    await page.goto(`${hub.url}docs/${path}`);
    await page.waitForSelector('#search:not([hidden])');
  };

  // Both languages have the same content, styles and scripts.
  for (const [path, [, language]] of PAGES_BY_PATH) {
    const scheme = language === 'vi' ? 'light' : 'dark';
    it(`${path}: axe finds nothing in ${scheme}, and a phone need not scroll sideways`, async () => {
      await page.setViewport(PHONE);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await open(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(PHONE.width);
      expect(await axeViolations(page)).to.deep.equal([]);
    });
  }

  it('shows each element with data of the hub', async () => {
    await page.setViewport(DESK);
    for (const tag of ['tct-latest-news', 'tct-document-list', 'tct-weather', 'tct-gallery']) {
      await open(`en/${tag}.html`);
      await page.waitForSelector(`${tag}[state=ready]`);
    }
  });

  it('runs each example', async () => {
    await open('vi-du.html');
    const addresses = await page.$$eval('iframe.live', (frames) => frames.map((frame) => frame.src));
    expect(addresses).to.have.length.of.at.least(6);
    for (const address of addresses) {
      await page.goto(address);
      await page.waitForSelector(/read-feed/.test(address) ? '#days a' : '[state=ready]');
    }
    expect(errors).to.deep.equal([]);
  });

  it('shows an example whole, without scrolling in its frame', async () => {
    await open('vi-du.html');
    const frame = (await page.$('iframe.live'))!;
    await frame.scrollIntoView();
    const content = (await frame.contentFrame())!;
    await content.waitForSelector('[state=ready]');
    await page.waitForFunction(
      (each: HTMLIFrameElement) => {
        const root = each.contentDocument!.documentElement;
        return each.style.height && Math.abs(root.getBoundingClientRect().height - each.clientHeight) <= 1;
      },
      {},
      frame as ElementHandle<HTMLIFrameElement>,
    );
  });

  it('names the public address of the hub in the code to copy', async () => {
    await page.setRequestInterception(true);
    const answer = (request: HTTPRequest) =>
      void (request.url() === `${hub.url}cluster.json`
        ? request.respond({
            contentType: 'application/json',
            body: '{"hub":"https://tin.cum.example/ban-tin"}',
          })
        : request.continue());
    page.on('request', answer);
    await open('cho-phong-cntt.html');
    await page.waitForFunction(() => !document.querySelector('.hub-note'));
    expect(await page.$eval('pre code', (code) => code.textContent)).to.contain(
      'script-src https://tin.cum.example;',
    );
    await open('wordpress.html');
    await page.waitForFunction(() => !document.querySelector('.hub-note'));
    expect(await page.$eval('pre code', (code) => code.textContent)).to.contain(
      'src="https://tin.cum.example/ban-tin/tct.js"',
    );
    page.off('request', answer);
    await page.setRequestInterception(false);
  });

  it('warns of an address that opens on this computer only', async () => {
    await open('wordpress.html');
    await page.waitForFunction(() =>
      /chỉ mở được trên máy này/.test(document.querySelector('.hub-note')!.textContent!),
    );
    expect(await page.$eval('pre code', (code) => code.textContent)).to.contain(`src="${hub.url}tct.js"`);
  });

  it('tells the buttons that copy apart', async () => {
    await open('wordpress.html');
    const names = await page.$$eval('pre button', (buttons) => buttons.map(({ ariaLabel }) => ariaLabel));
    expect(names[0]).to.equal('Chép: Dán vào một trang hay bài');
    expect(new Set(names).size).to.equal(names.length);
  });

  it('copies code', async () => {
    await open('wordpress.html');
    await browser
      .defaultBrowserContext()
      .overridePermissions(new URL(hub.url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    await page.click('pre button');
    await page.waitForFunction(() => document.querySelector('.copied')!.textContent === 'Đã chép.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.contain(
      '<tct-latest-news lang="vi"',
    );
  });

  it('selects code that the browser does not let it copy', async () => {
    await open('wordpress.html');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.click('pre button');
    await page.waitForFunction(
      () => document.querySelector('.copied')!.textContent === 'Nhấn Ctrl+C để chép.',
    );
    expect(await page.evaluate(() => String(getSelection()))).to.contain('<tct-latest-news lang="vi"');
  });

  it('finds what is typed, and opens the first with Enter', async () => {
    await open('index.html');
    await page.type('#query', 'chieu cao');
    // There are results from the first letter on.
    await page.waitForFunction(
      () => document.querySelector('#results a')?.textContent === 'Chiều cao của khung',
    );
    expect(await page.$eval('#found', (status) => status.textContent)).to.match(/^\d+ kết quả$/);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).to.equal(`${hub.url}docs/trang-tinh.html#chieu-cao-cua-khung`);
  });
});
