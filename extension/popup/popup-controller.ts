import type { ReactiveControllerHost } from 'lit';
import { browser } from '../browser.ts';
import { openPage } from '../open-page.ts';
import { requestRefresh } from '../pages/request-refresh.ts';
import { StoreController } from '../pages/store-controller.ts';
import { permissionFor, sourcesOf } from '../schools/configuration.ts';
import { networkFault } from '../schools/faults.ts';
import { postUrl } from '../schools/post-url.ts';
import { postsOf } from '../schools/posts.ts';
import { readStore } from '../shared-store.ts';
import { setRead, setStarred } from '../store/changes.ts';
import type { Post } from '../store/schema.ts';
import { rememberPlace } from './keyboard-focus.ts';
import { type Place, placeOfPage } from './place.ts';
import { openSidePanel } from './side-panel.ts';

/** The user's actions in the popup. */
export class PopupController extends StoreController {
  isRefreshing = false;
  /** Undefined until the browser has told. */
  place: Place | undefined;
  /** Needed in the click that opens the side panel, when it is too late to ask for it. */
  #windowId: number | undefined;

  constructor(protected override readonly host: ReactiveControllerHost & ParentNode) {
    super(host);
    void placeOfPage().then((place) => {
      this.place = place;
      host.requestUpdate();
    });
    void browser.windows.getCurrent().then(({ id }) => {
      this.#windowId = id;
    });
  }

  protected override rememberFocus(): () => void {
    return rememberPlace(this.host);
  }

  /** A panel and a tab stay open. */
  #closePopup(): void {
    if (this.place === 'popup') window.close();
  }

  async setRead(posts: readonly Post[], read: boolean): Promise<void> {
    const keys = posts.filter((post) => post.read !== read).map(({ key }) => key);
    if (!keys.length) return;
    const name = keys.length === 1 ? posts.find(({ key }) => key === keys[0])?.item.title : undefined;
    await this.perform(
      { kind: read ? 'read' : 'unread', ...(name && { name }) },
      (store) => setRead(store, keys, read),
      this.words.popup.marked(keys.length, read),
    );
  }

  async toggleStar({ key, starred, item: { title: name } }: Post): Promise<void> {
    await this.perform(
      { kind: starred ? 'unstarred' : 'starred', ...(name && { name }) },
      (store) => setStarred(store, key, !starred),
      this.words.popup.starredNow(!starred),
    );
  }

  /** Marks a post as read because the user reads it. */
  async reads(post: Post): Promise<void> {
    if (!post.read) await this.change((store) => setRead(store, [post.key], true));
  }

  /** Opens a post in a new tab and marks it as read. The popup stays open if the tab opens in the background. */
  async openPost(post: Post, inBackground: boolean): Promise<void> {
    const url = postUrl(post.item);
    if (!url) this.showStatus(this.words.popup.notOpened);
    await this.reads(post);
    if (!url) return;
    await browser.tabs.create({ url, active: !inBackground });
    if (!inBackground) this.#closePopup();
  }

  /** Opens posts in background tabs, and marks them as read. */
  async openAll(posts: readonly Post[]): Promise<void> {
    await this.setRead(posts, true);
    for (const { item } of posts) {
      const url = postUrl(item);
      if (url) await browser.tabs.create({ url, active: false });
    }
  }

  async copyLink({ item }: Post): Promise<void> {
    const { popup } = this.words;
    const url = postUrl(item);
    if (!url) return this.showStatus(popup.noLink);
    const isCopied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    this.showStatus(isCopied ? popup.copied : popup.notCopied);
  }

  /** Whether any source may be polled. */
  get canRefresh(): boolean {
    const { store } = this;
    return (
      !!store && sourcesOf(store).some(({ url, hub }) => hub || !store.denied.includes(permissionFor(url)))
    );
  }

  /** Polls the sources at the user's request and reports how many posts are new. */
  async refresh(): Promise<void> {
    if (this.isRefreshing || !this.canRefresh) return;
    this.isRefreshing = true;
    const { popup, notices } = this.words;
    this.showStatus(popup.refreshing);
    this.holdStatus();
    const knownKeys = new Set(this.store?.posts.map(({ key }) => key));
    try {
      const { asked: polled } = await requestRefresh();
      const store = await readStore();
      const newPosts = postsOf(store, { unread: true }).filter(({ key }) => !knownKeys.has(key));
      this.show(store);
      const result = polled ? popup.refreshed(newPosts.length) : popup.tooSoon;
      const network = networkFault(store);
      this.showStatus(network ? notices.network[network] : result);
    } catch {
      this.showStatus(popup.failed);
    }
    this.isRefreshing = false;
    this.host.requestUpdate();
  }

  /** Opens a section of the settings. */
  async openSettings(section: string): Promise<void> {
    await openPage(`options/index.html#${section}`);
    this.#closePopup();
  }

  /** To be called while a click is handled, without waiting before. */
  async openSidePanel(): Promise<void> {
    try {
      await openSidePanel(this.#windowId);
      this.#closePopup();
    } catch {
      this.showStatus(this.words.popup.noSidePanel);
    }
  }

  /** Shows the list in a tab, where there is room for it. */
  async openTab(fragment = ''): Promise<void> {
    await openPage(`popup/index.html${fragment}`);
    this.#closePopup();
  }
}
