import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../core/config/cluster.ts';
import { allSettled } from './all-settled.ts';
import { Collector } from './collect/collect.ts';
import { readAgain } from './collect/read-again.ts';
import type { SourceEvent } from './collect/source-event.ts';
import { type ConfiguredSource, configuredSources, urlsOf } from './collect/sources.ts';
import { TIME_LIMITS, type TimeLimits } from './collect/time-budget.ts';
import { collectWeather, failedWeather } from './collect/weather.ts';
import { type ClientOptions, HttpClient } from './http/client.ts';
import { removeAbandoned, toWriteError } from './memory/files.ts';
import { prepareFolders } from './memory/folders.ts';
import { withLock } from './memory/lock.ts';
import { followNewIds } from './memory/renamed-schools.ts';
import { StateFolder } from './memory/state.ts';
import { BuildFiles, type BuildFolders } from './publish/build-files.ts';
import { PublicFolder } from './publish/public-folder.ts';
import { Publisher } from './publish/publish.ts';
import { PublishedLists } from './publish/published-lists.ts';
import { failingSources } from './publish/status.ts';
import { publishWeather, readWeather } from './publish/weather.ts';

/** Progress of a run: of a source, or how many images have been copied. */
export type RunEvent = SourceEvent | { phase: 'images'; done: number; total: number };

export interface RunOptions extends BuildFolders {
  /** Folder to publish to. */
  out: string;
  /** Folder of the state files; not to be published. */
  state: string;
  /** ms since the epoch */
  now: number;
  /** Also polls sources that are not due yet, and publishes all files, over those of somebody else as well. */
  force?: boolean;
  /** Polls this source alone, even if it is not due, and not the weather. Such a run is not remembered as the last. */
  only?: (source: ConfiguredSource) => boolean;
  clientOptions: ClientOptions;
  /** What slow servers may take of the run; `TIME_LIMITS` by default. */
  timeLimits?: TimeLimits;
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

/** Whether some work is still pending after a time. */
async function isPendingAfter(ms: number, work: Promise<unknown>): Promise<boolean> {
  const stop = new AbortController();
  const ended = work.then(
    () => false,
    () => false,
  );
  const late = sleep(ms, true, { signal: stop.signal }).catch(() => false);
  try {
    return await Promise.race([ended, late]);
  } finally {
    stop.abort();
  }
}

/** Publishes what has been collected, at the end of some work and every so often until then. */
async function publishMeanwhile(
  work: Promise<void>,
  publish: () => Promise<void>,
  { publishEveryMs }: TimeLimits,
): Promise<void> {
  const publishOften = async () => {
    while (await isPendingAfter(publishEveryMs, work)) await publish();
  };
  await allSettled([work, publishOften()]);
  await publish();
}

/**
 * Runs the hub once: polls the sources that are due, stores their posts, publishes what changed, copies images. A run
 * that is killed leaves every file intact. The next run catches up, because validators are stored last: what was not
 * published is fetched again.
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
  const { now, force = false, only, report = () => {}, timeLimits = TIME_LIMITS } = options;
  for (const path of [options.state, options.out]) await removeAbandoned(path);
  const state = new StateFolder(options.state, now);
  const folder = new PublicFolder(options.out);
  const sources = configuredSources(cluster);
  const client = new HttpClient(options.clientOptions, [...urlsOf(sources), cluster.weather]);
  const published = new PublishedLists(cluster, folder, state, now);
  state.restoreSchool = (id) => published.restore(id);
  const hub = await state.readHub();
  await followNewIds(cluster.schools, state, hub);
  if (force) delete hub.published;

  const onImage = (done: number, total: number) => report({ phase: 'images', done, total });
  const build = await BuildFiles.open(options, folder, state, force);
  const publisher = await Publisher.open({ cluster, folder, state, client, now, onImage }, hub, build);
  const collector = new Collector(cluster, state, hub, client, now, report, timeLimits);
  const publish = () =>
    collector.whilePaused(async (changed) => {
      if (collector.counts.polled && !only) hub.lastRun = now;
      await publisher.publish(changed);
      if (collector.counts.polled) await publisher.publishStatus();
    });
  const collectNews = async () => {
    await publishMeanwhile(collector.pollLists(force || !!only, only), publish, timeLimits);
    await publishMeanwhile(collector.fetchPages(), publish, timeLimits);
  };
  const collectForecasts = async () => {
    if (only) return false;
    const before = hub.weather;
    try {
      const previous = await readWeather(folder);
      const { polled, weather } = await collectWeather(cluster, hub, previous, client, now, force);
      await publishWeather(folder, cluster, weather);
      return polled;
    } catch (error) {
      hub.weather = failedWeather(before, error, now);
      return true;
    }
  };
  const [, weatherPolled] = await allSettled([collectNews(), collectForecasts()]);
  if (weatherPolled) {
    hub.lastRun = now;
    await publisher.publishStatus();
  }
  readAgain(hub, sources, state.damagedSchools);
  // What follows may take minutes. If it is interrupted, nothing has to be fetched again.
  await state.writeHub(hub);
  await publisher.publishImages();
  await publisher.finish();
  await state.writeHub(hub);
  return {
    asked: collector.counts.polled,
    added: collector.counts.added,
    written: folder.written,
    failing: failingSources(cluster, hub),
    warnings: state.warnings,
  };
}
