import { mkdir } from 'node:fs/promises';
import type { Cluster } from '../core/config/cluster.ts';
import type { Report } from './cli/progress.ts';
import { Collector } from './collect/collect.ts';
import { configuredSources } from './collect/sources.ts';
import { collectWeather } from './collect/weather.ts';
import { type ClientOptions, HttpClient } from './http/client.ts';
import { removeAbandoned, toWriteError } from './memory/files.ts';
import { withLock } from './memory/lock.ts';
import { StateFolder } from './memory/state.ts';
import { PublicFolder } from './publish/public-folder.ts';
import { publish } from './publish/publish.ts';
import { failing } from './publish/status.ts';

export interface RunOptions {
  out: string;
  state: string;
  /** ms since the epoch */
  now: number;
  /** Asks also what is not due, and publishes everything. */
  force?: boolean;
  /** Folder of the widgets' scripts. */
  scripts?: string;
  client: ClientOptions;
  report?: (report: Report) => void;
}

export interface RunResult {
  asked: number;
  added: number;
  written: number;
  /** Of all that is configured, what fails, whether it was asked in this run or not. */
  failing: string[];
  warnings: readonly string[];
}

/**
 * One run: asks what is due, remembers, publishes. Killed at any moment it leaves every file whole, and the next run
 * makes good what this one did not: validators are stored last, so that what was not published is read again.
 *
 * @throws BusyError, NewerStateError, WriteError
 */
export async function runHub(cluster: Cluster, options: RunOptions): Promise<RunResult> {
  try {
    for (const folder of [options.state, options.out]) await mkdir(folder, { recursive: true });
    return await withLock(options.state, () => run(cluster, options));
  } catch (error) {
    throw toWriteError(error);
  }
}

async function run(
  cluster: Cluster,
  { out, state: memory, now, force = false, scripts, client, report = () => {} }: RunOptions,
): Promise<RunResult> {
  for (const each of [memory, out]) await removeAbandoned(each);
  const state = new StateFolder(memory, now);
  const folder = new PublicFolder(out);
  const network = new HttpClient(client, [
    ...configuredSources(cluster).map(({ url }) => url),
    cluster.weather,
  ]);
  const hub = await state.readHub();
  if (force) delete hub.published;
  const collection = await new Collector(cluster, state, hub, network, now, report).run(force);
  const weathered = await collectWeather(cluster, hub, folder, network, now, force);
  await publish({ cluster, folder, state, network, now, report }, collection, weathered, scripts);
  await state.writeHub(hub);
  const { asked, added } = collection;
  return { asked, added, written: folder.written, failing: failing(cluster, hub), warnings: state.warnings };
}
