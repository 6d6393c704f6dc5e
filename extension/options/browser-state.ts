import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browser } from '../browser.ts';
import { storedPolicy } from '../schools/policy.ts';
import { mayNotify } from './permission.ts';

/** What only the browser knows and the settings page shows, read again whenever it may have changed. */
export class BrowserState implements ReactiveController {
  mayNotify = true;
  /** Whether the button is in the toolbar. */
  isPinned = false;
  /** The policy as the browser has it; empty if there is none. */
  policy: Record<string, unknown> = {};

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    browser.permissions.onAdded.addListener(this.#read);
    browser.permissions.onRemoved.addListener(this.#read);
    browser.storage.onChanged.addListener(this.#read);
    addEventListener('focus', this.#read);
    void this.#read();
  }

  hostDisconnected(): void {
    browser.permissions.onAdded.removeListener(this.#read);
    browser.permissions.onRemoved.removeListener(this.#read);
    browser.storage.onChanged.removeListener(this.#read);
    removeEventListener('focus', this.#read);
  }

  readonly #read = async (): Promise<void> => {
    this.mayNotify = await mayNotify();
    this.policy = (await storedPolicy()) ?? {};
    // Not every browser tells.
    this.isPinned = (await browser.action.getUserSettings?.())?.isOnToolbar ?? false;
    this.host.requestUpdate();
  };
}
