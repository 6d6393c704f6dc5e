import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browser } from '../browser.ts';
import { mark, star } from '../changes.ts';
import { postsOf } from '../feed-of.ts';
import { refresh } from '../messages.ts';
import { change, languageOf, onStore, readStore } from '../storage.ts';
import type { Post, Store } from '../store.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { addressOf } from './post.ts';

/** The store, and what the reader does with it. Nothing is shown as done that could not be stored. */
export class Deeds implements ReactiveController {
  store?: Store;
  words: Words = wordsFor('vi');
  /** What was done last, and how to take it back. */
  told?: { text: string; undo?: () => Promise<boolean> };
  /** The sources are being asked. */
  busy = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
    onStore((store) => this.#show(store));
  }

  async hostConnected(): Promise<void> {
    this.#show(await readStore());
  }

  #show(store: Store): void {
    this.store = store;
    this.words = wordsFor(languageOf(store));
    this.host.requestUpdate();
  }

  #tell(text: string, undo?: () => Promise<boolean>): void {
    this.told = { text, ...(undo && { undo }) };
    this.host.requestUpdate();
  }

  /** Says whether the change was stored. */
  async change(edit: (store: Store) => Store): Promise<boolean> {
    try {
      this.#show(await change(edit));
      return true;
    } catch {
      this.#tell(this.words.popup.failed);
      return false;
    }
  }

  async mark(posts: readonly Post[], read: boolean): Promise<void> {
    const keys = posts.filter((post) => post.read !== read).map(({ key }) => key);
    if (!keys.length || !(await this.change((store) => mark(store, keys, read)))) return;
    this.#tell(this.words.popup.marked(keys.length, read), () =>
      this.change((store) => mark(store, keys, !read)),
    );
  }

  async star({ key, starred }: Post): Promise<void> {
    if (!(await this.change((store) => star(store, key, !starred)))) return;
    this.#tell(this.words.popup.starredNow(!starred), () =>
      this.change((store) => star(store, key, !!starred)),
    );
  }

  async undo(): Promise<void> {
    const undo = this.told?.undo;
    if (undo && (await undo())) this.#tell(this.words.popup.undone);
  }

  /** Marks a post read and shows its page; the popup stays where that opens behind it. */
  async open(post: Post, behind: boolean): Promise<void> {
    const url = addressOf(post.item);
    if (!url) this.#tell(this.words.popup.notOpened);
    if (!post.read) await this.change((store) => mark(store, [post.key], true));
    if (!url) return;
    await browser.tabs.create({ url, active: !behind });
    if (!behind) window.close();
  }

  async refresh(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { popup } = this.words;
    this.#tell(popup.refreshing);
    const known = new Set(this.store?.posts.map(({ key }) => key));
    try {
      const { asked } = await refresh();
      const store = await readStore();
      const arrived = postsOf(store, { unread: true }).filter(({ key }) => !known.has(key));
      this.#show(store);
      this.#tell(asked ? popup.refreshed(arrived.length) : popup.tooSoon);
    } catch {
      this.#tell(popup.failed);
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** Opens the settings at a section. */
  async settings(section: string): Promise<void> {
    await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html#${section}`) });
    window.close();
  }
}
