/**
 * A cluster's configuration: its schools and their sources. The hub reads it, and the extension ships with one.
 * Unlike feeds, which are salvaged, a configuration with mistakes is refused, and they are explained.
 */
import { type Cluster, clusterSchema, LIST_KINDS } from './cluster-schema.ts';
import { describeIssue, describePath } from './describe-issue.ts';

export {
  type Cluster,
  type ClusterSchool,
  type ClusterSource,
  LIST_KINDS,
  type ListKind,
  type PageSource,
  type Place,
} from './cluster-schema.ts';

/** A mistake in a configuration. */
export interface ConfigProblem {
  /** As in the value that was validated. */
  path: readonly PropertyKey[];
  /** For example `schools[2] "nb" › news[0] › url`. */
  where: string;
  /** What is expected there and what the file has instead, in Vietnamese. */
  wanted: string;
}

/** Thrown by `readCluster`; the message has one line per problem. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ where, wanted }) => `${where}: ${wanted}`).join('\n'));
  }
}

interface Contradiction {
  path: PropertyKey[];
  wanted: string;
}

/** Finds mistakes that involve several fields: repeated ids or sources, unknown successors. */
function findContradictions({ schools, places }: Cluster): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [list, entries] of Object.entries({ schools, places })) {
    const seen = new Set<string>();
    for (const [index, { id }] of entries.entries()) {
      if (seen.has(id)) found.push({ path: [list, index, 'id'], wanted: 'mã này đã dùng ở trên' });
      seen.add(id);
    }
  }
  for (const [index, { id, successor, ...lists }] of schools.entries()) {
    for (const kind of LIST_KINDS) {
      const urls = lists[kind].map(({ url }) => url);
      for (const [place, url] of urls.entries())
        if (urls.indexOf(url) < place)
          found.push({
            path: ['schools', index, kind, place, 'url'],
            wanted: `địa chỉ này đã ghi ở trên; đang ghi ${JSON.stringify(url)}`,
          });
    }
    if (successor && (successor === id || !schools.some((other) => other.id === successor)))
      found.push({
        path: ['schools', index, 'successor'],
        wanted: `cần mã của một trường khác trong danh sách; đang ghi "${successor}"`,
      });
  }
  return found;
}

/**
 * Validates a cluster's configuration and fills in defaults.
 *
 * @param value parsed JSON
 * @throws {ClusterError} with all mistakes
 */
export function readCluster(value: unknown): Cluster {
  const { data, error } = clusterSchema.safeParse(value);
  const problems = data
    ? findContradictions(data)
    : error.issues.map((issue) => ({ path: issue.path, wanted: describeIssue(issue, value) }));
  if (data && !problems.length) return data;
  throw new ClusterError(
    problems.map(({ path, wanted }) => ({ path, where: describePath(path, value), wanted })),
  );
}
