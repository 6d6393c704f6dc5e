import type { Browser, Page } from 'puppeteer-core';
import type { ConsoleState, Handlers } from '../../../hub/setup/api.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { type FakeConsole, startFakeConsole } from './fake-console.ts';
import { FakeFeeds } from './fake-feeds.ts';
import { emptyState, fakeHandlers } from './fake-handlers.ts';

/** The browsers that the console's page is tested in. */
export const CONSOLE_BROWSERS = ['chromium', 'firefox'] as const;

/** A browser that shows the console's page, of servers with fake calls. */
export class ConsoleBrowser {
  /** What the pages' consoles complain about. */
  readonly errors: string[] = [];
  private readonly fakes: FakeConsole[] = [];

  private constructor(private readonly browser: Browser) {}

  /** Where the browser cannot be had, says so and skips the tests. */
  static async launch(test: Mocha.Context, name: (typeof CONSOLE_BROWSERS)[number]): Promise<ConsoleBrowser> {
    return new ConsoleBrowser(await launchBrowser(test, name, 'the console was not tried in it'));
  }

  /** Starts a server whose state is changed before, with other handlers over the fake ones. */
  async serve(
    change: (state: ConsoleState, feeds: FakeFeeds) => void = () => {},
    handlers: Partial<Handlers> = {},
    port?: number,
  ): Promise<FakeConsole & { state: ConsoleState }> {
    const state = emptyState();
    const feeds = new FakeFeeds();
    change(state, feeds);
    const fake = await startFakeConsole({
      handlers: { ...fakeHandlers(state, feeds), ...handlers },
      feeds,
      ...(port && { port }),
    });
    this.fakes.push(fake);
    return Object.assign(fake, { state });
  }

  async open(url: string, width = 1280): Promise<Page> {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (/Content.Security.Policy|Trusted/i.test(message.text())) this.errors.push(message.text());
    });
    await page.setViewport({ width, height: 900 });
    await page.goto(url);
    return page;
  }

  /** Closes the pages and ends the servers of a test. @returns what the consoles complained about */
  async tidy(): Promise<string[]> {
    for (const page of await this.browser.pages()) if (page.url() !== 'about:blank') await page.close();
    for (const fake of this.fakes.splice(0)) await fake.stop();
    return this.errors.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Waits until an element has a text, in any of the elements that match. */
export const waitForText = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (what, wanted) =>
      [...document.querySelectorAll<HTMLElement>(what)].some((element) =>
        element.textContent!.includes(wanted),
      ),
    {},
    selector,
    text,
  );

/** The text of the element that has the focus. */
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

/** Whether the page is wider than its window. */
export const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
