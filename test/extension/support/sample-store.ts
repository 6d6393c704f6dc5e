import type { Item } from '../../../core/model/feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';

type PostChanges = Partial<Omit<Post, 'item'>> & { item?: Partial<Item> };

/** An unread post that a school published some hours ago. */
export function samplePost(school: string, id: string, hoursAgo: number, changes: PostChanges = {}): Post {
  const at = Date.now() - hoursAgo * HOUR_MS;
  return {
    key: `${school}:${id}`,
    school,
    kind: 'news',
    seen: at,
    read: false,
    ...changes,
    item: {
      id,
      title: `Bài ${id}`,
      url: `http://127.0.0.1:9/${id}`,
      content_text: '',
      date_published: formatVietnamTime(at),
      _tct: { precision: 'minute' },
      ...changes.item,
    },
  };
}

/** A store with two schools that were polled an hour ago; none of their sources is due. */
export function sampleStore(posts: Post[], changes: Partial<Store> = {}): Store {
  const now = Date.now();
  const schools = [
    { id: 'ninh-binh', name: 'Trường Chính trị tỉnh Ninh Bình', port: 9 },
    { id: 'hung-yen', name: 'Trường Chính trị Nguyễn Văn Linh tỉnh Hưng Yên', port: 10 },
  ];
  let store: Store = { ...emptyStore(), posts };
  for (const { id, name, port } of schools) {
    const url = `http://127.0.0.1:${port}/rss`;
    const since = now - 48 * HOUR_MS;
    const lastPoll = now - HOUR_MS;
    store = addSchool(store, { id, name, home: `http://127.0.0.1:${port}/`, news: [url], documents: [] });
    store.since[id] = since;
    store.sources[url] = {
      poll: { due: now + HOUR_MS, earliest: now, failures: 0, checked: lastPoll, succeeded: lastPoll },
      posts: posts.length,
      since,
    };
  }
  return { ...store, settings: { ...store.settings, lang: 'vi', welcomed: true }, ...changes };
}
