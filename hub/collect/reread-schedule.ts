/** When the own pages of posts are read again: often while a post is new, since most corrections come soon. */
import { DAY_MS } from '../../core/time/duration.ts';
import { isShown } from '../memory/posts.ts';
import type { PostList, StoredPost } from '../memory/types.ts';

/** The pages of posts that are up to `maxAgeMs` old are read again every `everyMs`. The first that applies. */
export const REREAD_BY_AGE = [
  { maxAgeMs: 7 * DAY_MS, everyMs: DAY_MS },
  { maxAgeMs: 30 * DAY_MS, everyMs: 3 * DAY_MS },
  { maxAgeMs: 365 * DAY_MS, everyMs: 30 * DAY_MS },
  { maxAgeMs: Infinity, everyMs: 180 * DAY_MS },
] as const;

/** A page that told nothing is read again only after this, since most such pages never do. */
const REREAD_EMPTY_MS = 30 * DAY_MS;

/** A page that could not be fetched is tried again after this. */
export const REREAD_RETRY_MS = DAY_MS;

/** Pages read again in one poll of a source. The others follow in the next polls, those that wait longest first. */
export const MAX_REREADS_PER_POLL = 5;

/**
 * When the page of a post that was read now is to be read again. Times are ms since the epoch.
 *
 * @param isEmpty whether the page has told nothing, now and before
 */
export function rereadDue({ item, seen }: StoredPost, now: number, isEmpty: boolean): number {
  const published = Date.parse(item.date_published ?? '');
  // Without a date, or with a mistyped one, a post counts from when it was first seen.
  const age = now - (published <= now ? published : seen);
  const { everyMs } = REREAD_BY_AGE.find(({ maxAgeMs }) => age <= maxAgeMs)!;
  return now + (isEmpty ? Math.max(everyMs, REREAD_EMPTY_MS) : everyMs);
}

/** The posts of a source whose pages were read, and when they are due again; 0 if an older hub read them. */
const schedule = (list: PostList, source: string) =>
  list.entries.flatMap((post) =>
    post.source === source && post.place >= 0 && isShown(post) && post.details && !post.details.old
      ? [{ post, due: post.details.due ?? 0 }]
      : [],
  );

/** The posts of a source whose pages are to be read again now. */
export function postsToReread(list: PostList, source: string, now: number): StoredPost[] {
  return schedule(list, source)
    .filter(({ due }) => due <= now)
    .sort((a, b) => a.due - b.due)
    .slice(0, MAX_REREADS_PER_POLL)
    .map(({ post }) => post);
}

/**
 * When to look for such posts again, even if the list has not changed: within a day, so that a clock that was wrong does
 * no lasting harm.
 */
export function nextReread(list: PostList, source: string, now: number): number {
  return schedule(list, source).reduce((first, { due }) => Math.min(first, due), now + DAY_MS);
}
