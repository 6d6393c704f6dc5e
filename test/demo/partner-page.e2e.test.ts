/** A partner's page on a server of its own, through what tests inside a page cannot do. */
import type { Server } from 'node:http';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../runner/launch-browser.ts';
import { close, type HubSite, listen, startHubSite } from './hub-site.ts';

/** A name that is not of this machine: browsers treat its plain-http pages as insecure. */
const HOST = 'truong.example';
const NEWS = 'tct-latest-news';

const body = (hub: string) => `<!doctype html><html lang="vi"><title>Trang trường</title>
<script>var persisted=0,seen=[];addEventListener('pageshow',function(e){if(e.persisted)persisted++});
addEventListener('error',function(e){seen.push(e.message)});addEventListener('unhandledrejection',function(e){seen.push(String(e.reason))})</script>
<script async src="${hub}tct.js"></script>
<${NEWS} lang="vi" limit="3"></${NEWS}><p><a href="/next">Trang sau</a>`;

describe('a partner’s page', () => {
  let hub: HubSite;
  let server: Server;
  let browser: Browser;
  let page: Page;
  before(async function () {
    hub = await startHubSite();
    const partner = await listen((_, response) =>
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body(hub.url)),
    );
    server = partner.server;
    browser = await launchBrowser(this, 'chromium', 'a partner’s page was not tried', [
      `--host-resolver-rules=MAP ${HOST} ${new URL(partner.url).host}`,
    ]);
  });
  after(async () => {
    await browser?.close();
    close(server);
    await hub.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(`http://${HOST}/`);
    await page.waitForSelector(`${NEWS}[state=ready]`);
  });
  afterEach(async () => {
    expect(await page.evaluate('seen')).to.deep.equal([]);
    await page.close();
  });

  const titles = () =>
    page.$eval(NEWS, (news) =>
      [...news.shadowRoot!.querySelectorAll('[part=title]')].map(({ textContent }) => textContent),
    );

  it('shows its widgets over plain http', async () => {
    expect(await page.evaluate(() => isSecureContext)).to.equal(false);
    expect(await titles()).to.have.length(3);
  });

  it('comes back from the back/forward cache as it was left, and goes on', async () => {
    const before = await titles();
    await page.click('a');
    await page.waitForFunction(() => location.pathname === '/next');
    await page.waitForSelector(`${NEWS}[state=ready]`);
    await page.goBack();
    expect(await page.evaluate('persisted')).to.equal(1);
    expect(await titles()).to.deep.equal(before);
    await page.click(`${NEWS} >>> [part=more]`);
    await page.waitForFunction(
      (tag) => document.querySelector(tag)!.shadowRoot!.querySelectorAll('[part=item]').length === 6,
      {},
      NEWS,
    );
  });

  it('keeps its posts without a network, and follows when there is one again', async () => {
    const before = await titles();
    const reload = () => page.$eval(NEWS, (news) => news.reload());
    await page.setOfflineMode(true);
    await reload();
    await page.waitForSelector(`${NEWS}[state=stale]`);
    expect(await titles()).to.deep.equal(before);
    await page.setOfflineMode(false);
    await reload();
    await page.waitForSelector(`${NEWS}[state=ready]`);
  });

  it('prints its posts without buttons', async () => {
    await page.emulateMediaType('print');
    const shown = (selector: string) =>
      page.$$eval(
        `${NEWS} >>> ${selector}`,
        (elements) => elements.filter((element) => element.getBoundingClientRect().height > 0).length,
      );
    expect(await shown('[part=title]')).to.equal(3);
    expect(await shown('button')).to.equal(0);
    expect((await page.pdf()).length).to.be.greaterThan(1000);
  });
});
