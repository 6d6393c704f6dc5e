import { browser } from '../browser.ts';
import { refresh } from '../pages/refresh.ts';
import { StoreController } from '../pages/store-controller.ts';
import { permissionFor, sourcesOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { readStore } from '../shared-store.ts';
import { mark, star } from '../store/changes.ts';
import type { Post } from '../store/schema.ts';
import { addressOf } from './post.ts';

/** Shuts the popup; in a tab, where a notification has opened it, the list is there to come back to. */
async function leave(): Promise<void> {
  if (!(await browser.tabs.getCurrent())) window.close();
}

/** What the reader does with posts. */
export class Deeds extends StoreController {
  /** The sources are being asked. */
  busy = false;

  async mark(posts: readonly Post[], read: boolean): Promise<void> {
    const keys = posts.filter((post) => post.read !== read).map(({ key }) => key);
    if (!keys.length) return;
    const undo = () => this.change((store) => mark(store, keys, !read));
    await this.change((store) => mark(store, keys, read), this.words.popup.marked(keys.length, read), undo);
  }

  async star({ key, starred }: Post): Promise<void> {
    const undo = () => this.change((store) => star(store, key, !!starred));
    await this.change((store) => star(store, key, !starred), this.words.popup.starredNow(!starred), undo);
  }

  /** Marks a post read and shows its page; the popup stays where that opens behind it. */
  async open(post: Post, behind: boolean): Promise<void> {
    const url = addressOf(post.item);
    if (!url) this.tell(this.words.popup.notOpened);
    if (!post.read) await this.change((store) => mark(store, [post.key], true));
    if (!url) return;
    await browser.tabs.create({ url, active: !behind });
    if (!behind) await leave();
  }

  /** Whether there is a source that may be asked at all. */
  get canRefresh(): boolean {
    const { store } = this;
    return (
      !!store && sourcesOf(store).some(({ url, hub }) => hub || !store.denied.includes(permissionFor(url)))
    );
  }

  /** Asks the sources, because the reader wishes so. */
  async refresh(): Promise<void> {
    if (this.busy || !this.canRefresh) return;
    this.busy = true;
    const { popup, notices } = this.words;
    this.tell(popup.refreshing);
    const known = new Set(this.store?.posts.map(({ key }) => key));
    try {
      const { asked } = await refresh();
      const store = await readStore();
      const arrived = postsOf(store, { unread: true }).filter(({ key }) => !known.has(key));
      this.show(store);
      const came = popup.refreshed(arrived.length);
      this.tell(store.offline ? notices.offline : asked ? came : popup.tooSoon);
    } catch {
      this.tell(popup.failed);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** Opens the settings at a section. */
  async settings(section: string): Promise<void> {
    await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html#${section}`) });
    await leave();
  }
}
