import { newestFirst } from '../store/newest-first.ts';
import type { Post, PostKind, Store } from '../store/schema.ts';
import { schoolsOf } from './configuration.ts';
import { copiesOf } from './same-posts.ts';

export interface PostFilter {
  kind?: PostKind;
  /** School ids; by default all that are on. */
  schools?: readonly string[];
  unread?: boolean;
  starred?: boolean;
}

/** The posts of schools that are on, newest first; one that two of them deliver, once. */
export function postsOf(store: Store, { kind, schools, unread, starred }: PostFilter = {}): Post[] {
  const on = new Set(schoolsOf(store).flatMap(({ id, on }) => (on ? [id] : [])));
  const copies = copiesOf(store);
  // A copy's school also finds the post that is shown for it.
  const wanted = new Set(
    schools && [...copies].flatMap(([copy, shown]) => (schools.includes(copy.school) ? [shown] : [])),
  );
  return newestFirst(
    store.posts.filter(
      (post) =>
        on.has(post.school) &&
        !copies.has(post) &&
        (!kind || post.kind === kind) &&
        (!schools || schools.includes(post.school) || wanted.has(post)) &&
        (!unread || !post.read) &&
        (!starred || post.starred),
    ),
  );
}

/** The number on the badge and in the popup's header. */
export const unreadCount = (store: Store): number => postsOf(store, { unread: true }).length;
