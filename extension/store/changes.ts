/** The user's edits of the store, as pure functions for `changeStore`. Backups are in backup.ts. */
import { hostOf, httpUrl } from '../../core/url.ts';
import {
  type Hub,
  type ListedSchool,
  type Post,
  resetSourceState,
  type SchoolChoice,
  type Settings,
  type Store,
  type View,
} from './schema.ts';

/** A copy of a record with one entry set, or removed if `value` is undefined. */
function withEntry<T>(record: Record<string, T>, name: string, value: T | undefined): Record<string, T> {
  const { [name]: _, ...others } = record;
  return value === undefined ? others : { ...others, [name]: value };
}

function editPosts(store: Store, keys: readonly string[], change: Partial<Post>): Store {
  const edited = new Set(keys);
  return {
    ...store,
    posts: store.posts.map((post) => (edited.has(post.key) ? { ...post, ...change } : post)),
  };
}

/** Marks posts as read or unread. */
export function setRead(store: Store, keys: readonly string[], read: boolean): Store {
  const untold = store.untold.filter((key) => !keys.includes(key));
  return { ...editPosts(store, keys, { read }), untold };
}

export const setStarred = (store: Store, key: string, starred: boolean): Store =>
  editPosts(store, [key], { starred });

/** Changes the user's choices for a school; fields that are not given stay as they are. */
export function setSchool(store: Store, id: string, choice: SchoolChoice): Store {
  return { ...store, choices: withEntry(store.choices, id, { ...store.choices[id], ...choice }) };
}

/** Adds or replaces a school and switches it on. With the id of a packaged school, gives that school its feeds. */
export function addSchool(store: Store, school: ListedSchool): Store {
  const own = [...store.own.filter(({ id }) => id !== school.id), school];
  return setSchool({ ...store, own }, school.id, { on: true });
}

/**
 * Removes a school added by the user, with its posts. Its sources know since when they were read, so that after undoing
 * that the posts published meanwhile are new.
 */
export function removeSchool(store: Store, id: string): Store {
  const isOther = ({ school }: { school: string }) => school !== id;
  const removed = new Set(store.posts.flatMap(({ key, school }) => (school === id ? [key] : [])));
  return {
    ...store,
    own: store.own.filter((school) => school.id !== id),
    choices: withEntry(store.choices, id, undefined),
    posts: store.posts.filter(isOther),
    memory: store.memory.filter(isOther),
    untold: store.untold.filter((key) => !removed.has(key)),
    sources: Object.fromEntries(
      Object.entries(store.sources).map(([url, state]) => [
        url,
        state.school === id
          ? { ...resetSourceState(state), ...(state.since && { since: state.since }) }
          : state,
      ]),
    ),
  };
}

/** An unused id for a school that is being added, derived from its host name. */
export function uniqueSchoolId(store: Store, home: string, taken: Iterable<string> = []): string {
  const ids = new Set([...taken, ...store.own.map(({ id }) => id)]);
  const base =
    hostOf(home)
      .replace(/^www\./, '')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 35) || 'truong';
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** Follows the schools of a hub, or of none. */
export function setHub(store: Store, hub: Hub | undefined): Store {
  const { hub: _, ...others } = store;
  return hub ? { ...others, hub } : others;
}

/** Changes settings; `undefined` resets one to its default. */
export function setSettings(store: Store, settings: Partial<Settings>): Store {
  return { ...store, settings: { ...store.settings, ...settings } };
}

/** Remembers what the popup lists. */
export const setView = (store: Store, view: View): Store => ({ ...store, view });

/** Pauses automatic polling until a time (ms since the epoch), or until `resume` by default. */
export const pause = (store: Store, until: number | true = true): Store =>
  setSettings(store, { paused: until });

export function resume(store: Store): Store {
  const { paused: _, ...settings } = store.settings;
  return { ...store, settings };
}

/** Switches a source to the URL it permanently redirects to; its state moves along. */
export function followMovedSource(store: Store, from: string, to: string): Store {
  const newUrl = httpUrl(to);
  const state = store.sources[from];
  if (!newUrl || newUrl === from) return store;
  const listedUrl = Object.entries(store.moved).find(([, current]) => current === from)?.[0] ?? from;
  const { [from]: _, ...sources } = store.sources;
  if (state) {
    const { moved: __, ...poll } = state.poll;
    sources[newUrl] = { ...state, poll };
  }
  return { ...store, moved: withEntry(store.moved, listedUrl, newUrl), sources };
}

export function dismissNotice(store: Store): Store {
  const { notice: _, rejected: __, ...others } = store;
  return others;
}
