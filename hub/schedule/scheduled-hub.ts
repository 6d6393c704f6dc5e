import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';
import { configuredSources } from '../collect/sources.ts';
import type { ScheduledHub } from './schedule.ts';

/** IP addresses among the hosts of a cluster's sources. */
function namedAddresses(cluster: Cluster): string[] {
  const hosts = configuredSources(cluster).map(({ url }) => new URL(url).hostname.replace(/^\[|\]$/g, ''));
  const addresses = hosts.flatMap((host) => (host === 'localhost' ? ['127.0.0.1', '::1'] : host));
  return [...new Set(addresses)].filter((host) => isIP(host));
}

/** A hub that is to be run by the program that runs now. */
export const scheduledHub = (
  cluster: Cluster,
  { config, out, state }: { config: string; out: string; state: string },
): ScheduledHub => ({
  node: process.execPath,
  script: resolve(process.argv[1]!),
  config: resolve(config),
  out: resolve(out),
  state: resolve(state),
  addresses: namedAddresses(cluster),
});
