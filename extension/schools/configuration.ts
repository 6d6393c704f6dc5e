/** What the store, the packaged cluster and the IT department's policy come to: which schools there are, what is polled. */
import cluster from '../cluster.json';
import type { Kind, Listed, Store } from '../store/schema.ts';
import { parseSchools } from './parse-schools.ts';

/** Minutes between two polls of a source, where nobody chooses. */
const DEFAULT_INTERVAL_MINUTES = 60;

export interface PolledSource {
  url: string;
  /** `cluster`: the hub's list of schools. */
  kind: Kind | 'cluster';
  school?: string;
  /** Minutes between two polls, if somebody has chosen. */
  every?: number;
  /** Of a hub, which lets everybody read: no permission is needed. */
  hub?: boolean;
}

export interface ExtensionSchool {
  id: string;
  name: string;
  home: string;
  on: boolean;
  /** Minutes between two polls. */
  every: number;
  notify: boolean;
  /** Keeps the quiet hours. */
  quiet: boolean;
  origin: 'cluster' | 'own' | 'managed';
  /** Chosen by the IT department: not to be changed. */
  locked: boolean;
  /** What would be polled if it is on; empty where no feed is known. */
  sources: PolledSource[];
}

const packaged = parseSchools(cluster);

/** The hub's address, with its slash; the IT department's goes before the user's. */
export function hubUrl({ managed, hub }: Store): string | undefined {
  return (managed?.hub ?? hub?.url)?.replace(/\/*$/, '/');
}

/** @param hub whether the hub has listed it; what it lists elsewhere than with itself needs a permission all the same */
function sources(store: Store, school: Listed, hub: boolean, every: number | undefined): PolledSource[] {
  const home = hub ? new URL(hubUrl(store)!).origin : '';
  return (['news', 'documents'] as const).flatMap((kind) =>
    school[kind].map((given): PolledSource => {
      const url = store.moved[given] ?? given;
      return {
        url,
        kind,
        school: school.id,
        ...(every !== undefined && { every }),
        ...(new URL(url).origin === home && { hub }),
      };
    }),
  );
}

/**
 * Every school there is: the packaged cluster's, the hub's, the IT department's, the user's own. Where several know a
 * school, the IT department's feeds go first, then the hub's, then the user's, then the packaged ones.
 */
export function schoolsOf(store: Store): ExtensionSchool[] {
  const { managed, choices, settings } = store;
  const of = (origin: ExtensionSchool['origin'], schools: readonly Listed[], hub: boolean) =>
    schools.map((school) => [school.id, { origin, school, hub }] as const);
  const read = (schools: readonly Listed[]) =>
    schools.filter(({ news, documents }) => news.length || documents.length);
  const offered = managed?.hub ? store.policyHub : store.hub;
  const found = new Map([
    ...of('cluster', packaged, false),
    ...of('own', read(store.own), false),
    ...of(managed?.hub ? 'managed' : 'cluster', read(offered?.schools ?? []), true),
    ...of('managed', read(managed?.schools ?? []), false),
  ]);
  return [...found.values()].map(({ origin, school, hub }): ExtensionSchool => {
    const choice = choices[school.id] ?? {};
    const locked = !!managed?.on;
    const every = managed?.every ?? choice.every ?? settings.every;
    const listed = sources(store, school, hub, every ?? (hub ? DEFAULT_INTERVAL_MINUTES : undefined));
    // What needs a permission is not on before the user has said so.
    const wanted = choice.on ?? (hub || origin !== 'cluster');
    return {
      ...{ id: school.id, name: school.name, home: school.home, origin, locked },
      on: listed.length > 0 && (managed?.on ? managed.on.includes(school.id) : wanted),
      every: every ?? DEFAULT_INTERVAL_MINUTES,
      notify: choice.notify ?? true,
      quiet: choice.quiet ?? true,
      sources: listed,
    };
  });
}

/** What is polled: the sources of the schools that are on, each address once, and the hub's list of schools, daily. */
export function sourcesOf(store: Store): PolledSource[] {
  const hub = hubUrl(store);
  const found = new Map<string, PolledSource>();
  for (const school of schoolsOf(store))
    if (school.on)
      for (const source of school.sources) if (!found.has(source.url)) found.set(source.url, source);
  if (hub)
    found.set(`${hub}cluster.json`, { url: `${hub}cluster.json`, kind: 'cluster', every: 1440, hub: true });
  return [...found.values()];
}

/** The permission a source needs: its host, by either protocol; ports do not count. */
export function permissionFor(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}
