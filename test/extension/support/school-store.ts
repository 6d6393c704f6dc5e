/** A store with one school and any number of read posts, and what its feed delivers. */
import type { Feed } from '../../../core/model/feed.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';

export const NOW = Date.UTC(2026, 10, 23, 3);
export const FEED = 'https://truong.example/rss';

export const school = {
  id: 'tct',
  name: 'Trường',
  home: 'https://truong.example/',
  news: [FEED],
  documents: [],
};

export const source = { url: FEED, kind: 'news' as const, school: 'tct' };

/** The state of a source that was read successfully. */
export const poll = { due: 5, earliest: 5, failures: 0, etag: '"1"' };

/** A read post; a higher index is newer. */
export const readPost = (index: number, changes: Partial<Post> = {}): Post => ({
  key: `tct:${index}`,
  school: 'tct',
  kind: 'news',
  seen: NOW + index,
  read: true,
  item: { id: String(index), content_text: '', title: `Bài ${index}`, summary: 'Tóm tắt. '.repeat(20) },
  ...changes,
});

export const storeWithPosts = (count: number): Store => ({
  ...addSchool(emptyStore(), school),
  since: { tct: NOW },
  posts: Array.from({ length: count }, (_, index) => readPost(index)),
});

export const feedOf = (...ids: string[]): Feed => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: '',
  items: ids.map((id) => ({
    id,
    content_text: '',
    title: `Bài ${id}`,
    date_published: '2026-11-20T00:00:00+07:00',
  })),
});
