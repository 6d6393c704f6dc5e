import type { ReactiveControllerHost } from 'lit';
import type { Feed } from '../../core/model/feed.ts';
import type { SourceAnswer } from './data-controller.ts';

/** Pages loaded of one source; an endless list ends here. */
const MAX_PAGES = 200;
/** Pages of each source loaded at once while none of their items match. */
const MAX_ROUNDS = 10;

/** The feed from a URL, with the older pages loaded since. */
export interface FeedAnswer extends SourceAnswer<Feed> {
  /** URL of the next page. */
  next?: string;
  /** URLs of the loaded pages; missing until the second is loaded. */
  pages?: Set<string>;
  /** Returns the answer to a reload, followed by the older pages; missing until there are any. */
  withOlderPages?: (reloaded: FeedAnswer) => FeedAnswer;
}

/** The controller whose pages are loaded. */
interface PagedSource {
  readonly answers: readonly FeedAnswer[];
  readonly abort?: AbortController;
  trackRequest: (url: string, signal: AbortSignal) => Promise<Feed>;
  report: (error: unknown, url: string) => void;
  mergeAnswers: () => undefined | Promise<unknown>;
  readonly host: ReactiveControllerHost;
}

/**
 * Loads the next page of every answer that has one, and further ones until there are enough items: none of a page's may
 * match what the tag asks for. Answers whose next page failed are tried again once the others have no more.
 *
 * @returns whether any page was loaded
 */
export async function loadOlderPages(source: PagedSource, isEnough: () => boolean): Promise<boolean> {
  const signal = source.abort?.signal;
  let count = 0;
  for (let round = 0; signal && round < MAX_ROUNDS; round++) {
    const loaded = await loadNextPages(source, signal);
    // The widget has been removed or given other sources.
    if (signal.aborted) return false;
    await source.mergeAnswers();
    source.host.requestUpdate();
    await source.host.updateComplete;
    count += loaded;
    if (!loaded || isEnough()) break;
  }
  return count > 0;
}

/** Loads the next page of each answer; returns how many came. */
async function loadNextPages(source: PagedSource, signal: AbortSignal): Promise<number> {
  const { answers } = source;
  const unfinished = answers.filter(({ next }) => next);
  const working = unfinished.filter(({ failed }) => !failed);
  const loaded = await Promise.all(
    (working.length ? working : unfinished).map(async (answer) => {
      const url = answer.next!;
      answer.next = undefined;
      try {
        addPage(answer, await source.trackRequest(url, signal), url);
        return true;
      } catch (error) {
        // Restores the button, to try again.
        Object.assign(answer, { next: url, failed: true });
        source.report(error, url);
        return false;
      }
    }),
  );
  return loaded.filter(Boolean).length;
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
