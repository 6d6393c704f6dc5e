/** What benches of pages share: the browser, and how much script something takes in it. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';

/** An installed Chromium; where there is none, it is said that the bench does not run. */
export async function chromium(bench: string): Promise<Browser | undefined> {
  const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) {
    console.log(`\nSKIPPED ${bench}: no Chromium was found (CHROME_PATH names one).`);
    return undefined;
  }
  return puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * Milliseconds of script that something takes, until nothing has happened for a while.
 *
 * @param client of a page whose `Performance` domain is enabled
 * @param silence milliseconds after which an action is over
 */
export async function workOf(
  client: CDPSession,
  silence: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const used = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  };
  const before = await used();
  await work();
  let last: number;
  let now = before;
  do {
    last = now;
    await new Promise((resolve) => setTimeout(resolve, silence));
    now = await used();
    // Looking costs a little of its own.
  } while (now - last > 2);
  return now - before;
}

export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
