/** Shows pages of the extension, each in one tab, and pages of others in new ones. */
import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';

const LOCK = 'open-page';

/** The tabs that this context opened most recently, by page: Firefox tells their address only once they have loaded. */
const openedTabs = new Map<string, number | undefined>();

const withoutFragment = (url: string | undefined): string | undefined => url?.replace(/#.*/, '');

/** Brings a tab to the front. Does not wait in between: a popup closes as soon as it loses the focus. */
async function show({ id, windowId }: Tabs.Tab, url?: string): Promise<void> {
  await Promise.all([
    browser.tabs.update(id, { active: true, ...(url && { url }) }),
    windowId !== undefined && browser.windows.update(windowId, { focused: true }),
  ]);
}

/** Opens a URL in a new tab, in front of all windows. @returns its id, if the browser tells it */
export async function openTab(url: string): Promise<number | undefined> {
  // Fails if the browser runs without a window.
  const tab = await browser.tabs.create({ url }).catch(() => undefined);
  if (!tab) await browser.windows.create({ url });
  else if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return tab?.id;
}

/**
 * Shows a page of the extension: in the tab that shows it already, else in a new one. A page that is open is told its
 * new fragment by `hashchange`; it does not load again.
 *
 * @param path for example `options/index.html#schools`; without a fragment, an open page stays where it is
 */
export const openPage = (path: string): Promise<void> =>
  navigator.locks.request(LOCK, async () => {
    const url = browser.runtime.getURL(path);
    const page = withoutFragment(url)!;
    // Without a permission, the browser tells the addresses of our own pages, and of no others.
    const tabs = await browser.tabs.query({});
    const open =
      tabs.find(({ url, pendingUrl }) => withoutFragment(pendingUrl ?? url) === page) ??
      tabs.find(({ id, url, status }) => id === openedTabs.get(page) && !url && status === 'loading');
    if (!open) openedTabs.set(page, await openTab(url));
    else await show(open, url === page ? undefined : url);
  });
