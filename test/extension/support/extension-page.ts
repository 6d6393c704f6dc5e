/** Helpers for tests of the popup and of the settings page in a real browser. */
import type { Page } from 'puppeteer-core';
import type { Store } from '../../../extension/store/schema.ts';
import { type RealBrowser, until } from './real-browser.ts';

export const readStore = (browser: RealBrowser) =>
  browser.run(async (api) => (await api.storage.local.get('store')).store as Store);

export const writeStore = (browser: RealBrowser, store: Store) =>
  browser.run((api, store) => api.storage.local.set({ store }), store);

/** Opens a page of the extension and waits until its element has rendered. */
export async function openPage(browser: RealBrowser, path: string, width = 380, height = 600): Promise<Page> {
  const page = await browser.open(path);
  await page.setViewport({ width, height });
  await until(() => page.evaluate(() => !!document.querySelector('h1')));
  return page;
}

/** How far the content exceeds the width of the page (px). */
export const horizontalOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A post in the popup's list. */
export interface ListedPost {
  title: string;
  read: boolean;
  isNew: boolean;
  heading: string;
  focused: boolean;
  starred: boolean;
}

/** The posts of the popup, in document order. */
export const listedPosts = (page: Page): Promise<ListedPost[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('tct-latest-news')].flatMap((widget) => {
      const root = widget.shadowRoot!;
      const heading = root.querySelector('[part=heading]')?.textContent ?? '';
      return [...root.querySelectorAll('li')].map((item) => {
        const link = item.querySelector('a')!;
        return {
          title: link.textContent!,
          read: link.part.contains('read'),
          isNew: !!item.querySelector('[part=badge]'),
          heading,
          focused: root.activeElement === link,
          starred: !!item.querySelector('[aria-pressed=true]'),
        };
      });
    }),
  );

/** The text of the first matching element, with white space collapsed; empty if there is none. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    (selector) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    selector,
  );

/** Clicks the first button whose text begins with `label`; waits for it to appear. */
export async function clickButton(page: Page, label: string): Promise<void> {
  const button = await until(async () => {
    const found = await page.evaluateHandle(
      (label) =>
        [...document.querySelectorAll('button')].find((one) => one.textContent!.trim().startsWith(label)),
      label,
    );
    return found.asElement();
  });
  await (button as unknown as { click: () => Promise<void> }).click();
}
