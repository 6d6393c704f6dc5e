import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { browser } from '../browser.ts';
import { sourcesOf } from '../schools/configuration.ts';
import { findSchool } from '../schools/find-school.ts';
import { postsOf } from '../schools/posts.ts';
import { dismissNotice, pause, resume, setSettings } from '../store/changes.ts';
import { httpAddress, type Post, type Store } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { popupFooter, popupHeader } from './header-footer.ts';
import { helpDialog } from './help.ts';
import { focusedPostLink, moveFocusBy, preserveFocus } from './keyboard-focus.ts';
import { type Command, commandFor } from './keys.ts';
import { type ListFilter, listControls } from './list-controls.ts';
import { noticesFor } from './notices.ts';
import { PopupController } from './popup-controller.ts';
import { postList } from './post-list.ts';
import { searchPosts } from './posts-as-feed.ts';

const TAB_ORDER: readonly ListFilter['list'][] = ['news', 'documents', 'starred'];

/** Posts rendered at first, and added by the button for more. */
const PAGE_SIZE = 60;

/** The popup. It renders the stored posts; opening it polls nothing. */
export class TctPopup extends LitElement {
  static override properties = {
    filter: { state: true },
    limit: { state: true },
    site: { state: true },
    isHelpOpen: { state: true },
  };

  declare private filter: ListFilter;
  declare private limit: number;
  /** The page in the active tab. */
  declare private site: URL | undefined;
  declare private isHelpOpen: boolean;

  readonly #controller = new PopupController(this);
  /** Keys of posts that have been unread or starred since the popup was opened; they keep their place in the list. */
  readonly #unreadKeys = new Set<string>();
  readonly #starredKeys = new Set<string>();

  constructor() {
    super();
    this.filter = { list: 'news', query: '', school: '', onlyUnread: false };
    this.limit = PAGE_SIZE;
    this.isHelpOpen = false;
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    void this.#findSite();
  }

