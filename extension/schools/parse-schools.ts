import { asObject } from '../../core/read/json/values.ts';
import { type Report, within } from '../../core/schema.ts';
import { httpUrl } from '../../core/url.ts';
import type { ListedSchool } from '../store/schema.ts';
import { listedSchool, MAX_SCHOOLS } from '../store/school-schema.ts';

/**
 * The sources in a school's `news` or `documents` field, a string, an object or a list: absolute URLs, and whatever is
 * not one as it is, to be reported. Pages without a feed are for hubs.
 */
function feedUrls(field: unknown, base: string | undefined): unknown[] {
  return [field ?? []].flat().flatMap((source: unknown) => {
    const { url = source, kind } = asObject(source);
    if (kind === 'page') return [];
    return [typeof url === 'string' ? (httpUrl(url, base) ?? url) : url];
  });
}

/**
 * The active schools of a cluster, in the format of the hub's configuration and of its `cluster.json`. What does not fit
 * is left out: a field if the school is usable without it, such as its homepage.
 *
 * @param base of relative URLs
 * @param report receives the path of what is left out
 */
export function parseSchools(
  cluster: unknown,
  base?: string,
  report: Report = () => undefined,
): ListedSchool[] {
  const { schools } = asObject(cluster);
  if (!Array.isArray(schools)) return report('schools') ?? [];
  if (schools.length > MAX_SCHOOLS) report(`schools.${MAX_SCHOOLS}…${schools.length - 1}`);
  return schools.slice(0, MAX_SCHOOLS).flatMap((school: unknown, index) => {
    const { active, news, documents, ...fields } = asObject(school);
    if (active === false) return [];
    const candidate = { ...fields, news: feedUrls(news, base), documents: feedUrls(documents, base) };
    return listedSchool(candidate, within(report, `schools.${index}`)) ?? [];
  });
}
