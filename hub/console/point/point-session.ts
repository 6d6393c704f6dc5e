import type { CallName, Calls, Pointed, ShownPage, Steadiness } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import type { ConsoleContext, PointRequest } from '../context.ts';
import { type Choice, isEmpty, NO_PICKS } from './picks.ts';
import type { Work } from './point-words.ts';

/** A page that was opened, with all that was pointed at in it. */
export interface Place {
  shown: ShownPage;
  /** The page of one album. */
  isAlbum: boolean;
  /** The last one applies; going back one is undo. Never empty. */
  choices: Choice[];
  pointed?: Pointed | undefined;
  error?: CallError | undefined;
  tried?: Steadiness | undefined;
}

/** The pages of one task and the calls about them. The last call counts: a new one ends the one before. */
export class PointSession {
  readonly #places: Place[] = [];
  #work: { name: Work; controller: AbortController } | undefined;
  /** A page that could not be opened. */
  openError: CallError | undefined;

  /** @param onChange called after each change of anything here */
  constructor(
    readonly request: PointRequest,
    private readonly context: Pick<ConsoleContext, 'call'>,
    private readonly onChange: () => void,
  ) {}

  get place(): Place | undefined {
    return this.#places.at(-1);
  }

  get choice(): Choice {
    return this.place?.choices.at(-1) ?? { picks: NO_PICKS };
  }

  get work(): Work | undefined {
    return this.#work?.name;
  }

  get canGoBack(): boolean {
    return this.#places.length > 1;
  }

  get canUndo(): boolean {
    return (this.place?.choices.length ?? 0) > 1;
  }

  /** What can be accepted. An album's own page is only a part of its list. */
  get accepted(): Pointed | undefined {
    const { isAlbum, pointed } = this.place ?? {};
    return isAlbum || !pointed?.posts.length ? undefined : pointed;
  }

  /** Opens a page that a person named. */
  open(url: string): Promise<void> {
    return this.#show({ url });
  }

  /** Opens a page that the one that is shown leads to. @param isAlbum whether it is that of an album of its list */
  follow(url: string, isAlbum = false): Promise<void> {
    const { place } = this;
    return this.#show({ url, ...(place && { from: place.shown.page }) }, isAlbum);
  }

  async #show(request: Calls['showPage']['request'], isAlbum = false): Promise<void> {
    const before = this.place;
    this.openError = undefined;
    const shown = await this.#ask('opening', 'showPage', request, (error) => {
      this.openError = error;
    });
    if (!shown) return;
    const source = isAlbum ? before?.pointed?.source : before ? undefined : this.request.source;
    this.#places.push({ shown, isAlbum, choices: [{ picks: NO_PICKS, source }] });
    await this.#read();
  }

  /** Leaves the page; from that of an album, the list keeps what was pointed at there. */
  async back(): Promise<void> {
    if (!this.canGoBack) return;
    const left = this.#places.pop()!;
    this.openError = undefined;
    const source = left.isAlbum ? left.pointed?.source : undefined;
    if (source) await this.change({ ...this.choice, source });
    else this.cancel();
  }

  /** Applies a choice and reads the page by it. */
  async change(choice: Choice): Promise<void> {
    this.place?.choices.push(choice);
    await this.#read();
  }

  async undo(): Promise<void> {
    if (!this.canUndo) return;
    this.place!.choices.pop();
    await this.#read();
  }

  async startOver(): Promise<void> {
    if (!isEmpty(this.choice.picks) || this.canUndo) await this.change({ picks: NO_PICKS });
  }

  /** Reads the source another time, and its next page. */
  async try(): Promise<void> {
    const { place } = this;
    if (!place?.pointed) return;
    place.tried = undefined;
    place.error = undefined;
    const request = { page: place.shown.page, kind: this.request.kind, source: place.pointed.source };
    const tried = await this.#ask('trying', 'tryPointed', request, (error) => {
      place.error = error;
    });
    if (tried) place.tried = tried;
    this.onChange();
  }

  /** Ends what is being done; what was there before stays. */
  cancel(): void {
    this.#work?.controller.abort();
    this.#work = undefined;
    this.onChange();
  }

  async #read(): Promise<void> {
    const { place } = this;
    if (!place) return;
    const { picks, source } = this.choice;
    const { remembered, kind } = this.request;
    place.tried = undefined;
    const request = {
      page: place.shown.page,
      kind,
      picks,
      ...(source && { source }),
      ...(place.isAlbum && { album: true as const }),
      ...(remembered && { remembered }),
    };
    const pointed = await this.#ask('reading', 'point', request, (error) => {
      place.pointed = undefined;
      place.error = error;
    });
    if (pointed) {
      place.pointed = pointed;
      place.error = undefined;
    }
    this.onChange();
  }

  /** @returns undefined after an error, and if another call has taken its place */
  async #ask<Name extends CallName>(
    work: Work,
    name: Name,
    request: Calls[Name]['request'],
    onError: (error: CallError) => void,
  ): Promise<Calls[Name]['result'] | undefined> {
    this.#work?.controller.abort();
    const own = { name: work, controller: new AbortController() };
    this.#work = own;
    this.onChange();
    const { signal } = own.controller;
    const result = await this.context.call(name, request, { signal, onError });
    if (this.#work === own) {
      this.#work = undefined;
      this.onChange();
    }
    return signal.aborted ? undefined : result;
  }
}
