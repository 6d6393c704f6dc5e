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
  source: ClusterSource;
  url: string;
}

/** What a source's state goes by: the same address may serve two schools. */
export const stateKey = ({ school, kind, url }: ConfiguredSource): string => `${school.id} ${kind} ${url}`;

export function configuredSources(cluster: Cluster): ConfiguredSource[] {
  return cluster.schools
    .filter(({ active }) => active)
    .flatMap((school) =>
      LIST_KINDS.flatMap((kind) =>
        school[kind].map((source): ConfiguredSource => ({ school, kind, source, url: source.url })),
      ),
    );
}

/** A source as logs and the terminal name it: by its path only where a list has several. */
export function label({ school, kind, url }: ConfiguredSource): string {
  const { pathname, search } = new URL(url);
  return `${school.id} · ${LIST_NAMES[kind]}${school[kind].length > 1 ? ` (${pathname}${search})` : ''}`;
}
