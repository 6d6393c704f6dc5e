import { postKey, stripScheme } from '../../core/identity/post-key.ts';
import type { Item, School } from '../../core/model/feed.ts';
import { type ItemDates, itemsAhead, noteDates } from './item-days.ts';
import type { FeedAnswer } from './older-pages.ts';

/** The posts of several feeds, or of one that is no hub's. */
export interface MergedFeeds {
  /** Newest first. */
  items: readonly Item[];
  /** Names of the schools, or feeds, that items without a known school come from. */
  names: Map<Item, string>;
  hasSeveralSchools: boolean;
}

/** A homepage URL without scheme and trailing slash, for comparison. */
const homeKey = (url = ''): string => stripScheme(url).replace(/\/$/, '');

/**
 * Merges feeds. A post in several of them, such as the hub's and the school's own, is in the result once.
 *
 * @param schools all that the feeds name, by id
 * @param known dates noted before; those of the items are added
 * @param now ms since the epoch
 */
export function mergeFeeds(
  answers: readonly FeedAnswer[],
  schools: Record<string, School>,
  known: ItemDates,
  now: number,
): MergedFeeds {
  const posts = new Map<string, Item>();
  const names = new Map<Item, string>();
  const owners = new Set<string>();
  for (const { url, data: feed } of answers) {
    if (!feed) continue;
    const home = feed.home_page_url;
    const homeSchool =
      home && Object.keys(schools).find((id) => homeKey(schools[id]!.home) === homeKey(home));
    const added = feed.items.filter((item) => !known.dates.has(item));
    const ahead = itemsAhead(added, now);
    // It is the viewer's clock that is slow.
    if (ahead.length > 2) ahead.length = 0;
    const isOfHub = !!feed._tct?.schools;
    // The first items of another feed than a hub's come after the posts of the next one's day.
    const first = isOfHub ? undefined : added.find((item) => !ahead.includes(item));
    noteDates(feed.items, ahead, known, isOfHub, first?.date_published?.slice(0, 10));
    for (const item of feed.items) {
      const owner = item._tct?.school ?? (homeSchool || home || url);
      owners.add(owner);
      const key = postKey(item, owner);
      if (posts.has(key)) continue;
      posts.set(key, item);
      names.set(item, schools[owner]?.name ?? feed.title);
    }
  }
  const dateOf = (item: Item) => known.dates.get(item)!;
  const sorted = [...posts.values()].sort(
    (a, b) => Number(dateOf(a) < dateOf(b)) - Number(dateOf(a) > dateOf(b)),
  );
  // Hides posts older than the last loaded post of a source that has more: posts of that source may belong in between.
  const horizons = answers.flatMap(({ next, failed, data }) =>
    next && !failed && data?.items.length ? dateOf(data.items.at(-1)!) : [],
  );
  const since = answers.length > 1 ? (horizons.sort().at(-1) ?? '') : '';
  return {
    items: sorted.filter((item) => dateOf(item) >= since),
    names,
    hasSeveralSchools: owners.size > 1,
  };
}
