import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';
import { NOW } from './installed-extension.ts';

export const FEED = 'https://truong.example/rss';

/** A store with a number of unread posts that no notification has announced. */
export function storeWithUnread(count: number): Store {
  const school = { id: 'tct', name: 'Trường A', home: FEED, news: [FEED], documents: [] };
  const posts = Array.from(
    { length: count },
    (_, index): Post => ({
      key: `tct:${index}`,
      school: 'tct',
      kind: 'news',
      seen: NOW,
      read: false,
      item: { id: String(index), content_text: '' },
    }),
  );
  const store = addSchool(emptyStore(), school);
  return { ...store, since: { tct: NOW }, posts, untold: posts.map(({ key }) => key) };
}
