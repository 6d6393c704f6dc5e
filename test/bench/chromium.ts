/** What the benchmarks of pages share: starting Chromium, and measuring script time in it. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';

/** Starts an installed Chromium; where there is none, prints that the benchmark is skipped. */
export async function chromium(bench: string): Promise<Browser | undefined> {
  const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!executablePath) {
    console.log(`\nSKIPPED ${bench}: no Chromium was found (CHROME_PATH can name one).`);
    return undefined;
  }
  return puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * How long scripts run because of an action, in milliseconds. The action is over when no script has run for a while.
 *
 * @param client a session of a page whose `Performance` domain is enabled
 * @param quietMs how long no script must run
 */
export async function scriptTime(
  client: CDPSession,
  quietMs: number,
  action: () => Promise<unknown>,
): Promise<number> {
  const used = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  };
  const before = await used();
  await action();
  let last: number;
  let now = before;
  do {
    last = now;
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    now = await used();
    // Reading the metric costs a little itself.
  } while (now - last > 2);
  return now - before;
}

export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
