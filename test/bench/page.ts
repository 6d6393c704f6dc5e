/**
 * A school's front page with all four widgets on the sample cluster's hub, in Chromium slowed down four times; and the
 * same page without them: what a browser takes to start with is in both.
 */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { answerFrom } from '../../hub/cli/serve.ts';
import { startCluster } from '../sites/cluster.ts';
import { collectSample } from '../sites/sample-hub.ts';
import { chromium, median } from './chromium.ts';

const ROUNDS = 5;
const PAGE = new URL('../../demo/pages/', import.meta.url);

interface Seen {
  lcp: number;
  shift: number;
  longest: number;
  scripts: number;
}

async function visit(browser: Browser, address: string): Promise<Seen> {
  // Nothing kept from an earlier visit.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  // Widgets wait until they are seen, and a page behind others is not.
  await page.bringToFront();
  await page.emulateCPUThrottling(4);
  // The compiler names functions by a helper that is not in the page.
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
  await page.evaluateOnNewDocument(() => {
    const seen = { lcp: 0, shift: 0, longest: 0 };
    Object.assign(window, { seen });
    const watch = (
      type: string,
      each: (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => void,
    ) =>
      new PerformanceObserver((list) =>
        (list.getEntries() as Parameters<typeof each>[0][]).forEach(each),
      ).observe({
        type,
        buffered: true,
      });
    watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
    watch('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
    watch('longtask', ({ duration }) => (seen.longest = Math.max(seen.longest, duration)));
  });
  let scripts = 0;
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  const ours = new Set<string>();
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && ours.add(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) scripts += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle0' });
  // To the end of the page, so that every widget has been near.
  for (let step = 1; step <= 4; step++) {
    await page.evaluate((step) => scrollTo(0, (document.body.scrollHeight * step) / 4), step);
    await page.waitForNetworkIdle();
  }
  const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Seen, 'scripts'> }).seen);
  await context.close();
  return { ...seen, scripts };
}

export async function benchPage(): Promise<void> {
  const browser = await chromium('page');
  if (!browser) return;
  const cluster = await startCluster();
  let answer: ReturnType<typeof answerFrom>;
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    if (path.startsWith('/hub/')) {
      request.url = path.slice('/hub'.length);
      void answer(request, response);
      return;
    }
    if (path === '/pages/bare.html') {
      const page = readFileSync(new URL('school.html', PAGE), 'utf8');
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(page.replace(/<script.*<\/script>/, ''));
      return;
    }
    const file = new URL(`.${path.replace('/pages', '')}`, PAGE);
    if (path.startsWith('/pages/') && existsSync(file))
      response
        .setHeader('Content-Type', path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8')
        .end(readFileSync(file));
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { out, stop } = await collectSample(cluster, `${address}/hub/`);
  answer = answerFrom(out);
  try {
    console.log(`\n### A school's front page with all four, CPU slowed down 4×, median of ${ROUNDS}\n`);
    console.log(
      '| | LCP, ms | layout shift | longest task, ms | of each round | scripts as sent, bytes |\n|---|---|---|---|---|---|',
    );
    const pages = [
      { name: 'with all four', file: 'school.html', seen: [] as Seen[] },
      { name: 'the page alone', file: 'bare.html', seen: [] as Seen[] },
    ];
    for (let round = 0; round < ROUNDS; round++)
      for (const { file, seen } of pages) seen.push(await visit(browser, `${address}/pages/${file}`));
    for (const { name, seen } of pages) {
      const of = (key: keyof Seen) => median(seen.map((each) => each[key]));
      const longest = seen.map((each) => each.longest.toFixed(0)).join(', ');
      console.log(
        `| ${name} | ${of('lcp').toFixed(0)} | ${of('shift').toFixed(4)} | ${of('longest').toFixed(0)} | ${longest} | ${of('scripts')} |`,
      );
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await stop();
    await cluster.stop();
  }
}
