import type { Feed, Item } from '../../core/model/feed.ts';
import { textMatcher } from '../../core/text/search.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import type { Post, Store } from '../store/schema.ts';

/** Those of some posts that have the words that are looked for, marks optional. */
export function search(posts: readonly Post[], query: string): Post[] {
  const found = textMatcher(query);
  return posts.filter(({ item: { title = '', summary = '' } }) => found(`${title} ${summary}`));
}

/** What a post is called; no list may leave out one that is counted. */
function titleOf({ title, summary, attachments, url, id }: Item): string {
  return title ?? summary ?? attachments?.[0]?.title ?? url ?? id;
}

/** Stored posts as the model, for a widget's `feed`; an item's id is its post's key. */
export function feedOf(store: Store, posts = postsOf(store)): Feed {
  const schools = schoolsOf(store).filter(({ on }) => on);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: '',
    items: posts.map(
      ({ key, school, item }): Item => ({
        ...{ ...item, id: key, title: titleOf(item) },
        _tct: { ...item._tct, school },
      }),
    ),
    _tct: { schools: Object.fromEntries(schools.map(({ id, name, home }) => [id, { name, home }])) },
  };
}
