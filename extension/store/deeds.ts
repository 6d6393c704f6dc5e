/**
 * What the user did last, and how it is undone: as a change. It gives back what the deed took, if that is still so, and
 * leaves alone what came since. A restored backup cannot be undone: it replaces everything, and asks first. Nor can
 * settings, whose controls show how they were set.
 */
import { matchPosts } from '../../core/identity/match-posts.ts';
import { omitUndefined, omitUndefinedOrEmpty } from '../../core/omit-undefined.ts';
import { bySchoolAndKind } from './by-school-and-kind.ts';
import { removeSchool, setHub, setSchool } from './changes.ts';
import { MAX_DEEDS } from './deed-schema.ts';
import { isSame } from './is-same.ts';
import { knownPost } from './known-post.ts';
import { mergedMemories } from './memory.ts';
import type { Deed, ListedSchool, Post, Store, Undo } from './schema.ts';

/** Of all deeds together, as JSON. The last can be undone whatever its length. */
const MAX_UNDO_CHARS = 1_000_000;

export type NewDeed = Pick<Deed, 'kind' | 'at' | 'name'>;

/** The given entries if there are any. */
const nonEmpty = <T>(entries: T[]): T[] | undefined => (entries.length ? entries : undefined);

/** The keys of the posts of which a mark was set (`to`) or taken away between two states of the store. */
function markedKeys(
  before: Store,
  after: Store,
  mark: 'read' | 'starred',
  to: boolean,
): string[] | undefined {
  const had = new Map(before.posts.map((post) => [post.key, !!post[mark]]));
  return nonEmpty(
    after.posts.flatMap(({ key, [mark]: has = false }) => (has === to && had.get(key) === !to ? [key] : [])),
  );
}

/** The entries that differ. */
function differences<T>(
  before: Record<string, T>,
  after: Record<string, T>,
): [id: string, was?: T, became?: T][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) =>
    isSame(before[id], after[id]) ? [] : [[id, before[id], after[id]]],
  );
}

const byId = (schools: readonly ListedSchool[]) =>
  Object.fromEntries(schools.map((school) => [school.id, school]));

/** What undoes the step from one state of the store to the next; undefined if nothing needs to be undone. */
function undoOf(before: Store, after: Store): Undo | undefined {
  const left = new Set(after.posts.map(({ key }) => key));
  const leftMemory = new Set(after.memory);
  const untold = new Set(after.untold);
  const own = differences(byId(before.own), byId(after.own));
  const choices = differences(before.choices, after.choices);
  const isOtherHub = before.hub?.url !== after.hub?.url;
  return omitUndefinedOrEmpty<Undo>({
    read: markedKeys(before, after, 'read', true),
    unread: markedKeys(before, after, 'read', false),
    starred: markedKeys(before, after, 'starred', true),
    unstarred: markedKeys(before, after, 'starred', false),
    posts: nonEmpty(before.posts.filter(({ key }) => !left.has(key))),
    untold: nonEmpty(before.untold.filter((key) => !untold.has(key))),
    memory: nonEmpty(before.memory.filter((one) => !leftMemory.has(one))),
    own: own.length
      ? Object.fromEntries(
          own.map(([id, was, became]) => [
            id,
            omitUndefined({ was, became, at: was && before.own.indexOf(was) }),
          ]),
        )
      : undefined,
    choices: choices.length
      ? Object.fromEntries(choices.map(([id, was = {}, became = {}]) => [id, { was, became }]))
      : undefined,
    hub: isOtherHub ? omitUndefined({ was: before.hub, became: after.hub?.url }) : undefined,
    since: own.length || choices.length || isOtherHub ? before.since : undefined,
  });
}

/** Without what undoes the oldest deeds, if all together are too long. */
function withinLimit(deeds: readonly Deed[]): Deed[] {
  let chars = 0;
  return [...deeds]
    .reverse()
    .map(({ undo, ...deed }, age) => {
      chars += undo ? JSON.stringify(undo).length : 0;
      return undo && (!age || chars <= MAX_UNDO_CHARS) ? { ...deed, undo } : deed;
    })
    .reverse();
}

/**
 * Records what the user just did, in the edit that does it.
 *
 * @param after `before` as edited; returned as it is if nothing changed that could be undone
 * @example change((store) => recordDeed(store, setRead(store, keys, true), { kind: 'read', at: Date.now() }));
 */
export function recordDeed(before: Store, after: Store, deed: NewDeed): Store {
  const undo = undoOf(before, after);
  if (!undo) return after;
  const { read = [], unread = [], starred = [], unstarred = [], posts = [], own = {} } = undo;
  const postCount = [read, unread, starred, unstarred, posts].reduce((sum, { length }) => sum + length, 0);
  const deeds = after.deeds ?? [];
  const id = (deeds.at(-1)?.id ?? 0) + 1;
  const recorded = { ...deed, id, count: postCount || Object.keys(own).length, undo };
  return { ...after, deeds: withinLimit([...deeds, recorded].slice(-MAX_DEEDS)) };
}

