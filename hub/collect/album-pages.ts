import type { Attachment, Item } from '../../core/model/feed.ts';
import { MAX_ENTRIES } from '../../core/model/max-entries.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { canonicalUrl } from '../../core/url.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { photosOf } from '../memory/album-photos.ts';
import type { PageDetails, PostList, StoredPost } from '../memory/types.ts';
import { readAlbumSafely } from '../read/reader.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { fetchOwnPage, fetchOwnPages, postsToFetch } from './own-pages.ts';
import type { ConfiguredSource } from './sources.ts';
import type { TimeBudget } from './time-budget.ts';

/** Pages of one album: some show a dozen photos each. */
const MAX_PARTS = 10;

/** The albums of a list whose pages are to be fetched, because the list has only their covers. */
export function albumsToFetch(
  list: PostList,
  { school, config, url: source }: ConfiguredSource,
): StoredPost[] {
  const sources = new Set(school.gallery.map(({ url }) => canonicalUrl(url)));
  return postsToFetch(list, source, ({ item, details }) => {
    const { url } = item;
    if (!url || photosOf(item) || (details && !details.old) || mediaTypeOfUrl(url)) return false;
    // What a source of its own lists is read there.
    return serverOf(url) === serverOf(config.url) && !sources.has(canonicalUrl(url));
  });
}

const withoutPhotos = ({ details: { old: _, ...known } = {} }: StoredPost): PageDetails => known;

/**
 * Fetches the pages of an album. Photos that are known stay if there are none.
 *
 * @returns stale photos if a later page could not be fetched this time; undefined or `broken` if that was the first
 */
async function fetchAlbum(
  entry: StoredPost,
  { school, config }: ConfiguredSource,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<PageDetails | 'broken' | undefined> {
  const photos = new Map<string, Attachment>();
  let first: Item | undefined;
  let start: string | undefined;
  let next: string | undefined = entry.item.url!;
  let isHalfRead = false;
  const lists = [config.url, school.home].map(canonicalUrl);
  for (let part = 0; next && part < MAX_PARTS && photos.size < MAX_ENTRIES; part++) {
    const response = part && budget.isSpent ? 'later' : await fetchOwnPage(next, client, robots, budget);
    if (typeof response === 'string') {
      isHalfRead = response !== 'none';
      if (part || !isHalfRead) break;
      return response === 'broken' ? response : undefined;
    }
    // A site may lead to its list, or to its front page, where an album is gone.
    const { pathname, search } = new URL(response.url);
    if (pathname + search === '/' || lists.includes(canonicalUrl(response.url))) break;
    start ??= response.url;
    const selectors = config.kind === 'page' && config.item && config.photos ? { photos: config.photos } : {};
    try {
      const page = await readAlbumSafely(
        response,
        { url: start, kind: 'page', pages: 1, ...selectors },
        robots.now,
        budget.charge,
      );
      const [item] = page.feed.items;
      first ??= item;
      for (const photo of item?.attachments ?? []) photos.set(photo.url, photo);
      next = page.next;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      // A firewall says nothing about the album.
      isHalfRead = error.code === 'challenge';
      if (isHalfRead && !part) return undefined;
      break;
    }
  }
  if (!first || !photos.size) return withoutPhotos(entry);
  if (isHalfRead && (entry.details?.attachments?.length ?? 0) >= photos.size)
    return { ...entry.details, old: true };
  const { date_published, _tct } = first;
  return {
    attachments: [...photos.values()].slice(0, MAX_ENTRIES),
    ...(date_published && { date_published }),
    ...(date_published && _tct?.precision && { precision: _tct.precision }),
    ...(isHalfRead && { old: true }),
  };
}

/**
 * Fetches the pages of albums, each once; see `fetchOwnPages`.
 *
 * @returns their photos and dates
 */
export function fetchAlbumPages(
  albums: readonly StoredPost[],
  source: ConfiguredSource,
  client: HttpClient,
  robots: Robots,
  budget: TimeBudget,
): Promise<Map<StoredPost, PageDetails>> {
  return fetchOwnPages(albums, budget, (entry) => fetchAlbum(entry, source, client, robots, budget));
}
