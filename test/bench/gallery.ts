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

const ROUNDS = 5;
const SILENCE = 400;
const FOLDER = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EMBED = FOLDER('../../dist/embed/');
const UPLOADS = FOLDER('../fixtures/wordpress/uploads/');
/** Photos of the recordings, whose small pictures were recorded too. */
const PHOTOS: [file: string, width: number, height: number][] = [
  ['2023/04/thuc-te-01', 1080, 720],
  ['2022/09/khai-giang-lop-trung-cap-2022', 1200, 800],
  ['2022/11/toa-dam-20-11', 1024, 683],
  ['2024/07/thap-nen-01', 900, 600],
];

/** One that shows photos large. */
interface Contender {
  /** What a page loads at first, as file names, and what comes at the first click. */
  before: string[];
  after: string[];
  page: (photos: number) => string;
  /** In the page, when a photo is open. */
  opened: () => boolean;
}

const small = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}-300x200.jpg?${index}`;
const large = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}.jpg?${index}`;

/** Links around small pictures. PhotoSwipe alone has to be told the sizes. */
function links(photos: number, sizes = false): string {
  return Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    const size = sizes ? ` data-pswp-width="${width}" data-pswp-height="${height}"` : '';
    return `<a href="${large(index)}"${size}><img src="${small(index)}" alt="Ảnh ${index + 1}" width="300" height="200" loading="lazy"></a>`;
  }).join('');
}

/** An album as the hub publishes it. */
function hubFile(photos: number, origin: string): string {
  const attachments = Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    return {
      ...{ url: origin + large(index), mime_type: 'image/jpeg', title: `Ảnh số ${index + 1} của album` },
      _tct: { width, height, thumbnail: origin + small(index) },
    };
  });
  return JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title: 'Thư viện ảnh' },
    items: [{ id: 't:1', title: 'Album', content_text: '', attachments }],
  });
}

const ours = (photos: number, source: string, inner: string) =>
  `<script async src="/tct.js"></script><tct-gallery limit="${photos}" loading="eager" ${source}>${inner}</tct-gallery>`;
const isOpen = () =>
  !!document.querySelector('tct-gallery')?.shadowRoot?.querySelector('dialog[open] .slide');
const OWN = 'tct-gallery, photos in the page';
const HUB = 'tct-gallery, photos of a hub';
const peer = (name: string, photos: number, sizes = false) =>
  `<link rel="stylesheet" href="/${name}.css"><div id="photos">${links(photos, sizes)}</div><script type="module" src="/${name}.js"></script>`;

const CONTENDERS: Record<string, Contender> = {
  [OWN]: {
    before: ['tct.js', 'tct-shared.js', 'tct-gallery.js', 'tct-own-photos.js'],
    after: ['tct-lightbox.js'],
    page: (photos) => ours(photos, '', links(photos)),
    opened: isOpen,
  },
  [HUB]: {
    before: ['tct.js', 'tct-shared.js', 'tct-gallery.js'],
    after: ['tct-lightbox.js'],
    page: (photos) => ours(photos, `src="/gallery.json?${photos}"`, ''),
    opened: isOpen,
  },
  'PhotoSwipe 5': {
    before: ['photoswipe.js', 'photoswipe.css'],
    after: ['photoswipe-rest.js'],
    page: (photos) => peer('photoswipe', photos, true),
    opened: () => !!document.querySelector('.pswp--open .pswp__img'),
  },
  GLightbox: {
    before: ['glightbox.js', 'glightbox.css'],
    after: [],
    page: (photos) => peer('glightbox', photos),
    opened: () => !!document.querySelector('.glightbox-open .gslide.current img'),
  },
  lightGallery: {
    before: ['lightgallery.js', 'lightgallery.css'],
    after: [],
    page: (photos) => peer('lightgallery', photos),
    opened: () => !!document.querySelector('.lg-container.lg-show .lg-current img'),
  },
};

const SCRIPTS: Record<string, string> = {
  photoswipe: `import Lightbox from 'photoswipe/lightbox';
    new Lightbox({ gallery: '#photos', children: 'a', pswpModule: () => import('photoswipe') }).init();`,
  glightbox: `import GLightbox from 'glightbox'; GLightbox({ selector: '#photos a', type: 'image' });`,
  // Without its plugin it does not enlarge.
  lightgallery: `import lightGallery from 'lightgallery'; import zoom from 'lightgallery/plugins/zoom';
    lightGallery(document.querySelector('#photos'), { selector: 'a', plugins: [zoom], licenseKey: '0000-0000-000-0000' });`,
};
const STYLES: Record<string, string[]> = {
  photoswipe: ['photoswipe/style.css'],
  glightbox: ['glightbox/dist/css/glightbox.css'],
  lightgallery: ['lightgallery/css/lightgallery.css', 'lightgallery/css/lg-zoom.css'],
};

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
    console.log(
      `\nOf our bytes ${shared} are the loader and what all widgets share: feeds, states, Lit. A page that shows news has them already, and the gallery adds ${bytesOf(['tct-gallery.js'], files)}.`,
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
