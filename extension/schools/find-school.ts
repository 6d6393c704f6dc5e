import { serverOf } from '../../core/poll/plan.ts';
import { canonicalUrl } from '../../core/url.ts';
import type { ListedSchool, Store } from '../store/schema.ts';
import { type ExtensionSchool, schoolsOf } from './configuration.ts';

/** The school whose site a page belongs to, preferably one with known sources. */
export function findSchool(store: Store, page: string): ExtensionSchool | undefined {
  const isSameSite = (url: string) => serverOf(url) === serverOf(page);
  const matches = schoolsOf(store).filter(
    ({ home, sources }) => (home && isSameSite(home)) || sources.some(({ url }) => isSameSite(url)),
  );
  return matches.find(({ sources }) => sources.length) ?? matches[0];
}

/**
 * Finds the school of a page among those that the hub or the policy lists with their feeds: by its site, or by the
 * feed itself. Feeds of the user's own for such a school bring its posts a second time.
 */
export function providedSchools({
  managed,
  hub,
  policyHub,
}: Store): (page: string) => ListedSchool | undefined {
  const lists = [(managed?.hub ? policyHub : hub)?.schools, managed?.schools];
  const byAddress = new Map<string, ListedSchool>();
  for (const school of lists.flatMap((schools) => schools ?? [])) {
    const feeds = [...school.news, ...school.documents];
    if (!feeds.length) continue;
    if (school.home) byAddress.set(serverOf(school.home), school);
    for (const url of feeds) byAddress.set(canonicalUrl(url), school);
  }
  return (page) => byAddress.get(canonicalUrl(page)) ?? byAddress.get(serverOf(page));
}
