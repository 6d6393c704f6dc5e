/** What the user can do to the store, as pure edits for `change`. */
import { httpUrl } from '../../core/url.ts';
import { loadStore } from './load.ts';
import {
  type Choice,
  forgetReading,
  type Hub,
  type Listed,
  type Post,
  type Settings,
  type Store,
} from './schema.ts';

/** Puts one value into a record, or takes it out. */
function put<T>(record: Record<string, T>, name: string, value: T | undefined): Record<string, T> {
  const { [name]: _, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}

function edit(store: Store, keys: readonly string[], change: Partial<Post>): Store {
  const chosen = new Set(keys);
  return {
    ...store,
    posts: store.posts.map((post) => (chosen.has(post.key) ? { ...post, ...change } : post)),
  };
}

/** Marks posts read or unread. To undo, mark back those that it changed. */
export function mark(store: Store, keys: readonly string[], read: boolean): Store {
  const untold = store.untold.filter((key) => !keys.includes(key));
  return { ...edit(store, keys, { read }), untold };
}

export const star = (store: Store, key: string, starred: boolean): Store => edit(store, [key], { starred });

/** What the user chooses for a school; what is not named stays as it is. */
export function setSchool(store: Store, id: string, choice: Choice): Store {
  return { ...store, choices: put(store.choices, id, { ...store.choices[id], ...choice }) };
}

/** Adds a school with its feeds, or changes one; it is on. The id of a packaged school gives that one its feeds. */
export function addSchool(store: Store, school: Listed): Store {
  const own = [...store.own.filter(({ id }) => id !== school.id), school];
  return setSchool({ ...store, own }, school.id, { on: true });
}

/** Takes out a school that the user has added, with its posts. */
export function removeSchool(store: Store, id: string): Store {
  const others = ({ school }: { school: string }) => school !== id;
  return {
    ...store,
    own: store.own.filter((school) => school.id !== id),
    choices: put(store.choices, id, undefined),
    posts: store.posts.filter(others),
    former: store.former.filter(others),
    sources: Object.fromEntries(
      Object.entries(store.sources).map(([url, state]) => [
        url,
        state.school === id ? forgetReading(state) : state,
      ]),
    ),
  };
}

/** An id for a school that is added: from its host, and no other's. */
export function idFor(store: Store, home: string, taken: Iterable<string> = []): string {
  const ids = new Set([...taken, ...store.own.map(({ id }) => id)]);
  const base =
    new URL(home).hostname
      .replace(/^www\./, '')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 35) || 'truong';
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** Takes the schools from a hub, as the background has read it, or from none. */
export function setHub(store: Store, hub: Hub | undefined): Store {
  const { hub: _, ...others } = store;
  return hub ? { ...others, hub } : others;
}

/** Changes settings; `undefined` takes one back to its default. */
export function setSettings(store: Store, settings: Partial<Settings>): Store {
  return { ...store, settings: { ...store.settings, ...settings } };
}

/** No polls by itself until a time (ms since the epoch), without one until `resume`. */
export const pause = (store: Store, until: number | true = true): Store =>
  setSettings(store, { paused: until });

export function resume(store: Store): Store {
  const { paused: _, ...settings } = store.settings;
  return { ...store, settings };
}

/** Follows a source that has moved for good; what is known of it goes along. */
export function follow(store: Store, from: string, to: string): Store {
  const link = httpUrl(to);
  const state = store.sources[from];
  if (!link || link === from) return store;
  const original = Object.entries(store.moved).find(([, now]) => now === from)?.[0] ?? from;
  const { [from]: _, ...sources } = store.sources;
  if (state) {
    const { moved: __, ...poll } = state.poll;
    sources[link] = { ...state, poll };
  }
  return { ...store, moved: put(store.moved, original, link), sources };
}

/** The user has read the notice. */
export function dismiss(store: Store): Store {
  const { notice: _, ...others } = store;
  return others;
}

/** Everything the user owns, as a file: not what an IT department has preset, nor this browser's permissions. */
export function exportStore(store: Store): string {
  const { managed: _, policyHub: __, denied: ___, offline: ____, notice: _____, ...mine } = store;
  return JSON.stringify({ 'tct-widgets': 'extension', ...mine }, null, 2);
}

/**
 * Takes over what `exportStore` has written, in place of all the user has here. Undefined if the text is no such file.
 * A source that has been asked here keeps its time, so that importing asks nobody too soon; what its validators vouch
 * for is the file's.
 */
export function importStore(store: Store, text: string, now: number): Store | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (Object(value)['tct-widgets'] !== 'extension') return undefined;
  const { store: read } = loadStore({ store: value }, now);
  const { managed, policyHub, denied, offline } = store;
  const sources = { ...read.sources };
  for (const [url, state] of Object.entries(store.sources)) {
    const { due, earliest } = state.poll;
    const imported = sources[url];
    sources[url] = imported
      ? { ...imported, poll: { ...imported.poll, due, earliest } }
      : forgetReading(state);
  }
  return {
    ...read,
    sources,
    denied,
    ...(managed && { managed }),
    ...(policyHub && { policyHub }),
    ...(offline && { offline }),
  };
}
