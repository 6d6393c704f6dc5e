import {
  type Cluster,
  type ClusterSchool,
  type ClusterSource,
  LIST_KINDS,
  type ListKind,
} from '../../core/config/cluster.ts';
import { LIST_NAMES } from '../messages.ts';

/** One source of one school. */
export interface ConfiguredSource {
  school: ClusterSchool;
  kind: ListKind;
  /** Its entry in the configuration. */
  config: ClusterSource;
  /** The source's URL. */
  url: string;
  /** Whether another source is looked for when it has nothing any more. */
  heals: boolean;
}

/** Key of a source in the state file. Two schools may have the same URL. */
export const stateKey = ({ school, kind, url }: ConfiguredSource): string => `${school.id} ${kind} ${url}`;

/** Whether at least one of the lists, such as a school's, has a source. */
export const hasSources = (lists: Record<ListKind, readonly unknown[]>): boolean =>
  LIST_KINDS.some((kind) => lists[kind].length > 0);

/** The sources of all active schools that are not paused, in the order of the configuration. */
export function configuredSources(cluster: Cluster): ConfiguredSource[] {
  return cluster.schools
    .filter(({ active }) => active)
    .flatMap((school) =>
      LIST_KINDS.flatMap((kind) =>
        school[kind]
          .filter((config) => config.active !== false)
          .map((config): ConfiguredSource => {
            const heals = config.heal ?? school.heal ?? cluster.heal ?? true;
            return { school, kind, config, url: config.url, heals };
          }),
      ),
    );
}

/** The URLs that sources have in the configuration, with the homepages of their schools; see `HttpClient`. */
export const urlsOf = (sources: readonly ConfiguredSource[]): string[] =>
  sources.flatMap(({ url, school }) => [url, school.home]);

/** A source in the form of a configuration file. */
export function configEntry(source: ClusterSource): string | object {
  if (source.kind === 'page') {
    const { pages, ...entry } = source;
    return pages > 1 ? source : entry;
  }
  const { kind: _, ...entry } = source;
  return Object.keys(entry).length > 1 ? entry : entry.url;
}

/** Name of a source in logs and on the terminal. The path is added where a list has several sources. */
export function label({ school, kind, url }: ConfiguredSource): string {
  const { pathname, search } = new URL(url);
  return `${school.id} · ${LIST_NAMES[kind]}${school[kind].length > 1 ? ` (${pathname}${search})` : ''}`;
}
