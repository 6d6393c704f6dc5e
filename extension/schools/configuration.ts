/** Combines the store, the packaged cluster and the policy: which schools there are and which URLs are polled. */
import cluster from '../cluster.json';
import type { ListedSchool, PostKind, Store } from '../store/schema.ts';
import { parseSchools } from './parse-schools.ts';

/** Default minutes between two polls of a source. */
const DEFAULT_INTERVAL_MINUTES = 60;
/**
 * Minutes between two polls of a hub's files that rarely tell anything new: its list of schools, and a school's own posts
 * while they are read from the list of all schools.
 */
const RARE_INTERVAL_MINUTES = 1440;

export interface PolledSource {
  url: string;
  /** `cluster` is a hub's list of schools. */
  kind: PostKind | 'cluster';
  /** Whose posts it delivers; missing for a hub's lists. */
  school?: string;
  /** Minutes between two polls, if the user, the policy or the hub sets them. */
  every?: number;
  /** Published by a hub, which allows cross-origin requests: no host permission is needed. */
  hub?: boolean;
  /**
   * The hub's list with the newest posts of all schools, which is read in place of the school's own file. That is still
   * read when the list may lack some of its posts: after subscribing, after more posts than the list holds, and once a
   * day, because a post dated long ago is in no list of the newest.
   */
  list?: string;
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

/** The parts of the store that say which schools there are and what is polled. */
const partsOf = (store: Store): unknown[] => {
  const { managed, choices, settings, own, hub, policyHub, moved } = store;
  // Only of a hub's files it matters how their polls went.
  return [managed, choices, settings, own, hub, policyHub, moved, hubUrl(store) && store.sources];
};

/** Derives something from those parts once: they are replaced when they change, and the same in many edits of a store. */
function remembered<T>(derive: (store: Store) => T): (store: Store) => T {
  let last: { parts: unknown[]; derived: T } | undefined;
  return (store) => {
    const parts = partsOf(store);
    if (!last?.parts.every((part, index) => part === parts[index])) last = { parts, derived: derive(store) };
    return last.derived;
  };
}

/** The hub's URL with a trailing slash; the policy's hub overrides the user's. */
export function hubUrl({ managed, hub }: Store): string | undefined {
  return (managed?.hub ?? hub?.url)?.replace(/\/*$/, '/');
}

/** Where a hub's files come from: its own host, and the one to which its list of schools redirects. */
function hubHosts(store: Store): Set<string> {
  const url = hubUrl(store);
  return new Set(url ? [url, servedHubUrl(store, url)].map(hostAndPort) : []);
}

/** Without the scheme: a hub that is reached by http may list its files by https. */
const hostAndPort = (url: string): string => new URL(url).host;

/** The hub's list of all schools' posts that a school's own file belongs to. */
function hubListOf({ url, kind, school, hub }: PolledSource): string | undefined {
  return hub && url.endsWith(`/schools/${school}/${kind}.json`)
    ? new URL(`../../${kind}.json`, url).href
    : undefined;
}

/** The source from which the new posts of a school's source are read: the hub's list, if there is one. */
export function readFrom({ list, ...source }: PolledSource): PolledSource {
  return list ? { url: list, kind: source.kind, hub: true } : source;
}

/** Whether a hub seems to have no such list: it has said so, or the list has never been read and could not be. */
function isMissing({ sources }: Store, list: string): boolean {
  const { problem, succeeded } = sources[list]?.poll ?? {};
  return !!problem && (!succeeded || problem.status === 404 || problem.status === 410);
}

/** @param hosts of the hub that lists the school; feeds on other hosts still need a permission */
function sourcesFor(
  store: Store,
  { id, ...school }: ListedSchool,
  hosts: ReadonlySet<string>,
  every: number | undefined,
): PolledSource[] {
  return (['news', 'documents'] as const).flatMap((kind) =>
    school[kind].map((listedUrl): PolledSource => {
      const url = store.moved[listedUrl] ?? listedUrl;
      const hub = hosts.size > 0 && hosts.has(hostAndPort(url));
      const source: PolledSource = { url, kind, school: id, ...(hub && { hub }) };
      const list = hubListOf(source);
      if (list && !isMissing(store, list)) return { ...source, list, every: RARE_INTERVAL_MINUTES };
      return { ...source, ...(every !== undefined && { every }) };
    }),
  );
}

/**
 * All schools: packaged, from the hub, from the policy and added by the user. If several list the same id, the
 * policy's feeds win, then the hub's, then the user's, then the packaged ones.
 */
export const schoolsOf = remembered((store): ExtensionSchool[] => {
  const { managed, choices, settings } = store;
  const entries = (origin: ExtensionSchool['origin'], schools: readonly ListedSchool[], hub: boolean) =>
    schools.map((school) => [school.id, { origin, school, hub }] as const);
  const withFeeds = (schools: readonly ListedSchool[]) =>
    schools.filter(({ news, documents }) => news.length || documents.length);
  const hub = managed?.hub ? store.policyHub : store.hub;
  const hosts = hubHosts(store);
  const none: ReadonlySet<string> = new Set();
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
    const sources = sourcesFor(
      store,
      school,
      hub ? hosts : none,
      every ?? (hub ? DEFAULT_INTERVAL_MINUTES : undefined),
    );
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
});

/**
 * The sources that are polled: those of all schools that are on, each URL once, and the hub's lists: of schools, and of
 * the posts of all schools, as often as any of these is to be polled.
 */
export const sourcesOf = remembered((store): PolledSource[] => {
  const hub = hubUrl(store);
  const byUrl = new Map<string, PolledSource>();
  const lists = new Map<string, PolledSource>();
  for (const { on, every, sources } of schoolsOf(store)) {
    if (!on) continue;
    for (const source of sources) {
      const { url, kind } = source;
      if (!byUrl.has(url)) byUrl.set(url, source);
      const list = hubListOf(source);
      if (!list) continue;
      const interval = Math.min(every, lists.get(list)?.every ?? every);
      lists.set(list, { url: list, kind, every: interval, hub: true });
    }
  }
  for (const [url, list] of lists) byUrl.set(url, list);
  if (hub) {
    const url = clusterUrl(hub);
    byUrl.set(url, { url, kind: 'cluster', every: RARE_INTERVAL_MINUTES, hub: true });
  }
  return [...byUrl.values()];
});

/** The hub's file with the list of its schools. */
export const clusterUrl = (hub: string): string => `${hub}cluster.json`;

/** The address that answers for the hub: its own, or where that redirected when it last answered. */
export function servedHubUrl({ sources }: Store, hub: string): string {
  const url = clusterUrl(hub);
  return new URL('.', sources[url]?.poll.moved?.to ?? url).href;
}

/** The match pattern of the permission that a URL needs: its host, over http and https, on any port. */
export function permissionFor(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}
