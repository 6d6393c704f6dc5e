import { permissionFor } from '../../../extension/schools/configuration.ts';
import { postsOf } from '../../../extension/schools/posts.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { builtBackground } from './built-background.ts';
import { FakeBrowser } from './fake-browser.ts';
import type { Handler, Seen } from './fake-server.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday, ten in the morning in Vietnam. */
export const NOW = Date.UTC(2026, 10, 23, 3);

/** A browser in which the built extension is installed, with these feeds granted and subscribed: one school each. */
export async function worldWith(
  served: Record<string, Handler>,
  { granted = [] }: { granted?: string[] } = {},
): Promise<FakeBrowser> {
  const world = new FakeBrowser(await builtBackground(), NOW);
  for (const permission of granted) world.granted.add(permission);
  if (Object.keys(served).length) await subscribe(world, served);
  return world;
}

/** What the options page does when schools are chosen. */
export async function subscribe(world: FakeBrowser, served: Record<string, Handler>): Promise<void> {
  for (const [url, handler] of Object.entries(served)) {
    world.granted.add(permissionFor(url));
    world.server.at(url, handler);
  }
  const feeds = Object.keys(served);
  const store = feeds.reduce(
    (store, url, index) =>
      addSchool(store, {
        ...{ id: `t${index}`, name: `Trường ${index}`, home: new URL('/', url).href },
        ...{ news: [url], documents: [] },
      }),
    emptyStore(),
  );
  const since = Object.fromEntries(feeds.map((_, index) => [`t${index}`, world.now()]));
  await world.write({ ...store, since });
}

export const storeOf = (world: FakeBrowser): Store => loadStore({ store: world.store }, world.now()).store;

/** Titles of the unread posts, as the list has them. */
export const unreadOf = (world: FakeBrowser): (string | undefined)[] =>
  postsOf(storeOf(world), { unread: true }).map(({ item }) => item.title);

/** An edit by a page of the extension. */
export const edit = (world: FakeBrowser, change: (store: Store) => Store): Promise<void> =>
  world.write(change(storeOf(world)));

/** Milliseconds between the end of each request and the start of the next. */
export const gaps = (requests: readonly Seen[]): number[] =>
  requests.slice(1).map(({ at }, index) => at - requests[index]!.end!);

export const sent = ({ headers }: Seen, name: string): string | null => headers.get(name);
