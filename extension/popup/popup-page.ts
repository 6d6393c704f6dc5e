import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { browser } from '../browser.ts';
import { sourcesOf } from '../schools/configuration.ts';
import { findSchool } from '../schools/find-school.ts';
import { postsOf } from '../schools/posts.ts';
import { dismiss, pause, resume, setSettings } from '../store/changes.ts';
import type { Post, Store } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { groupsOf } from './groups.ts';
import { foot, masthead, tools, type View } from './header-footer.ts';
import { helpTemplate } from './help.ts';
import { currentLink, holdFocus, moveBy } from './keyboard-focus.ts';
import { type Command, commandOf } from './keys.ts';
import { noticesOf } from './notices.ts';
import { Deeds } from './popup-controller.ts';
import { postTemplate } from './post.ts';
import { postList } from './post-list.ts';
import { feedOf, search } from './posts-as-feed.ts';
import { shortNames } from './school-labels.ts';

const LISTS: readonly View['list'][] = ['news', 'documents', 'starred'];

/** Posts drawn at first, and added by "Xem thêm" or by going on from the last. */
const PAGE = 60;

/** The popup: what the store holds, drawn at once; nothing is asked because it was opened. */
export class TctPopup extends LitElement {
  static override properties = {
    view: { state: true },
    limit: { state: true },
    site: { state: true },
    help: { state: true },
  };

  declare private view: View;
  declare private limit: number;
  /** The page the user is looking at. */
  declare private site: URL | undefined;
  declare private help: boolean;

  readonly #deeds = new Deeds(this);
  /** Keys of what has been unread, and of what has been starred, since the popup was opened: they stay in their place. */
  readonly #fresh = new Set<string>();
  readonly #stars = new Set<string>();

  constructor() {
    super();
    this.view = { list: 'news', query: '', school: '', onlyUnread: false };
    this.limit = PAGE;
    this.help = false;
  }

