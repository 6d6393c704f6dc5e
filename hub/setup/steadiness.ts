/** Reads a source that was pointed at on other pages than the one it was pointed at on. */
import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { openAllowed } from '../collect/open-allowed.ts';
import type { HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { photosOf } from '../memory/album-photos.ts';
import { compareReadings } from '../page/point/steadiness.ts';
import type { Doubts } from '../page/point/types.ts';
import type { Page } from '../page/read-page.ts';
import { readAlbumSafely, readPageSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import type { Steadiness } from './api.ts';
import { doubtsAbout } from './doubts.ts';

const OTHER_SITE = 'Nó nằm ở một trang web khác, nên không được đọc.';

/** The clients of a trial. `again` asks even for what was fetched a moment ago. */
export interface TrialClients {
  client: HttpClient;
  again: HttpClient;
}

type Opened = FetchedResponse | { refusal: string };

/** Opens pages of one site, as far as its robots.txt allows. */
async function open(url: string, site: string, client: HttpClient, robots: Robots): Promise<Opened> {
  if (serverOf(url) !== serverOf(site)) return { refusal: OTHER_SITE };
  return openAllowed(url, client, robots, 'text/html,*/*;q=0.5');
}

/** The first album that has no photos in the list, if none can be read on its page either. */
async function unreadableAlbum(
  { items }: Feed,
  source: PageSource,
  site: string,
  client: HttpClient,
  robots: Robots,
): Promise<Doubts['album']> {
  const album = items.find((item) => item.url && !photosOf(item));
  if (!album?.url) return undefined;
  const response = await open(album.url, site, client, robots);
  const selectors = source.item && source.photos ? { photos: source.photos } : {};
  const page: Page | { refusal: string } =
    'refusal' in response
      ? response
      : await orRefusal(
          readAlbumSafely(response, { url: response.url, kind: 'page', pages: 1, ...selectors }, robots.now),
        );
  return 'refusal' in page ? { title: album.title ?? album.url, refusal: page.refusal } : undefined;
}

/**
 * Reads a source once more, the page that follows, and of albums the first one; and says what is doubtful.
 *
 * @param shown the page that was pointed at
 * @throws UnreadableError if nothing can be read from that itself
 */
export async function trySource(
  shown: FetchedResponse,
  source: PageSource,
  kind: ListKind,
  { client, again }: TrialClients,
  now = Date.now(),
): Promise<Steadiness> {
  const robots = new Robots({}, client, now);
  const first = await readPageSafely(shown, source, kind, now);
  const read = async (response: Opened) =>
    'refusal' in response ? response : orRefusal(readPageSafely(response, source, kind, now));
  const second = await read(await open(shown.url, shown.url, again, robots));
  const { next } = first;
  const third = next === undefined ? undefined : await read(await open(next, shown.url, client, robots));
  const feedOf = (page: Page | { refusal: string }) => ('refusal' in page ? page : page.feed);
  const compared = compareReadings(
    first.feed,
    feedOf(second),
    next !== undefined && third ? { url: next, reading: feedOf(third) } : undefined,
  );
  const album =
    kind === 'gallery' ? await unreadableAlbum(first.feed, source, shown.url, client, robots) : undefined;
  return { ...compared, doubts: { ...doubtsAbout(first.feed.items, shown.url), ...(album && { album }) } };
}
