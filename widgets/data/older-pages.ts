import type { Feed, Item } from '../../core/model/feed.ts';
import type { SourceAnswer } from './data-controller.ts';

/** Pages loaded of one source; an endless list ends here. */
const MAX_PAGES = 200;

/** The feed from a URL, with the older pages loaded since. */
export interface FeedAnswer extends SourceAnswer<Feed> {
  /** URL of the next page. */
  next?: string;
  /** URLs of the loaded pages; missing until the second is loaded. */
  pages?: Set<string>;
  /** Returns the answer to a reload, followed by the older pages; missing until there are any. */
  withOlderPages?: (reloaded: FeedAnswer) => FeedAnswer;
}

/** Adds a page to the answer it belongs to. No page comes twice, so that pages in a circle end. */
export function addPage(answer: FeedAnswer, page: Feed, url: string): void {
  const data = answer.data!;
  const pages = (answer.pages ?? new Set([answer.url])).add(url);
  const next = page.next_url;
  Object.assign(answer, {
    data: { ...data, items: [...data.items, ...page.items] },
    pages,
    next: !next || pages.has(next) || pages.size > MAX_PAGES ? undefined : next,
    failed: false,
    withOlderPages: (reloaded: FeedAnswer) => withOlderPages(reloaded, answer),
  } satisfies Partial<FeedAnswer>);
}

const publishedDate = (item?: Item): string => item?.date_published ?? '';
const issuedDay = (item?: Item): string => item?._tct?.document?.issued ?? '';

/** Older pages stay, after the new items. A hub lists documents by their days of issue. */
function withOlderPages(reloaded: FeedAnswer, previous: FeedAnswer): FeedAnswer {
  const feed = reloaded.data!;
  const last = feed.items.at(-1);
  const older = previous.data!.items.filter(
    (item) => publishedDate(item) < publishedDate(last) || issuedDay(item) < issuedDay(last),
  );
  const answer: FeedAnswer = {
    ...previous,
    data: { ...feed, items: [...feed.items, ...older] },
    at: reloaded.at,
    failed: false,
  };
  answer.withOlderPages = (later) => withOlderPages(later, answer);
  return answer;
}
