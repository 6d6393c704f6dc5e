/** The document list against table libraries: ten rows shown of many, in Chromium with the CPU slowed down 4×. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { findOutput } from '../../build/find-output.ts';
import { chromium, median, scriptTime } from './chromium.ts';
import type { DocumentFields } from './table-contenders.ts';

const OURS = 'tct-document-list';
const PEERS: Record<string, string> = {
  'list.js': "import X from 'list.js'",
  'Grid.js': "import { Grid as X } from 'gridjs'",
  'simple-datatables': "import { DataTable as X } from 'simple-datatables'",
  Tabulator: "import { TabulatorFull as X } from 'tabulator-tables'",
  DataTables: "import X from 'datatables.net'",
};
const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const QUERIES = ['đ', 'đà', 'đào', 'đào t', 'đào tạo'];
/** An action is over when no script has run for this long; some libraries wait a quarter of a second before they search. */
const QUIET_MS = 700;

/** Visits to our list; the median counts. The others get one visit, because 10,000 rows take them long. */
const ROUNDS = 5;

const TYPES = ['Quyết định', 'Kế hoạch', 'Thông báo', 'Báo cáo', 'Hướng dẫn'];
const SUBJECTS = [
  'tuyển sinh',
  'đào tạo cán bộ',
  'sơ kết phong trào thi đua',
  'bế giảng lớp trung cấp',
  'nghiên cứu khoa học',
];

function makeDocuments(count: number): DocumentFields[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `${index + 1}/QĐ-TCT`,
    issued: new Date(Date.UTC(2026, 10, 20) - index * 36_000_000).toISOString().slice(0, 10),
    title: `Về việc ${SUBJECTS[index % 5]} đợt ${index} năm ${2026 - (index % 9)} của Trường Chính trị tỉnh`,
    type: TYPES[index % 5]!,
    issuer: `Phòng ${index % 7}`,
  }));
}

/** One page of 50 documents, as the hub publishes them. */
function hubPage(rows: readonly DocumentFields[], page: number, address: string): string {
  const items = rows.slice(page * 50, page * 50 + 50).map(({ title, ...document }, index) => ({
    id: `t:${page * 50 + index}`,
    url: `https://truong.example/${page * 50 + index}`,
    title,
    content_text: '',
    date_published: `${document.issued}T00:00:00+07:00`,
    _tct: { school: 't', precision: 'day', document },
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Văn bản',
    ...((page + 1) * 50 < rows.length && { next_url: `${address}?page=${page + 1}&of=${rows.length}` }),
    items,
  });
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

interface Figures {
  firstRowsMs: number;
  keystrokeMs: number;
  sortMs: number;
  megabytes: number;
  longestTaskMs: number;
}

async function measureTable(page: Page, name: string, count: number, address: string): Promise<Figures> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await page.goto(`${address}/?${name === OURS ? 'ours' : 'peers'}`);
  if (name === OURS) await page.waitForFunction(() => customElements.get('tct-document-list'));
  await page.emulateCPUThrottling(4);
  const source = `${address}/documents.json?page=0&of=${count}`;
  const firstRowsMs = await scriptTime(client, QUIET_MS, () =>
    page.evaluate(
      async (name, source, rows) => {
        const tasks: number[] = [];
        Object.assign(window, { tasks });
        new PerformanceObserver((list) =>
          tasks.push(...list.getEntries().map(({ duration }) => duration)),
        ).observe({
          type: 'longtask',
        });
        const root = document.querySelector('main')!;
        const given: unknown = rows && JSON.parse(rows);
        // In a separate task, because calls by the debugger do not count as script time.
        setTimeout(() => {
          if (given)
            (window as unknown as { tables: Record<string, { show: (...given: unknown[]) => void }> }).tables[
              name
            ]!.show(root, given);
          else root.innerHTML = `<tct-document-list src="${source}"></tct-document-list>`;
        });
      },
      name,
      source,
      name === OURS ? '' : JSON.stringify(makeDocuments(count)),
    ),
  );
  const press = (what: 'search' | 'sort', query = '') =>
    page.evaluate(
      (name, what, query) => {
        const root =
          document.querySelector('tct-document-list')?.shadowRoot ?? document.querySelector('main')!;
        const peer = (window as unknown as { tables?: Record<string, Record<string, string>> }).tables?.[
          name
        ];
        const selectors = peer ?? { search: '[part=search]', sort: 'th.title button' };
        const found = root.querySelector<HTMLInputElement>(selectors[what]!)!;
        if (what === 'sort') return void setTimeout(() => found.click());
        setTimeout(() => {
          found.value = query;
          for (const type of ['input', 'keyup', 'search'])
            found.dispatchEvent(new KeyboardEvent(type, { bubbles: true }));
        });
      },
      name,
      what,
      query,
    );
  // Loading code on the first search must not count as part of a keystroke.
  await scriptTime(client, QUIET_MS, () => press('search', 'x'));
  if (name === OURS)
    await page.waitForFunction(
      () =>
        !/đang tải/.test(
          document.querySelector('tct-document-list')!.shadowRoot!.querySelector('[part=meta]')!.textContent!,
        ),
      { timeout: 120_000 },
    );
  const keys: number[] = [];
  for (const query of QUERIES) keys.push(await scriptTime(client, QUIET_MS, () => press('search', query)));
  await scriptTime(client, QUIET_MS, () => press('search', ''));
  const sorts: number[] = [];
  for (let times = 0; times < 3; times++) sorts.push(await scriptTime(client, QUIET_MS, () => press('sort')));
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const megabytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6;
  const longestTaskMs = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as { tasks: number[] }).tasks),
  );
  return { firstRowsMs, keystrokeMs: median(keys), sortMs: sorts[0]!, megabytes, longestTaskMs };
}

