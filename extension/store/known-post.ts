import { titleNames } from '../../core/identity/clues.ts';
import type { KnownPost } from '../../core/identity/match-posts.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import type { Post } from './schema.ts';

/** A stored post as `matchPosts` recognises it. */
export const knownPost = ({ key, alias, item }: Post): KnownPost =>
  omitUndefined({ key, alias, url: item.url, title: item.title, titleNames: titleNames(item) });
