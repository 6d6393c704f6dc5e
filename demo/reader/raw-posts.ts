import type { Item } from '../../core/index.ts';

/**
 * The raw text of an item.
 *
 * @param index position of the item among the `itemCount` that were read
 * @param rawPosts as `splitRawPosts` returns them. The reader may have merged duplicates: then the item is found by
 *   its id, address or title instead of its position.
 */
export function rawPostOf(
  item: Item,
  index: number,
  itemCount: number,
  rawPosts: readonly string[],
): string | undefined {
  if (itemCount === rawPosts.length) return rawPosts[index];
  const clues = [item.id, item.url, item.title].filter((clue) => clue !== undefined);
  return rawPosts.find((rawPost) => clues.some((clue) => rawPost.includes(clue)));
}

/** Splits a response into the raw text of its posts, in order; empty if it is neither XML with items nor JSON. */
export function splitRawPosts(text: string): string[] {
  const posts = text.match(/<(item|entry)[\s>][\s\S]*?<\/\1>/g);
  if (posts) return posts.map(unindent);
  try {
    const json = JSON.parse(text);
    const list: unknown[] = Array.isArray(json) ? json : (json.items ?? []);
    return list.map((post) => JSON.stringify(post, null, 2));
  } catch {
    return [];
  }
}

/** Removes blank lines, and the indentation that all lines but the first share (at most 40 characters). */
function unindent(source: string): string {
  const lines = source.split('\n').filter((line) => line.trim());
  const indents = lines.slice(1).map((line) => /^\s*/.exec(line)![0].length);
  const shared = Math.min(...indents, 40);
  return lines.map((line, index) => (index ? line.slice(shared) : line)).join('\n');
}
