/** Posts that reach us twice: from two subscribed schools of the same site, such as one of a hub and its own feed. */
import { identifyingLink } from '../../core/identity/clues.ts';
import { uniqueEntries } from '../../core/identity/match-posts.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { Post, Store } from '../store/schema.ts';
import { type ExtensionSchool, schoolsOf } from './configuration.ts';

/** The servers of a school's site. A hub's is none. */
const serversOf = ({ home, sources }: ExtensionSchool): string[] =>
  [...(home ? [home] : []), ...sources.flatMap(({ url, hub }) => (hub ? [] : [url]))].map(serverOf);

/** The schools that are on and share their site with another one, as groups of their ids. */
function schoolsBySite(store: Store): Set<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const school of schoolsOf(store)) {
    if (!school.on) continue;
    for (const server of serversOf(school)) {
      const group = groups.get(server);
      if (group) group.add(school.id);
      else groups.set(server, new Set([school.id]));
    }
  }
  return [...groups.values()].filter(({ size }) => size > 1);
}

/** What a post has in common with its copies: its link, or else the guid that its key contains, if that is a URL. */
function namesOf({ key, school, kind, item }: Post): string[] {
  const guid = key.slice(school.length + 1);
  return [identifyingLink(item), /^[^ ]+\.[^ ]+[/?][^ ]*$/.test(guid) ? guid : ''].flatMap((name) =>
    name ? [`${kind} ${name}`] : [],
  );
}

/** The posts of a school by name, without names that several of them have: such a name identifies none. */
function byName(posts: readonly Post[]): Map<string, Post> {
  return uniqueEntries(
    posts.flatMap((post) => [...new Set(namesOf(post))].map((name) => [name, post] as const)),
  );
}

/**
 * The copies among the posts of schools that are on, each with the post that is shown for it: the one that was seen first,
 * whose state is the user's.
 */
export function copiesOf(store: Store): Map<Post, Post> {
  const copies = new Map<Post, Post>();
  for (const ids of schoolsBySite(store)) {
    const first = new Map<string, Post>();
    const lists = [...ids].map((id) => byName(store.posts.filter(({ school }) => school === id)));
    const named = lists.flatMap((list) => [...list]).sort(([, a], [, b]) => a.seen - b.seen);
    for (const [name, post] of named) {
      const known = first.get(name) ?? post;
      const shown = copies.get(known) ?? known;
      first.set(name, shown);
      if (shown !== post && shown.school !== post.school && !copies.has(post)) copies.set(post, shown);
    }
  }
  return copies;
}

/**
 * Gives copies the state of the post that is shown for them, so that they have it when they are shown themselves. A school
 * that has just been switched on does not know what was read or starred in the other meanwhile: there, either counts.
 */
export function shareState(store: Store): Store {
  const copies = copiesOf(store);
  if (!copies.size) return store;
  const isJustOn = ({ school }: Post) => store.since[school] === undefined;
  const states = new Map<Post, Pick<Post, 'read' | 'starred'>>();
  for (const [copy, shown] of copies) {
    const { read, starred } = states.get(shown) ?? shown;
    const areJoined = isJustOn(copy) || isJustOn(shown);
    states.set(
      shown,
      areJoined ? { read: read || copy.read, starred: starred || copy.starred } : { read, starred },
    );
  }
  const posts = store.posts.map((post) => {
    const state = states.get(copies.get(post) ?? post);
    if (!state || (state.read === post.read && state.starred === post.starred)) return post;
    const { starred: _, ...rest } = post;
    return { ...rest, read: state.read, ...(state.starred && { starred: true }) };
  });
  return { ...store, posts };
}
