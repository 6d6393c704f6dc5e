import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { ITEMS_PER_PAGE, type PublishedPost } from './list-files.ts';
import type { PublicFolder } from './public-folder.ts';

async function readItems(path: string): Promise<Item[]> {
  const feed: unknown = JSON.parse(await readFile(path, 'utf8'));
  return isHubFeed(feed) ? feed.items : [];
}

/**
 * The posts of a school in a list of the cluster as it is published now, for a school whose own cannot be read.
 *
 * @returns the posts with the number of the first post in their archive page, by which they stay in it
 */
export async function publishedPosts(
  { path }: PublicFolder,
  kind: ListKind,
  school: string,
): Promise<{ item: Item; post: PublishedPost }[]> {
  const found = new Map<string, { item: Item; post: PublishedPost }>();
  const archivePage = new RegExp(`^${kind}-(\\d+)\\.json$`);
  const pages = (await readdir(path)).map((name) => Number(archivePage.exec(name)?.[1])).filter(Boolean);
  // The newest page comes last, since it has copies of posts in the archive pages.
  const files = [
    ...pages.map((page) => ({ name: `${kind}-${page}.json`, page })),
    { name: `${kind}.json`, page: 1 },
  ];
  for (const { name, page } of files)
    for (const [position, item] of (await readItems(join(path, name)).catch((): Item[] => [])).entries()) {
      if (item._tct?.school !== school || found.has(item.id)) continue;
      const number = (page - 1) * ITEMS_PER_PAGE;
      const date = item.date_published ?? '';
      const post = { school, id: item.id, date, position, itemIndex: -1, number, clusterNumber: number };
      found.set(item.id, { item, post });
    }
  return [...found.values()];
}
