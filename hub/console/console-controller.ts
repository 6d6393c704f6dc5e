import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallName, Calls, ConsoleState, Pointed } from '../setup/api.ts';
import { keepLanguage, keptLanguage } from './browser-storage.ts';
import type { CallError } from './call.ts';
import { Connection } from './connection.ts';
import type { CallOptions, ConsoleContext, PointRequest } from './context.ts';
import { Pointing } from './pointing.ts';
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

/** The state, the open step and the notices of the page. */
export class ConsoleController implements ConsoleContext, ReactiveController {
  /** `locked`: the server does not know this page. `finished`: the user has ended the server. */
  phase: 'opening' | 'locked' | 'open' | 'finished' = 'opening';
  lang: Language = keptLanguage();
  step: Step = 'cluster';
  notice: Notice | undefined;
  readonly pointing: Pointing;
  #state: ConsoleState | undefined;
  readonly #done = new Set<Step>();
  readonly #connection = new Connection({
    changed: () => this.host.requestUpdate(),
    retry: () => void this.#open(),
    refused: () => this.#lock(),
    failed: (error) => this.#showError(error),
  });

  constructor(private readonly host: ReactiveControllerHost) {
    this.pointing = new Pointing(host);
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
    this.#connection.stopRetrying();
  }

  get state(): ConsoleState {
    return this.#state!;
  }

  get words(): ConsoleWords {
    return wordsFor(this.lang);
  }

  get isWorking(): boolean {
    return this.#connection.isWorking;
  }

  /** The server does not answer. */
  get isGone(): boolean {
    return this.#connection.isGone;
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
    this.notice = undefined;
    return this.pointing.start(request);
  }

  async call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    options: CallOptions<Name> = {},
  ): Promise<Calls[Name]['result'] | undefined> {
    const result = await this.#connection.call(name, request, options);
    if (result && STATE_CALLS.includes(name)) this.#take(result as ConsoleState);
    return result;
  }

  /** Ends the server. */
  async finish(): Promise<void> {
    // It may be gone before its answer is here.
    await this.call('finish', {}, { onError: () => undefined });
    this.#connection.end();
    this.phase = 'finished';
    this.host.requestUpdate();
  }

  async #open(): Promise<void> {
    const key = keyOf(location.hash);
    if (key !== undefined) {
      // The address can be used once: what the address bar and the history hold should not look as if it could.
      history.replaceState(null, '', location.pathname);
      if (!(await this.#connection.open(key))) return;
    }
    if (!this.#connection.hasSession) return this.#lock();
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

  #showError({ words }: CallError): void {
    const { vi, en } = words;
    this.#show({ text: words[this.lang], isError: true, ...(vi === en && { lang: 'vi' }) });
  }

  #lock(): void {
    this.phase = 'locked';
    this.pointing.finish();
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
    this.pointing.finish();
    this.step = step;
    this.#show(undefined);
  };

  /** The hub may have run meanwhile, or the server ended. */
  readonly #onReturn = (): void => {
    if (!document.hidden && this.phase === 'open' && !this.isWorking && !this.pointing.request)
      void this.call('state', {});
  };
}
