import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browser } from '../browser.ts';
import { changeStore, readStore } from '../shared-store.ts';
import { type NewDeed, recordDeed, undoDeed } from '../store/deeds.ts';
import { STORE_KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import { interfaceLanguage } from '../words/language.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { rememberFocus } from './focus.ts';
import { ReadingTimer, readingTimeMs } from './reading-timer.ts';

/** The message about the last action; it leaves when there has been time to read it. */
interface Status {
  text: string;
  undo?: () => Promise<boolean>;
  /** Gives the focus back to what had it before the action. */
  returnFocus?: () => void;
}

/** Nobody sees the message, or someone is about to press its button. */
const isStatusHeld = () => document.hidden || !!document.querySelector('.status:is(:hover, :focus-within)');

/**
 * Gives a page the store and the words of its language, edits the store, and reports the outcome in a status line. The
 * page re-renders whenever any context writes the store.
 */
export class StoreController implements ReactiveController {
  /** Undefined until it has been read. */
  store?: Store;
  words: Words = wordsFor('vi');
  /** Reports the last action, possibly with a way to undo it. */
  status?: Status | undefined;
  readonly #statusTimer = new ReadingTimer(isStatusHeld);

  constructor(protected readonly host: ReactiveControllerHost) {
    host.addController(this);
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && STORE_KEY in changes) void readStore().then((store) => this.show(store));
    });
  }

  async hostConnected(): Promise<void> {
    this.show(await readStore());
  }

  protected show(store: Store): void {
    this.store = store;
    this.words = wordsFor(interfaceLanguage(store.settings.lang));
    document.documentElement.lang = this.words.lang;
    this.host.requestUpdate();
  }

  showStatus(text: string, undo?: () => Promise<boolean>, returnFocus?: () => void): void {
    this.status = { text, ...(undo && { undo }), ...(returnFocus && { returnFocus }) };
    this.host.requestUpdate();
    this.#statusTimer.start(readingTimeMs(text, !!undo), () => {
      this.status = undefined;
      this.host.requestUpdate();
    });
  }

  /** Keeps the message until the next one. */
  protected holdStatus(): void {
    this.#statusTimer.stop();
  }

  /** Remembers where the focus is, to give it back when the action is undone. */
  protected rememberFocus(): () => void {
    return rememberFocus();
  }

  /**
   * Edits the store, then shows `text`, or an error message if it could not be saved.
   *
   * @returns whether it was saved
   */
  async change(edit: (store: Store) => Store, text?: string | undefined): Promise<boolean> {
    try {
      this.show(await changeStore(edit));
    } catch {
      this.showStatus(this.words.popup.failed);
      return false;
    }
    if (text) this.showStatus(text);
    return true;
  }

  /** Like `change`, but records a deed in the same edit, and offers to undo it. */
  async perform(deed: Omit<NewDeed, 'at'>, edit: (store: Store) => Store, text: string): Promise<boolean> {
    let id: number | undefined;
    const returnFocus = this.rememberFocus();
    const saved = await this.change((store) => {
      const after = recordDeed(store, edit(store), { ...deed, at: Date.now() });
      id = after.deeds === store.deeds ? undefined : after.deeds?.at(-1)?.id;
      return after;
    });
    if (saved) this.showStatus(text, id === undefined ? undefined : () => this.undoDeed(id!), returnFocus);
    return saved;
  }

  /** @returns whether the deed is undone */
  async undoDeed(id: number): Promise<boolean> {
    await this.change((store) => undoDeed(store, id));
    return !!this.store?.deeds?.some((deed) => deed.id === id && deed.undone);
  }

  async undo(): Promise<void> {
    const { undo, returnFocus } = this.status ?? {};
    if (!undo || !(await undo())) return;
    this.showStatus(this.words.popup.undone);
    await this.host.updateComplete;
    returnFocus?.();
  }
}
