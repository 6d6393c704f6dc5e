import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../runner/launch-browser.ts';
import { type HubSite, startHubSite } from './hub-site.ts';

describe('embed.html, opened by a link instead of a page’s frame', () => {
  let hub: HubSite;
  let browser: Browser;
  before(async function () {
    browser = await launchBrowser(this, 'chromium', 'embed.html was not opened');
    hub = await startHubSite();
  });
  after(async () => {
    await browser?.close();
    await hub?.stop();
  });

  it('shows the hub’s own posts and texts only', async () => {
    const page = await browser.newPage();
    const foreign =
      'heading=Trường+đóng+cửa&more-href=https://stranger.example/&src=https://stranger.example/feed';
    await page.goto(`${hub.url}embed.html#widget=latest-news&limit=2&${foreign}`);
    await page.waitForSelector('tct-latest-news[state=ready]');
    const [attributes, text] = await page.$eval('tct-latest-news', (element) => [
      element.getAttributeNames(),
      element.shadowRoot!.textContent,
    ]);
    expect(attributes).to.include('limit').and.not.include.members(['heading', 'more-href', 'src']);
    expect(text).to.contain('Tin mới').and.not.contain('đóng cửa');
  });
});
