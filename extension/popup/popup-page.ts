import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { MINUTE_MS } from '../../core/time/duration.ts';
import { browser } from '../browser.ts';
import { toast } from '../pages/toast.ts';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { findSchool } from '../schools/find-school.ts';
import { postUrl } from '../schools/post-url.ts';
import { dismissNotice, pause, resume, setView } from '../store/changes.ts';
import { httpAddress } from '../store/fields.ts';
import type { Post, Store } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { type DialogName, dialog } from './dialogs.ts';
import { emptyList } from './empty-list.ts';
import { popupFooter, popupHeader } from './header-footer.ts';
import { focusedPostLink, moveFocusBy, preserveFocus } from './keyboard-focus.ts';
import { type Command, commandFor } from './keys.ts';
import { ListController } from './list-controller.ts';
import { listTabs, searchTools } from './list-controls.ts';
import { LISTS, type ListFilter } from './list-filter.ts';
import type { MenuActs } from './menu.ts';
import { menuActs } from './menu-acts.ts';
import { noticesFor } from './notices.ts';
import { PopupController } from './popup-controller.ts';
import { postList } from './post-list.ts';
import { PrintController, printHeading } from './print.ts';

/** How often relative times ("5 phút trước") are updated. */
const TIME_REFRESH_MS = MINUTE_MS;

/** The popup, also shown in the side panel and in a tab. It renders the stored posts; opening it polls nothing. */
export class TctPopup extends LitElement {
  static override properties = {
    site: { state: true },
    dialog: { state: true },
    isSearchOpen: { state: true },
  };

  /** The page in the active tab. */
  declare private site: URL | undefined;
  declare private dialog: DialogName | undefined;
  declare private isSearchOpen: boolean;

