/** Every layout in every state looks as its kept picture does. */
import { expect } from 'chai';
import { isAvailable } from '../runner/browsers.ts';
import { checkView, checkViews, clearReport, type Finding } from './check-pictures.ts';
import { madeWithHere, whyIncomparable } from './made-with.ts';
import { StatesBrowser, VIEWS, viewName, WIDGETS, WIDTHS_PX } from './states-browser.ts';

function expectNone(findings: readonly Finding[]): void {
  const lines = findings.map(({ name, text }) => `${name} ${text}`);
  const hint = 'If this is meant: npm run pictures -- --accept [fragment of the name…]';
  expect(findings.length, [...lines, hint].join('\n')).to.equal(0);
}

describe('the pictures of all states', function () {
  this.timeout(120_000);
  let browser: StatesBrowser;

  before(async function () {
    if (!(await isAvailable('chromium'))) {
      console.log('SKIPPED: Chromium is not installed: no pictures were compared.');
      this.skip();
    }
    browser = await StatesBrowser.start();
    await clearReport();
  });
  after(() => browser?.stop());

  it('are of every widget and width that the page offers', async () => {
    const offered = await browser.show(VIEWS[0]!, (page) =>
      page.evaluate(() =>
        ['widget', 'width'].map((name) => {
          const links = [...document.querySelectorAll<HTMLAnchorElement>(`#${name}s a`)];
          return links.map(({ search }) => new URLSearchParams(search).get(name));
        }),
      ),
    );
    expect(offered).to.deep.equal([WIDGETS, WIDTHS_PX.map(String)]);
  });

  describe('compared with the kept ones', () => {
    before(async function () {
      const why = whyIncomparable(await madeWithHere(browser));
      if (!why) return;
      console.log(
        `SKIPPED: pictures of ${VIEWS.length} pages were not compared: ${why}. New ones: npm run pictures -- --accept`,
      );
      this.skip();
    });

    for (const view of VIEWS)
      it(`are the same in ${viewName(view)}`, async () => expectNone(await checkView(browser, view)));

    it('are of no page besides', async () => expectNone(await checkViews()));
  });
});
