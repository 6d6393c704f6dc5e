/** Combines the store, the packaged cluster and the policy: which schools there are and which URLs are polled. */
import cluster from '../cluster.json';
import type { ListedSchool, PostKind, Store } from '../store/schema.ts';
import { parseSchools } from './parse-schools.ts';

/** Default minutes between two polls of a source. */
const DEFAULT_INTERVAL_MINUTES = 60;
/** Minutes between two polls of a hub's list of schools. */
const HUB_INTERVAL_MINUTES = 1440;

export interface PolledSource {
  url: string;
  /** `cluster` is a hub's list of schools. */
  kind: PostKind | 'cluster';
  school?: string;
  /** Minutes between two polls, if the user, the policy or the hub sets them. */
  every?: number;
  /** Published by a hub, which allows cross-origin requests: no host permission is needed. */
  hub?: boolean;
}

export interface ExtensionSchool {
  id: string;
  name: string;
  /** Missing if the list gives none that is a URL. */
  home?: string;
  on: boolean;
  /** Minutes between two polls. */
  every: number;
  notify: boolean;
  /** Whether its notifications wait for the end of the quiet hours. */
  quiet: boolean;
  origin: 'cluster' | 'own' | 'managed';
  /** Switched on or off by policy: the user cannot change it. */
  locked: boolean;
  /** Sources that are polled while the school is on; empty if no feed is known. */
  sources: PolledSource[];
}

const PACKAGED_SCHOOLS = parseSchools(cluster);

/** The hub's URL with a trailing slash; the policy's hub overrides the user's. */
export function hubUrl({ managed, hub }: Store): string | undefined {
  return (managed?.hub ?? hub?.url)?.replace(/\/*$/, '/');
}

/** @param hub whether a hub lists the school; feeds on other origins still need a permission */
function sourcesFor(
  store: Store,
  school: ListedSchool,
  hub: boolean,
  every: number | undefined,
): PolledSource[] {
  const hubOrigin = hub ? new URL(hubUrl(store)!).origin : '';
  return (['news', 'documents'] as const).flatMap((kind) =>
    school[kind].map((listedUrl): PolledSource => {
      const url = store.moved[listedUrl] ?? listedUrl;
      return {
        url,
        kind,
        school: school.id,
        ...(every !== undefined && { every }),
        ...(new URL(url).origin === hubOrigin && { hub }),
      };
    }),
  );
}

/**
 * All schools: packaged, from the hub, from the policy and added by the user. If several list the same id, the
 * policy's feeds win, then the hub's, then the user's, then the packaged ones.
 */
export function schoolsOf(store: Store): ExtensionSchool[] {
  const { managed, choices, settings } = store;
  const entries = (origin: ExtensionSchool['origin'], schools: readonly ListedSchool[], hub: boolean) =>
    schools.map((school) => [school.id, { origin, school, hub }] as const);
  const withFeeds = (schools: readonly ListedSchool[]) =>
    schools.filter(({ news, documents }) => news.length || documents.length);
  const hub = managed?.hub ? store.policyHub : store.hub;
  const byId = new Map([
    ...entries('cluster', PACKAGED_SCHOOLS, false),
    ...entries('own', store.own, false),
    ...entries(managed?.hub ? 'managed' : 'cluster', withFeeds(hub?.schools ?? []), true),
    ...entries('managed', withFeeds(managed?.schools ?? []), false),
  ]);
  return [...byId.values()].map(({ origin, school, hub }): ExtensionSchool => {
    const { id, name, home } = school;
    const choice = choices[id] ?? {};
    const every = managed?.every ?? choice.every ?? settings.every;
    const sources = sourcesFor(store, school, hub, every ?? (hub ? DEFAULT_INTERVAL_MINUTES : undefined));
    // A packaged school needs a host permission, so it stays off until the user switches it on.
    const wanted = choice.on ?? (hub || origin !== 'cluster');
    return {
      id,
      name,
      ...(home && { home }),
      origin,
      locked: !!managed?.on,
      on: sources.length > 0 && (managed?.on ? managed.on.includes(id) : wanted),
      every: every ?? DEFAULT_INTERVAL_MINUTES,
      notify: choice.notify ?? true,
      quiet: choice.quiet ?? true,
      sources,
    };
  });
}

/** The sources that are polled: those of all schools that are on, each URL once, and the hub's list of schools. */
export function sourcesOf(store: Store): PolledSource[] {
  const hub = hubUrl(store);
  const byUrl = new Map<string, PolledSource>();
  for (const school of schoolsOf(store))
    if (school.on)
      for (const source of school.sources) if (!byUrl.has(source.url)) byUrl.set(source.url, source);
  if (hub) {
    const url = `${hub}cluster.json`;
    byUrl.set(url, { url, kind: 'cluster', every: HUB_INTERVAL_MINUTES, hub: true });
  }
  return [...byUrl.values()];
}

/** The match pattern of the permission that a URL needs: its host, over http and https, on any port. */
export function permissionFor(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}
