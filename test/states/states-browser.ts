import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { FLAGS, pathOf } from '../runner/browsers.ts';
import { NOW } from './sample-lists.ts';
import { StatesSite } from './states-site.ts';

export const WIDGETS = ['latest-news', 'document-list', 'weather', 'gallery'] as const;
export const WIDTHS_PX = [180, 320, 480, 768, 1280] as const;
export const SCHEMES = ['light', 'dark'] as const;

/** What a page of states shows: one widget, at one width, in light or dark. */
export interface StatesView {
  widget: string;
  widthPx: number;
  scheme: (typeof SCHEMES)[number];
}

export const VIEWS: readonly StatesView[] = WIDGETS.flatMap((widget) =>
  WIDTHS_PX.flatMap((widthPx) => SCHEMES.map((scheme) => ({ widget, widthPx, scheme }))),
);

/** The folder of a view's pictures: `latest-news/320-dark`. */
export const viewName = ({ widget, widthPx, scheme }: StatesView) => `${widget}/${widthPx}-${scheme}`;

/** Two of the widest boxes, and so tall that all are in view and load what they load when they are seen. */
const VIEWPORT = { width: 2800, height: 24_000 };
/** For busy machines; a page usually takes two seconds. */
const PAGE_TIMEOUT_MS = 60_000;
/** Without new requests for so long, the page has all that it needs. */
const QUIET_MS = 100;

/** The same on every machine: shapes of letters, colours, language; nothing from elsewhere is loaded. */
const STEADY_FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A script, as a function would come with the names of the compiler's helpers. */
const STOPPED_CLOCK = `{
  const now = ${Date.parse(NOW)};
  Date = class extends Date {
    constructor(...parts) { super(...(parts.length ? parts : [now])); }
    static now() { return now; }
  };
}`;

/** The installed Chromium, and the page of all states on a server of its own. */
export class StatesBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly site: StatesSite,
  ) {}

  /** @throws if Chromium is not installed: call `isAvailable` first */
  static async start(): Promise<StatesBrowser> {
    const browser = await puppeteer.launch({
      executablePath: await pathOf('chromium'),
      args: [...FLAGS, ...STEADY_FLAGS],
      env: { ...process.env, LANGUAGE: 'en' },
      pipe: true,
    });
    return new StatesBrowser(browser, await new StatesSite().start());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
  }

  /** The number before the first dot of the version. */
  async majorVersion(): Promise<string> {
    return /\/(\d+)/.exec(await this.browser.version())![1]!;
  }

  /** Runs `use` on the page when it shows everything, without animations, at the time of the lists. */
  async show<Result>(
    { widget, widthPx, scheme }: StatesView,
    use: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    // What one page stores must not show on the next.
    const context = await this.browser.createBrowserContext();
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(PAGE_TIMEOUT_MS);
      await page.setViewport(VIEWPORT);
      await page.emulateTimezone('Asia/Ho_Chi_Minh');
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.evaluateOnNewDocument(STOPPED_CLOCK);
      await page.goto(`${this.site.url('/states/')}?widget=${widget}&width=${widthPx}`);
      await settle(page);
      return await use(page);
    } finally {
      await context.close();
    }
  }
}

/** The boxes whose widget is not yet in its state. Runs in the page. */
const lateBoxes = () =>
  [...document.querySelectorAll('.cell')].flatMap(({ id, firstElementChild }) => {
    const state = firstElementChild?.getAttribute('state');
    const wanted = /loading$|stale$/.exec(id)?.[0];
    return (wanted ? state === wanted : state && state !== 'loading') ? [] : [`${id} (${state})`];
  });

/** Waits until every widget is in its state, and nothing is loaded or moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(`!(${lateBoxes})().length`, { polling: 'raf' }).catch(async () => {
    throw new Error(`Not in their states: ${await page.evaluate(lateBoxes)}`);
  });
  // Parts that are loaded when they are used may ask for others, and pictures may move what is below them.
  for (let before = '', now = '?'; now !== before; ) {
    before = now;
    await page.waitForNetworkIdle({ idleTime: QUIET_MS });
    now = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestIdleCallback(resolve));
      const requests = performance.getEntriesByType('resource').length;
      const heights = [...document.querySelectorAll('.cell')].map((cell) => cell.clientHeight);
      return `${requests} ${heights}`;
    });
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > VIEWPORT.height) throw new Error(`The page is ${height} px tall: raise VIEWPORT.height.`);
}
