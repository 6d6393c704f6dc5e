import { httpUrl } from '../../core/url.ts';
import { type Listed, listed } from '../store/schema.ts';

/** Addresses of feeds, however the cluster's format writes them; lists on pages are read by hubs only. */
function feeds(given: unknown, base: string | undefined): string[] {
  return [given ?? []].flat().flatMap((source: unknown) => {
    const { url = source, kind } = Object(source);
    const link = kind === 'page' || typeof url !== 'string' ? undefined : httpUrl(url, base);
    return link ?? [];
  });
}

/**
 * The schools of a cluster, as the hub's configuration and its `cluster.json` write them, that still publish. What is
 * no school is left out.
 *
 * @param base of relative addresses
 */
export function parseSchools(cluster: unknown, base?: string): Listed[] {
  const { schools } = Object(cluster) as { schools?: unknown };
  return (Array.isArray(schools) ? schools : []).flatMap((school: unknown) => {
    const { id, name, home, active, news, documents } = Object(school);
    const plain = { id, name, home, news: feeds(news, base), documents: feeds(documents, base) };
    return (active !== false && listed(plain)) || [];
  });
}
