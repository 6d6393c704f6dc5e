import type { Item } from '../../../core/model/feed.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';

const HOUR = 3_600_000;

/** A post of a school, published so many hours ago. */
export function post(
  school: string,
  id: string,
  hours: number,
  more: Partial<Post & { item: Partial<Item> }> = {},
): Post {
  return {
    key: `${school}:${id}`,
    ...{ school, kind: 'news', seen: Date.now() - hours * HOUR, read: false },
    ...more,
    item: {
      ...{ id, title: `Bài ${id}`, url: `http://127.0.0.1:9/${id}`, content_text: '' },
      date_published: formatVietnamTime(Date.now() - hours * HOUR),
      _tct: { precision: 'minute' },
      ...more.item,
    },
  };
}

/** Two schools that are followed, and what has been read of them; nothing of theirs is due. */
export function stored(posts: Post[], more: Partial<Store> = {}): Store {
  const now = Date.now();
  const schools = [
    { id: 'ninh-binh', name: 'Trường Chính trị tỉnh Ninh Bình', port: 9 },
    { id: 'hung-yen', name: 'Trường Chính trị Nguyễn Văn Linh tỉnh Hưng Yên', port: 10 },
  ];
  let store: Store = { ...emptyStore(), posts };
  for (const { id, name, port } of schools) {
    const url = `http://127.0.0.1:${port}/rss`;
    store = addSchool(store, { id, name, home: `http://127.0.0.1:${port}/`, news: [url], documents: [] });
    store.since[id] = now - 48 * HOUR;
    store.sources[url] = {
      poll: { due: now + HOUR, earliest: now, failures: 0, checked: now - HOUR, succeeded: now - HOUR },
      posts: posts.length,
      since: store.since[id]!,
    };
  }
  return { ...store, settings: { ...store.settings, lang: 'vi', welcomed: true }, ...more };
}
