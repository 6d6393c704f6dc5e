import { basename, dirname, join, resolve } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';

/** Absolute paths of the folders of a hub. */
export interface HubFolders {
  /** The folder to publish to. */
  out: string;
  /** The folder of the state files. */
  state: string;
}

/**
 * The folders that the command line, or else the configuration, names; undefined if neither names one to publish to.
 *
 * @param config path of the configuration, to whose folder its paths are relative
 * @param given from the command line, relative to the current folder
 */
export function hubFolders(
  config: string,
  cluster: Pick<Cluster, 'out' | 'state'>,
  given: { out?: string | undefined; state?: string | undefined } = {},
): HubFolders | undefined {
  const path = (name: keyof HubFolders) =>
    given[name] !== undefined
      ? resolve(given[name])
      : cluster[name] !== undefined
        ? resolve(dirname(config), cluster[name])
        : undefined;
  const out = path('out');
  return out === undefined
    ? undefined
    : { out, state: path('state') ?? join(dirname(out), `${basename(out)}-state`) };
}
