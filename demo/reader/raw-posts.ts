import type { Item } from '../../core/index.ts';

/** The source of a post among those that were sent: its own place, unless some were left out as being the same. */
export function sentOf(item: Item, place: number, read: number, sent: readonly string[]): string | undefined {
  if (read === sent.length) return sent[place];
  const signs = [item.id, item.url, item.title].filter((sign) => sign !== undefined);
  return sent.find((source) => signs.some((sign) => source.includes(sign)));
}

/** The source of each post in an answer, in order, to be shown beside what was read of it. */
export function sentPosts(text: string): string[] {
  const posts = text.match(/<(item|entry)[\s>][\s\S]*?<\/\1>/g);
  if (posts) return posts.map(unindent);
  try {
    const answer = JSON.parse(text);
    const list: unknown[] = Array.isArray(answer) ? answer : (answer.items ?? []);
    return list.map((post) => JSON.stringify(post, null, 2));
  } catch {
    return [];
  }
}

function unindent(source: string): string {
  const lines = source.split('\n').filter((line) => line.trim());
  const indents = lines.slice(1).map((line) => /^\s*/.exec(line)![0].length);
  const least = Math.min(...indents, 40);
  return lines.map((line, index) => (index ? line.slice(least) : line)).join('\n');
}
