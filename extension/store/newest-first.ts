import { sortDate } from '../../core/time/mistyped.ts';
import type { Post } from './schema.ts';

export function newestFirst(posts: readonly Post[]): Post[] {
  return posts
    .map((post) => ({ post, date: sortDate(post) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.post.seen - a.post.seen))
    .map(({ post }) => post);
}
