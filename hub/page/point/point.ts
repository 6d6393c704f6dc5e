import type { PageSource } from '../../../core/config/cluster.ts';
import type { Feed, ReadContext } from '../../../core/model/feed.ts';
import { JSON_FEED_VERSION } from '../../../core/model/limits.ts';
import { ElementNumbers } from '../element-numbers.ts';
import { PageError } from '../page-error.ts';
import { type OpenPage, openPage, type PageReading, readOpenPage } from '../read-page.ts';
import { findSource } from './find-source.ts';
import { tableHeads } from './find-table.ts';
import { pointedPosts } from './pointed-posts.ts';
import { picksByText } from './text-picks.ts';
import type { PointReading, PointRequest } from './types.ts';
import { warningsOf } from './warnings.ts';

/** Reads a page as a run does. Undefined if nothing was found on it. @throws PageError if it is no page */
function tryReading(
  open: OpenPage,
  source: PageSource,
  { kind, album = false }: PointRequest,
  now: number,
): PageReading | undefined {
  try {
    const { photos } = source;
    // As the pages of albums are read in a run.
    const own = { url: open.page.url, kind: 'page', pages: 1, ...(photos && { photos }) } as const;
    return readOpenPage(open, album ? own : source, kind, now, album);
  } catch (error) {
    if (error instanceof PageError && (error.code === 'no-match' || error.code === 'selector'))
      return undefined;
    throw error;
  }
}

/**
 * Reads a page by what a user pointed at on it: finds the selectors, and what a run reads by them.
 *
 * @param context URL and `Content-Type` of the response
 * @param now time of the page, ms since the epoch
 * @throws PageError if the body is not an HTML page, or a text that was picked is not on it
 */
export async function pointAt(
  body: Uint8Array,
  context: ReadContext,
  request: PointRequest,
  now: number,
): Promise<PointReading> {
  const open = openPage(body, context);
  const numbers = new ElementNumbers(open.page.root);
  const picks = picksByText(open.page, numbers, request.picks);
  const { source, warnings } = findSource(open.page, numbers, { ...request, picks });
  const reading = tryReading(open, source, request, now);
  const feed: Feed = reading?.feed ?? { version: JSON_FEED_VERSION, title: open.page.title, items: [] };
  const nextNode = reading?.nextElement && numbers.numberOf(reading.nextElement);
  return {
    source,
    feed,
    posts: reading ? pointedPosts(open.page, numbers, reading) : [],
    ...(reading?.next !== undefined && { next: reading.next }),
    ...(nextNode !== undefined && { nextNode }),
    ...(request.kind === 'documents' && tableHeads(open.page, numbers, source)),
    warnings: [...warnings, ...warningsOf(feed, source, request.kind)],
  };
}
