/** The builder itself, in a real browser. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { axeViolations } from '../../axe.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { close, type HubSite, listen, startHubSite } from '../hub-site.ts';

describe('the embed builder, in Chromium', () => {
  let hub: HubSite;
  let browser: Browser;

  before(async function () {
    browser = await launchBrowser(this, 'chromium', 'the builder was not tried');
    hub = await startHubSite();
  });
  after(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** What the console complains about. */
  const errors: string[] = [];
  afterEach(() => expect(errors.splice(0)).to.deep.equal([]));

  async function open(hash = '', width = 1280, height = 900, scheme = 'light'): Promise<Page> {
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) errors.push(message.text());
    });
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${hub.url}nhung/${hash}`);
    await page.waitForSelector('.from');
    return page;
  }

  /** Waits until the preview shows the block, and returns its element. */
  async function previewed(page: Page, selector: string) {
    const frame = await (await page.waitForSelector('.room iframe'))!.contentFrame();
    await page.waitForFunction(
      (what) =>
        document.querySelector<HTMLIFrameElement>('.room iframe')!.contentDocument?.querySelector(what),
      {},
      selector,
    );
    return frame;
  }

  const code = (page: Page) => page.$eval('.result pre', (pre) => pre.textContent!);
  const choose = (page: Page, name: string, value: string) =>
    page.click(`input[name=${name}][value="${value}"]`);
  const type = async (page: Page, selector: string, text: string) => {
    await page.$eval(selector, (input) => ((input as HTMLInputElement).value = ''));
    await page.type(selector, text);
    await page.keyboard.press('Tab');
  };

  for (const [width, scheme, language] of [
    [360, 'light', 'vi'],
    [360, 'dark', 'en'],
    [1280, 'light', 'en'],
    [1280, 'dark', 'vi'],
  ] as const)
    it(`is accessible and fits: ${width} px, ${scheme}, ${language}`, async () => {
      const page = await open(
        `#latest-news.limit=900&school=truong-a&ui=${language}&src=x`,
        width,
        740,
        scheme,
      );
      // The address has been read.
      await page.waitForSelector('.top .note');
      const { y } = (await (await page.$('.room'))!.boundingBox())!;
      expect(y, 'the preview begins above the fold').to.be.below(width === 360 ? 370 : 740);
      for (const details of await page.$$('details'))
        await details.evaluate((element) => element.setAttribute('open', ''));
      expect(await axeViolations(page)).to.deep.equal([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
      expect(await page.evaluate(() => document.documentElement.lang)).to.equal(language);
      await page.close();
    });

  it('shows the chosen block, school and layout, and keeps them in the address and across blocks', async () => {
    const page = await open();
    await choose(page, 'school', 'truong-a');
    await page.select('#option-layout', 'cards');
    await previewed(page, 'tct-latest-news[school=truong-a][layout=cards][state=ready]');
    expect(await code(page)).to.contain('<tct-latest-news lang="vi" layout="cards" school="truong-a">');
    await choose(page, 'block', 'gallery');
    await previewed(page, 'tct-gallery[school=truong-a]:not([layout])');
    await choose(page, 'block', 'latest-news');
    expect(await code(page)).to.contain('layout="cards" school="truong-a"');

    const { hash } = new URL(page.url());
    const shared = await open(hash);
    expect(await code(shared)).to.equal(await code(page));
    await page.goBack();
    expect(
      await page.$eval('input[name=block][value=gallery]', (input) => (input as HTMLInputElement).checked),
    ).to.equal(true);
    await page.goBack();
    expect(await code(page)).to.contain('layout="cards" school="truong-a"');
    await shared.close();
    await page.close();
  });

  it('corrects wrong values with a word', async () => {
    const page = await open('#school=truong-x&latest-news.limit=500&--tct-accent=nocolour');
    const notes = await page.$$eval('.note', (all) => all.map((each) => each.textContent).join('\n'));
    for (const part of ['truong-x', '500', 'nocolour']) expect(notes).to.contain(part);
    expect(await code(page))
      .to.contain('limit="100"')
      .and.not.to.contain('truong-x');
    await page.$eval('details.advanced', (details) => details.setAttribute('open', ''));
    await type(page, '#option-heading-level', '9');
    expect(await page.$eval('#option-heading-level-note', (note) => note.textContent)).to.contain('6');
    expect(await page.$eval('.said', (said) => said.textContent)).to.contain('6');
    expect(await code(page)).to.contain('heading-level="6"');
    await page.close();
  });

  it('shows the contrast of colours', async () => {
    const page = await open('#--tct-color=%23888888&paper=%23ffffff');
    await page.$eval('details.look', (details) => details.setAttribute('open', ''));
    const rows = () =>
      page.$$eval('.contrast dd', (all) => all.map((each) => each.textContent!.replace(/\s+/g, ' ').trim()));
    expect((await rows())[0]).to.match(/3,5:1 thấp/);
    await type(page, '#option-tct-color', '#111');
    await page.waitForFunction(() =>
      /18,9:1\s+AAA/.test(document.querySelector('.contrast dd')!.textContent!),
    );
    await page.close();
  });

  it('copies where pages have no clipboard API, as over plain http', async () => {
    const page = await open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.addEventListener('copy', () =>
        document.body.setAttribute('data-copied', String(getSelection())),
      );
    });
    await page.click('.result .copy');
    await page.waitForFunction(() => document.querySelector('.said')!.textContent === 'Đã chép.');
    expect(await page.$eval('body', (body) => body.getAttribute('data-copied'))).to.equal(await code(page));
    await page.close();
  });

  it('takes 180 px for a sidebar', async () => {
    const page = await open('#width=180&cms=liferay');
    const frame = await previewed(page, '#tct-side tct-latest-news[state=ready]');
    expect(await frame.$eval('#tct-side [data-tct]', (block) => (block as HTMLElement).offsetWidth)).to.equal(
      180,
    );
    await page.close();
  });

  it('leads to the guide of the site, to help and back', async () => {
    const page = await open('#cms=table');
    const links = () =>
      page.$$eval('.kicker a, .onward a', (all) => all.map((each) => (each as HTMLAnchorElement).pathname));
    expect(await links()).to.deep.equal(['/', '/docs/trang-tinh.html', '/docs/khi-khong-hien-gi.html']);
    await page.select('#cms', 'joomla');
    await page.click('.language');
    expect(await links()).to.deep.equal(['/', '/docs/en/joomla.html', '/docs/en/khi-khong-hien-gi.html']);
    await page.close();
  });

  it('measures a frame, for the code without the script that makes it grow', async () => {
    const page = await open('#form=frame');
    const frame = await previewed(page, 'iframe[style*=height]');
    const height = await frame.$eval('iframe', (each) => (each as HTMLElement).offsetHeight);
    await page.waitForFunction(
      (pixels) => document.querySelectorAll('.result pre')[1]!.textContent!.includes(` height="${pixels}" `),
      {},
      height,
    );
    await page.close();
  });

  it('brings the block into sight', async () => {
    for (const cms of ['nukeviet', 'sharepoint']) {
      const page = await open(`#cms=${cms}`);
      const frame = await previewed(page, 'tct-latest-news[state=ready]');
      await frame.waitForFunction(
        () => Math.abs(document.querySelector('#tct-here')!.getBoundingClientRect().top - 90) <= 1,
      );
      await page.close();
    }
  });

  it('says that an imitated site cannot be loaded, and goes on', async () => {
    const page = await open();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isBroken = request.url().endsWith('/cms/joomla.html');
      void (isBroken ? request.abort() : request.continue());
    });
    await page.select('#cms', 'joomla');
    await page.waitForSelector('.preview > .problem');
    await page.select('#cms', 'plain');
    await previewed(page, 'tct-latest-news[state=ready]');
    await page.waitForFunction(() => !document.querySelector('.preview > .problem'));
    await page.close();
  });

  describe('with a source of one’s own', () => {
    const FEED =
      '<rss version="2.0"><channel><title>T</title><item><title>Tin riêng</title></item></channel></rss>';
    let asked: string[] = [];
    let url = '';
    let stop = () => {};

    before(async () => {
      const { server, url: address } = await listen((request, response) => {
        asked.push(request.url!);
        const cors = { 'Access-Control-Allow-Origin': '*' };
        if (request.url === '/cors') response.writeHead(200, cors).end(FEED);
        else if (request.url === '/closed') response.writeHead(200).end(FEED);
        else if (request.url === '/refused') response.writeHead(403, cors).end();
        else response.writeHead(200, cors).end('<!doctype html><title>Trang chủ</title>');
      });
      url = address;
      stop = () => close(server);
    });
    after(() => stop());

    it('reads it once it is complete, and shows it', async () => {
      const page = await open();
      await page.click('.from label:nth-of-type(2) input');
      asked = [];
      await page.type('#own', `${url}cors`);
      expect(asked).to.deep.equal([]);
      await page.keyboard.press('Tab');
      await page.waitForSelector('#own-reports .good');
      await previewed(page, 'tct-latest-news[src][state=ready]');
      expect(await code(page)).to.contain(`src="${url}cors"`);
      await page.close();
    });

    const unreachable = async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      await new Promise((resolve) => server.close(resolve));
      return `http://127.0.0.1:${port}/rss`;
    };
    for (const [what, address, words, isForHub] of [
      ['without CORS', async () => `${url}closed`, /CORS/, true],
      ['that is no feed', async () => `${url}page`, /HTML/, true],
      ['that refuses', async () => `${url}refused`, /403/, false],
      ['that cannot be reached', unreachable, /Không tới được/, false],
    ] as const)
      it(`says why one ${what} cannot be used, and offers ${isForHub ? 'the hub' : 'nothing else'}`, async () => {
        const page = await open(`#src=${encodeURIComponent(await address())}`);
        const problem = await page.waitForSelector('#own-reports .problem');
        const text = await problem!.evaluate((element) => element.textContent);
        expect(text).to.match(words);
        expect(/tct-hub\.js discover http:\/\/127/.test(text!)).to.equal(isForHub);
        await page.close();
      });

    it('has no code until there is an address', async () => {
      const page = await open('#src=rss');
      expect(await page.$('.result > .piece')).to.equal(null);
      expect(await page.$eval('.result > .problem', (problem) => problem.textContent)).to.contain('Nguồn');
      await page.close();
    });

    it('completes an address without a scheme, and says so', async () => {
      const page = await open();
      await page.click('.from label:nth-of-type(2) input');
      await type(page, '#own', 'nowhere.invalid/rss');
      await page.waitForFunction(() =>
        document.querySelector('#own-note')?.textContent?.includes('https://nowhere.invalid/rss'),
      );
      await page.close();
    });
  });

  it('says when the hub cannot be read, offers only what there is, and tries again', async () => {
    const page = await browser.newPage();
    let isDown = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const isMissing = pathname === '/weather.json' || (isDown && pathname === '/cluster.json');
      void (isMissing ? request.respond({ status: 404 }) : request.continue());
    });
    await page.goto(`${hub.url}nhung/`);
    await page.waitForSelector('.source [role=alert]');
    isDown = false;
    await page.click('.source button');
    await page.waitForSelector('input[name=school]');
    expect(await page.$('input[name=block][value=gallery]')).not.to.equal(null);
    expect(await page.$('input[name=block][value=weather]')).to.equal(null);
    await page.close();
  });
});
