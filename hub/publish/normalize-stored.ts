import type { Item } from '../../core/model/feed.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { JSON_FEED_VERSION } from '../../core/model/limits.ts';
import { readFeed } from '../../core/read/read-feed.ts';

/**
 * A stored item as it would be read today. An older version may have stored it by other rules, and its source may never
 * list it again.
 */
export async function normalizeStored(item: Item): Promise<Item> {
  const feed = { version: JSON_FEED_VERSION, title: 'Kho', items: [item] };
  if (isHubFeed(feed)) return item;
  const { items } = await readFeed(JSON.stringify(feed), { url: 'https://stored.invalid/' });
  return items[0] ?? { id: item.id, content_text: '' };
}
