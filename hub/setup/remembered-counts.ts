import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { peekSchool } from '../memory/peek-state.ts';
import { isShown } from '../memory/posts.ts';

/** The number of posts of each source, by list and URL. */
type Counts = Record<ListKind, ReadonlyMap<string, number>>;

/** By path of a state file, with what tells when it is another one. */
const known = new Map<string, { version: string; counts: Counts | undefined }>();

async function count(folder: string, school: string): Promise<Counts | undefined> {
  const lists = await peekSchool(folder, school);
  if (!lists) return undefined;
  const counts = LIST_KINDS.map((kind) => {
    const bySource = new Map<string, number>();
    for (const post of lists[kind].entries)
      if (isShown(post)) bySource.set(post.source, (bySource.get(post.source) ?? 0) + 1);
    return [kind, bySource];
  });
  return Object.fromEntries(counts) as Counts;
}

/**
 * How many posts the hub remembers of a school's sources. Its file may have many megabytes, and is read again only once a
 * run has written another one in its place.
 *
 * @param folder of the state files
 */
export async function rememberedCounts(folder: string, school: string): Promise<Counts | undefined> {
  const path = join(folder, `school-${school}.json`);
  const stats = await stat(path).catch(() => undefined);
  // Between two renames of a write, or before the first.
  if (!stats) return count(folder, school);
  const version = `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
  const before = known.get(path);
  if (before?.version === version) return before.counts;
  const counts = await count(folder, school);
  known.set(path, { version, counts });
  return counts;
}
