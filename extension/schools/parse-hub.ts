import { asObject } from '../../core/read/json/values.ts';
import type { Hub } from '../store/schema.ts';
import { hub } from '../store/school-schema.ts';
import { parseSchools } from './parse-schools.ts';

/**
 * Parses a hub's `cluster.json`; undefined if it is not one. Relative URLs are resolved against the file's own, since
 * a hub may not know its public address. What does not fit is left out and named in `rejected`.
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
  const rejected: string[] = [];
  const report = (path: string) => void rejected.push(path);
  const schools = parseSchools(cluster, url, report);
  if (!schools.length) return undefined;
  const { name } = asObject(cluster);
  const found = hub({ url: new URL('.', url).href, name, schools }, report);
  return found && { ...found, ...(rejected.length && { rejected }) };
}