  /** The page's style sheet is the element's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    void this.#findSite();
  }

  /** `activeTab` tells the address of the page on which the toolbar's button was pressed, and of no other. */
  async #findSite(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (/^https?:/.test(tab?.url ?? '')) this.site = new URL(tab!.url!);
  }

  protected override willUpdate(): void {
    const hold = holdFocus(this);
    void this.updateComplete.then(() => this.#drawn()).then(hold);
    document.title = this.#deeds.words.popup.name;
    for (const { key, read, starred } of this.#deeds.store?.posts ?? []) {
      if (!read) this.#fresh.add(key);
      if (starred) this.#stars.add(key);
    }
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** The posts of the list as it is searched and filtered, newest first. */
  #posts(store: Store): Post[] {
    const { list, query, school, onlyUnread } = this.view;
    const all = postsOf(store, {
      ...(list === 'starred' ? {} : { kind: list }),
      ...(school && { schools: [school] }),
    });
    return search(all, query).filter(
      ({ key }) => (!onlyUnread || this.#fresh.has(key)) && (list !== 'starred' || this.#stars.has(key)),
    );
  }

  #choose(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.limit = PAGE;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { store } = this.#deeds;
    if (!store || this.help) return;
    const behind = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !!currentLink();
    const command = behind ? 'openBehind' : commandOf(event, store.settings.letters ?? true);
    if (!command) return;
    event.preventDefault();
    void this.#run(command, store);
  };

  #run(command: Command, store: Store): unknown {
    const key = currentLink()?.dataset.key;
    const post = store.posts.find((other) => other.key === key);
    const { view } = this;
    const deeds = this.#deeds;
    const commands: Record<Command, () => unknown> = {
      next: () => this.#next(),
      previous: () => moveBy(this, -1),
      open: () => post && deeds.open(post, false),
      openBehind: () => post && deeds.open(post, true),
      mark: () => post && deeds.mark([post], !post.read),
      markAll: () => deeds.mark(this.#posts(store), true),
      star: () => post && deeds.star(post),
      undo: () => deeds.undo(),
      search: () => this.querySelector<HTMLElement>('input[type=search]')?.focus(),
      unread: () => this.#choose({ onlyUnread: !view.onlyUnread }),
      lists: () => this.#choose({ list: LISTS[(LISTS.indexOf(view.list) + 1) % LISTS.length]! }),
      refresh: () => deeds.refresh(),
      help: () => (this.help = true),
    };
    return commands[command]();
  }

  /** When the widgets have drawn what they were given. */
  #drawn(): Promise<unknown> {
    return Promise.all([...this.querySelectorAll('tct-latest-news')].map((widget) => widget.updateComplete));
  }

  async #next(): Promise<void> {
    if (moveBy(this, 1) || !this.querySelector('.more')) return;
    this.limit += PAGE;
    await this.updateComplete;
    await this.#drawn();
    moveBy(this, 1);
  }

  protected override render(): TemplateResult | typeof nothing {
    const deeds = this.#deeds;
    const { store, words, told, busy } = deeds;
    if (!store) return nothing;
    const now = Date.now();
    const posts = this.#posts(store);
    const started = sourcesOf(store).length > 0 || store.posts.length > 0;
    const site = this.site && !findSchool(store, this.site.href)?.sources.length ? this.site : undefined;
    const letters = store.settings.letters ?? true;
    const can = { refresh: deeds.canRefresh, busy, readAll: posts.some(({ read }) => !read) };
    return html`${masthead(store, words, can, {
      refresh: () => void deeds.refresh(),
      readAll: () => void deeds.mark(posts, true),
      settings: () => void deeds.settings('schools'),
      help: () => (this.help = true),
    })}
      <main>
        ${noticesOf(store, words, now, {
          resume: () => void deeds.change(resume),
          pauseUntil: (until) => void deeds.change((store) => pause(store, until)),
          settings: (section) => void deeds.settings(section),
          dismiss: () => void deeds.change(dismiss),
        })}
        ${started ? [tools(store, words, this.view, (change) => this.#choose(change)), this.#list(store, posts, words, now)] : nothing}
      </main>
      <p class="unseen" role="status">${this.view.query ? localeOf(words).found(posts.length) : nothing}</p>
      <div class=${told ? 'told' : 'told unseen'}><p role="status">${told?.text}</p>${told?.undo ? html`<button @click=${() => deeds.undo()}>${words.popup.undo} (z)</button>` : nothing}</div>
      ${foot(store, words, now, site?.hostname, {
        pause: () => void deeds.change((store) => pause(store)),
        add: () => void deeds.settings(`add=${encodeURIComponent(site!.href)}`),
      })}
      ${
        this.help
          ? helpTemplate(
              words,
              letters,
              (letters) => void deeds.change((store) => setSettings(store, { letters })),
              () => (this.help = false),
            )
          : nothing
      }`;
  }

  #list(store: Store, posts: readonly Post[], words: Words, now: number): unknown {
    const { popup } = words;
    const { list, query, school, onlyUnread } = this.view;
    if (!posts.length) {
      const usual = { news: popup.noneYet, documents: popup.noDocuments, starred: popup.noStars }[list];
      const filtered = query || school || onlyUnread;
      return html`<div class="empty"><p>${!filtered ? usual : onlyUnread && !query ? popup.nothingUnread : popup.noMatch}</p>${
        filtered
          ? html`<p><button @click=${() => this.#choose({ query: '', school: '', onlyUnread: false })}>${popup.clear}</button></p>`
          : nothing
      }</div>`;
    }
    const known = new Map(posts.map((post) => [post.key, post]));
    const feed = feedOf(store);
    const schools = feed._tct?.schools ?? {};
    const chips = shortNames(schools);
    const byDay = list === 'news';
    const starred = list === 'starred';
    const items = feed.items.filter(({ id }) => known.has(id));
    const groups = groupsOf({ ...feed, items }, starred ? new Set() : this.#fresh, this.limit, byDay);
    const render = (item: Item, dated: boolean, isNew: boolean) => {
      const post = known.get(item.id)!;
      return postTemplate(item, {
        ...{ words, post, dated, isNew, now },
        chip: chips.get(post.school) ?? post.school,
        school: schools[post.school]?.name ?? post.school,
        open: (event) => this.#open(event, post),
        mark: () => void this.#deeds.mark([post], !post.read),
        star: () => void this.#deeds.star(post),
      });
    };
    return html`${postList(groups, list === 'documents', !starred, words, now, render)}
      ${posts.length > this.limit ? html`<p class="after"><button class="more" @click=${() => (this.limit += PAGE)}>${localeOf(words).more}</button></p>` : nothing}`;
  }

  #open(event: MouseEvent, post: Post): void {
    if (event.button > 1) return;
    event.preventDefault();
    void this.#deeds.open(post, event.button === 1 || event.ctrlKey || event.metaKey);
  }
}
