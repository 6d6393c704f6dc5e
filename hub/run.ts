import type { Cluster } from '../core/cluster.ts';
import { Collector, type Report } from './collect.ts';
import { withLock } from './lock.ts';
import { Publisher } from './publish.ts';
import { StateFolder } from './state.ts';
import type { Client } from './transport.ts';
import { collectWeather, lastWeather } from './weather.ts';

export interface RunOptions {
  out: string;
  state: string;
  /** ms since the epoch */
  now: number;
  force?: boolean;
  /** Folder of the widgets' scripts. */
  scripts?: string;
  client: Client;
  report?: (report: Report) => void;
}

export interface RunResult {
  asked: number;
  failed: number;
  added: number;
  written: number;
  warnings: readonly string[];
}

/**
 * One run: asks what is due, remembers, publishes. Killed at any moment it leaves every file whole, and the next run
 * makes good what this one did not: validators are stored last, so that what was not published is read again.
 *
 * @throws BusyError, NewerStateError, WriteError
 */
export async function runHub(cluster: Cluster, options: RunOptions): Promise<RunResult> {
  const { out, now, force, scripts, client, report = () => {} } = options;
  return withLock(options.state, async () => {
    const state = new StateFolder(options.state, now);
    const collection = await new Collector(cluster, state, now, client, report).run(force);
    const { hub } = collection;
    const weather = await collectWeather(cluster, hub.weather, await lastWeather(out), now, client, force);
    hub.weather = weather.state;
    const publisher = new Publisher(cluster, out, state, client);
    await publisher.publish(collection, now, !!weather.places, scripts);
    if (weather.places) await publisher.weather(weather.places);
    await state.writeHub(hub);
    const { asked, failed, added } = collection;
    return {
      ...{ asked, added, written: publisher.written, warnings: state.warnings },
      failed: failed + (weather.state.error ? 1 : 0),
    };
  });
}
