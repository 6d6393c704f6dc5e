import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

/** Drives the view for pointing as its user does: by the mouse over the page in the frame, and by keyboard. */
export class PointedPage {
  constructor(readonly page: Page) {}

  /** Waits until nothing is being opened or read. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        document.querySelector('.point-scroller[aria-busy=false]') &&
        document.querySelector('iframe')!.contentDocument!.readyState === 'complete' &&
        !document.querySelector('.working'),
    );
    // The frame is laid out once more when all of it is there.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Where an element of the page in the frame is in the window, after scrolling to it. */
  private position(selector: string, index: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      (selector, index) => {
        const frame = document.querySelector('iframe')!;
        const found = frame.contentDocument!.querySelectorAll(selector)[index];
        if (!found) throw new Error(`The page has no ${selector} number ${index}.`);
        const box = found.getBoundingClientRect();
        document.querySelector('.point-scroller')!.scrollTop = Math.max(0, box.y - 120);
        const { x, y } = frame.getBoundingClientRect();
        return { x: x + box.x + Math.min(12, box.width / 2), y: y + box.y + Math.min(8, box.height / 2) };
      },
      selector,
      index,
    );
  }

  async hover(selector: string, index = 0): Promise<void> {
    const { x, y } = await this.position(selector, index);
    // From elsewhere, so that the pointer moves.
    await this.page.mouse.move(x - 3, y - 3);
    await this.page.mouse.move(x, y);
  }

  /** Clicks an element of the page in the frame, and waits for what comes of it. */
  async click(selector: string, index = 0): Promise<void> {
    const { x, y } = await this.position(selector, index);
    await this.page.mouse.click(x, y);
    await this.settle();
  }

  /** Presses a button of ours by what is written on it. */
  async press(text: string): Promise<void> {
    const handle = (await this.page.evaluateHandle(
      (text) =>
        [...document.querySelectorAll('tct-console-point button')].find((button) =>
          button.textContent!.includes(text),
        ),
      text,
    )) as ElementHandle<Element>;
    if (!handle.asElement()) throw new Error(`There is no button ${text}.`);
    await handle.click();
  }

  async keys(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The texts of the elements that match. */
  texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (found) =>
      found.map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim()),
    );
  }

  async text(selector: string): Promise<string> {
    return (await this.texts(selector)).join(' ');
  }

  /** How many outlines of a look there are. */
  async outlined(look: string): Promise<number> {
    return (await this.page.$$(`.outline.is-${look}`)).length;
  }

  /** The text in the frame that is below an outline of a look. */
  under(look: string): Promise<string | undefined> {
    return this.page.evaluate((look) => {
      const node = document.querySelector<HTMLElement>(`.outline.is-${look}`)?.dataset.of;
      return (
        document.querySelector('iframe')!.contentDocument!.querySelector(`[data-node="${node}"]`)
          ?.textContent ?? undefined
      );
    }, look);
  }
}
