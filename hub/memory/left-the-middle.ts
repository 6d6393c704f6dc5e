import type { StoredPost } from './types.ts';

/**
 * The posts that disappeared from the middle of their list, which means that they were withdrawn: a post that came
 * after them and is not newer is still listed. Dates are compared because of lists in reverse order, and of old posts
 * pinned to the top.
 *
 * @param left the posts that are not listed any more
 * @param oldPositions of these and the listed ones, before the poll
 */
export function leftTheMiddle(
  left: readonly StoredPost[],
  listed: Iterable<StoredPost>,
  oldPositions: ReadonlyMap<StoredPost, number>,
): Set<StoredPost> {
  const lastFirst = (posts: Iterable<StoredPost>) =>
    [...posts]
      .map((post) => ({ position: oldPositions.get(post) ?? -1, post }))
      .sort((a, b) => b.position - a.position);
  const others = lastFirst(listed);
  const found = new Set<StoredPost>();
  /** Earliest date of the listed posts that came after the current one; a post without a date may be older than any. */
  let earliest: string | undefined;
  let next = 0;
  for (const { position, post } of lastFirst(left)) {
    for (; others[next] && others[next]!.position > position; next++) {
      const date = others[next]!.post.item.date_published ?? '';
      if (earliest === undefined || date < earliest) earliest = date;
    }
    const date = post.item.date_published;
    if (earliest !== undefined && (!date || earliest <= date)) found.add(post);
  }
  return found;
}
