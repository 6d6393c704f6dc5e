import type { Hub } from '../store/schema.ts';
import { parseSchools } from './parse-schools.ts';

/**
 * The schools of a hub from its `cluster.json`. A hub that does not know its own address names its lists relative to
 * the file. Nothing where it is no hub's list.
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
  const { name } = Object(cluster);
  if (!schools.length || typeof name !== 'string') return undefined;
  return { url: new URL('.', url).href, name, schools };
}