/** Sets a mark back, except where a later deed set it: that is the user's last word. */
function unmark(store: Store, deed: Deed, mark: 'read' | 'starred'): Store {
  const { undo = {} } = deed;
  const [set, taken] = mark === 'read' ? [undo.read, undo.unread] : [undo.starred, undo.unstarred];
  if (!set && !taken) return store;
  const later = new Set(
    store.deeds?.flatMap(({ id, undo = {} }) => {
      const { read = [], unread = [], starred = [], unstarred = [] } = undo;
      return id > deed.id ? (mark === 'read' ? [...read, ...unread] : [...starred, ...unstarred]) : [];
    }),
  );
  const before = new Map([
    ...(set ?? []).map((key) => [key, false] as const),
    ...(taken ?? []).map((key) => [key, true] as const),
  ]);
  const unmarked = (post: Post): Post => {
    const to = later.has(post.key) ? undefined : before.get(post.key);
    return to === undefined ? post : { ...post, [mark]: to };
  };
  return {
    ...store,
    posts: store.posts.map(unmarked),
    // Of posts that were removed since, too: undoing that brings them back.
    deeds: store.deeds?.map((other) =>
      other.undo?.posts
        ? { ...other, undo: { ...other.undo, posts: other.undo.posts.map(unmarked) } }
        : other,
    ),
  };
}

/** Brings posts back. Those that have come again meanwhile are not doubled, but marked as they were. */
function restorePosts(store: Store, removed: readonly Post[]): Store {
  const posts = new Map(store.posts.map((post) => [post.key, post]));
  for (const group of bySchoolAndKind(removed)) {
    const { school, kind } = group[0]!;
    const known = store.posts.filter((post) => post.school === school && post.kind === kind).map(knownPost);
    const items = group.map(({ item }) => item);
    for (const [index, { key, isNew }] of matchPosts(known, items, school).entries()) {
      const { seen, read, starred, ...post } = group[index]!;
      const current = posts.get(isNew ? post.key : key) ?? post;
      const restored = { ...current, seen, read, starred: starred || posts.get(current.key)?.starred };
      posts.set(current.key, omitUndefined(restored));
    }
  }
  return { ...store, posts: [...posts.values()] };
}

/** The fields set back that are still as the deed left them. */
function revert<T extends object>(current: T, was: T, became: T): T {
  const names = Object.keys({ ...was, ...became }) as (keyof T)[];
  const back = names.filter((name) => current[name] === became[name]).map((name) => [name, was[name]]);
  return omitUndefined({ ...current, ...Object.fromEntries(back) });
}

/** Brings back the user's schools and choices that are still as the deed left them. */
function restoreSchools(store: Store, { own = {}, choices = {} }: Undo): Store {
  let restored = store;
  for (const [id, { was, became }] of Object.entries(choices))
    restored = setSchool(restored, id, revert(restored.choices[id] ?? {}, was, became));
  const listed = [store.hub, store.policyHub, store.managed].flatMap((lists) => lists?.schools ?? []);
  for (const [id, { at = 0, was, became }] of Object.entries(own)) {
    if (
      !isSame(
        restored.own.find((school) => school.id === id),
        became,
      )
    )
      continue;
    const others = restored.own.filter((school) => school.id !== id);
    if (was) restored = { ...restored, own: [...others.slice(0, at), was, ...others.slice(at)] };
    else if (listed.some((school) => school.id === id)) restored = { ...restored, own: others };
    else restored = removeSchool(restored, id);
  }
  return restored;
}

/** Undoes a deed; afterwards it is `undone`. Returns the store as it is if it cannot be undone, or not any more. */
export function undoDeed(store: Store, id: number): Store {
  const deed = store.deeds?.find((other) => other.id === id);
  const undo = deed?.undo;
  if (!undo) return store;
  const { posts = [], memory = [], untold = [], hub, since } = undo;
  let undone = unmark(unmark(store, deed, 'read'), deed, 'starred');
  undone = restorePosts(restoreSchools(undone, undo), posts);
  if (hub && undone.hub?.url === hub.became) undone = setHub(undone, hub.was);
  return {
    ...undone,
    memory: mergedMemories(undone.memory, memory),
    untold: [...new Set([...undone.untold, ...untold])],
    since: { ...since, ...undone.since },
    deeds: undone.deeds?.map(({ undo, ...other }) =>
      other.id === id ? { ...other, undone: true } : { ...other, ...(undo && { undo }) },
    ),
  };
}
