import puppeteer, { type Browser } from 'puppeteer-core';
import { FLAGS, isAvailable, pathOf } from '../runner/browsers.ts';

/**
 * Starts Chromium for an end-to-end test. Where it cannot be had, says so and skips the tests.
 *
 * @param untried what was not tried then
 * @param args of the command line, besides the usual ones
 */
export async function launchChromium(
  test: Mocha.Context,
  untried: string,
  args: string[] = [],
): Promise<Browser> {
  if (!(await isAvailable('chromium'))) {
    console.log(`SKIPPED: Chromium is not installed: ${untried}.`);
    test.skip();
  }
  return puppeteer.launch({
    executablePath: await pathOf('chromium'),
    args: [...FLAGS, ...args],
    pipe: true,
  });
}
