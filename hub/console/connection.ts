import type { CallName, Calls } from '../setup/api.ts';
import { keepSession, keptSession } from './browser-storage.ts';
import { CallError, call } from './call.ts';
import type { CallOptions } from './context.ts';

/** Calls that the user would lose something by ending. */
const WORK_CALLS: readonly CallName[] = ['look', 'try', 'run', 'ask', 'installSchedule'];
/** Between two attempts to reach a server that did not answer, ms. */
const RETRY_MS = 2000;

export interface ConnectionEvents {
  /** `isGone` has changed. */
  changed: () => void;
  /** It is time to try again to reach the server. */
  retry: () => void;
  /** The server does not know this page, or no longer. */
  refused: () => void;
  /** Something else went wrong, and nobody else shows it. */
  failed: (error: CallError) => void;
}

/** The session with the server, and whether it answers. */
export class Connection {
  /** The server does not answer. */
  isGone = false;
  #session = keptSession();
  #retry = 0;
  /** Calls that are running, of those in `WORK_CALLS`. */
  #works = 0;

  constructor(private readonly events: ConnectionEvents) {}

  get hasSession(): boolean {
    return this.#session !== undefined;
  }

  get isWorking(): boolean {
    return this.#works > 0;
  }

  /** Exchanges the key of an address for a session. @returns whether there is one */
  async open(key: string): Promise<boolean> {
    try {
      this.#session = (await call(undefined, 'open', { key })).session;
      keepSession(this.#session);
    } catch (error) {
      // A page that was opened before goes on, as when its address is opened again.
      if (this.hasSession && (error as CallError).reason !== 'gone') return true;
      this.#fail(error as CallError);
      return false;
    }
    return true;
  }

  /** @returns the result; undefined after an error, or if it was aborted */
  async call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    { onError, ...options }: CallOptions<Name>,
  ): Promise<Calls[Name]['result'] | undefined> {
    const isWork = WORK_CALLS.includes(name);
    if (isWork) this.#works++;
    try {
      const result = await call(this.#session, name, request, options);
      this.#reached();
      return result;
    } catch (error) {
      if (options.signal?.aborted) return undefined;
      if (!(error instanceof CallError)) throw error;
      this.#fail(error, onError);
      return undefined;
    } finally {
      if (isWork) this.#works--;
    }
  }

  /** Forgets the session. */
  end(): void {
    this.#reached();
    this.stopRetrying();
    this.#session = undefined;
    keepSession(undefined);
  }

  stopRetrying(): void {
    clearTimeout(this.#retry);
  }

  #fail(error: CallError, onError = this.events.failed): void {
    if (error.reason === 'gone') this.#waitForServer();
    else if (error.reason !== 'session') onError(error);
    else {
      this.isGone = false;
      this.events.refused();
    }
  }

  #waitForServer(): void {
    this.isGone = true;
    this.stopRetrying();
    this.#retry = window.setTimeout(this.events.retry, RETRY_MS);
    this.events.changed();
  }

  #reached(): void {
    if (!this.isGone) return;
    this.isGone = false;
    this.stopRetrying();
    this.events.changed();
  }
}
