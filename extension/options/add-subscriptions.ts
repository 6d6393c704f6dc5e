/** Adds the subscriptions of an OPML file to those that are there, as pure functions. */
import { canonicalUrl } from '../../core/url.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { providedSchools } from '../schools/find-school.ts';
import { addSchool, uniqueSchoolId } from '../store/changes.ts';
import type { ListedSchool, Store } from '../store/schema.ts';
import { MAX_FEEDS } from '../store/school-schema.ts';
import type { Subscription } from './opml.ts';

/** Schools that the user may add. */
export const MAX_OWN_SCHOOLS = 500;

/**
 * What adding a subscription would do: `new` adds a school, `extends` gives feeds to the school `name`, `followed`
 * changes nothing, `provided` brings the posts that the school `name` of the hub or of the policy brings already.
 */
export type ImportPlan = { does: 'new' | 'followed' } | { does: 'extends' | 'provided'; name: string };

export interface ImportResult {
  store: Store;
  /** Schools that were added, and those that got more feeds. */
  added: number;
  extended: number;
  /** Names of schools that the hub or the policy has already, and of those beyond the limits. */
  provided: string[];
  beyond: string[];
}

const feedsOf = ({ news, documents }: Pick<ListedSchool, 'news' | 'documents'>) => [...news, ...documents];

/** A school of the user's or of the package to which feeds can be added, and its feeds. */
interface KnownSchool extends ListedSchool {
  on: boolean;
}

/** Schools by their homepage, as `canonicalUrl` writes it. */
function knownSchools(store: Store): Map<string, KnownSchool> {
  const schools = schoolsOf(store).flatMap(({ id, name, home, on, sources }) => {
    if (!home) return [];
    const urls = (kind: string) => sources.filter((source) => source.kind === kind).map(({ url }) => url);
    return [
      [canonicalUrl(home), { id, name, home, on, news: urls('news'), documents: urls('documents') }] as const,
    ];
  });
  return new Map(schools);
}

/** What adding each of the subscriptions would do. */
export function planImport(store: Store, subscriptions: readonly Subscription[]): ImportPlan[] {
  const followed = new Set(
    schoolsOf(store).flatMap(({ on, sources }) => (on ? sources.map(({ url }) => canonicalUrl(url)) : [])),
  );
  const known = knownSchools(store);
  const providedAt = providedSchools(store);
  return subscriptions.map((subscription): ImportPlan => {
    const { home } = subscription;
    const feeds = feedsOf(subscription);
    if (feeds.every((url) => followed.has(canonicalUrl(url)))) return { does: 'followed' };
    const provided = providedAt(home) ?? feeds.map(providedAt).find(Boolean);
    if (provided) return { does: 'provided', name: provided.name };
    const school = known.get(canonicalUrl(home));
    return school && feedsOf(school).length ? { does: 'extends', name: school.name } : { does: 'new' };
  });
}

/** The feeds of a school, followed by those that it does not have yet. */
export function withFeeds(
  school: ListedSchool,
  { news, documents }: Pick<ListedSchool, 'news' | 'documents'>,
): ListedSchool {
  const has = new Set(feedsOf(school).map(canonicalUrl));
  const isNew = (url: string) => !has.has(canonicalUrl(url));
  return {
    ...school,
    news: [...school.news, ...news.filter(isNew)].slice(0, MAX_FEEDS),
    documents: [...school.documents, ...documents.filter(isNew)].slice(0, MAX_FEEDS),
  };
}

/**
 * Follows the chosen subscriptions. A school with the same homepage keeps its name and its feeds, and gets those of the
 * file in addition. Left out are homepages of schools whose feeds come from the hub or the policy: they would not be
 * polled.
 */
export function addSubscriptions(store: Store, subscriptions: readonly Subscription[]): ImportResult {
  const result: ImportResult = { store, added: 0, extended: 0, provided: [], beyond: [] };
  const known = knownSchools(store);
  const takenIds = new Set(schoolsOf(store).map(({ id }) => id));
  const providedAt = providedSchools(store);
  for (const subscription of subscriptions) {
    const key = canonicalUrl(subscription.home);
    const school = known.get(key);
    const provided = providedAt(subscription.home);
    if (provided?.home && canonicalUrl(provided.home) === key) {
      result.provided.push(provided.name);
      continue;
    }
    const isOwn = result.store.own.some(({ id }) => id === school?.id);
    if (!isOwn && result.store.own.length >= MAX_OWN_SCHOOLS) {
      result.beyond.push(subscription.name);
      continue;
    }
    const { on, ...listed } = school ?? {
      ...subscription,
      id: uniqueSchoolId(result.store, subscription.home, takenIds),
      on: false,
    };
    const extended = withFeeds(listed, subscription);
    if (on && feedsOf(extended).length === feedsOf(listed).length) continue;
    result.store = addSchool(result.store, extended);
    known.set(key, { ...extended, on: true });
    takenIds.add(extended.id);
    if (school && feedsOf(school).length) result.extended++;
    else result.added++;
  }
  return result;
}
