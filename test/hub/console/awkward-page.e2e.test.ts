import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { type BrowserId, NAMES } from '../../runner/browsers.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { fakePoint } from './fake-point.ts';
import { servePointPage } from './point-page-server.ts';
import { PointedPage } from './pointed-page.ts';

const URL = 'http://truong.example/';
const POSTS = 8;
const LIST = Array.from(
  { length: POSTS },
  (_, index) =>
    `<div class="tin"><h3 class="ten"><a href="/tin/${index}.html">Khai giảng lớp Trung cấp lý luận chính trị khóa ${index}</a></h3><span class="ngay">${index + 1}/11/2026</span></div>`,
).join('');
const styled = (css: string, more = '') =>
  `<!doctype html><title>x</title><style>${css}</style><body>${more}<div class="ds">${LIST}</div><p>Địa chỉ: số 1 đường Lê Lợi</p>`;

/** Pages that make it hard to point at their headlines, on purpose or not. */
const AWKWARD: Record<string, string> = {
  'without pointer events': styled('*{pointer-events:none!important}'),
  'whose headlines have no pointer events': styled('.ten,.ten a{pointer-events:none}'),
  'whose list has no pointer events': styled('.ds{pointer-events:none;user-select:none}'),
  'under an empty sheet': styled(
    '#tam{position:absolute;top:0;left:0;width:100%;height:100vh;z-index:9}',
    '<div id="tam"></div>',
  ),
  'under a sheet with a cross': styled(
    '#tam{position:absolute;inset:0;z-index:2147483647}',
    '<div id="tam"><button>×</button></div>',
  ),
  'under a link to an advertisement': styled(
    '#tam{position:absolute;inset:0;z-index:99}',
    '<a id="tam" href="http://quang-cao.example/"></a>',
  ),
  'that a script would uncover': styled('html,body{display:none!important;opacity:0}'),
  'that is skipped until one scrolls to it': styled(
    '.ds{content-visibility:hidden}.tin{content-visibility:auto}',
  ),
  'that is enlarged': styled('html{zoom:1.5}.ds{zoom:1.2}'),
  'that is made smaller': styled('body{zoom:.7}'),
  'that is transformed': styled('body{transform:translate(40px,30px) scale(.8)}'),
  'with something far to the right': styled(
    '.xa{position:absolute;left:99999px}.ds{width:600px;margin:auto}',
    '<p class="xa">x</p>',
  ),
  'wider than any window': styled('body{width:9999999px}'),
  'higher than any window': styled('body{height:9999999px}html{height:9999999px}'),
  'that counts on its window': styled('html,body{height:100vh;overflow:hidden}.ds{min-height:200vh}'),
  'with the names of what is read in it': styled(
    '',
    '<form name=body><input name=getBoundingClientRect><input name=closest></form><img name=elementFromPoint id=elementFromPoint><img name=elementsFromPoint><img name=documentElement id=documentElement><form name=querySelectorAll></form><object id=readyState name=readyState></object><embed name=createRange><iframe name=URL></iframe><input name=childNodes id=parentElement><a id=defaultView name=defaultView></a>',
  ),
};

for (const id of ['chromium', 'firefox'] satisfies BrowserId[])
  describe(`pointing at an awkward page, in ${NAMES[id]}`, () => {
    let browser: Browser;

    before(async function () {
      browser = await launchBrowser(this, id, 'pointing was not tested in it');
    });
    after(() => browser?.close());

    for (const [name, html] of Object.entries(AWKWARD))
      it(`takes a headline of one ${name}`, async () => {
        const server = await servePointPage(fakePoint({ [URL]: html }));
        const tab = await browser.newPage();
        try {
          await tab.setViewport({ width: 1280, height: 800 });
          await tab.goto(server.address({ url: URL, kind: 'news', schoolName: 'A' }));
          const view = new PointedPage(tab);
          await view.settle();
          await view.hover('.ten a', 3);
          const under = await view.under('hover');
          await view.click('.ten a', 3);
          expect({ under, items: await view.outlined('item') }).to.deep.equal({
            under: 'Khai giảng lớp Trung cấp lý luận chính trị khóa 3',
            items: POSTS,
          });
        } finally {
          await tab.close();
          await server.stop();
        }
      });
  });
