import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { Post } from './schema.ts';

/** Sort date of a post in the format of the model; undated posts count from when they were first seen. */
const sortDate = ({ item, seen }: Post): string => item.date_published ?? formatVietnamTime(seen);

export function newestFirst(posts: readonly Post[]): Post[] {
  return posts
    .map((post) => ({ post, date: sortDate(post) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.post.seen - a.post.seen))
    .map(({ post }) => post);
}
