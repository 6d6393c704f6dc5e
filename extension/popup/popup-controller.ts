import { browser } from '../browser.ts';
import { openPage } from '../open-page.ts';
import { requestRefresh } from '../pages/request-refresh.ts';
import { StoreController } from '../pages/store-controller.ts';
import { permissionFor, sourcesOf } from '../schools/configuration.ts';
import { postUrl } from '../schools/post-url.ts';
import { postsOf } from '../schools/posts.ts';
import { readStore } from '../shared-store.ts';
import { setRead, setStarred } from '../store/changes.ts';
import type { Post } from '../store/schema.ts';

/** Closes the popup. In a tab, opened by a notification, it stays open. */
async function closePopup(): Promise<void> {
  if (!(await browser.tabs.getCurrent())) window.close();
}

/** The user's actions in the popup. */
export class PopupController extends StoreController {
  isRefreshing = false;

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

  /** Opens a post in a new tab and marks it as read. The popup stays open if the tab opens in the background. */
  async openPost(post: Post, inBackground: boolean): Promise<void> {
    const url = postUrl(post.item);
    if (!url) this.showStatus(this.words.popup.notOpened);
    if (!post.read) await this.change((store) => setRead(store, [post.key], true));
    if (!url) return;
    await browser.tabs.create({ url, active: !inBackground });
    if (!inBackground) await closePopup();
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
    const knownKeys = new Set(this.store?.posts.map(({ key }) => key));
    try {
      const { asked: polled } = await requestRefresh();
      const store = await readStore();
      const newPosts = postsOf(store, { unread: true }).filter(({ key }) => !knownKeys.has(key));
      this.show(store);
      const result = polled ? popup.refreshed(newPosts.length) : popup.tooSoon;
      this.showStatus(store.offline ? notices.offline : result);
    } catch {
      this.showStatus(popup.failed);
    }
    this.isRefreshing = false;
    this.host.requestUpdate();
  }

  /** Opens a section of the settings. */
  async openSettings(section: string): Promise<void> {
    await openPage(`options/index.html#${section}`);
    await closePopup();
  }
}
