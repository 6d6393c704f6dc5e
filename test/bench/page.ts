/**
 * A school's front page with all four widgets, fed by the sample cluster's hub, in Chromium with the CPU slowed down 4×;
 * and the same page without widgets, as a baseline.
 */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { folderHandler } from '../../hub/http/serve.ts';
import { startCluster } from '../sites/cluster.ts';
import { collectSample } from '../sites/sample-hub.ts';
import { chromium, median } from './chromium.ts';

const ROUNDS = 5;
const DEMO_PAGES = new URL('../../demo/pages/', import.meta.url);

interface PageVisit {
  lcpMs: number;
  shift: number;
  longestTaskMs: number;
  scriptBytes: number;
}

async function visit(browser: Browser, address: string): Promise<PageVisit> {
  // A new context has nothing cached.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  // Widgets wait until they are visible, which a page in the background is not.
  await page.bringToFront();
  await page.emulateCPUThrottling(4);
  // esbuild wraps functions in a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made');
  await page.evaluateOnNewDocument(() => {
    const seen = { lcpMs: 0, shift: 0, longestTaskMs: 0 };
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
    watch('largest-contentful-paint', ({ startTime }) => (seen.lcpMs = startTime));
    watch('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
    watch('longtask', ({ duration }) => (seen.longestTaskMs = Math.max(seen.longestTaskMs, duration)));
  });
  let scriptBytes = 0;
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  const scriptRequests = new Set<string>();
  client.on(
    'Network.responseReceived',
    ({ requestId, type }) => type === 'Script' && scriptRequests.add(requestId),
  );
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scriptRequests.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle0' });
  // Scrolls to the end, so that every widget comes near the viewport.
  for (let step = 1; step <= 4; step++) {
    await page.evaluate((step) => scrollTo(0, (document.body.scrollHeight * step) / 4), step);
    await page.waitForNetworkIdle();
  }
  const seen = await page.evaluate(
    () => (window as unknown as { seen: Omit<PageVisit, 'scriptBytes'> }).seen,
  );
  await context.close();
  return { ...seen, scriptBytes };
}

export async function benchPage(): Promise<void> {
  const browser = await chromium('page');
  if (!browser) return;
  const cluster = await startCluster();
  let answer: ReturnType<typeof folderHandler>;
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    if (path.startsWith('/hub/')) {
      request.url = path.slice('/hub'.length);
      answer(request, response);
      return;
    }
    if (path === '/pages/bare.html') {
      const page = readFileSync(new URL('school.html', DEMO_PAGES), 'utf8');
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(page.replace(/<script.*<\/script>/, ''));
      return;
    }
    const file = new URL(`.${path.replace('/pages', '')}`, DEMO_PAGES);
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
  answer = folderHandler(out);
  try {
    console.log(`\n### A school's front page with all four, CPU slowed down 4×, median of ${ROUNDS}\n`);
    console.log(
      '| | LCP, ms | layout shift | longest task, ms | of each round | scripts as sent, bytes |\n|---|---|---|---|---|---|',
    );
    const pages = [
      { name: 'with all four', file: 'school.html', seen: [] as PageVisit[] },
      { name: 'the page alone', file: 'bare.html', seen: [] as PageVisit[] },
    ];
    for (let round = 0; round < ROUNDS; round++)
      for (const { file, seen } of pages) seen.push(await visit(browser, `${address}/pages/${file}`));
    for (const { name, seen } of pages) {
      const of = (key: keyof PageVisit) => median(seen.map((each) => each[key]));
      const longest = seen.map((each) => each.longestTaskMs.toFixed(0)).join(', ');
      console.log(
        `| ${name} | ${of('lcpMs').toFixed(0)} | ${of('shift').toFixed(4)} | ${of('longestTaskMs').toFixed(0)} | ${longest} | ${of('scriptBytes')} |`,
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
