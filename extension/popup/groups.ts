import type { Feed, Item } from '../../core/model/feed.ts';

/** Posts that stand together under a heading. */
export interface Group {
  /** Whether they were unread when the popup was opened. */
  unread: boolean;
  /** `YYYY-MM-DD`; empty for posts without a date, and where days do not part them. */
  day: string;
  feed: Feed;
}

/**
 * What was unread first, then by day, newest first.
 *
 * @param fresh keys of what was unread when the popup was opened: a post stays where it is while it is being read
 * @param limit posts shown
 */
export function groupsOf(feed: Feed, fresh: ReadonlySet<string>, limit: number, byDay: boolean): Group[] {
  const parts: [Item[], Item[]] = [[], []];
  for (const item of feed.items) parts[fresh.has(item.id) ? 0 : 1].push(item);
  const groups = new Map<string, Group>();
  for (const item of [...parts[0], ...parts[1]].slice(0, limit)) {
    const unread = fresh.has(item.id);
    const day = (byDay && item.date_published?.slice(0, 10)) || '';
    const group = groups.get(`${unread} ${day}`);
    if (group) group.feed.items.push(item);
    else groups.set(`${unread} ${day}`, { unread, day, feed: { ...feed, items: [item] } });
  }
  return [...groups.values()];
}
