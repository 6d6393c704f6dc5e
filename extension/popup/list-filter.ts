import { DAY_MS } from '../../core/time/duration.ts';
import { sortDate } from '../../core/time/mistyped.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import type { ListName, Post, Store, View } from '../store/schema.ts';
import { searchPosts } from './posts-as-feed.ts';

/** Which posts are listed. All but the query is remembered, as the store's `view`. */
export interface ListFilter {
  list: ListName;
  query: string;
  /** Id of the only school whose posts are listed; empty for all. */
  school: string;
  onlyUnread: boolean;
  /** Only posts that contain watched words. */
  onlyWatched: boolean;
}

/** Posts that stay in a list that they would leave, so that nothing moves while the user reads. */
export interface KeptPosts {
  /** Keys of posts that were unread when the list was shown; they stay among the unread ones. */
  unread: ReadonlySet<string>;
  /** Keys of posts that were starred then. */
  starred: ReadonlySet<string>;
  /** Keys of posts whose text is unfolded; they stay even if only unread posts are listed. */
  unfolded: ReadonlySet<string>;
}

export const LISTS: readonly ListName[] = ['news', 'documents', 'starred'];

/** The remembered filter. A school that is not followed any more is forgotten. */
export function rememberedFilter(store: Store): ListFilter {
  const { list = 'news', school = '', onlyUnread = false, onlyWatched = false } = store.view ?? {};
  const isFollowed = schoolsOf(store).some(({ id, on }) => on && id === school);
  return { list, query: '', school: isFollowed ? school : '', onlyUnread, onlyWatched };
}

/** What is remembered of a filter. */
export const viewOf = ({ list, school, onlyUnread, onlyWatched }: ListFilter): View => ({
  list,
  ...(school && { school }),
  ...(onlyUnread && { onlyUnread }),
  ...(onlyWatched && { onlyWatched }),
});

/** Whether a list is not shown whole. */
export const isFiltered = ({ query, school, onlyUnread, onlyWatched }: ListFilter): boolean =>
  !!(query || school || onlyUnread || onlyWatched);

/**
 * The posts of a list, newest first.
 *
 * @param isWatched whether a post contains watched words
 */
export function listedPosts(
  store: Store,
  { list, query, school, onlyUnread, onlyWatched }: ListFilter,
  kept: KeptPosts,
  isWatched: (post: Post) => boolean,
): Post[] {
  const posts = postsOf(store, {
    ...(list !== 'starred' && { kind: list }),
    ...(school && { schools: [school] }),
  }).filter(
    ({ key, read, starred }) =>
      (!onlyUnread || !read || kept.unfolded.has(key)) &&
      (list !== 'starred' || starred || kept.starred.has(key)),
  );
  const watched = onlyWatched ? posts.filter(isWatched) : posts;
  return query ? searchPosts(watched, query) : watched;
}

/** Whether a post is older than a number of days; without a date it counts from when it was first seen. */
export const isOlderThan = (post: Post, days: number, now: number): boolean =>
  sortDate(post) < formatVietnamTime(now - days * DAY_MS);
