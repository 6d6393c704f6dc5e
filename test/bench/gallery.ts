/** The gallery and its lightbox against lightboxes: small pictures on a page, one opened, in Chromium slowed down four times. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { chromium, median, workOf } from './chromium.ts';
import { CONTENDERS, hubFile, OWN, SCRIPTS, STYLES } from './lightbox-contenders.ts';

const ROUNDS = 5;
const SILENCE = 400;
const FOLDER = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EMBED = FOLDER('../../dist/embed/');
const UPLOADS = FOLDER('../fixtures/wordpress/uploads/');
/** The peers' files, made small as a site would make them. */
async function peers(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const common = {
    ...({ bundle: true, minify: true, write: false, logLevel: 'error', target: 'es2022' } as const),
    loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.svg': 'empty', '.gif': 'dataurl' },
  } as const;
  for (const [name, contents] of Object.entries(SCRIPTS)) {
    const { outputFiles } = await build({
      ...common,
      stdin: { contents, resolveDir: FOLDER('.'), loader: 'ts' },
      ...{ format: 'esm', splitting: true, outdir: '/', entryNames: name, chunkNames: `${name}-rest` },
    });
    for (const { path, contents } of outputFiles) files.set(path.slice(1), Buffer.from(contents));
    const styles = await build({
      ...common,
      stdin: {
        contents: STYLES[name]!.map((file) => `@import '${file}';`).join('\n'),
        ...{ resolveDir: FOLDER('.'), loader: 'css' },
      },
    });
    files.set(`${name}.css`, Buffer.from(styles.outputFiles[0]!.contents));
  }
  return files;
}

