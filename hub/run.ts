import type { Cluster } from '../core/config/cluster.ts';
import { Collector } from './collect/collect.ts';
import { readAgain } from './collect/read-again.ts';
import type { SourceEvent } from './collect/source-event.ts';
import { configuredSources } from './collect/sources.ts';
import { collectWeather } from './collect/weather.ts';
import { type ClientOptions, HttpClient } from './http/client.ts';
import { removeAbandoned, toWriteError } from './memory/files.ts';
import { prepareFolders } from './memory/folders.ts';
import { withLock } from './memory/lock.ts';
import { StateFolder } from './memory/state.ts';
import { PublicFolder } from './publish/public-folder.ts';
import { publish } from './publish/publish.ts';
import { PublishedLists } from './publish/published-lists.ts';
import { failingSources } from './publish/status.ts';
import { publishWeather, readWeather } from './publish/weather.ts';

/** Progress of a run: of a source, or how many images have been copied. */
export type RunEvent = SourceEvent | { phase: 'images'; done: number; total: number };

export interface RunOptions {
  /** Folder to publish to. */
  out: string;
  /** Folder of the state files; not to be published. */
  state: string;
  /** ms since the epoch */
  now: number;
  /** Also polls sources that are not due yet, and publishes all files. */
  force?: boolean;
  /** Folder of the widgets' scripts; without it, none are published. */
  scripts?: string;
  clientOptions: ClientOptions;
  report?: (event: RunEvent) => void;
}

export interface RunResult {
  /** Sources polled. Named as in the JSON log. */
  asked: number;
  /** New posts. */
  added: number;
  /** Files written, not counting their compressed copies. */
  written: number;
  /** Labels of all configured sources that fail, whether they were polled in this run or not. */
  failing: string[];
  warnings: readonly string[];
}

/**
 * Runs the hub once: polls the sources that are due, stores their posts, publishes what changed. A run that is killed
 * leaves every file intact. The next run catches up, because validators are stored last: what was not published is
 * fetched again.
 *
 * @throws BusyError, NewerStateError, WriteError
 */
export async function runHub(cluster: Cluster, options: RunOptions): Promise<RunResult> {
  try {
    await prepareFolders(options.out, options.state);
    return await withLock(options.state, () => runLocked(cluster, options));
  } catch (error) {
    throw toWriteError(error);
  }
}

async function runLocked(cluster: Cluster, options: RunOptions): Promise<RunResult> {
  const { now, force = false, scripts, report = () => {} } = options;
  for (const path of [options.state, options.out]) await removeAbandoned(path);
  const state = new StateFolder(options.state, now);
  const folder = new PublicFolder(options.out);
  const sources = configuredSources(cluster);
  const client = new HttpClient(options.clientOptions, [...sources.map(({ url }) => url), cluster.weather]);
  const published = new PublishedLists(cluster, folder, state, now);
  state.restoreSchool = (id) => published.restore(id);
  const hub = await state.readHub();
  if (force) delete hub.published;

  const collection = await new Collector(cluster, state, hub, client, now, report).run(force);
  const { polled: weatherPolled, weather } = await collectWeather(
    cluster,
    hub,
    await readWeather(folder),
    client,
    now,
    force,
  );
  await publishWeather(folder, cluster, weather);

  const onImage = (done: number, total: number) => report({ phase: 'images', done, total });
  const publishing = { cluster, folder, state, client, now, onImage };
  await publish(publishing, collection, weatherPolled, scripts);
  readAgain(hub, sources, state.damagedSchools);
  await state.writeHub(hub);
  return {
    asked: collection.polled,
    added: collection.added,
    written: folder.written,
    failing: failingSources(cluster, hub),
    warnings: state.warnings,
  };
}
