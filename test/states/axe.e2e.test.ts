/** axe finds nothing in any layout and state. */
import { expect } from 'chai';
import { axeViolations } from '../axe.ts';
import { isAvailable } from '../runner/browsers.ts';
import { SCHEMES, StatesBrowser, viewName, WIDGETS } from './states-browser.ts';

const AXE_WIDTHS_PX = [320, 1280];

describe('axe', function () {
  this.timeout(120_000);
  let browser: StatesBrowser;

  before(async function () {
    if (!(await isAvailable('chromium'))) {
      console.log('SKIPPED: Chromium is not installed: axe did not run on the states.');
      this.skip();
    }
    browser = await StatesBrowser.start();
  });
  after(() => browser?.stop());

  for (const widget of WIDGETS)
    for (const widthPx of AXE_WIDTHS_PX)
      for (const scheme of SCHEMES) {
        const view = { widget, widthPx, scheme };
        it(`finds nothing in ${viewName(view)}`, async () => {
          const found = await browser.show(view, axeViolations);
          expect(found.length, found.join('\n')).to.equal(0);
        });
      }
});
