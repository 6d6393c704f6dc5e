import type { Feed } from '../../core/model/feed.ts';
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

/**
 * Loads the next page of every answer that has one. Those whose next page failed are tried again once the others have
 * no more.
 *
 * @param read requests and parses a page; throws if it cannot be read
 * @param report called with each error, and the URL of the page
 * @returns whether any page was loaded
 */
export async function loadOlderPages(
  answers: readonly FeedAnswer[],
  read: (url: string) => Promise<Feed>,
  report: (error: unknown, url: string) => void,
): Promise<boolean> {
  const unfinished = answers.filter(({ next }) => next);
  const working = unfinished.filter(({ failed }) => !failed);
  const loaded = await Promise.all(
    (working.length ? working : unfinished).map(async (answer) => {
      const url = answer.next!;
      answer.next = undefined;
      try {
        const page = await read(url);
        addPage(answer, page, url);
        return true;
      } catch (error) {
        // Restores the button, to try again.
        Object.assign(answer, { next: url, failed: true });
        report(error, url);
        return false;
      }
    }),
  );
  return loaded.includes(true);
}

/** Adds a page to the answer it belongs to. No page comes twice, so that pages in a circle end. */
export function addPage(answer: FeedAnswer, page: Feed, url: string): void {
  const data = answer.data!;
  const { length } = data.items;
  const ids = new Set(data.items.map(({ id }) => id));
  const pages = (answer.pages ?? new Set([answer.url])).add(url);
  const next = page.next_url;
  Object.assign(answer, {
    data: { ...data, items: [...data.items, ...page.items.filter(({ id }) => !ids.has(id))] },
    pages,
    next: !next || pages.has(next) || pages.size > MAX_PAGES ? undefined : next,
    failed: false,
    withOlderPages: answer.withOlderPages ?? ((reloaded) => withOlderPages(reloaded, answer, length)),
  } satisfies Partial<FeedAnswer>);
}

/**
 * Older pages stay, after the new items. Of the first page, what followed the last post that is still there was pushed
 * off it; what else is missing was withdrawn.
 *
 * @param length of the first page
 */
function withOlderPages(reloaded: FeedAnswer, previous: FeedAnswer, length: number): FeedAnswer {
  const feed = reloaded.data!;
  const { items } = previous.data!;
  const ids = new Set(feed.items.map(({ id }) => id));
  let end = length;
  while (end && !ids.has(items[end - 1]!.id)) end--;
  for (const { id } of items.slice(0, end)) ids.add(id);
  const older = items.filter(({ id }) => !ids.has(id) && ids.add(id));
  const answer: FeedAnswer = {
    ...previous,
    data: { ...feed, items: [...feed.items, ...older] },
    at: reloaded.at,
    failed: false,
  };
  answer.withOlderPages = (later) => withOlderPages(later, answer, feed.items.length);
  return answer;
}
