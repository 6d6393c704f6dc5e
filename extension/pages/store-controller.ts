import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browser } from '../browser.ts';
import { change, languageOf, readStore } from '../shared-store.ts';
import { KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import { type Words, wordsFor } from '../words/words.ts';

/** The store as a page shows it, and what was done to it last. Nothing is shown as done that could not be stored. */
export class StoreController implements ReactiveController {
  /** Undefined until it has been read. */
  store?: Store;
  words: Words = wordsFor('vi');
  /** What was done last, in words, and how to take it back. */
  told?: { text: string; undo?: () => Promise<boolean> };

  constructor(protected readonly host: ReactiveControllerHost) {
    host.addController(this);
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && KEY in changes) void readStore().then((store) => this.show(store));
    });
  }

  async hostConnected(): Promise<void> {
    this.show(await readStore());
  }

  protected show(store: Store): void {
    this.store = store;
    this.words = wordsFor(languageOf(store));
    document.documentElement.lang = this.words.lang;
    this.host.requestUpdate();
  }

  tell(text: string, undo?: () => Promise<boolean>): void {
    this.told = { text, ...(undo && { undo }) };
    this.host.requestUpdate();
  }

  /** Changes the store, and tells of it; says whether that worked. */
  async change(
    edit: (store: Store) => Store,
    text?: string | undefined,
    undo?: () => Promise<boolean>,
  ): Promise<boolean> {
    try {
      this.show(await change(edit));
    } catch {
      this.tell(this.words.popup.failed);
      return false;
    }
    if (text) this.tell(text, undo);
    return true;
  }

  async undo(): Promise<void> {
    const undo = this.told?.undo;
    if (undo && (await undo())) this.tell(this.words.popup.undone);
  }
}
