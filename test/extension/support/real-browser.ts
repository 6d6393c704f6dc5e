import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import type { Browser as Api } from 'webextension-polyfill';
import { FLAGS, installed } from '../../runner/browsers.ts';

const BUILD_FOLDER = fileURLToPath(new URL('../../../dist/extension/', import.meta.url));
/** Sites of the tests are on loopback. */
const LOOPBACK_HOSTS = '*://127.0.0.1/*';
const UUID = '5ec7a6b0-1111-4222-8333-94a0b1c2d3e4';

/** Milliseconds after which Firefox ends a background with nothing to do; not so few that a slow machine's work counts as nothing. */
const IDLE_MS = 6000;

export type BrowserName = 'Chromium' | 'Firefox';

/** Waits until something is so, for as long as a test may take. */
export async function until<T>(what: () => Promise<T> | T, ms = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await Promise.resolve()
      .then(what)
      .catch(() => undefined);
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`It was never so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A real browser with the built extension in it, and a profile that survives it. */
export class RealBrowser {
  private browser!: Browser;
  private id = '';

  private constructor(
    readonly name: BrowserName,
    private readonly executablePath: string,
    private readonly folder: string,
  ) {}

  static readonly path = (name: BrowserName) =>
    name === 'Firefox' ? installed.firefox() : installed.chromium();

  /** @param granted the sites' hosts are granted from the start: no test can answer Chromium's question */
  static async start(name: BrowserName, granted = true): Promise<RealBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'tct-extension-'));
    const driven = new RealBrowser(name, RealBrowser.path(name)!, folder);
    await cp(join(BUILD_FOLDER, name === 'Firefox' ? 'firefox' : 'chrome'), driven.extension, {
      recursive: true,
    });
    if (granted) {
      const file = join(driven.extension, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [LOOPBACK_HOSTS] }));
    }
    await driven.launch();
    return driven;
  }

  private get extension(): string {
    return join(this.folder, 'extension');
  }

  private async launch(): Promise<void> {
    const userDataDir = join(this.folder, 'profile');
    const { executablePath, name } = this;
    if (name === 'Chromium') {
      this.browser = await puppeteer.launch({
        ...{ executablePath, userDataDir, args: FLAGS, enableExtensions: true, pipe: true },
      });
      this.id = await this.browser.installExtension(this.extension);
    } else {
      const { browser_specific_settings } = JSON.parse(
        await readFile(join(this.extension, 'manifest.json'), 'utf8'),
      );
      this.browser = await puppeteer.launch({
        ...{ browser: 'firefox', executablePath, userDataDir, headless: true },
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          'extensions.webextensions.uuids': JSON.stringify({ [browser_specific_settings.gecko.id]: UUID }),
          // A test's extension is temporary: what it has stored shall outlive the browser all the same.
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
          'extensions.webextOptionalPermissionPrompts': false,
          'extensions.background.idle.timeout': IDLE_MS,
        },
      });
      this.id = UUID;
      await this.browser.installExtension(this.extension);
    }
  }

  url(path: string): string {
    return `${this.name === 'Firefox' ? 'moz' : 'chrome'}-extension://${this.id}/${path}`;
  }

  /** Opens a page of the extension, or any other. */
  async open(path: string, background = false): Promise<Page> {
    const page = await this.browser.newPage({ type: 'tab', background });
    const url = /^https?:/.test(path) ? path : this.url(path);
    // Firefox never reports that a page of an extension has loaded.
    if (this.name === 'Firefox') await page.goto(url, { waitUntil: [] });
    else await page.goto(url);
    await until(() =>
      page.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'),
    );
    return page;
  }

  /** Runs code in a page of the extension, with `browser` as its API. */
  async run<Given, Result>(
    code: (api: Api, given: Given) => Promise<Result>,
    given?: Given,
  ): Promise<Result> {
    // Behind the others: Firefox takes an empty tab that is in front for the next page that it opens itself.
    const page = await this.open('icons/16.png', this.name === 'Firefox');
    try {
      const text = await page.evaluate(
        `(async () => JSON.stringify(await (${code})(globalThis.browser ?? chrome, ${JSON.stringify(given ?? null)})))()`,
      );
      return (text === undefined ? undefined : JSON.parse(text as string)) as Result;
    } finally {
      await page.close();
    }
  }

  /** What the toolbar shows. */
  badge(): Promise<{ text: string; title: string }> {
    return this.run(async (api) => ({
      text: await api.action.getBadgeText({}),
      title: await api.action.getTitle({}),
    }));
  }

  /** Addresses of the extension's pages that are open. */
  async pages(): Promise<string[]> {
    const tabs = await this.run((api) => api.tabs.query({}));
    return tabs.flatMap(({ url }) => url ?? []);
  }

  /** Ends the background; Firefox does so by itself after a few idle seconds, and is waited for. */
  async killWorker(): Promise<void> {
    if (this.name === 'Firefox') {
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS * 1.5));
      return;
    }
    const target = this.browser.targets().find((target) => target.type() === 'service_worker');
    const worker = await target?.worker();
    await worker?.close();
    await until(() => !this.browser.targets().some((target) => target.type() === 'service_worker'));
  }

  /** Chromium's own view of the worker, for measuring. */
  async worker(): Promise<CDPSession> {
    const target = await this.browser.waitForTarget((target) => target.type() === 'service_worker');
    return target.createCDPSession();
  }

  /** Takes the sites' permission back, as the user does in the browser's own settings. */
  async revoke(): Promise<void> {
    if (this.name === 'Firefox') {
      await this.run(async (api, origins) => api.permissions.remove({ origins }), [LOOPBACK_HOSTS]);
      return;
    }
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.id}', hostAccess: 'ON_CLICK' })`,
    );
    await page.close();
  }

  /** What Chromium has to say against the installation. */
  async warnings(): Promise<unknown[]> {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    const found = await page.evaluate(
      `chrome.developerPrivate.getExtensionInfo('${this.id}').then((info) => [...info.installWarnings, ...info.manifestErrors, ...info.runtimeErrors, ...info.permissions.simplePermissions])`,
    );
    await page.close();
    return found as unknown[];
  }

  /** Closes the browser and opens it with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
