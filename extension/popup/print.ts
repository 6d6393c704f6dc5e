import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { localeOf, type Words } from '../words/words.ts';
import type { ListController } from './list-controller.ts';
import { type ListFilter, rememberedFilter } from './list-filter.ts';
import type { PopupController } from './popup-controller.ts';

/** The fragment with which the page prints its list, searched for a query, as soon as it is open. */
const printFragment = (query: string): string => `#print=${encodeURIComponent(query)}`;

/** The query of the list to print; undefined if the fragment does not ask for that. */
function queryToPrint(fragment: string): string | undefined {
  const query = /^#print=(.*)/.exec(fragment)?.[1];
  try {
    return query && decodeURIComponent(query);
  } catch {
    return undefined;
  }
}

/** The heading of the printed list: what it lists, and when. */
export function printHeading(
  words: Words,
  filter: ListFilter,
  school: string | undefined,
  now: number,
): TemplateResult {
  const { popup } = words;
  const parts = [
    popup[filter.list],
    school,
    filter.onlyUnread && popup.groupUnread,
    filter.onlyWatched && popup.watchedWords,
    filter.query && `“${filter.query}”`,
    popup.printedAt(localeOf(words).fullDate(formatVietnamTime(now), 'minute')),
  ];
  return html`<p class="printed" aria-hidden="true">${parts.filter(Boolean).join(' · ')}</p>`;
}

/** Prints the list, as far as it matches. A popup would close over it, so that the list is printed from a tab. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #controller: PopupController;
  readonly #list: ListController;
  #query: string | undefined;

  constructor(host: ReactiveControllerHost, controller: PopupController, list: ListController) {
    this.#host = host;
    this.#controller = controller;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#readFragment);
    this.#readFragment();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#readFragment);
  }

  readonly #readFragment = (): void => {
    this.#query = queryToPrint(location.hash);
    if (this.#query === undefined) return;
    history.replaceState(null, '', location.pathname);
    this.#host.requestUpdate();
  };

  /** As soon as there is a list. */
  hostUpdated(): void {
    const query = this.#query;
    const { store } = this.#controller;
    if (query === undefined || !store) return;
    this.#query = undefined;
    this.#list.change({ ...rememberedFilter(store), query });
    void this.#printHere();
  }

  async #printHere(): Promise<void> {
    this.#list.showMore(Number.POSITIVE_INFINITY);
    await this.#host.updateComplete;
    window.print();
  }

  async print(): Promise<void> {
    if (this.#controller.place === 'tab') await this.#printHere();
    else await this.#controller.openTab(printFragment(this.#list.filter.query));
  }
}
