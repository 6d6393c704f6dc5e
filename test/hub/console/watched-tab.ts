import type { Browser, Page } from 'puppeteer-core';
import type { Route } from '../../../hub/setup/static-files.ts';

/** What the console's page and the page that is shown in it may ask of the console's server. */
const OURS =
  /^\/(?:$|(?:console|embed|api)\/[\w./-]+$|(?:feeds|images)\/[\w-]+(?:\.json)?$|shown\/[\da-f-]{36}(?:\/assets\/\d+)?$)/;

/** A tab, and all that it did besides showing what it was told to. */
export class WatchedTab {
  private readonly found: string[] = [];
  private address = '';

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
  ) {}

  static async open(browser: Browser): Promise<WatchedTab> {
    const tab = new WatchedTab(await browser.newPage(), browser);
    await tab.page.setViewport({ width: 1280, height: 800 });
    tab.watch();
    return tab;
  }

  /** A route that notes what else is asked of the console's server, before other routes. @param ours what is not noted */
  strayRoute(ours = OURS): Route {
    return {
      path: new RegExp(`^(?!${ours.source.slice(1)})`),
      handle: (request, response) => {
        this.found.push(`${request.url} of the console’s server, as ${request.headers['sec-fetch-dest']}`);
        response.writeHead(404).end();
      },
    };
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address);
    this.address = this.page.url();
  }

  private watch(): void {
    const { page, found } = this;
    page.on('request', (request) => {
      const url = new URL(request.url());
      // Firefox has a font of its own in such an address.
      if (url.protocol !== 'data:' && this.address && url.origin !== new URL(this.address).origin)
        found.push(`a request for ${url.href.slice(0, 80)}`);
    });
    page.on('dialog', (dialog) => {
      found.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => found.push(`a window: ${popup?.url()}`));
    page.on('pageerror', (error) => {
      const { message } = error as Error;
      // Firefox says so of a style sheet that the hub could not have.
      if (!/MIME type/.test(message)) found.push(`an error: ${message}`);
    });
    page.on('console', (message) => {
      // Nothing that the policy would have to forbid is even tried.
      if (/Content.Security.Policy/i.test(message.text())) found.push(message.text());
    });
  }

  /** What happened since the last call, once all that was on its way has happened. */
  async strays(): Promise<string[]> {
    const { page, browser, address } = this;
    const inPage = await page.evaluate(async () => {
      const found: string[] = [];
      await fetch('/console/icon.svg');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const frames = [...document.querySelectorAll('iframe')];
      if ('pwned' in window) found.push('a script in the console’s window');
      if (document.cookie) found.push(`a cookie: ${document.cookie}`);
      for (const { contentWindow, contentDocument, src } of frames) {
        if (!contentWindow || !contentDocument) found.push(`the frame cannot be read any more: ${src}`);
        else {
          if ('pwned' in contentWindow) found.push('a script in the frame');
          if (contentWindow.length) found.push(`${contentWindow.length} frames in the frame`);
          if (contentWindow.location.href.replace(/#$/, '') !== src)
            found.push(`the frame is at ${contentWindow.location.href}`);
        }
      }
      if (document.activeElement?.localName === 'iframe') found.push('the focus is in the frame');
      return found;
    });
    if (page.url() !== address) inPage.push(`the console is at ${page.url()}`);
    const windows = (await browser.pages()).filter((each) => each !== page && each.url() !== 'about:blank');
    return [...this.found.splice(0), ...inPage, ...windows.map((each) => `a window at ${each.url()}`)];
  }
}
