import {
  type Cluster,
  type ClusterSchool,
  type ClusterSource,
  KINDS,
  type Kind,
} from '../../core/config/cluster.ts';
import { LIST } from '../messages.ts';

/** One source of one school. */
export interface Job {
  school: ClusterSchool;
  kind: Kind;
  source: ClusterSource;
  url: string;
}

/** What a source's state goes by: the same address may serve two schools. */
export const stateKey = ({ school, kind, url }: Job): string => `${school.id} ${kind} ${url}`;

export function jobsOf(cluster: Cluster): Job[] {
  return cluster.schools
    .filter(({ active }) => active)
    .flatMap((school) =>
      KINDS.flatMap((kind) => school[kind].map((source): Job => ({ school, kind, source, url: source.url }))),
    );
}

/** A source as logs and the terminal name it: by its path only where a list has several. */
export function label({ school, kind, url }: Job): string {
  const { pathname, search } = new URL(url);
  return `${school.id} · ${LIST[kind]}${school[kind].length > 1 ? ` (${pathname}${search})` : ''}`;
}
