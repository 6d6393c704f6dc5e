/** Questions about a stored post: whether it shows, where it stands among others, what is published of it. */
import type { Item } from '../../core/model/feed.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { PostList, StoredPost } from './types.ts';

/** Polls a post has to be missing from before it is hidden: one may be an accident. */
const HIDE_AFTER_MISSED_POLLS = 2;

export const emptyPostList = (): PostList => ({ entries: [], next: 0 });

/** Whether a post is to be published: not if it was withdrawn. */
export const isShown = ({ missing }: StoredPost): boolean => missing < HIDE_AFTER_MISSED_POLLS;

/** Publication date (RFC 3339); a post without one counts from when it was first seen. */
function postDate({ item, seen }: StoredPost): string {
  return item.date_published ?? formatVietnamTime(seen);
}

/** What the order of published posts depends on. */
export interface SortKey {
  /** RFC 3339, Vietnam time. */
  date: string;
  /** Index in the source's list. */
  position: number;
}

export function sortKey(post: StoredPost): SortKey {
  return { date: postDate(post), position: post.place };
}

/** Comparator: newest first; posts with the same date in the order of their source. */
export function newestFirst(a: SortKey, b: SortKey): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.position - b.position;
}

/** The post as it is published: what its own page states overrides what its list says. */
export function withDetails({ item, details }: StoredPost): Item {
  if (!details?.document) return item;
  const attachments = item.attachments ?? details.attachments;
  return {
    ...item,
    ...(attachments && { attachments }),
    _tct: { ...item._tct, document: { ...item._tct?.document, ...details.document } },
  };
}