/** What the pages and all they load are answered with. */
async function serve(files: Map<string, Buffer>) {
  const server = createServer((request, response) => {
    const { origin, pathname, search } = new URL(request.url!, `http://${request.headers.host}`);
    const send = (type: string, body: string | Buffer) => response.setHeader('Content-Type', type).end(body);
    const name = decodeURI(pathname.slice(1));
    if (name === 'page') {
      const [contender, photos] = JSON.parse(decodeURIComponent(search.slice(1))) as [string, number];
      response.setHeader(
        'Content-Security-Policy-Report-Only',
        "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
      );
      return send(
        'text/html; charset=utf-8',
        `<!doctype html><html lang="vi"><title>Ảnh</title><main><h1>Ảnh</h1>${CONTENDERS[contender]!.page(photos)}</main></html>`,
      );
    }
    if (name === 'gallery.json') return send('application/json', hubFile(Number(search.slice(1)), origin));
    if (name.startsWith('photos/') && existsSync(UPLOADS + name.slice(7)))
      return send('image/jpeg', readFileSync(UPLOADS + name.slice(7)));
    const file =
      files.get(name) ?? (existsSync(EMBED + name) && name ? readFileSync(EMBED + name) : undefined);
    return file
      ? send(name.endsWith('css') ? 'text/css' : 'text/javascript', file)
      : response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

interface Seen {
  ready: number;
  open: number;
  shift: number;
  longest: number;
  megabytes: number;
  reports: number;
  violations: string[];
}

/** The first photo, wherever it is on the page. */
async function firstPhoto(page: Page): Promise<ElementHandle<Element>> {
  const handle = await page.evaluateHandle(() => {
    const root = document.querySelector('tct-gallery')?.shadowRoot ?? document.querySelector('#photos')!;
    return root.querySelector('[part=item] a, a[href] img')!;
  });
  return handle.asElement() as ElementHandle<Element>;
}

async function visit(browser: Browser, origin: string, name: string, photos: number): Promise<Seen> {
  // Nothing kept from an earlier visit.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    const seen = { shift: 0, longest: 0, reports: 0 };
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', () => seen.reports++);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await page.emulateCPUThrottling(4);
  const address = `${origin}/page?${encodeURIComponent(JSON.stringify([name, photos]))}`;
  const ready = await workOf(client, SILENCE, async () => {
    await page.goto(address, { waitUntil: 'networkidle0' });
  });
  await page.evaluate(async () => {
    for (let step = 1; step <= 10; step++) {
      scrollTo(0, (document.documentElement.scrollHeight * step) / 10);
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
  const photo = await firstPhoto(page);
  const open = await workOf(client, SILENCE, async () => {
    await photo.click();
    await page.waitForFunction(CONTENDERS[name]!.opened);
    await page.waitForNetworkIdle();
  });
  const seen = await page.evaluate(
    () => (window as unknown as { seen: Pick<Seen, 'shift' | 'longest' | 'reports'> }).seen,
  );
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const megabytes = metrics.find((each) => each.name === 'JSHeapUsedSize')!.value / 1e6;
  await page.emulateCPUThrottling(1);
  await page.evaluate(readFileSync(FOLDER('../../node_modules/axe-core/axe.min.js'), 'utf8'));
  const violations = (await page.evaluate(
    '(async () => (await axe.run()).violations.map(({ id }) => id))()',
  )) as string[];
  await context.close();
  return { ready, open, ...seen, megabytes, violations };
}

const bytesOf = (files: readonly string[], peers: Map<string, Buffer>) =>
  files.reduce(
    (sum, file) => sum + brotliCompressSync(peers.get(file) ?? readFileSync(EMBED + file)).length,
    0,
  );

export async function benchGallery(): Promise<void> {
  const browser = await chromium('gallery');
  if (!browser) return;
  const files = await peers();
  const { server, origin } = await serve(files);
  try {
    for (const photos of [24, 1000]) {
      // Rounds are interleaved, so that a machine that slows down slows all of them.
      const seen = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, [] as Seen[]]));
      for (let round = 0; round < ROUNDS; round++)
        for (const name of Object.keys(CONTENDERS))
          seen[name]!.push(await visit(browser, origin, name, photos));
      console.log(
        `\n### Galleries: ${photos} photos, CPU slowed down 4×, median of ${ROUNDS} (times as much as ours)\n`,
      );
      console.log(
        '| | bytes before the first click | with it | script to ready, ms | to open, ms | longest task, scrolled through, ms | memory, MB | layout shift | axe, photo open | Trusted Types reports |\n|---|---|---|---|---|---|---|---|---|---|',
      );
      const row = (name: string) => {
        const { after, before } = CONTENDERS[name]!;
        const of = (key: 'ready' | 'open' | 'shift' | 'longest' | 'megabytes' | 'reports') =>
          median(seen[name]!.map((each) => each[key]));
        const bytes = bytesOf(before, files);
        const numbers = [
          bytes,
          bytes + bytesOf(after, files),
          of('ready'),
          of('open'),
          of('longest'),
          of('megabytes'),
        ];
        const { violations } = seen[name]!.at(-1)!;
        return {
          numbers,
          others: [of('shift').toFixed(4), violations.join(' ') || '0', String(of('reports'))],
        };
      };
      const own = row(OWN);
      for (const name of Object.keys(CONTENDERS)) {
        const { numbers, others } = row(name);
        const cells = numbers.map((value, index) => {
          const times = value / own.numbers[index]!;
          const text = index < 2 ? String(value) : value.toFixed(1);
          return name === OWN || !Number.isFinite(times) ? text : `${text} (${times.toFixed(1)}×)`;
        });
        console.log(`| ${[name, ...cells, ...others].join(' | ')} |`);
      }
    }
    const shared = bytesOf(['tct.js', 'tct-shared.js'], files);
    const gallery = bytesOf(['tct-gallery.js'], files);
    console.log(
      `\nOf our bytes ${shared} are the loader and what all widgets share: feeds, states, Lit. A page that shows news has them already, and the gallery adds ${gallery}, its lightbox ${bytesOf(['tct-lightbox.js'], files)}.`,
    );
    console.log(
      'Where a column is lost: until the first click PhotoSwipe only listens to links that the page has written, and GLightbox and lightGallery read them; the gallery reads its source, draws every photo, waits for what does not come, and speaks two languages. That is its script to ready and its bytes before the click.',
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
