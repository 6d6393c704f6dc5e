import { asObject } from '../../core/read/json/values.ts';
import type { Hub } from '../store/schema.ts';
import { parseSchools } from './parse-schools.ts';

/**
 * Parses a hub's `cluster.json`; undefined if it is not one. Relative URLs are resolved against the file's own, since
 * a hub may not know its public address.
 *
 * @param url of the file
 */
export function parseHub(body: Uint8Array, url: string): Hub | undefined {
  let cluster: unknown;
  try {
    cluster = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
  const schools = parseSchools(cluster, url);
  const { name } = asObject(cluster);
  if (!schools.length || typeof name !== 'string') return undefined;
  return { url: new URL('.', url).href, name, schools };
}
