/** The memory of schools whose id was changed in the configuration. */
import { type ClusterSchool, LIST_KINDS } from '../../core/config/cluster.ts';
import type { StateFolder } from './state.ts';
import type { HubState, SchoolLists, StoredPost } from './types.ts';

/** The number of posts that are from sources which a school has in the configuration. */
function postsOf(school: ClusterSchool, lists: SchoolLists | undefined): number {
  if (!lists) return 0;
  const counts = LIST_KINDS.map((kind) => {
    const urls = new Set(school[kind].map(({ url }) => url));
    return lists[kind].entries.filter(({ source }) => urls.has(source)).length;
  });
  return counts.reduce((sum, count) => sum + count);
}

/** A school's lists under another id: those of its posts begin with it. */
function withId(lists: SchoolLists, from: string, to: string): SchoolLists {
  const renamed = (id: string) => (id.startsWith(`${from}:`) ? to + id.slice(from.length) : id);
  const toPost = ({ id, key, alias, ...post }: StoredPost): StoredPost => ({
    ...post,
    id: renamed(id),
    key: renamed(key),
    ...(alias && { alias: renamed(alias) }),
  });
  const toList = (kind: keyof SchoolLists) => ({ ...lists[kind], entries: lists[kind].entries.map(toPost) });
  return { news: toList('news'), documents: toList('documents'), gallery: toList('gallery') };
}

/** The states of the sources, those of one school under another id. */
const sourcesWithId = (sources: HubState['sources'], from: string, to: string): HubState['sources'] =>
  Object.fromEntries(
    Object.entries(sources).map(([key, state]) => [
      key.startsWith(`${from} `) ? to + key.slice(from.length) : key,
      state,
    ]),
  );

/**
 * Lets the memory follow a school whose id was changed: it is a new one, and one that is no longer configured had its
 * sources. The lists come first, so that a run that is killed in between loses no post.
 *
 * @param hub its `sources` are updated
 * @throws WriteError
 */
export async function followNewIds(
  schools: readonly ClusterSchool[],
  state: StateFolder,
  hub: HubState,
): Promise<void> {
  const ids = new Set(schools.map(({ id }) => id));
  const former = new Set((await state.schoolIds()).filter((id) => !ids.has(id)));
  const isPolled = ({ id }: ClusterSchool) =>
    Object.keys(hub.sources).some((key) => key.startsWith(`${id} `));
  for (const school of schools) {
    if (!former.size) return;
    const { id } = school;
    // One that is paused has posts only.
    if (isPolled(school) || postsOf(school, await state.peekSchool(id))) continue;
    let best: { from: string; lists: SchoolLists; posts: number } | undefined;
    for (const from of former) {
      const lists = await state.peekSchool(from);
      const posts = postsOf(school, lists);
      if (lists && posts > (best?.posts ?? 0)) best = { from, lists, posts };
    }
    if (!best) continue;
    const { from, lists } = best;
    await state.writeSchool(id, withId(lists, from, id));
    hub.sources = sourcesWithId(hub.sources, from, id);
    await state.writeHub(hub);
    await state.removeSchool(from);
    former.delete(from);
    state.warnings.push(
      `Trường “${from}” nay có mã “${id}”: các bài đã nhớ được giữ. Danh sách của trường nay ở schools/${id}/; trang nào nhúng mã “${from}” thì sửa lại.`,
    );
  }
}
