import { permissionFor } from '../../../extension/schools/configuration.ts';
import { postsOf } from '../../../extension/schools/posts.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { builtBackground } from './built-background.ts';
import { FakeBrowser } from './fake-browser.ts';
import type { RecordedRequest, RequestHandler } from './fake-server.ts';

/** The time at which tests begin: a Monday, 10:00 in Vietnam. */
export const NOW = Date.UTC(2026, 10, 23, 3);

/** A fake browser with the built extension, subscribed to these feeds as one school each. */
export async function installExtension(
  feeds: Record<string, RequestHandler>,
  { granted = [] }: { granted?: string[] } = {},
): Promise<FakeBrowser> {
  const browser = new FakeBrowser(await builtBackground(), NOW);
  for (const permission of granted) browser.granted.add(permission);
  if (Object.keys(feeds).length) await subscribeTo(browser, feeds);
  return browser;
}

/** Serves feeds, grants their hosts and adds a school for each, as the settings page does. */
export async function subscribeTo(
  browser: FakeBrowser,
  feeds: Record<string, RequestHandler>,
): Promise<void> {
  for (const [url, handler] of Object.entries(feeds)) {
    browser.granted.add(permissionFor(url));
    browser.server.respondAt(url, handler);
  }
  const urls = Object.keys(feeds);
  const store = urls.reduce(
    (store, url, index) =>
      addSchool(store, {
        id: `t${index}`,
        name: `Trường ${index}`,
        home: new URL('/', url).href,
        news: [url],
        documents: [],
      }),
    emptyStore(),
  );
  const since = Object.fromEntries(urls.map((_, index) => [`t${index}`, browser.now()]));
  await browser.writeStore({ ...store, since });
}

export const storeOf = (browser: FakeBrowser): Store =>
  loadStore({ store: browser.store }, browser.now()).store;

/** The titles of the unread posts, in the order of the popup. */
export const unreadTitles = (browser: FakeBrowser): (string | undefined)[] =>
  postsOf(storeOf(browser), { unread: true }).map(({ item }) => item.title);

/** Edits the store as a page of the extension does. */
export const editStore = (browser: FakeBrowser, change: (store: Store) => Store): Promise<void> =>
  browser.writeStore(change(storeOf(browser)));

/** Milliseconds between the end of each request and the start of the next. */
export const gapsBetween = (requests: readonly RecordedRequest[]): number[] =>
  requests.slice(1).map(({ at }, index) => at - requests[index]!.end!);

export const requestHeader = ({ headers }: RecordedRequest, name: string): string | null => headers.get(name);
