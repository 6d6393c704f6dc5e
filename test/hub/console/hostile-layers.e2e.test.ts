import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { HtmlPage } from '../../../hub/page/html-page.ts';
import { showPage } from '../../../hub/page/shown/show-page.ts';
import { ConsoleServer } from '../../../hub/setup/server.ts';
import { shownRoutes } from '../../../hub/setup/shown-routes.ts';
import type { Route } from '../../../hub/setup/static-files.ts';
import { type BrowserId, NAMES } from '../../runner/browsers.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { HOSTILE } from '../page/shown/hostile-pages.ts';
import { HostileSite } from './hostile-site.ts';
import { WatchedTab } from './watched-tab.ts';

type Layer = 'policy' | 'sandbox' | 'written' | 'none';

const OURS = /^\/(?:outside$|console\/icon\.svg$|layer\/\w+\/\d+$|shown\/x\/assets\/\d+$)/;
/** All pages one after the other, on a busy machine. */
const PATIENCE_MS = 150_000;
const CASES = Object.keys(HOSTILE);

/** What a layer by itself lets through, and another one forbids. */
const LET_THROUGH: Record<Layer, RegExp> = {
  // Pictures and styles of the console's own server, and in Chromium prefetching from it and connecting elsewhere ahead. The
  // tab tells of requests before they are forbidden; whether they were made, only the servers know.
  policy:
    /^[^ ]* of the console’s server, as (?:image|style|empty)$|^a request for |^1 connections to evil|^an error: Security Error|Content.Security.Policy|frames in the frame$/,
  // Whatever runs nothing and moves nothing.
  sandbox:
    /^[^ ]* of the console’s server, as |^a request for |connections to evil|^an error: |Content.Security.Policy|frames in the frame$/,
  // The test puts it there.
  written: /^the focus is in the frame$/,
  none: /^\b$/,
};

/** Pages that do something as soon as they are shown as they are, in both browsers. So would others, if need be. */
const HARMFUL = [
  'a script',
  'event attributes',
  'frames',
  'objects',
  'a refresh',
  'forms',
  'SVG',
  'noscript',
  'a comment',
  'raw texts',
  'what a style loads',
  'media',
  'links of the head',
  'scripts of inner frames',
  'links that load ahead',
  'a base and what it moves',
  'what images ask',
  'what media ask',
  'what a style asks by what it matches',
  'handlers that need no user',
  'a refresh to a script',
  'styles in MathML',
  'styles in SVG',
  'raw texts in each other',
  'templates that open themselves',
];

for (const id of ['chromium', 'firefox'] satisfies BrowserId[])
  describe(`each protection from hostile pages by itself, in ${NAMES[id]}`, () => {
    let browser: Browser;
    let site: HostileSite;
    let server: ConsoleServer;
    let tab: WatchedTab;

    before(async function () {
      browser = await launchBrowser(this, id, 'hostile pages were not shown in it');
      site = await new HostileSite().start();
      tab = await WatchedTab.open(browser);
      server = await ConsoleServer.start({
        handlers: {},
        routes: [tab.strayRoute(OURS), ...layerRoutes()],
        page: fileURLToPath(new URL('../../../hub/console', import.meta.url)),
      });
    });
    after(async () => {
      await browser?.close();
      await server?.close();
      await site?.stop();
    });

    const html = (index: string) => site.html(CASES[Number(index)]!);

    function layerRoutes(): Route[] {
      const serve =
        (page: (index: string) => string): Route['handle'] =>
        (_, response, [, index = '']) => {
          response.removeHeader('Content-Security-Policy');
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(index));
        };
      const written = (index: string) =>
        showPage(new HtmlPage(html(index), 'http://truong.example/'), '/shown/x/assets/').html;
      const [shown] = shownRoutes({ pages: { open: html } as never, assets: {} as never });
      return [
        { path: /^\/outside$/, handle: serve(() => '<!doctype html><title>x</title>') },
        { path: /^\/layer\/policy\/(\d+)$/, handle: shown!.handle },
        { path: /^\/layer\/(?:sandbox|none)\/(\d+)$/, handle: serve(html) },
        { path: /^\/layer\/written\/(\d+)$/, handle: serve(written) },
      ];
    }

    /** Shows a page behind a single layer, and says what it did that this one has to forbid. */
    async function strays(layer: Layer, name: string): Promise<string[]> {
      await tab.page.evaluate(
        async (src, layer) => {
          const frame = document.createElement('iframe');
          if (layer === 'sandbox') frame.sandbox.value = 'allow-same-origin';
          frame.src = src;
          await new Promise((resolve) => {
            frame.addEventListener('load', resolve, { once: true });
            document.body.replaceChildren(frame);
          });
          // What is written may even be clicked; the overlay forbids that of the others.
          if (layer === 'written')
            for (const element of frame.contentDocument!.querySelectorAll<HTMLElement>('*')) {
              element.click();
              element.focus();
            }
        },
        `/layer/${layer}/${CASES.indexOf(name)}`,
        layer,
      );
      const found = [...(await tab.strays()), ...site.strays()];
      return found.filter((stray) => !LET_THROUGH[layer].test(stray));
    }

    async function failing(layer: Layer, names: readonly string[]): Promise<Record<string, string[]>> {
      const failed: Record<string, string[]> = {};
      await tab.goto(`http://127.0.0.1:${server.port}/outside`);
      for (const name of names) {
        const found = await strays(layer, name).catch((error: Error) => [error.message]);
        if (!found.length) continue;
        failed[name] = found;
        await tab.goto(`http://127.0.0.1:${server.port}/outside`);
      }
      return failed;
    }

    it('notices what pages do that are shown as they are', async () => {
      expect(await failing('none', HARMFUL)).to.have.all.keys(HARMFUL);
    }).timeout(PATIENCE_MS);

    it('the policy lets nothing run, move, or ask anywhere else', async () => {
      expect(await failing('policy', CASES)).to.deep.equal({});
    }).timeout(PATIENCE_MS);

    it('the sandbox lets nothing run or move', async () => {
      expect(await failing('sandbox', CASES)).to.deep.equal({});
    }).timeout(PATIENCE_MS);

    it('what is written of a page does nothing, even if it is clicked', async () => {
      expect(await failing('written', CASES)).to.deep.equal({});
    }).timeout(PATIENCE_MS);
  });
