import { asObject } from '../../core/read/json/values.ts';
import { httpUrl } from '../../core/url.ts';
import { type ListedSchool, listedSchool } from '../store/schema.ts';

/** Feed URLs of a school's `news` or `documents` field: a string, an object or a list. Pages without a feed are for hubs. */
function feedUrls(field: unknown, base: string | undefined): string[] {
  return [field ?? []].flat().flatMap((source: unknown) => {
    const { url = source, kind } = asObject(source);
    const feedUrl = kind === 'page' || typeof url !== 'string' ? undefined : httpUrl(url, base);
    return feedUrl ?? [];
  });
}

/**
 * The active schools of a cluster, in the format of the hub's configuration and of its `cluster.json`. Invalid entries
 * are skipped.
 *
 * @param base of relative URLs
 */
export function parseSchools(cluster: unknown, base?: string): ListedSchool[] {
  const { schools } = asObject(cluster);
  return (Array.isArray(schools) ? schools : []).flatMap((school: unknown) => {
    const { id, name, home, active, news, documents } = asObject(school);
    if (active === false) return [];
    const candidate = { id, name, home, news: feedUrls(news, base), documents: feedUrls(documents, base) };
    return listedSchool(candidate) ?? [];
  });
}
