import type { Feed, Item } from '../../core/model/feed.ts';

/** Posts listed under one heading. */
export interface PostGroup {
  /** Whether they were unread when the popup was opened. */
  unread: boolean;
  /** `YYYY-MM-DD`; empty for undated posts, and if posts are not grouped by day. */
  day: string;
  feed: Feed;
}

/**
 * Groups posts: unread ones first, then by day, newest first.
 *
 * @param unreadAtOpen keys of the posts that were unread when the popup was opened, so that a post keeps its place
 *   when it is read
 * @param limit of all groups together
 */
export function groupPosts(
  feed: Feed,
  unreadAtOpen: ReadonlySet<string>,
  limit: number,
  byDay: boolean,
): PostGroup[] {
  const unreadItems: Item[] = [];
  const readItems: Item[] = [];
  for (const item of feed.items) (unreadAtOpen.has(item.id) ? unreadItems : readItems).push(item);
  const groups = new Map<string, PostGroup>();
  for (const item of [...unreadItems, ...readItems].slice(0, limit)) {
    const unread = unreadAtOpen.has(item.id);
    const day = (byDay && item.date_published?.slice(0, 10)) || '';
    const group = groups.get(`${unread} ${day}`);
    if (group) group.feed.items.push(item);
    else groups.set(`${unread} ${day}`, { unread, day, feed: { ...feed, items: [item] } });
  }
  return [...groups.values()];
}
