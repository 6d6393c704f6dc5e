/** The built extension in Chromium: its size, its worker's memory, the popup's first paint, the cost of a poll. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { HOUR_MS } from '../../core/time/duration.ts';
import { addSchool } from '../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../extension/store/schema.ts';
import { RealBrowser, until } from '../extension/support/real-browser.ts';
import { rss } from '../extension/support/rss.ts';

const DIST = fileURLToPath(new URL('../../dist/extension/', import.meta.url));
const SCHOOLS = 10;

interface ServedFeed {
  url: string;
  answers: number[];
  server: Server;
}

/** A feed of 50 posts on its own server, which responds with 304 to its ETag. */
async function serve(school: number): Promise<ServedFeed> {
  const answers: number[] = [];
  const text = 'Nhà trường tổ chức hội thảo khoa học, bế giảng các lớp bồi dưỡng. '.repeat(6);
  const body = rss(
    Array.from({ length: 50 }, (_, index) => ({
      guid: `tin-${index}`,
      title: `Tin số ${index} của trường ${school}`,
      text,
      link: `https://truong-${school}.example/tin/${index}`,
      date: Date.now() - index * HOUR_MS,
    })),
  );
  const server = createServer((request, response) => {
    const etag = `"${school}"`;
    const known = request.headers['if-none-match'] === etag;
    answers.push(known ? 304 : 200);
    response.writeHead(known ? 304 : 200, { ETag: etag, 'Content-Type': 'application/rss+xml' });
    response.end(known ? undefined : body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rss`, answers, server };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** First contentful paint of the popup with a number of unread posts, in milliseconds; the median of seven. */
async function popup(driven: RealBrowser, posts: number): Promise<number> {
  const stored = Array.from({ length: posts }, (_, index): Post => {
    const item = {
      id: String(index),
      content_text: '',
      title: `Tin số ${index}`,
      summary: 'Tóm tắt. '.repeat(20),
    };
    return {
      key: `t0:${index}`,
      school: 't0',
      kind: 'news',
      item,
      seen: Date.now() - index * HOUR_MS,
      read: false,
    };
  });
  await driven.run(async (api, posts) => {
    const { store } = (await api.storage.local.get('store')) as { store: Store };
    await api.storage.local.set({ store: { ...store, posts } });
  }, stored);
  const times: number[] = [];
  for (let time = 0; time < 7; time++) {
    const page = await driven.open('popup/index.html');
    times.push(
      await until(() =>
        page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
      ),
    );
    await page.close();
  }
  return median(times);
}

export async function benchExtension(): Promise<void> {
  console.log(`\n### Extension in Chromium: ${SCHOOLS} schools of 50 posts\n`);
  if (!RealBrowser.path('Chromium')) {
    console.log('SKIPPED: there is no Chromium on this machine.');
    return;
  }
  const feeds = await Promise.all(Array.from({ length: SCHOOLS }, (_, school) => serve(school)));
  const driven = await RealBrowser.start('Chromium');
  try {
    // Storage events, each with the old and the new store, are only released after a while.
    const heap = async () => {
      const session = await driven.worker();
      const sizes: number[] = [];
      for (let same = 0; same < 5; ) {
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
        const last = sizes.at(-1) ?? Number.POSITIVE_INFINITY;
        same = Math.abs(usedSize - last) < last / 100 ? same + 1 : 0;
        sizes.push(usedSize);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await session.detach();
      return sizes.at(-1)!;
    };
    const empty = await heap();
    const store = feeds.reduce(
      (store, { url }, index) =>
        addSchool(store, {
          id: `t${index}`,
          name: `Trường ${index}`,
          home: url,
          news: [url],
          documents: [],
        }),
      emptyStore(),
    );
    await driven.run((api, store) => api.storage.local.set({ store }), store);
    const read = () =>
      driven.run(async (api) => ((await api.storage.local.get('store')) as { store: Store }).store);
    await until(async () => (await read()).posts.length === 50 * SCHOOLS, 60_000);
    const afterReading = await heap();
    await driven.killWorker();
    await driven.run((api) => api.runtime.sendMessage({ ask: 'refresh' }));
    const woken = await heap();
    const session = await driven.worker();
    const again = await read();
    for (const { poll } of Object.values(again.sources)) Object.assign(poll, { due: 0, earliest: 0 });
    await driven.run((api, store) => api.storage.local.set({ store }), again);
    for (const { answers } of feeds) answers.length = 0;
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
    await driven.run((api) => api.runtime.sendMessage({ ask: 'refresh' }));
    const { profile } = await session.send('Profiler.stop');
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
    const busy = (profile.samples ?? []).reduce((sum, id, index) => {
      const rests = /^\((?:idle|program)\)$/.test(names.get(id) ?? '');
      return rests ? sum : sum + (profile.timeDeltas?.[index] ?? 0);
    }, 0);
    const answers = feeds.flatMap(({ answers }) => answers);
    const paint = await popup(driven, 300);
    const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    const rows: [string, string][] = [
      ['zip for Chrome', kilo(statSync(`${DIST}tct-chrome.zip`).size)],
      ['zip for Firefox', kilo(statSync(`${DIST}tct-firefox.zip`).size)],
      ['heap of the worker of an empty store', `${(empty / 2 ** 20).toFixed(2)} MB`],
      ['heap of the worker after reading all', `${(afterReading / 2 ** 20).toFixed(2)} MB`],
      ['heap of the worker, woken with nothing to do', `${(woken / 2 ** 20).toFixed(2)} MB`],
      [
        'a poll of all, nothing modified: answers 304 / others',
        `${answers.filter((status) => status === 304).length} / ${answers.filter((status) => status !== 304).length}`,
      ],
      ['its CPU in the worker', `${(busy / 1000).toFixed(0)} ms`],
      ['first contentful paint of the popup, 300 unread', `${paint.toFixed(0)} ms`],
    ];
    console.log(
      `| figure | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`,
    );
  } finally {
    await driven.stop();
    for (const { server } of feeds) {
      server.closeAllConnections();
      server.close();
    }
  }
}
