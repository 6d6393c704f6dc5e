/** A hub that answers at another address than the one it is known by. */
import type { Hub, SourceState, Store } from '../store/schema.ts';
import { clusterUrl, hubUrl, servedHubUrl, sourcesOf } from './configuration.ts';

function atNewAddress({ poll, ...state }: SourceState): SourceState {
  const { moved: _, ...rest } = poll;
  return { ...state, poll: rest };
}

/** Replaces the address that a hub's files begin with. */
function moveFiles(hub: Hub, from: string, to: string): Hub {
  const move = (urls: readonly string[]) =>
    urls.map((url) => (url.startsWith(from) ? to + url.slice(from.length) : url));
  const schools = hub.schools.map((school) => ({
    ...school,
    news: move(school.news),
    documents: move(school.documents),
  }));
  return { ...hub, schools };
}

/**
 * The store after a hub's list of schools has come from another address than before: the hub's other files are read
 * there from now on, and what is known of them is kept.
 *
 * @param before the store before that poll
 * @param isRead whether the list was read; if not, it was unchanged, and the stored one names the former addresses
 */
export function followServedHub(before: Store, after: Store, isRead: boolean): Store {
  const url = hubUrl(after);
  if (!url) return after;
  const from = servedHubUrl(before, url);
  const to = servedHubUrl(after, url);
  if (from === to) return after;
  const part = after.managed?.hub ? 'policyHub' : 'hub';
  const hub = after[part];
  const store = !isRead && hub ? { ...after, [part]: moveFiles(hub, from, to) } : after;
  const polled = new Set(sourcesOf(store).map(({ url }) => url));
  const sources: Store['sources'] = {};
  for (const [url, state] of Object.entries(store.sources)) {
    const moved = url.startsWith(from) ? to + url.slice(from.length) : url;
    if (polled.has(url) || !polled.has(moved)) sources[url] = state;
    else if (!store.sources[moved]) sources[moved] = atNewAddress(state);
  }
  return { ...store, sources };
}

/** Uses the address from which the user's hub now answers as its own. */
export function followMovedHub(store: Store): Store {
  const { hub } = store;
  const known = hub && hubUrl(store);
  if (!known || store.managed?.hub) return store;
  const url = servedHubUrl(store, known);
  const { [clusterUrl(known)]: state, ...sources } = store.sources;
  // Choosing the hub can still be undone.
  const deeds = store.deeds?.map((deed) =>
    deed.undo?.hub?.became === hub.url
      ? { ...deed, undo: { ...deed.undo, hub: { ...deed.undo.hub, became: url } } }
      : deed,
  );
  return {
    ...store,
    ...(deeds && { deeds }),
    hub: { ...hub, url },
    sources: { ...sources, ...(state && { [clusterUrl(url)]: atNewAddress(state) }) },
  };
}
