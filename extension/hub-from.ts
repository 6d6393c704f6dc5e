import { listedIn } from './listed-in.ts';
import type { Hub } from './store.ts';

/** What a hub answered is not a hub's list of schools. */
export class HubError extends Error {
  override readonly name = 'HubError';
}

/**
 * The schools of a hub from its `cluster.json`. A hub that does not know its own address names its lists relative to
 * the file.
 *
 * @param url of the file
 * @throws HubError
 */
export function hubFrom(body: Uint8Array, url: string): Hub {
  let cluster: unknown;
  try {
    cluster = JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new HubError();
  }
  const schools = listedIn(cluster, url);
  const { name } = Object(cluster);
  if (!schools.length || typeof name !== 'string') throw new HubError();
  return { url: new URL('.', url).href, name, schools };
}
