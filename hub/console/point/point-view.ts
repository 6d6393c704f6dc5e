import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Column, Pointed } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import type { ConsoleContext, PointRequest } from '../context.ts';
import { addressBar } from './address-bar.ts';
import { DEFAULT_SHARE, divider } from './divider.ts';
import type { FramePage } from './frame-page.ts';
import { type Mode, modesOf } from './mode.ts';
import { modeBar } from './mode-bar.ts';
import { clickItem, clickPart, leaveOut, NO_PICKS, nameColumn } from './picks.ts';
import type { PointPage } from './point-page.ts';
import { panel } from './point-panel.ts';
import { PointSession } from './point-session.ts';
import type { PointWords } from './point-words.ts';
import type { PostsView } from './posts-read.ts';
import { targetAt } from './target.ts';

/** The user points at a list in the page itself: above or at the left the page, beside it what was read from it. */
export class PointView extends LitElement {
  static override properties = {
    // The language may change meanwhile.
    context: { attribute: false, hasChanged: () => true },
    request: { attribute: false },
    done: { attribute: false },
    mode: { state: true },
    view: { state: true },
    share: { state: true },
    isEnlarged: { state: true },
    wrongAddress: { state: true },
  };

  declare context: ConsoleContext;
  declare request: PointRequest;
  /** Called with what was accepted; with nothing if the user goes back. */
  declare done: (pointed?: Pointed) => void;
  declare private mode: Mode;
  declare private view: PostsView;
  declare private share: number;
  declare private isEnlarged: boolean;
  declare private wrongAddress: boolean;
  #session!: PointSession;
  #hadFocus = false;

  constructor() {
    super();
    this.mode = 'item';
    this.view = 'widget';
    this.share = DEFAULT_SHARE;
    this.isEnlarged = false;
    this.wrongAddress = false;
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    document.documentElement.classList.add('is-pointing');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    document.documentElement.classList.remove('is-pointing');
    this.#session.cancel();
  }

  /** A control that has been used may be gone, such as the one that ends what was being done. */
  protected override updated(): void {
    const { activeElement, body } = document;
    if (this.#hadFocus && activeElement === body) this.querySelector<HTMLElement>('.overlay, h1')?.focus();
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement);
    if (this.#session) return;
    this.#session = new PointSession(this.request, this.context, () => this.requestUpdate());
    void this.#session.open(this.request.url);
  }

  get #words(): PointWords {
    return this.context.words.point;
  }

  get #pageElement(): PointPage | null {
    return this.querySelector<PointPage>('tct-console-point-page');
  }

  /** Fields have an undo of their own. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || (event.target as Element).matches?.('input')) return;
    event.preventDefault();
    void this.#session.undo();
  };

  readonly #pick = (node: number, page: FramePage, isLeftOut: boolean): void => {
    const { place, choice } = this.#session;
    const { picks } = choice;
    if (!place) return;
    const { mode } = this;
    const isHead = place.pointed?.heads?.some((head) => head.node === node);
    if (isHead) this.#toColumn(node);
    if (isHead || mode === 'follow') return;
    const target = targetAt(page, node, place.pointed, picks);
    const changed = isLeftOut
      ? leaveOut(picks, target)
      : mode === 'item'
        ? clickItem(picks, target)
        : clickPart(picks, mode, node);
    void this.#session.change({ ...choice, picks: changed });
  };

  /** A head cell was clicked: its column is named in the panel. */
  #toColumn(node: number): void {
    this.querySelector<HTMLElement>(`select[data-head="${node}"]`)?.focus();
  }

  readonly #follow = (url: string): void => this.#opened(this.#session.follow(url));

  #opened(opening: Promise<void>): void {
    this.wrongAddress = false;
    void opening.then(() => this.#toFirstMode());
  }

  readonly #leave = (): void =>
    this.querySelector<HTMLElement>('.point-modes button[aria-pressed="true"]')?.focus();

  readonly #openAddress = (url: string | undefined): void => {
    this.wrongAddress = !url;
    if (url) this.#opened(this.#session.open(url));
  };

  async #openAlbum(): Promise<void> {
    const url = this.#session.place?.pointed?.posts.find((post) => post.url)?.url;
    if (!url) return;
    await this.#session.follow(url, true);
    this.#toFirstMode();
  }

  async #back(): Promise<void> {
    await this.#session.back();
    this.#toFirstMode();
  }

  #toFirstMode(): void {
    const { place } = this.#session;
    if (place) [this.mode = 'item'] = modesOf(this.request.kind, place.isAlbum);
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const session = this.#session;
    const { place, work, openError } = session;
    const { kind, schoolName } = this.request;
    const heading = place?.isAlbum ? words.albumHeading : words.heading(kind, schoolName);
    // Set as a property: the content security policy forbids the attribute.
    return html`<header class="point-head"><h1 tabindex="-1">${heading}</h1><button @click=${() => this.done()}>${words.cancel}</button></header>
      ${this.#addressBar()}
      ${place ? this.#modeBar(!!place.isAlbum) : nothing}
      ${
        place
          ? html`<div class="point-body ${this.isEnlarged ? 'is-enlarged' : ''}" .style=${`--share:${this.share}%`}>
        <tct-console-point-page .place=${place} .mode=${this.mode} .words=${words} .actions=${{ pick: this.#pick, follow: this.#follow, leave: this.#leave }}></tct-console-point-page>
        ${divider(this.share, words.resize, (share) => {
          this.share = share;
        })}
        ${this.#panel()}
      </div>`
          : html`<p class="point-empty" role="status">${work ? words.working[work] : openError ? this.#error(openError) : nothing}</p>`
      }`;
  }

  #error(error: CallError): TemplateResult {
    const { vi, en } = error.words;
    const { lang } = this.context;
    return html`<span class="trouble" lang=${vi === en ? 'vi' : lang}>${error.words[lang]}</span>`;
  }

  #addressBar(): TemplateResult {
    const { place, openError } = this.#session;
    const failed = place && openError ? this.#error(openError) : undefined;
    const wrong = this.wrongAddress ? this.#words.addressWrong : failed;
    const actions = { open: this.#openAddress, back: () => void this.#back() };
    return addressBar(this.#session, this.#words, wrong, actions);
  }

  #modeBar(isAlbum: boolean): TemplateResult {
    return modeBar(this.mode, this.request.kind, isAlbum, this.#words, (mode) => {
      this.mode = mode;
    });
  }

  #panel(): TemplateResult {
    const session = this.#session;
    const textOf = (node: number) => this.#pageElement?.page?.text(node) ?? '';
    return panel(session, this.#words, this.context.lang, this.view, textOf, {
      setView: (view) => {
        this.view = view;
      },
      show: (node) => this.#pageElement?.reveal(node),
      nameColumn: (node: number, column: Column | undefined) => {
        const { choice } = session;
        void session.change({ ...choice, picks: nameColumn(choice.picks, node, column) });
      },
      setSource: (source) => void session.change({ picks: NO_PICKS, source }),
      openAlbum: () => void this.#openAlbum(),
      accept: (pointed) => this.done(pointed),
      isEnlarged: this.isEnlarged,
      enlarge: () => {
        this.isEnlarged = !this.isEnlarged;
      },
    });
  }
}
