import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchedWords, watchWordsOf } from '../schools/watched.ts';
import type { Post, Store, View } from '../store/schema.ts';
import { type ListFilter, listedPosts, rememberedFilter, viewOf } from './list-filter.ts';

/** Posts rendered at first, and added by the button for more. */
const PAGE_SIZE = 60;

/** What the popup's list shows: the filter, how much of it is rendered, and which posts' texts are unfolded. */
export class ListController implements ReactiveController {
  /** Undefined until the store has been read. */
  #filter: ListFilter | undefined;
  limit = PAGE_SIZE;
  watchWords: readonly string[] = [];
  readonly unread = new Set<string>();
  readonly starred = new Set<string>();
  readonly unfolded = new Set<string>();
  readonly #host: ReactiveControllerHost;
  readonly #remember: (view: View) => void;

  /** @param remember stores what the list is set to show */
  constructor(host: ReactiveControllerHost, remember: (view: View) => void) {
    this.#host = host;
    this.#remember = remember;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
  }

  /** Who comes back to a panel that stays open finds what they have read among the posts that are read. */
  readonly #onVisibilityChange = (): void => {
    if (document.hidden) this.#letGo();
  };

  /** Posts that were kept in their places need not be any longer, except those that are being read. */
  #letGo(): void {
    for (const key of this.unread) if (!this.unfolded.has(key)) this.unread.delete(key);
    this.starred.clear();
  }

  /** To be called before each rendering: from then on, posts keep the places that they have in it. */
  update(store: Store): void {
    this.#filter ??= rememberedFilter(store);
    this.watchWords = watchWordsOf(store);
    for (const { key, read, starred } of store.posts) {
      if (!read) this.unread.add(key);
      if (starred) this.starred.add(key);
    }
  }

  get filter(): ListFilter {
    return this.#filter ?? { list: 'news', query: '', school: '', onlyUnread: false, onlyWatched: false };
  }

  change(change: Partial<ListFilter>): void {
    this.#filter = { ...this.filter, ...change };
    this.limit = PAGE_SIZE;
    this.unfolded.clear();
    this.#letGo();
    // The words that are being searched are not remembered.
    if (Object.keys(change).some((name) => name !== 'query')) this.#remember(viewOf(this.#filter));
    this.#host.requestUpdate();
  }

  /** The watched words that a post contains. */
  readonly watchedIn = ({ item }: Post): string[] => watchedWords(item, this.watchWords);

  /** Everything that matches, also what is not rendered yet. */
  posts(store: Store): Post[] {
    return listedPosts(store, this.filter, this, (post) => this.watchedIn(post).length > 0);
  }

  showMore(count = PAGE_SIZE): void {
    this.limit += count;
    this.#host.requestUpdate();
  }

  /** @returns whether the text is unfolded now */
  toggleText(key: string): boolean {
    const isUnfolded = !this.unfolded.delete(key);
    if (isUnfolded) this.unfolded.add(key);
    this.#host.requestUpdate();
    return isUnfolded;
  }
}
