import type { Feed } from '../../core/model/feed.ts';
import { canonicalUrl } from '../../core/url.ts';
import type { PostList } from '../memory/types.ts';

/**
 * A feed of which only the first pages were read, completed with the posts that the source listed the last time, so that
 * none of them looks withdrawn.
 */
export function withUnreadPosts(feed: Feed, { entries }: PostList, source: string): Feed {
  const ids = new Set(feed.items.map(({ id }) => id));
  const links = new Set(feed.items.map(({ url }) => url && canonicalUrl(url)));
  const unread = entries
    .filter((entry) => entry.source === source && entry.place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
    .filter(({ id, url }) => !ids.has(id) && !(url && links.has(canonicalUrl(url))));
  return { ...feed, items: [...feed.items, ...unread] };
}
