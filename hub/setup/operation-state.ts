import type { Cluster } from '../../core/config/cluster.ts';
import type { HubFolders } from '../config/folders.ts';
import type { ConsoleState } from './api.ts';

/** The part of the console's state that tells how the hub does. */
export type OperationState = Pick<ConsoleState, 'sources' | 'lastRun' | 'isStopped' | 'isBusy' | 'published'>;

/** @param folders undefined if none to publish to has been chosen yet */
export async function operationState(
  _cluster: Cluster,
  _folders: HubFolders | undefined,
): Promise<OperationState> {
  return { sources: [], isStopped: false, isBusy: false };
}
