import { ClusterError, readCluster } from '../core/cluster.ts';
import { safeLink } from '../core/link.ts';
import { listedIn } from './configuration.ts';
import type { Hub } from './store.ts';

/** What a hub answered is not a hub's list of schools. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly vi: string;
  readonly en: string;

  constructor(detail: string) {
    super(detail);
    this.vi = `Đây không phải trạm thu tin: ${detail}`;
    this.en = `This is not a hub: ${detail}`;
  }
}

/**
 * The schools of a hub from its `cluster.json`. A hub that does not know its own address names its lists relative to
 * the file.
 *
 * @param url of the file
 * @throws HubError
 */
export function hubFrom(body: Uint8Array, url: string): Hub {
  const absolute = (list: unknown) => (typeof list === 'string' ? (safeLink(list, url) ?? list) : list);
  try {
    const { schools, ...rest } = Object(JSON.parse(new TextDecoder().decode(body)));
    const cluster = readCluster({
      ...rest,
      schools: Array.isArray(schools)
        ? schools.map((school) => {
            const { news, documents, gallery: _, ...named } = Object(school);
            return {
              ...named,
              ...(news && { news: absolute(news) }),
              ...(documents && { documents: absolute(documents) }),
            };
          })
        : schools,
    });
    return { url: new URL('.', url).href, name: cluster.name, schools: listedIn(cluster) };
  } catch (error) {
    if (error instanceof ClusterError) throw new HubError(error.message.split('\n')[0]!);
    throw new HubError('cluster.json');
  }
}