  /** The `activeTab` permission reveals the URL of the tab in which the toolbar button was pressed, and no other. */
  async #findSite(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const url = httpAddress(tab?.url);
    if (url) this.site = new URL(url);
  }

  protected override willUpdate(): void {
    const restoreFocus = preserveFocus(this);
    void this.updateComplete.then(() => this.#widgetsRendered()).then(restoreFocus);
    document.title = this.#controller.words.popup.name;
    for (const { key, read, starred } of this.#controller.store?.posts ?? []) {
      if (!read) this.#unreadKeys.add(key);
      if (starred) this.#starredKeys.add(key);
    }
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** The posts that match the search and the filters, newest first. */
  #matchingPosts(store: Store): Post[] {
    const { list, query, school, onlyUnread } = this.filter;
    const posts = postsOf(store, {
      ...(list !== 'starred' && { kind: list }),
      ...(school && { schools: [school] }),
    });
    return searchPosts(posts, query).filter(
      ({ key }) =>
        (!onlyUnread || this.#unreadKeys.has(key)) && (list !== 'starred' || this.#starredKeys.has(key)),
    );
  }

  #changeFilter(change: Partial<ListFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.limit = PAGE_SIZE;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { store } = this.#controller;
    if (!store || this.isHelpOpen) return;
    const isCtrlEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !!focusedPostLink();
    const command = isCtrlEnter ? 'openInBackground' : commandFor(event, store.settings.letters ?? true);
    if (!command) return;
    event.preventDefault();
    this.#run(command, store);
  };

  #run(command: Command, store: Store): void {
    const key = focusedPostLink()?.dataset.key;
    const post = store.posts.find((other) => other.key === key);
    const { filter } = this;
    const controller = this.#controller;
    const nextList = TAB_ORDER[(TAB_ORDER.indexOf(filter.list) + 1) % TAB_ORDER.length]!;
    const commands: Record<Command, () => unknown> = {
      next: () => this.#focusNext(),
      previous: () => moveFocusBy(this, -1),
      open: () => post && controller.openPost(post, false),
      openInBackground: () => post && controller.openPost(post, true),
      mark: () => post && controller.setRead([post], !post.read),
      markAll: () => controller.setRead(this.#matchingPosts(store), true),
      star: () => post && controller.toggleStar(post),
      undo: () => controller.undo(),
      search: () => this.querySelector<HTMLElement>('input[type=search]')?.focus(),
      unread: () => this.#changeFilter({ onlyUnread: !filter.onlyUnread }),
      lists: () => this.#changeFilter({ list: nextList }),
      refresh: () => controller.refresh(),
      help: () => (this.isHelpOpen = true),
    };
    void commands[command]();
  }

  #widgetsRendered(): Promise<unknown> {
    return Promise.all([...this.querySelectorAll('tct-latest-news')].map((widget) => widget.updateComplete));
  }

  async #focusNext(): Promise<void> {
    if (moveFocusBy(this, 1) || !this.querySelector('.more')) return;
    this.limit += PAGE_SIZE;
    await this.updateComplete;
    await this.#widgetsRendered();
    moveFocusBy(this, 1);
  }

  protected override render(): TemplateResult | typeof nothing {
    const controller = this.#controller;
    const { store, words, status } = controller;
    if (!store) return nothing;
    const now = Date.now();
    const posts = this.#matchingPosts(store);
    const hasContent = sourcesOf(store).length > 0 || store.posts.length > 0;
    const { site } = this;
    const newSite = site && !findSchool(store, site.href)?.sources.length ? site : undefined;
    const header = popupHeader(
      store,
      words,
      {
        canRefresh: controller.canRefresh,
        isRefreshing: controller.isRefreshing,
        canReadAll: posts.some(({ read }) => !read),
      },
      {
        refresh: () => void controller.refresh(),
        readAll: () => void controller.setRead(posts, true),
        settings: () => void controller.openSettings('schools'),
        help: () => (this.isHelpOpen = true),
      },
    );
    const notices = noticesFor(store, words, now, {
      resume: () => void controller.change(resume),
      pauseUntil: (until) => void controller.change((store) => pause(store, until)),
      settings: (section) => void controller.openSettings(section),
      dismiss: () => void controller.change(dismissNotice),
    });
    const footer = popupFooter(store, words, now, newSite?.hostname, {
      pause: () => void controller.change((store) => pause(store)),
      add: () => newSite && void controller.openSettings(`add=${encodeURIComponent(newSite.href)}`),
    });
    return html`${header}
      <main>
        ${notices}
        ${hasContent ? [listControls(store, words, this.filter, (change) => this.#changeFilter(change)), this.#list(store, posts, words, now)] : nothing}
      </main>
      <p class="unseen" role="status">${this.filter.query ? localeOf(words).found(posts.length) : nothing}</p>
      <div class=${status ? 'status' : 'status unseen'}><p role="status">${status?.text}</p>${status?.undo ? html`<button @click=${() => controller.undo()}>${words.popup.undo} (z)</button>` : nothing}</div>
      ${footer}
      ${this.isHelpOpen ? this.#help(store, words) : nothing}`;
  }

  #help(store: Store, words: Words): TemplateResult {
    return helpDialog(
      words,
      store.settings.letters ?? true,
      (letters) => void this.#controller.change((store) => setSettings(store, { letters })),
      () => (this.isHelpOpen = false),
    );
  }

  #emptyList({ popup }: Words): TemplateResult {
    const { list, query, school, onlyUnread } = this.filter;
    const noPosts = { news: popup.noneYet, documents: popup.noDocuments, starred: popup.noStars }[list];
    const noMatch = onlyUnread && !query ? popup.nothingUnread : popup.noMatch;
    const isFiltered = query || school || onlyUnread;
    const clear = () => this.#changeFilter({ query: '', school: '', onlyUnread: false });
    return html`<div class="empty"><p>${isFiltered ? noMatch : noPosts}</p>${
      isFiltered ? html`<p><button @click=${clear}>${popup.clear}</button></p>` : nothing
    }</div>`;
  }

  #list(store: Store, posts: readonly Post[], words: Words, now: number): TemplateResult {
    if (!posts.length) return this.#emptyList(words);
    const { limit } = this;
    const list = postList(store, posts, words, now, {
      list: this.filter.list,
      limit,
      unreadKeys: this.#unreadKeys,
      open: (event, post) => this.#open(event, post),
      toggleRead: (post) => void this.#controller.setRead([post], !post.read),
      toggleStar: (post) => void this.#controller.toggleStar(post),
    });
    return html`${list}
      ${posts.length > limit ? html`<p class="after"><button class="more" @click=${() => (this.limit += PAGE_SIZE)}>${localeOf(words).more}</button></p>` : nothing}`;
  }

  #open(event: MouseEvent, post: Post): void {
    if (event.button > 1) return;
    event.preventDefault();
    void this.#controller.openPost(post, event.button === 1 || event.ctrlKey || event.metaKey);
  }
}
