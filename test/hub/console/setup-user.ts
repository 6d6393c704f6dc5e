/** A webmaster at the console's page: what they click and type is counted. */
import { once } from 'node:events';
import { expect } from 'chai';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { axeViolations } from '../../axe.ts';
import { startCommand } from '../run-command.ts';
import { PointedPage } from './pointed-page.ts';

/** The running command `tct-hub setup`. */
export class SetupCommand {
  private constructor(
    private readonly child: ReturnType<typeof startCommand>,
    /** With the one-time key. */
    readonly address: string,
  ) {}

  static async start(
    args: string[],
    options: { cwd: string; env: NodeJS.ProcessEnv },
  ): Promise<SetupCommand> {
    const child = startCommand(['setup', ...args], options);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (printed += bytes));
    const ended = once(child, 'exit').then(() => {
      throw new Error(`tct-hub setup ended: ${printed}`);
    });
    ended.catch(() => {});
    for (;;) {
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/.exec(printed) ?? [];
      if (address) return new SetupCommand(child, address);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  }

  /** Waits for its end. @returns the exit code */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}

export class SetupUser {
  /** Clicks until now. */
  clicks = 0;
  /** Everything that was typed. */
  readonly typed: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly isDarkPossible: boolean,
  ) {
    page.setDefaultTimeout(180_000);
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (/Content.Security.Policy|Trusted/i.test(message.text())) this.errors.push(message.text());
    });
  }

  /** @param isDarkPossible whether the browser can be told to prefer dark colours */
  static async open(browser: Browser, address: string, isDarkPossible: boolean): Promise<SetupUser> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const user = new SetupUser(browser, page, isDarkPossible);
    await page.goto(address);
    await user.sees('nav');
    return user;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Waits until an element that is shown has a text. */
  async sees(selector: string, text = ''): Promise<void> {
    await this.page.waitForFunction(
      (selector, text) =>
        [...document.querySelectorAll<HTMLElement>(selector)].some(
          (each) => each.checkVisibility() && each.textContent!.includes(text),
        ),
      {},
      selector,
      text,
    );
  }

  /** Clicks a button or link that is shown, by what is written on it, once it is there and can be used. */
  async press(text: string, within = 'body'): Promise<void> {
    const handle = await this.page.waitForFunction(
      (text, within) =>
        [...document.querySelectorAll(within)]
          .flatMap((each) => [...each.querySelectorAll<HTMLElement>('button, a')])
          .find(
            (each) =>
              each.checkVisibility() &&
              each.textContent!.replace(/\s+/g, ' ').includes(text) &&
              !each.matches(':disabled, [aria-disabled=true]'),
          ),
      {},
      text,
      within,
    );
    this.clicks++;
    const button = handle as ElementHandle<HTMLElement>;
    await button.scrollIntoView();
    // What is above it, such as a picture, may still come and move it.
    await button.evaluate(async (element) => {
      for (let before: number | undefined; before !== element.getBoundingClientRect().y; ) {
        before = element.getBoundingClientRect().y;
        await new Promise(requestAnimationFrame);
      }
    });
    await button.click();
  }

  /** Clicks into a field and types; what was in it goes. */
  async type(selector: string, text: string): Promise<void> {
    this.clicks++;
    this.typed.push(text);
    await this.page.click(selector);
    await this.page.$eval(selector, (field) => (field as HTMLInputElement).select());
    await this.page.keyboard.type(text);
  }

  /** The view for pointing. Its clicks are counted. */
  get pointing(): {
    settle: () => Promise<void>;
    click: (selector: string, index?: number) => Promise<void>;
  } {
    const pointed = new PointedPage(this.page);
    return {
      settle: () => pointed.settle(),
      click: (selector, index) => {
        this.clicks++;
        return pointed.click(selector, index);
      },
    };
  }

  texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (found) =>
      found.map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim()),
    );
  }

  /** Has axe look at what is shown, in light and, where the browser can be told to, in dark. */
  async expectAccessible(what: string): Promise<void> {
    for (const value of this.isDarkPossible ? ['light', 'dark'] : ['light']) {
      if (this.isDarkPossible)
        await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await axeViolations(this.page), `${what}, ${value}`).to.deep.equal([]);
    }
    expect(this.errors, what).to.deep.equal([]);
  }
}
