import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster, ListKind } from '../../core/config/cluster.ts';
import { LIST_KINDS } from '../../core/config/list-kinds.ts';
import { isHubFeed } from '../../core/model/is-feed.ts';
import { configuredSources, urlsOf } from '../collect/sources.ts';
import type { FeedPath } from './api.ts';
import { currentCluster, currentFolders, type SetupContext } from './context.ts';
import type { SetupTools } from './tools.ts';

type FeedPaths = Partial<Record<ListKind, FeedPath>>;

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
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
    const feed = await readJson(join(out, `${kind}.json`));
    if (isHubFeed(feed) && feed.items.length) paths[kind] = feeds.add(feed, { reachable });
  }
  return paths;
}

/** The published lists. @throws ConfigError; UserError if there is no folder to publish to yet */
export async function publishedFeeds(context: SetupContext, tools: SetupTools): Promise<FeedPaths> {
  const cluster = await currentCluster(context);
  return shownLists(currentFolders(context, cluster).out, cluster, tools);
}
