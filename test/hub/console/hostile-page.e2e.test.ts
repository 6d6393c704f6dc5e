import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { type BrowserId, NAMES } from '../../runner/browsers.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { HOSTILE } from '../page/shown/hostile-pages.ts';
import { HostileSite } from './hostile-site.ts';
import { type PointPageServer, servePointing } from './point-page-server.ts';
import { PointedPage } from './pointed-page.ts';
import { WatchedTab } from './watched-tab.ts';

/** What a user may click in the page. A box of an inner frame is left out: its button opens that page. */
const CLICKED = 'a, button, input, select, summary, label, [data-box=other], p, b';
const MAX_CLICKS = 2;

for (const id of ['chromium', 'firefox'] satisfies BrowserId[])
  describe(`hostile pages in the view for pointing, in ${NAMES[id]}`, () => {
    let browser: Browser;
    let site: HostileSite;
    let server: PointPageServer;
    let tab: WatchedTab;
    let view: PointedPage;

    before(async function () {
      browser = await launchBrowser(this, id, 'hostile pages were not shown in it');
      site = await new HostileSite().start();
      tab = await WatchedTab.open(browser);
      server = await servePointing([tab.strayRoute()]);
      await tab.goto(
        server.address({ url: site.page(Object.keys(HOSTILE)[0]!), kind: 'news', schoolName: 'A' }),
      );
      view = new PointedPage(tab.page);
      await view.settle();
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      await site?.stop();
    });

    /** Opens a page as its user does, by its address. */
    async function open(address: string, title: string): Promise<void> {
      await tab.page.$eval(
        '.point-address input',
        (input, address) => {
          (input as HTMLInputElement).value = address;
          (input as HTMLInputElement).form!.requestSubmit();
        },
        address,
      );
      await tab.page.waitForFunction((title) => document.querySelector('iframe')?.title === title, {}, title);
      await view.settle();
    }

    it('are in the sandbox whose effect is tested by itself', async () => {
      expect(await tab.page.$eval('iframe', ({ sandbox }) => sandbox.value)).to.equal('allow-same-origin');
    });

    for (const name of Object.keys(HOSTILE))
      it(`shows ${name}, and nothing else happens, also when it is clicked`, async () => {
        await open(site.page(name), name);
        const shown = await tab.strays();
        const clickable = await tab.page.$eval(
          'iframe',
          (frame, clicked) =>
            [...frame.contentDocument!.querySelectorAll(clicked)].flatMap((element, index) => {
              const { x, y, width } = element.getBoundingClientRect();
              return width && x >= 0 && y >= 0 && x < 400 ? [index] : [];
            }),
          CLICKED,
        );
        for (const index of clickable.slice(0, MAX_CLICKS)) await view.click(CLICKED, index);
        await tab.page.focus('.overlay');
        await view.keys('ArrowDown', 'Enter', ' ');
        await view.settle();
        await view.keys('Tab');
        const used = await tab.strays();
        expect({ shown, used, asked: site.strays() }).to.deep.equal({ shown: [], used: [], asked: [] });
      });
  });
