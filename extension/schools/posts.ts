import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { Kind, Post, Store } from '../store/schema.ts';
import { schoolsOf } from './configuration.ts';

export interface Filter {
  kind?: Kind;
  /** Ids; all that are on without. */
  schools?: readonly string[];
  unread?: boolean;
  starred?: boolean;
}

/** When a post counts from: one without a date from when it was first seen. As the model writes it. */
function postDate({ item, seen }: Pick<Post, 'item' | 'seen'>): string {
  return item.date_published ?? formatVietnamTime(seen);
}

export function newestFirst(posts: readonly Post[]): Post[] {
  return posts
    .map((post) => ({ post, date: postDate(post) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.post.seen - a.post.seen))
    .map(({ post }) => post);
}

/** The stored posts of schools that are on, newest first. */
export function postsOf(store: Store, { kind, schools, unread, starred }: Filter = {}): Post[] {
  const on = new Set(schoolsOf(store).flatMap(({ id, on }) => (on ? [id] : [])));
  return newestFirst(
    store.posts.filter(
      (post) =>
        on.has(post.school) &&
        (!kind || post.kind === kind) &&
        (!schools || schools.includes(post.school)) &&
        (!unread || !post.read) &&
        (!starred || post.starred),
    ),
  );
}

/** A number of posts that wait to be read: what the badge shows and the list holds. */
export const unreadCount = (store: Store): number => postsOf(store, { unread: true }).length;
