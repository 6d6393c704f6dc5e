import { existsSync } from 'node:fs';
import { type Cluster, readCluster } from '../../core/config/cluster.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { parseConfig, readConfigBytes } from './load-config.ts';

/** Stands in for the schools of a configuration that is still without any. */
const PLACEHOLDER = { id: 'x', name: 'x', home: 'http://x.example/' };

/**
 * Validates a configuration that is being made: unlike one that a run reads, it may have no schools yet.
 *
 * @throws ClusterError
 */
export function readDraft(value: unknown): Cluster {
  const { schools } = (value ?? {}) as { schools?: unknown };
  const isEmpty = Array.isArray(schools) && !schools.length;
  return isEmpty
    ? { ...readCluster({ ...(value as object), schools: [PLACEHOLDER] }), schools: [] }
    : readCluster(value);
}

/** Reads a configuration that is being made; undefined if there is no such file yet. @throws ConfigError */
export async function loadDraft(path: string): Promise<Cluster | undefined> {
  return existsSync(path)
    ? parseConfig(decodeBytes(await readConfigBytes(path)), path, readDraft)
    : undefined;
}
