import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster, ListKind } from '../../core/config/cluster.ts';
import { LIST_KINDS } from '../../core/config/list-kinds.ts';
import type { Feed } from '../../core/model/feed.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { configuredSources, urlsOf } from '../collect/sources.ts';
import type { FeedPath } from './api.ts';
import { currentCluster, currentFolders, type SetupContext } from './context.ts';
import type { SetupTools } from './tools.ts';

type FeedPaths = Partial<Record<ListKind, FeedPath>>;

/**
 * A list as the hub published it; undefined if there is none. Without its next page, which the widgets here do not read,
 * and whose address is relative as long as the public one is not configured.
 */
async function readList(file: string): Promise<Feed | undefined> {
  try {
    const { next_url: _, ...feed } = JSON.parse(await readFile(file, 'utf8'));
    return isHubFeed(feed) ? feed : undefined;
  } catch {
    return undefined;
  }
}

/** The lists of the whole cluster, as they lie in a folder that was published to, for the widgets on the page. */
export async function shownLists(
  out: string,
  cluster: Cluster,
  { feeds }: Pick<SetupTools, 'feeds'>,
): Promise<FeedPaths> {
  const reachable = urlsOf(configuredSources(cluster));
  const paths: FeedPaths = {};
  for (const kind of LIST_KINDS) {
    const feed = await readList(join(out, `${kind}.json`));
    if (feed?.items.length) paths[kind] = feeds.add(feed, { reachable });
  }
  return paths;
}

/** The published lists. @throws ConfigError; UserError if there is no folder to publish to yet */
export async function publishedFeeds(context: SetupContext, tools: SetupTools): Promise<FeedPaths> {
  const cluster = await currentCluster(context);
  return shownLists(currentFolders(context, cluster).out, cluster, tools);
}
