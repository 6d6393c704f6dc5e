import type { Item } from '../../core/model/feed.ts';
import { hubFolders } from '../config/folders.ts';
import { sameOrMatched } from '../memory/adopt-posts.ts';
import { peekSchool } from '../memory/peek-state.ts';
import { shownPostsOf, sortNewestFirst } from '../memory/posts.ts';
import type { StoredPost } from '../memory/types.ts';
import type { Pointed, SourceRef } from './api.ts';
import { currentCluster, type SetupContext } from './context.ts';

/** Those that are lost are shown to the user. */
const MAX_LOST = 100;

/** The posts that the hub remembers of a source, as its files say. */
async function rememberedPosts(
  context: SetupContext,
  { school, kind, url }: SourceRef,
): Promise<StoredPost[]> {
  const folders = hubFolders(context.config, await currentCluster(context), context.folders);
  const lists = folders && (await peekSchool(folders.state, school));
  return lists ? shownPostsOf(lists[kind], url) : [];
}

function toLost({ item: { title, url, date_published } }: StoredPost) {
  return { title: title ?? url ?? '', ...(url && { url }), ...(date_published && { date: date_published }) };
}

/**
 * Compares what was read with the posts that the hub remembers of a source, by the rules that a run follows when a source
 * is replaced. Reads the state without changing it.
 *
 * @returns ids of the items that are known, and how many of the posts that the source had last are here again
 */
export async function compareWithRemembered(
  context: SetupContext,
  ref: SourceRef,
  items: readonly Item[],
): Promise<{ known: Set<string>; remembered: NonNullable<Pointed['remembered']> }> {
  const posts = await rememberedPosts(context, ref);
  const { matched, same } = sameOrMatched(posts, items, ref.school, true);
  const found = new Map([...matched, ...same]);
  const isFound = new Set(found.values());
  const listed = posts.filter(({ place }) => place >= 0);
  // Those that fell off the end long ago are not expected on the page.
  const expected = listed.length ? listed : sortNewestFirst(posts).slice(0, items.length);
  const lost = sortNewestFirst(expected.filter((post) => !isFound.has(post)));
  return {
    known: new Set([...found.keys()].map(({ id }) => id)),
    remembered: { known: expected.length - lost.length, lost: lost.slice(0, MAX_LOST).map(toLost) },
  };
}