  readonly #controller = new PopupController(this);
  readonly #list = new ListController(this, (view) => {
    void this.#controller.change((store) => setView(store, view));
  });
  readonly #print = new PrintController(this, this.#controller, this.#list);
  #timer = 0;

  constructor() {
    super();
    this.isSearchOpen = false;
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    this.#timer = window.setInterval(() => document.hidden || this.requestUpdate(), TIME_REFRESH_MS);
    void this.#findSite();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    clearInterval(this.#timer);
  }

  /** The `activeTab` permission reveals the URL of the tab in which the toolbar button was pressed, and no other. */
  async #findSite(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const url = httpAddress(tab?.url);
    if (url) this.site = new URL(url);
  }

  protected override willUpdate(): void {
    void this.updateComplete.then(preserveFocus(this));
    const { store, words } = this.#controller;
    document.title = words.popup.name;
    if (store) this.#list.update(store);
  }

  protected override updated(changed: PropertyValues): void {
    // Not whenever it is closed: the page may render between that and the event that tells of it.
    if (changed.has('dialog')) this.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
    if (changed.has('isSearchOpen') && this.isSearchOpen) this.#focus('input[type=search]');
  }

  /** Complete when the widgets are, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await Promise.all([...this.querySelectorAll('tct-latest-news')].map((widget) => widget.updateComplete));
    return isComplete;
  }

  #focus(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { store } = this.#controller;
    if (!store || this.dialog) return;
    const isCtrlEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !!focusedPostLink();
    const command = isCtrlEnter ? 'openInBackground' : commandFor(event, store.settings.letters ?? true);
    if (!command) return;
    event.preventDefault();
    this.#run(command, store);
  };

  #run(command: Command, store: Store): void {
    const key = focusedPostLink()?.dataset.key;
    const post = store.posts.find((other) => other.key === key);
    const controller = this.#controller;
    const list = this.#list;
    const { filter } = list;
    const setUnfolded = (to: boolean) => post && list.unfolded.has(post.key) !== to && this.#toggleText(post);
    const commands: Record<Command, () => unknown> = {
      next: () => this.#focusNext(),
      previous: () => moveFocusBy(this, -1),
      open: () => post && controller.openPost(post, false),
      openInBackground: () => post && controller.openPost(post, true),
      text: () => post && this.#toggleText(post),
      unfold: () => setUnfolded(true),
      fold: () => setUnfolded(false),
      mark: () => post && controller.setRead([post], !post.read),
      markAll: () => controller.setRead(list.posts(store), true),
      star: () => post && controller.toggleStar(post),
      copy: () => post && controller.copyLink(post),
      undo: () => this.#undo(),
      history: () => (this.dialog = 'history'),
      search: () => this.#search(),
      unread: () => list.change({ onlyUnread: !filter.onlyUnread }),
      lists: () => list.change({ list: LISTS[(LISTS.indexOf(filter.list) + 1) % LISTS.length]! }),
      refresh: () => controller.refresh(),
      help: () => (this.dialog = 'help'),
    };
    void commands[command]();
  }

  /** What was done before the last message can be chosen from a list. */
  #undo(): void {
    if (this.#controller.status?.undo) void this.#controller.undo();
    else this.dialog = 'history';
  }

  /** Focuses the search field, once there is one. */
  #search(): void {
    if (this.isSearchOpen) this.#focus('input[type=search]');
    this.isSearchOpen = true;
  }

  async #focusNext(): Promise<void> {
    if (moveFocusBy(this, 1) || !this.querySelector('.more')) return;
    this.#list.showMore();
    await this.updateComplete;
    moveFocusBy(this, 1);
  }

  #toggleText(post: Post): void {
    if (this.#list.toggleText(post.key)) void this.#controller.reads(post);
  }

  protected override render(): TemplateResult | typeof nothing {
    const controller = this.#controller;
    const { store, words } = controller;
    if (!store) return nothing;
    const now = Date.now();
    const list = this.#list;
    const { filter } = list;
    const posts = list.posts(store);
    const hasContent = sourcesOf(store).length > 0 || store.posts.length > 0;
    const change = (change: Partial<ListFilter>) => list.change(change);
    const isSearching = this.isSearchOpen || !!(filter.query || filter.school || filter.onlyWatched);
    const { site } = this;
    const newSite = site && !findSchool(store, site.href)?.sources.length ? site : undefined;
    const unread = posts.filter(({ read }) => !read);
    const toOpen = unread.filter(({ item }) => postUrl(item));
    const print = () => void this.#print.print();
    const acts = menuActs(unread, toOpen, now, controller, print, (name) => (this.dialog = name));
    return html`${this.#header(posts, words, acts, isSearching)}
      ${hasContent ? [listTabs(store, words, filter, change), searchTools(store, words, filter, { isOpen: isSearching, hasWatchWords: list.watchWords.length > 0 }, change)] : nothing}
      <main tabindex="-1">
        ${noticesFor(store, words, now, {
          resume: () => void controller.change(resume),
          pauseUntil: (until) => void controller.change((store) => pause(store, until)),
          settings: (section) => void controller.openSettings(section),
          dismiss: () => void controller.change(dismissNotice),
        })}
        ${hasContent ? this.#posts(store, posts, words, now) : nothing}
      </main>
      <p class="unseen" role="status">${filter.query ? words.popup.found(posts.length) : nothing}</p>
      ${toast(controller, 'z')}
      ${popupFooter(store, words, now, newSite?.hostname, {
        pause: () => void controller.change((store) => pause(store)),
        add: () => newSite && void controller.openSettings(`add=${encodeURIComponent(newSite.href)}`),
      })}
      ${dialog(this.dialog, store, words, now, toOpen, controller, () => (this.dialog = undefined))}`;
  }

  #header(posts: readonly Post[], words: Words, acts: MenuActs, isSearching: boolean): TemplateResult {
    const controller = this.#controller;
    const state = {
      canRefresh: controller.canRefresh,
      isRefreshing: controller.isRefreshing,
      canReadAll: posts.some(({ read }) => !read),
      isSearching,
    };
    return popupHeader(words, state, html`<tct-menu .words=${words} .acts=${acts}></tct-menu>`, {
      refresh: () => void controller.refresh(),
      readAll: () => void controller.setRead(posts, true),
      search: () => this.#toggleSearch(isSearching),
    });
  }

  #toggleSearch(isSearching: boolean): void {
    this.isSearchOpen = !isSearching;
    // What is not shown does not filter.
    if (isSearching) this.#list.change({ query: '', school: '', onlyWatched: false });
  }

  #posts(store: Store, posts: readonly Post[], words: Words, now: number): TemplateResult {
    const controller = this.#controller;
    const list = this.#list;
    const { filter, limit } = list;
    const clear = () => list.change({ query: '', school: '', onlyUnread: false, onlyWatched: false });
    if (!posts.length) return emptyList(words, filter, clear);
    return html`${printHeading(words, filter, schoolsOf(store).find(({ id }) => id === filter.school)?.name, now)}
      <div class="posts">${postList(store, posts, words, now, {
        list: filter.list,
        limit,
        unreadKeys: list.unread,
        unfoldedKeys: list.unfolded,
        watchedIn: list.watchedIn,
        open: (event, post) => this.#open(event, post),
        toggleRead: (post) => void controller.setRead([post], !post.read),
        toggleStar: (post) => void controller.toggleStar(post),
        toggleText: (post) => this.#toggleText(post),
        copyLink: (post) => void controller.copyLink(post),
        readGroup: (group) => void controller.setRead(group, true),
      })}</div>
      ${posts.length > limit ? html`<p class="after"><button class="more" @click=${() => list.showMore()}>${localeOf(words).more}</button></p>` : nothing}`;
  }

  #open(event: MouseEvent, post: Post): void {
    if (event.button > 1) return;
    event.preventDefault();
    void this.#controller.openPost(post, event.button === 1 || event.ctrlKey || event.metaKey);
  }
}
