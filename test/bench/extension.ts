/**
 * The built extension in Chromium: the memory of its worker, the popup's first paint, the cost of a poll; and its packages:
 * their sizes, the warnings at installation, the linter's findings.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { BUDGETS } from '../../build/budgets.ts';
import { deliveredBytes } from '../../build/sizes.ts';
import { MAX_CHARS } from '../../core/model/limits.ts';
import { HOUR_MS } from '../../core/time/duration.ts';
import { addSchool } from '../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../extension/store/schema.ts';
import { readStore, writeStore } from '../extension/support/extension-page.ts';
import { RealBrowser, until } from '../extension/support/real-browser.ts';
import { rss } from '../extension/support/rss.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCHOOLS = 10;
const POSTS_EACH = 50;
const SHOWN_POSTS = 300;
const PAINTS = 7;
/** Readings of the heap that have to agree, within a hundredth. */
const SETTLED_READINGS = 5;
/** What schools write in a post, as much of it as a feed may have. */
const TEXT = 'Nhà trường tổ chức hội thảo khoa học, bế giảng các lớp bồi dưỡng. '
  .repeat(40)
  .slice(0, MAX_CHARS.content_text);

type Row = [figure: string, value: string];

interface ServedFeed {
  url: string;
  answers: number[];
  server: Server;
}

/** A feed on its own server, which responds with 304 to its ETag. */
async function serve(school: number): Promise<ServedFeed> {
  const answers: number[] = [];
  const body = rss(
    Array.from({ length: POSTS_EACH }, (_, index) => ({
      guid: `tin-${index}`,
      title: `Tin số ${index} của trường ${school}`,
      text: TEXT,
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

/** A store that follows the feeds and has read none of them. */
const following = (feeds: readonly ServedFeed[]): Store =>
  feeds.reduce(
    (store, { url }, index) =>
      addSchool(store, { id: `t${index}`, name: `Trường ${index}`, home: url, news: [url], documents: [] }),
    emptyStore(),
  );

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** The heap of the worker (bytes), once it no longer shrinks: storage events are only released after a while. */
async function settledHeap(driven: RealBrowser): Promise<number> {
  const session = await driven.worker();
  let last = Number.POSITIVE_INFINITY;
  for (let same = 0; same < SETTLED_READINGS; ) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
    same = Math.abs(usedSize - last) < last / 100 ? same + 1 : 0;
    last = usedSize;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await session.detach();
  return last;
}

const refresh = (driven: RealBrowser) => driven.run((api) => api.runtime.sendMessage({ ask: 'refresh' }));

/** The time that the worker's CPU is busy (ms) while it polls all sources. */
async function cpuOfPoll(driven: RealBrowser): Promise<number> {
  const store = await readStore(driven);
  for (const { poll } of Object.values(store.sources)) Object.assign(poll, { due: 0, earliest: 0 });
  await writeStore(driven, store);
  const session = await driven.worker();
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  await refresh(driven);
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const busy = (profile.samples ?? []).reduce((sum, id, index) => {
    const rests = /^\((?:idle|program)\)$/.test(names.get(id) ?? '');
    return rests ? sum : sum + (profile.timeDeltas?.[index] ?? 0);
  }, 0);
  return busy / 1000;
}

/** The first contentful paint of the popup (ms) with unread posts. */
async function firstPaint(driven: RealBrowser): Promise<number> {
  const posts = Array.from({ length: SHOWN_POSTS }, (_, index): Post => {
    const item = {
      id: String(index),
      content_text: TEXT,
      title: `Tin số ${index}`,
      summary: 'Tóm tắt. '.repeat(20),
    };
    const seen = Date.now() - index * HOUR_MS;
    return { key: `t0:${index}`, school: 't0', kind: 'news', item, seen, read: false };
  });
  await writeStore(driven, { ...(await readStore(driven)), posts });
  const times: number[] = [];
  while (times.length < PAINTS) {
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

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`;

async function measureRunning(driven: RealBrowser, feeds: readonly ServedFeed[]): Promise<Row[]> {
  const empty = await settledHeap(driven);
  await writeStore(driven, following(feeds));
  await until(async () => (await readStore(driven)).posts.length === POSTS_EACH * SCHOOLS, 60_000);
  const afterReading = await settledHeap(driven);
  await driven.killWorker();
  await refresh(driven);
  const woken = await settledHeap(driven);
  for (const { answers } of feeds) answers.length = 0;
  const cpu = await cpuOfPoll(driven);
  const answers = feeds.flatMap(({ answers }) => answers);
  const unmodified = answers.filter((status) => status === 304).length;
  return [
    ['heap of the worker of an empty store', megabytes(empty)],
    ['heap of the worker after reading all', megabytes(afterReading)],
    ['heap of the worker, woken with nothing to do', megabytes(woken)],
    [
      'a poll of all, nothing modified: answers 304 / others',
      `${unmodified} / ${answers.length - unmodified}`,
    ],
    ['its CPU in the worker', `${cpu.toFixed(0)} ms`],
    [
      `first contentful paint of the popup, ${SHOWN_POSTS} unread`,
      `${(await firstPaint(driven)).toFixed(0)} ms`,
    ],
  ];
}

/** What Firefox, and so the polyfill's types, do not have. */
interface ChromiumManagement {
  getPermissionWarningsByManifest: (manifest: string) => Promise<string[]>;
}

/** What Chromium would warn of when the package is installed. */
function installWarnings(driven: RealBrowser): Promise<string[]> {
  const manifest = readFileSync(`${ROOT}dist/extension/chrome/manifest.json`, 'utf8');
  return driven.run((api, text) => {
    const management = api.management as unknown as ChromiumManagement;
    return management.getPermissionWarningsByManifest(text);
  }, manifest);
}

/** What the linter of addons.mozilla.org finds, as `errors / notices / warnings`; Lit costs one warning. */
function lint(): string {
  const { stdout } = spawnSync(
    `${ROOT}node_modules/.bin/web-ext`,
    ['lint', '--source-dir', 'dist/extension/firefox', '--output', 'json'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const { summary } = JSON.parse(stdout) as { summary: Record<'errors' | 'notices' | 'warnings', number> };
  return `${summary.errors} / ${summary.notices} / ${summary.warnings}`;
}

export async function benchExtension(): Promise<void> {
  console.log(`\n### Extension in Chromium: ${SCHOOLS} schools of ${POSTS_EACH} posts\n`);
  if (!RealBrowser.path('Chromium')) {
    console.log('SKIPPED: there is no Chromium on this machine.');
    return;
  }
  const feeds = await Promise.all(Array.from({ length: SCHOOLS }, (_, school) => serve(school)));
  const driven = await RealBrowser.start('Chromium');
  try {
    const rows: Row[] = [
      ...BUDGETS.filter(({ name }) => name.startsWith('Extension')).map(
        (budget): Row => [budget.name, `${kilobytes(deliveredBytes(budget))} of ${kilobytes(budget.max!)}`],
      ),
      ['warnings at installation', String((await installWarnings(driven)).length)],
      ['linter: errors / notices / warnings (one is Lit’s)', lint()],
      ...(await measureRunning(driven, feeds)),
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
