import type { Feed, Item } from '../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../core/model/limits.ts';
import { textMatcher } from '../../core/text/search.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import type { Post, Store } from '../store/schema.ts';

/** The posts that match a query, with or without diacritics, in what the list shows of them or unfolds. */
export function searchPosts(posts: readonly Post[], query: string): Post[] {
  const matches = textMatcher(query);
  return posts.filter(({ item: { title, summary, content_text, _tct } }) =>
    matches([title, summary, content_text, _tct?.document?.number].join('\n')),
  );
}

/** A title for every post: a counted post must not be missing from the list. */
function displayTitle({ title, summary, attachments, url, id }: Item): string {
  return title ?? summary ?? attachments?.[0]?.title ?? url ?? (id || '–');
}

/** Posts as a feed for a widget's `feed` property; the id of an item is the key of its post. */
export function postsAsFeed(store: Store, posts: readonly Post[] = postsOf(store)): Feed {
  const schools = schoolsOf(store).filter(({ on }) => on);
  const items = posts.map(
    ({ key, school, item }): Item => ({
      ...item,
      id: key,
      title: displayTitle(item),
      _tct: { ...item._tct, school },
    }),
  );
  return {
    version: JSON_FEED_VERSION,
    title: '',
    items,
    _tct: {
      schools: Object.fromEntries(schools.map(({ id, name, home }) => [id, { name, ...(home && { home }) }])),
    },
  };
}
