/** The gallery and its lightbox against lightbox libraries: thumbnails on a page, one opened, with the CPU slowed down 4×. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { findOutput } from '../../build/find-output.ts';
import { chromium, median, scriptTime } from './chromium.ts';
import { hubFeed, LIGHTBOXES, OWN_GALLERY, SCRIPTS, STYLES } from './lightbox-contenders.ts';

const ROUNDS = 5;
const QUIET_MS = 400;
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EMBED = pathOf('../../dist/embed/');
const UPLOADS = pathOf('../fixtures/wordpress/uploads/');

/** The other libraries' files by name, minified as a site would minify them. */
async function peers(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const common = {
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
    target: 'es2022',
    loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.svg': 'empty', '.gif': 'dataurl' },
  } as const;
  for (const [name, contents] of Object.entries(SCRIPTS)) {
    const { outputFiles } = await build({
      ...common,
      stdin: { contents, resolveDir: pathOf('.'), loader: 'ts' },
      format: 'esm',
      splitting: true,
      outdir: '/',
      entryNames: name,
      chunkNames: `${name}-rest`,
    });
    for (const { path, contents } of outputFiles) files.set(path.slice(1), Buffer.from(contents));
    const styles = await build({
      ...common,
      stdin: {
        contents: STYLES[name]!.map((file) => `@import '${file}';`).join('\n'),
        resolveDir: pathOf('.'),
        loader: 'css',
      },
    });
    files.set(`${name}.css`, Buffer.from(styles.outputFiles[0]!.contents));
  }
  return files;
}

/** Serves the pages and all that they load. */
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
        `<!doctype html><html lang="vi"><title>Ảnh</title><main><h1>Ảnh</h1>${LIGHTBOXES[contender]!.page(photos)}</main></html>`,
      );
    }
    if (name === 'gallery.json') return send('application/json', hubFeed(Number(search.slice(1)), origin));
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

interface GalleryVisit {
  readyMs: number;
  openMs: number;
  shift: number;
  longestTaskMs: number;
  megabytes: number;
  reports: number;
  violations: string[];
}

/** The first thumbnail, in our shadow root or in the page. */
async function firstPhoto(page: Page): Promise<ElementHandle<Element>> {
  const handle = await page.evaluateHandle(() => {
    const root = document.querySelector('tct-gallery')?.shadowRoot ?? document.querySelector('#photos')!;
    return root.querySelector('[part=item] a, a[href] img')!;
  });
  return handle.asElement() as ElementHandle<Element>;
}

async function visit(browser: Browser, origin: string, name: string, photos: number): Promise<GalleryVisit> {
  // A new context has nothing cached.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    const seen = { shift: 0, longestTaskMs: 0, reports: 0 };
    Object.assign(window, { seen });
    document.addEventListener('securitypolicyviolation', () => seen.reports++);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await page.emulateCPUThrottling(4);
  const address = `${origin}/page?${encodeURIComponent(JSON.stringify([name, photos]))}`;
  const readyMs = await scriptTime(client, QUIET_MS, async () => {
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
  const openMs = await scriptTime(client, QUIET_MS, async () => {
    await photo.click();
    await page.waitForFunction(LIGHTBOXES[name]!.isOpen);
    await page.waitForNetworkIdle();
  });
  const seen = await page.evaluate(
    () => (window as unknown as { seen: Pick<GalleryVisit, 'shift' | 'longestTaskMs' | 'reports'> }).seen,
  );
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const megabytes = metrics.find((each) => each.name === 'JSHeapUsedSize')!.value / 1e6;
  await page.emulateCPUThrottling(1);
  await page.evaluate(readFileSync(pathOf('../../node_modules/axe-core/axe.min.js'), 'utf8'));
  const violations = (await page.evaluate(
    '(async () => (await axe.run()).violations.map(({ id }) => id))()',
  )) as string[];
  await context.close();
  return { readyMs, openMs, ...seen, megabytes, violations };
}

const bytesOf = (files: readonly string[], peers: Map<string, Buffer>) =>
  files.reduce(
    (sum, file) =>
      sum + brotliCompressSync(peers.get(file) ?? readFileSync(`dist/${findOutput(`embed/${file}`)}`)).length,
    0,
  );

export async function benchGallery(): Promise<void> {
  const browser = await chromium('gallery');
  if (!browser) return;
  const files = await peers();
  const { server, origin } = await serve(files);
  try {
    for (const photos of [24, 1000]) {
      // Rounds alternate, so that a machine that slows down slows all contenders.
      const seen = Object.fromEntries(Object.keys(LIGHTBOXES).map((name) => [name, [] as GalleryVisit[]]));
      for (let round = 0; round < ROUNDS; round++)
        for (const name of Object.keys(LIGHTBOXES))
          seen[name]!.push(await visit(browser, origin, name, photos));
      console.log(
        `\n### Galleries: ${photos} photos, CPU slowed down 4×, median of ${ROUNDS} (times as much as ours)\n`,
      );
      console.log(
        '| | bytes before the first click | with it | script to ready, ms | to open, ms | longest task, scrolled through, ms | memory, MB | layout shift | axe, photo open | Trusted Types reports |\n|---|---|---|---|---|---|---|---|---|---|',
      );
      const row = (name: string) => {
        const { filesAtFirstClick, initialFiles } = LIGHTBOXES[name]!;
        const of = (key: 'readyMs' | 'openMs' | 'shift' | 'longestTaskMs' | 'megabytes' | 'reports') =>
          median(seen[name]!.map((each) => each[key]));
        const bytes = bytesOf(initialFiles, files);
        const numbers = [
          bytes,
          bytes + bytesOf(filesAtFirstClick, files),
          of('readyMs'),
          of('openMs'),
          of('longestTaskMs'),
          of('megabytes'),
        ];
        const { violations } = seen[name]!.at(-1)!;
        return {
          numbers,
          others: [of('shift').toFixed(4), violations.join(' ') || '0', String(of('reports'))],
        };
      };
      const own = row(OWN_GALLERY);
      for (const name of Object.keys(LIGHTBOXES)) {
        const { numbers, others } = row(name);
        const cells = numbers.map((value, index) => {
          const times = value / own.numbers[index]!;
          const text = index < 2 ? String(value) : value.toFixed(1);
          return name === OWN_GALLERY || !Number.isFinite(times) ? text : `${text} (${times.toFixed(1)}×)`;
        });
        console.log(`| ${[name, ...cells, ...others].join(' | ')} |`);
      }
    }
    const shared = bytesOf(['tct.js', 'tct-latest-news.js'], files);
    const gallery = bytesOf(['tct-gallery.js'], files);
    console.log(
      `\nOf our bytes, ${shared} are the loader and what all widgets share: feeds, states, Lit. A page that shows news has loaded these; the gallery adds ${gallery}, its lightbox ${bytesOf(['tct-lightbox.js'], files)}.`,
    );
    console.log(
      'Where we lose a column: before the first click PhotoSwipe only listens to links that are in the page already, and GLightbox and lightGallery read them; the gallery fetches its source, renders every photo, handles missing ones, and speaks two languages. That explains its script time until ready and its bytes before the click.',
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
