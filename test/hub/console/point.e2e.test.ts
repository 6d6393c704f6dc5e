import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { OldTables } from '../../sites/old-tables.ts';
import { servePointing } from './point-page-server.ts';
import { PointedPage } from './pointed-page.ts';

describe('pointing at real pages, with the console’s own calls', () => {
  let browser: Browser;
  before(async function () {
    browser = await launchBrowser(this, 'chromium', 'pointing was not tested');
  });
  after(() => browser?.close());

  it('reads layout tables without a class by one click on a headline', async () => {
    const site = await new OldTables().start();
    const server = await servePointing();
    try {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 800 });
      await tab.goto(server.address({ url: site.url('/'), kind: 'news', schoolName: 'A' }));
      const view = new PointedPage(tab);
      await view.settle();
      await view.press('Đi theo liên kết');
      await view.click('a[data-href$="tintuc.asp"]');
      await view.click('a[data-href*="chitiet.asp"]', 2);
      expect(await view.text('.counts')).to.match(/^10 bài/);
      expect(await view.outlined('item')).to.equal(10);
    } finally {
      await server.stop();
      await site.stop();
    }
  });
});
