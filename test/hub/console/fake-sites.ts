/** What a look at some sites finds. */
import type { ListKind } from '../../../core/config/cluster.ts';
import type { SourceFacts } from '../../../core/discover/weigh.ts';
import type { FoundSite, FoundSource } from '../../../hub/setup/api.ts';
import type { FakeFeeds } from './fake-feeds.ts';

const NOW = Date.UTC(2026, 10, 28);

/** Facts of a list that lacks nothing. */
export const facts = (posts: number, change: Partial<SourceFacts> = {}): SourceFacts => ({
  posts,
  pictures: posts,
  texts: posts,
  authors: 0,
  dated: posts,
  numbers: 0,
  files: 0,
  albums: 0,
  photos: 0,
  captions: 0,
  newest: NOW,
  oldest: NOW - 90 * 86_400_000,
  hasValidators: true,
  ...change,
});

function found(
  feeds: FakeFeeds,
  school: string,
  kind: ListKind,
  url: string,
  read: SourceFacts,
  more: Partial<FoundSource> = {},
): FoundSource {
  const { posts, dated, pictures, texts } = read;
  return {
    source: { url, kind: 'feed' },
    isChosen: true,
    facts: read,
    feed: feeds.add({
      kind,
      school,
      posts: Math.min(posts, 12),
      dates: dated > 0,
      pictures: pictures > 0,
      texts: texts > 0,
    }),
    ...more,
  };
}

/**
 * Sites by their address: `good`, `poor` (a feed without dates beside a page with them), `partial` (10 of 66 posts, no
 * documents), `refused` and `empty` (nothing was found). Any other is like `good`.
 */
export function fakeSite(address: string, feeds: FakeFeeds): FoundSite {
  const host = new URL(address.includes('://') ? address : `https://${address}`).hostname;
  const school = host.split('.')[0]!;
  const home = `https://${host}/`;
  const documents = (count: number) => facts(count, { numbers: count, files: count, pictures: 0, texts: 0 });
  const albums = facts(4, { albums: 4, photos: 12, captions: 12, texts: 0 });
  const base = { address, notes: [], requests: 7, home, id: school, name: `Trường Chính trị ${school}` };
  switch (school) {
    case 'refused':
      return { address, notes: [], requests: 1, refusal: 'Không kết nối được với máy chủ này.' };
    case 'empty':
      return { ...base, lists: { news: [], documents: [], gallery: [] } };
    case 'poor':
      return {
        ...base,
        notes: ['Trang chuyển sang https://poor.example/trang-chu.'],
        lists: {
          news: [
            found(feeds, school, 'news', `${home}tin-tuc`, facts(12, { dated: 0, texts: 0, newest: 0 }), {
              source: { url: `${home}tin-tuc`, kind: 'page', item: '.tin', pages: 1 },
            }),
            found(
              feeds,
              school,
              'news',
              `${home}rss`,
              facts(5, { pictures: 0, newest: Date.UTC(2024, 2, 3) }),
              { isChosen: false },
            ),
          ],
          documents: [
            found(feeds, school, 'documents', `${home}van-ban`, documents(20), {
              source: { url: `${home}van-ban`, kind: 'page', table: 'table', pages: 1 },
            }),
          ],
          gallery: [
            {
              source: { url: `${home}anh`, kind: 'page', pages: 1 },
              isChosen: false,
              refusal: 'Trang không có danh sách nào đọc được.',
            },
          ],
        },
      };
    case 'partial':
      return {
        ...base,
        cms: 'WordPress',
        lists: {
          news: [found(feeds, school, 'news', `${home}feed/`, facts(10, { pictures: 0 }), { total: 66 })],
          documents: [],
          gallery: [found(feeds, school, 'gallery', `${home}albums`, albums)],
        },
      };
    default:
      return {
        ...base,
        cms: 'NukeViet',
        lists: {
          news: [
            found(feeds, school, 'news', `${home}vi/news/rss/`, facts(30)),
            found(feeds, school, 'news', `${home}vi/news/rss/tin-hoat-dong/`, facts(10), { isChosen: false }),
          ],
          documents: [found(feeds, school, 'documents', `${home}vi/laws/rss/`, documents(30))],
          gallery: [found(feeds, school, 'gallery', `${home}vi/photos/`, albums)],
        },
      };
  }
}
