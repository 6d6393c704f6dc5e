import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallName, Calls, ConsoleState, Pointed } from '../setup/api.ts';
import { keepLanguage, keepSession, keptLanguage, keptSession } from './browser-storage.ts';
import { CallError, call } from './call.ts';
import type { CallOptions, ConsoleContext, PointRequest } from './context.ts';
import { keyOf, STEPS, type Step, stepOf } from './steps.ts';
import { type ConsoleWords, type Language, wordsFor } from './words/words.ts';

/** What was done or went wrong last. */
export interface Notice {
  text: string;
  isError: boolean;
  /** The hub's own errors are in Vietnamese whatever the page is in. */
  lang?: 'vi';
  undo?: () => unknown;
}

/** A list that is being pointed at. */
interface Pointing {
  request: PointRequest;
  done: (pointed?: Pointed) => void;
}

/** Calls whose result is the new state. */
const STATE_CALLS: readonly CallName[] = [
  'state',
  'saveSettings',
  'saveSchools',
  'removeSchool',
  'pauseSource',
  'saveSource',
  'ask',
];
/** Calls that the user would lose something by ending. */
const WORK_CALLS: readonly CallName[] = ['look', 'try', 'run', 'ask', 'installSchedule'];
/** Between two attempts to reach a server that did not answer, ms. */
const RETRY_MS = 2000;

/** The session, the state, the open step and the notices of the page. */
export class ConsoleController implements ConsoleContext, ReactiveController {
  /** `locked`: the server does not know this page. `finished`: the user has ended the server. */
  phase: 'opening' | 'locked' | 'open' | 'finished' = 'opening';
  /** The server does not answer. */
  isGone = false;
  lang: Language = keptLanguage();
  step: Step = 'cluster';
  notice: Notice | undefined;
  pointing: Pointing | undefined;
  #state: ConsoleState | undefined;
  #session = keptSession();
  #retry = 0;
  readonly #done = new Set<Step>();
  /** Calls that are running, of those in `WORK_CALLS`. */
  #works = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onHashChange);
    document.addEventListener('visibilitychange', this.#onReturn);
    void this.#open();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHashChange);
    document.removeEventListener('visibilitychange', this.#onReturn);
    clearTimeout(this.#retry);
  }

  get state(): ConsoleState {
    return this.#state!;
  }

  get words(): ConsoleWords {
    return wordsFor(this.lang);
  }

  get isWorking(): boolean {
    return this.#works > 0;
  }

  isDone(step: Step): boolean {
    const { exists, settings, schools, lastRun } = this.state;
    switch (step) {
      case 'cluster':
        return exists && !!settings.name && !!settings.out;
      case 'schools':
        return schools.some(({ lists }) => Object.values(lists).some((sources) => sources.length));
      case 'run':
        return lastRun !== undefined;
      default:
        return this.#done.has(step);
    }
  }

  markDone(step: Step): void {
    this.#done.add(step);
    this.host.requestUpdate();
  }

  setLanguage(lang: Language): void {
    this.lang = lang;
    keepLanguage(lang);
    this.notice = undefined;
    this.host.requestUpdate();
  }

  navigate(step: Step): void {
    location.hash = step;
  }

  notify(text: string, undo?: () => unknown): void {
    this.#show({ text, isError: false, ...(undo && { undo }) });
  }

  closeNotice(): void {
    this.#show(undefined);
  }

  point(request: PointRequest): Promise<Pointed | undefined> {
    this.pointing?.done();
    const focused = document.activeElement as HTMLElement | null;
    return new Promise((resolve) => {
      const done = (pointed?: Pointed) => {
        this.pointing = undefined;
        this.host.requestUpdate();
        resolve(pointed);
        void this.host.updateComplete.then(() => focused?.focus());
      };
      this.pointing = { request, done };
      this.notice = undefined;
      this.host.requestUpdate();
    });
  }

  async call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    { onError, ...options }: CallOptions<Name> = {},
  ): Promise<Calls[Name]['result'] | undefined> {
    const isWork = WORK_CALLS.includes(name);
    if (isWork) this.#works++;
    try {
      const result = await call(this.#session, name, request, options);
      this.#reached();
      if (STATE_CALLS.includes(name)) this.#take(result as ConsoleState);
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

  /** Ends the server. */
  async finish(): Promise<void> {
    // It may be gone before its answer is here.
    await this.call('finish', {}, { onError: () => undefined });
    clearTimeout(this.#retry);
    this.isGone = false;
    this.phase = 'finished';
    keepSession(undefined);
    this.host.requestUpdate();
  }

  async #open(): Promise<void> {
    const key = keyOf(location.hash);
    if (key !== undefined) {
      // The address can be used once: what the address bar and the history hold should not look as if it could.
      history.replaceState(null, '', location.pathname);
      try {
        this.#session = (await call(undefined, 'open', { key })).session;
        keepSession(this.#session);
      } catch (error) {
        // A page that was opened before goes on, as when its address is opened again.
        if (this.#session === undefined || (error as CallError).reason === 'gone')
          return this.#fail(error as CallError);
      }
    }
    if (this.#session === undefined) return this.#lock();
    await this.call('state', {});
  }

  #take(state: ConsoleState): void {
    this.#state = state;
    if (this.phase !== 'open') {
      this.phase = 'open';
      this.step = stepOf(location.hash) ?? STEPS.find((step) => !this.isDone(step)) ?? 'sources';
      // Who comes back to a hub that runs wants to see how it does.
      if (this.isDone('run') && !stepOf(location.hash)) this.step = 'sources';
      history.replaceState(null, '', `#${this.step}`);
    }
    this.host.requestUpdate();
  }

  #fail(error: CallError, onError?: (error: CallError) => void): void {
    if (error.reason === 'session') this.#lock();
    else if (error.reason === 'gone') this.#waitForServer();
    else if (onError) onError(error);
    else {
      const { vi, en } = error.words;
      this.#show({ text: error.words[this.lang], isError: true, ...(vi === en && { lang: 'vi' }) });
    }
  }

  #waitForServer(): void {
    this.isGone = true;
    clearTimeout(this.#retry);
    this.#retry = window.setTimeout(() => this.#open(), RETRY_MS);
    this.host.requestUpdate();
  }

  #lock(): void {
    this.phase = 'locked';
    this.isGone = false;
    this.pointing?.done();
    this.host.requestUpdate();
  }

  #reached(): void {
    if (!this.isGone) return;
    this.isGone = false;
    clearTimeout(this.#retry);
    this.host.requestUpdate();
  }

  #show(notice: Notice | undefined): void {
    this.notice = notice;
    this.host.requestUpdate();
  }

  readonly #onHashChange = (): void => {
    // The terminal's new address, opened in a tab that shows the page already.
    if (keyOf(location.hash) !== undefined) return void this.#open();
    const step = stepOf(location.hash);
    if (this.phase !== 'open' || !step) return;
    this.pointing?.done();
    this.step = step;
    this.#show(undefined);
  };

  /** The hub may have run meanwhile, or the server ended. */
  readonly #onReturn = (): void => {
    if (!document.hidden && this.phase === 'open' && !this.isWorking && !this.pointing)
      void this.call('state', {});
  };
}
