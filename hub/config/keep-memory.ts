import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';
import { backupOf } from '../memory/state-file.ts';
import { type HubFolders, hubFolders } from './folders.ts';

/** Whether a run has remembered something in a folder. */
const hasMemory = (state: string): boolean =>
  ['hub.json', backupOf('hub.json')].some((name) => existsSync(join(state, name)));

/** Whether the hub of a configuration has run already. */
export function hasRun(
  config: string,
  cluster: Pick<Cluster, 'out' | 'state'>,
  given: Partial<HubFolders> = {},
): boolean {
  const folders = hubFolders(config, cluster, given);
  return folders !== undefined && hasMemory(folders.state);
}

/**
 * What the configuration has to say about the state folder when that to publish to changes: the folder that the hub has
 * now, if it is only implied by the old one. Without it, the hub would begin anew, without the posts it remembers.
 *
 * @param config path of the configuration
 * @param given folders from the command line, which win over those of the configuration
 * @returns undefined if nothing has to be said
 */
export function stateToKeep(
  config: string,
  { out, state }: Pick<Cluster, 'out' | 'state'>,
  newOut: string,
  given: Partial<HubFolders> = {},
): string | undefined {
  if (out === undefined || state !== undefined || given.out !== undefined || given.state !== undefined)
    return undefined;
  const folder = dirname(resolve(config));
  const before = hubFolders(config, { out, state })!;
  if (resolve(folder, newOut) === before.out || !hasMemory(before.state)) return undefined;
  return isAbsolute(out) ? before.state : relative(folder, before.state).replaceAll(sep, '/');
}