/** The median of each figure. */
function medianOf(seen: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => median(seen.map((each) => each[key]));
  return {
    firstRowsMs: of('firstRowsMs'),
    keystrokeMs: of('keystrokeMs'),
    sortMs: of('sortMs'),
    megabytes: of('megabytes'),
    longestTaskMs: of('longestTaskMs'),
  };
}

export async function benchDocuments(): Promise<void> {
  const browser = await chromium('documents');
  if (!browser) return;
  const peers = await bundle("import { TABLES } from './table-contenders.ts'; globalThis.tables = TABLES;");
  const ours = basename(findOutput('embed/tct-document-list.js')!);
  const data = new Map<number, DocumentFields[]>();
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    const send = (type: string, body: string | Buffer) =>
      response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body);
    if (url.pathname === '/')
      return send(
        'text/html',
        `<!doctype html><title>Bench</title><main></main><script ${url.search === '?ours' ? `type="module" src="/${ours}"` : 'src="/peers.js"'}></script>`,
      );
    if (url.pathname === '/peers.js') return send('text/javascript', peers);
    if (url.pathname === '/documents.json') {
      const count = Number(url.searchParams.get('of'));
      if (!data.has(count)) data.set(count, makeDocuments(count));
      return send(
        'application/json',
        hubPage(
          data.get(count)!,
          Number(url.searchParams.get('page')),
          `http://${request.headers.host}/documents.json`,
        ),
      );
    }
    return existsSync(EMBED + url.pathname.slice(1))
      ? send('text/javascript', readFileSync(EMBED + url.pathname.slice(1)))
      : response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bytes: Record<string, number> = {
    [OURS]: ['tct-document-list.js', 'tct-latest-news.js'].reduce(
      (sum, file) => sum + brotliCompressSync(readFileSync(`dist/${findOutput(`embed/${file}`)}`)).length,
      0,
    ),
  };
  for (const [name, code] of Object.entries(PEERS))
    bytes[name] = brotliCompressSync(await bundle(`${code}; globalThis.x = X;`)).length;
  try {
    for (const count of [200, 2000, 10_000]) {
      console.log(
        `\n### Documents: ${count}, ten shown, CPU slowed down 4×: ms of script, ours the median of ${ROUNDS} visits (times as much as ours)\n`,
      );
      console.log(
        '| | first rows | a keystroke | a sort | memory, MB | longest task, ms | bytes, brotli |\n|---|---|---|---|---|---|---|',
      );
      let ours: Figures | undefined;
      for (const name of [OURS, ...Object.keys(PEERS)]) {
        try {
          const seen: Figures[] = [];
          for (let round = 0; round < (name === OURS ? ROUNDS : 1); round++) {
            // A new context has nothing cached.
            const context = await browser.createBrowserContext();
            try {
              seen.push(await measureTable(await context.newPage(), name, count, address));
            } finally {
              await context.close();
            }
          }
          const found = medianOf(seen);
          ours ??= found;
          const cell = (key: keyof Figures) =>
            `${found[key].toFixed(1)}${found === ours ? '' : ` (${(found[key] / ours![key]).toFixed(1)}×)`}`;
          console.log(
            `| ${name} | ${cell('firstRowsMs')} | ${cell('keystrokeMs')} | ${cell('sortMs')} | ${cell('megabytes')} | ${found.longestTaskMs.toFixed(0)} | ${bytes[name]} |`,
          );
        } catch (error) {
          console.log(`| ${name} | fails: ${(error as Error).message.split('\n')[0]} |`);
        }
      }
    }
    console.log(
      '\nWhere we lose a column: most of our bytes are Lit and the feed reader. The others are handed rows and have neither; a page that shows news has loaded both already. The memory holds every field without diacritics, beside the texts, so that a keystroke folds nothing again.',
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
