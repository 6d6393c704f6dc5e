import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import type { Browser as Api } from 'webextension-polyfill';
import { FLAGS, installed } from '../../runner/browsers.ts';

const BUILD_FOLDER = fileURLToPath(new URL('../../../dist/extension/', import.meta.url));
/** The sites of the tests run on the loopback interface. */
const LOOPBACK_HOSTS = '*://127.0.0.1/*';
const UUID = '5ec7a6b0-1111-4222-8333-94a0b1c2d3e4';

/** When Firefox stops an idle background: long enough that work on a slow machine does not look idle. */
const IDLE_MS = 6000;

export type BrowserName = 'Chromium' | 'Firefox';

/** Waits until `what` returns something truthy, and returns that. Errors count as not yet. @throws after `ms` */
export async function until<T>(what: () => Promise<T> | T, ms = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await Promise.resolve()
      .then(what)
      .catch(() => undefined);
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Timed out waiting for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A real browser with the built extension and a profile that survives restarts. */
export class RealBrowser {
  private browser!: Browser;
  private id = '';
  /** The page in which `run` runs; opening one takes longer than most of what runs there. */
  private runner?: Promise<Page> | undefined;

  private constructor(
    readonly name: BrowserName,
    private readonly executablePath: string,
    private readonly folder: string,
  ) {}

  static readonly path = (name: BrowserName) =>
    name === 'Firefox' ? installed.firefox() : installed.chromium();

  /**
   * @param granted grants the hosts of the test sites from the start, because a test cannot answer Chromium's prompt
   * @param permissions optional ones that are granted from the start as well
   */
  static async start(
    name: BrowserName,
    granted = true,
    permissions: readonly string[] = [],
  ): Promise<RealBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'tct-extension-'));
    const started = new RealBrowser(name, RealBrowser.path(name)!, folder);
    await cp(join(BUILD_FOLDER, name === 'Firefox' ? 'firefox' : 'chrome'), started.extension, {
      recursive: true,
    });
    if (granted) {
      const file = join(started.extension, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
      await writeFile(
        file,
        JSON.stringify({
          ...manifest,
          host_permissions: [LOOPBACK_HOSTS],
          permissions: [...manifest.permissions, ...permissions],
        }),
      );
    }
    await started.launch();
    return started;
  }

  private get extension(): string {
    return join(this.folder, 'extension');
  }

  private async launch(): Promise<void> {
    const userDataDir = join(this.folder, 'profile');
    const { executablePath, name } = this;
    if (name === 'Chromium') {
      this.browser = await puppeteer.launch({
        executablePath,
        userDataDir,
        args: FLAGS,
        enableExtensions: true,
        pipe: true,
      });
      this.id = await this.browser.installExtension(this.extension);
    } else {
      const { browser_specific_settings } = JSON.parse(
        await readFile(join(this.extension, 'manifest.json'), 'utf8'),
      );
      this.browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath,
        userDataDir,
        headless: true,
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          'extensions.webextensions.uuids': JSON.stringify({ [browser_specific_settings.gecko.id]: UUID }),
          // Keeps the storage of the temporarily installed extension across restarts.
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

  /** Opens a page of the extension (by path) or any other (by URL). */
  async open(path: string, background = false): Promise<Page> {
    const page = await this.browser.newPage({ type: 'tab', background });
    const url = /^https?:/.test(path) ? path : this.url(path);
    // Firefox does not report when an extension page has loaded.
    if (this.name === 'Firefox') await page.goto(url, { waitUntil: [] });
    else await page.goto(url);
    await until(() =>
      page.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'),
    );
    return page;
  }

  /** Presses the toolbar button, and returns the popup, in the size that Chromium gives it. */
  async openPopup(): Promise<Page> {
    // A tab may show the same page.
    const before = new Set(this.browser.targets());
    const isPopup = (target: Target) => !before.has(target) && target.url() === this.url('popup/index.html');
    const opened = this.browser.waitForTarget(isPopup);
    await this.run((api) => api.action.openPopup());
    const page = await (await opened).asPage();
    // Not the viewport of the other pages.
    await page.setViewport(null);
    await until(() => page.evaluate(() => !!document.querySelector('footer')));
    return page;
  }

  /** Sets Chromium's zoom of pages; 1 is normal. */
  async setZoom(zoom: number): Promise<void> {
    const page = await this.browser.newPage();
    await page.goto('chrome://settings/appearance');
    await page.evaluate(`chrome.settingsPrivate.setDefaultZoom(${zoom})`);
    await page.close();
  }

  /** Runs a function in a page of the extension, with the browser's API. It is serialised, so it cannot use closures. */
  async run<Argument, Result>(
    code: (api: Api, argument: Argument) => Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    // In the background, because browsers reuse an empty foreground tab for the next page that they open themselves.
    this.runner ??= this.open('icons/16.png', true);
    const text = await (await this.runner).evaluate(
      `(async () => JSON.stringify(await (${code})(globalThis.browser ?? chrome, ${JSON.stringify(argument ?? null)})))()`,
    );
    return (text === undefined ? undefined : JSON.parse(text as string)) as Result;
  }

  /** The text and the tooltip of the toolbar button. */
  badge(): Promise<{ text: string; title: string }> {
    return this.run(async (api) => ({
      text: await api.action.getBadgeText({}),
      title: await api.action.getTitle({}),
    }));
  }

  /** The URLs of open tabs. */
  async pages(): Promise<string[]> {
    const tabs = await this.run((api) => api.tabs.query({}));
    return tabs.flatMap(({ url }) => url ?? []);
  }

  /** Stops the background. In Firefox it waits until the browser stops it. */
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

  /** A DevTools session with the worker, for measurements in Chromium. */
  async worker(): Promise<CDPSession> {
    const target = await this.browser.waitForTarget((target) => target.type() === 'service_worker');
    return target.createCDPSession();
  }

  /** Revokes the permission for the test sites, as a user does in the browser's settings. */
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

  /** Chromium's warnings, errors and permissions of the installed extension. */
  async warnings(): Promise<unknown[]> {
    const page = await this.browser.newPage({ type: 'tab', background: true });
    await page.goto('chrome://extensions');
    const found = await page.evaluate(
      `chrome.developerPrivate.getExtensionInfo('${this.id}').then((info) => [...info.installWarnings, ...info.manifestErrors, ...info.runtimeErrors, ...info.permissions.simplePermissions])`,
    );
    await page.close();
    return found as unknown[];
  }

  /** Restarts the browser with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    this.runner = undefined;
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
