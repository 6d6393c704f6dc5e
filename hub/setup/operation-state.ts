import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';
import type { HubFolders } from '../config/folders.ts';
import { isLocked } from '../memory/lock.ts';
import { peekHub } from '../memory/peek-state.ts';
import { emptyHubState } from '../memory/posts.ts';
import { lastRun } from '../publish/last-run.ts';
import type { ConsoleState } from './api.ts';
import type { SetupContext } from './context.ts';
import { sourceStates } from './source-states.ts';

/** The part of the console's state that tells how the hub does. */
export type OperationState = Pick<ConsoleState, 'sources' | 'lastRun' | 'isStopped' | 'isBusy' | 'published'>;

/**
 * How the hub does, as its files say. Changes none of them, and may be read during a run.
 *
 * @param folders undefined if none to publish to has been chosen yet
 */
export async function operationState(
  { published }: Pick<SetupContext, 'published'>,
  cluster: Cluster,
  folders: HubFolders | undefined,
  now = Date.now(),
): Promise<OperationState> {
  const hub = (folders && (await peekHub(folders.state))) ?? emptyHubState();
  const { last_run, stale_after } = lastRun(cluster, hub);
  // Written by every run, before all else that is to be looked at.
  const isPublished = folders && existsSync(join(folders.out, 'index.html'));
  return {
    sources: await sourceStates(cluster, hub, folders?.state, now),
    ...(last_run && { lastRun: last_run }),
    isStopped: stale_after !== undefined && now > Date.parse(stale_after),
    isBusy: folders !== undefined && (await isLocked(folders.state)),
    ...(isPublished && published && { published: await published.open(folders.out) }),
  };
}
