/** The popup and the settings in a real browser, whatever is stored. */
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { Store } from '../../../extension/store/schema.ts';
import { clickButton, openPage, readStore, textOf } from '../support/extension-page.ts';
import { fullStore } from '../support/full-store.ts';
import { describeMutation, mutationsOf } from '../support/mutations.ts';
import { RealBrowser, until } from '../support/real-browser.ts';

/** Every how many-th damage is tried here; all are tried without a browser. */
const STEP = 211;

describe('with a damaged store, in Chromium', function () {
  this.timeout(300_000);
  let browser: RealBrowser;
  const whole: Store = { ...fullStore(false), settings: { ...fullStore(false).settings, paused: true } };
  const store = (value: unknown) =>
    browser.run(
      (api, value) => api.storage.local.set({ store: value }),
      JSON.parse(JSON.stringify(value ?? null)),
    );
  /** Opens the page, and notes what it throws. */
  const open = async (path: string): Promise<{ page: Page; errors: string[] }> => {
    const page = await openPage(browser, path, 800, 900);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    return { page, errors };
  };

  before(async function () {
    if (!RealBrowser.path('Chromium')) {
      console.log('SKIPPED: Chromium is not installed: its pages were not tested with damaged stores.');
      this.skip();
    }
    browser = await RealBrowser.start('Chromium');
  });
  after(() => browser?.stop());

  for (const [path, parts] of [
    ['popup/index.html', 'header, main, footer'],
    ['options/index.html', 'header, section'],
  ] as const)
    it(`${path} renders whole`, async () => {
      const { page, errors } = await open(path);
      for (const [index, mutation] of [...mutationsOf(whole)].entries()) {
        if (index % STEP) continue;
        await store(mutation.mutant);
        await page.reload();
        const name = describeMutation(mutation);
        await until(() => page.evaluate(() => !!document.querySelector('h1'))).catch(() => expect.fail(name));
        const count = await page.evaluate((parts) => document.querySelectorAll(parts).length, parts);
        expect(count, name).to.be.at.least(path.startsWith('popup') ? 2 : 8);
        expect(errors, name).to.deep.equal([]);
      }
      await page.close();
    });

  it('the settings name what is left out, and the hub can be left', async () => {
    const damaged = JSON.parse(JSON.stringify(whole)) as { hub: { schools: { home: string }[] } };
    damaged.hub.schools[0]!.home = 'http://[';
    await store(damaged);
    const { page } = await open('options/index.html');
    expect(await textOf(page, 'tct-backup .trouble')).to.include('hub.schools.0.home');
    await clickButton(page, 'Ngừng dùng trạm');
    await until(async () => !(await readStore(browser)).hub);
    expect(await textOf(page, '#hub')).not.to.include('Ngừng dùng trạm');
    await page.close();
  });

  it('the settings open with any fragment', async () => {
    for (const hash of ['#add=%E0%A4%A', '#', '#<b>', '#add=', '#school-[']) {
      const { page } = await open(`options/index.html${hash}`);
      expect(await page.evaluate(() => document.querySelectorAll('section').length), hash).to.be.at.least(7);
      await page.close();
    }
  });
});
