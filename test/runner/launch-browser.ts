import puppeteer, { type Browser } from 'puppeteer-core';
import { FLAGS, isAvailable, NAMES, pathOf } from './browsers.ts';

/**
 * Starts a browser for an end-to-end test. Where it cannot be had, says so and skips the tests.
 *
 * @param untried what was not tried then
 * @param args of the command line, besides the usual ones; Chromium's only
 */
export async function launchBrowser(
  test: Mocha.Context,
  name: 'chromium' | 'firefox',
  untried: string,
  args: string[] = [],
): Promise<Browser> {
  if (!(await isAvailable(name))) {
    console.log(`SKIPPED: ${NAMES[name]} is not installed: ${untried}.`);
    test.skip();
  }
  const executablePath = (await pathOf(name))!;
  return puppeteer.launch(
    name === 'firefox'
      ? { browser: 'firefox', executablePath }
      : { executablePath, args: [...FLAGS, ...args], pipe: true },
  );
}
