/** What the tests of the extension's pages share. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Store } from '../../../extension/store/schema.ts';
import { type RealBrowser, until } from './real-browser.ts';

const AXE = readFileSync(
  fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

export const readStore = (driven: RealBrowser) =>
  driven.run(async (api) => (await api.storage.local.get('store')).store as Store);

export const writeStore = (driven: RealBrowser, store: Store) =>
  driven.run((api, store) => api.storage.local.set({ store }), store);

/** Opens a page of the extension when its element has been drawn. */
export async function openPage(driven: RealBrowser, path: string, width = 380, height = 600): Promise<Page> {
  const page = await driven.open(path);
  await page.setViewport({ width, height });
  await until(() => page.evaluate(() => !!document.querySelector('h1')));
  return page;
}

/** What axe has against a page. Its script is given to the page from outside: the page itself lets none in. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  });
}

/** How far a page reaches beyond its width (px). */
export const horizontalOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A post as the popup's list shows it. */
export interface ListedPost {
  title: string;
  read: boolean;
  isNew: boolean;
  heading: string;
  focused: boolean;
  starred: boolean;
}

/** The posts of the popup, in the order they stand. */
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

/** The text of the first element of a page, its white space as it is seen. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    (selector) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    selector,
  );

/** Presses the button that says so, wherever it is in the page. */
export async function clickButton(page: Page, words: string): Promise<void> {
  const button = await until(async () => {
    const found = await page.evaluateHandle(
      (words) =>
        [...document.querySelectorAll('button')].find((one) => one.textContent!.trim().startsWith(words)),
      words,
    );
    return found.asElement();
  });
  await (button as unknown as { click: () => Promise<void> }).click();
}
