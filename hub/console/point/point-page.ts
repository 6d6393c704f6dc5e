import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ShownPage } from '../../setup/api.ts';
import { moveCursor, moveOf } from './cursor.ts';
import { FrameController } from './frame-controller.ts';
import { type FramePage, nodeOf } from './frame-page.ts';
import type { Mode } from './mode.ts';
import { outline, outlines, overElement } from './outlines.ts';
import { effectOn, NO_PICKS } from './picks.ts';
import type { Place } from './point-session.ts';
import type { PointWords } from './point-words.ts';
import { postAt, targetAt } from './target.ts';

/** What the user does on the page. */
export interface PageActions {
  /** Takes an element in the present mode, or leaves it out of the list. */
  pick: (node: number, page: FramePage, isLeftOut: boolean) => void;
  follow: (url: string) => void;
  /** Leaves the page by keyboard. */
  leave: () => void;
}

/** How far from the edges of the scroller a revealed element is kept (px). */
const SCROLL_MARGIN = 80;

/**
 * The page of the school in a sandboxed frame, under an overlay that takes pointer, touch and keyboard in its place and
 * has the outlines. Nothing in the frame receives an event.
 */
export class PointPage extends LitElement {
  static override properties = {
    // Changed in place.
    place: { attribute: false, hasChanged: () => true },
    mode: { attribute: false },
    words: { attribute: false },
    actions: { attribute: false },
    hover: { state: true },
    cursor: { state: true },
    isCursorShown: { state: true },
    said: { state: true },
  };

  declare place: Place;
  declare mode: Mode;
  declare words: PointWords;
  declare actions: PageActions;
  declare private hover: number | undefined;
  declare private cursor: number | undefined;
  /** By keyboard or from the panel. A pointer shows by itself where it is. */
  declare private isCursorShown: boolean;
  declare private said: string;
  readonly #frame = new FrameController(this);

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The page in the frame, once it is there. */
  get page(): FramePage | undefined {
    return this.#frame.page;
  }

  get #picks() {
    return this.place.choices.at(-1)?.picks ?? NO_PICKS;
  }

  protected override willUpdate(): void {
    if (this.#shown === this.place.shown) return;
    this.#shown = this.place.shown;
    this.#frame.forget();
    this.hover = undefined;
    this.cursor = undefined;
    // To who cannot see that another page has come.
    this.said = this.place.shown.title;
  }

  protected override updated(): void {
    if (this.#watched === this.#shown) return;
    this.#watched = this.#shown;
    this.#frame.watch(this.querySelector('iframe')!);
  }
  #shown: ShownPage | undefined;
  #watched: ShownPage | undefined;
  #clicked: number | undefined;

  /** Scrolls to an element and puts the cursor on it. */
  reveal(node: number): void {
    this.cursor = node;
    this.isCursorShown = true;
    const box = this.page?.box(node);
    const scroller = this.querySelector('.point-scroller');
    if (!box || !scroller) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
    if (box.y < scrollTop + SCROLL_MARGIN || box.y + box.height > scrollTop + clientHeight - SCROLL_MARGIN)
      scroller.scrollTop = box.y - Math.max(SCROLL_MARGIN, (clientHeight - box.height) / 3);
    if (box.x < scrollLeft || box.x + box.width > scrollLeft + clientWidth)
      scroller.scrollLeft = box.x - SCROLL_MARGIN / 2;
  }

  /** The element that a click at a place of the overlay takes. */
  #takenAt({ offsetX, offsetY }: MouseEvent): number | undefined {
    const element = this.page?.at(offsetX, offsetY);
    return element && nodeOf(this.page!.taken(element, this.mode));
  }

  #act(node: number | undefined, how: 'take' | 'leave' | 'follow'): void {
    const element = this.page?.element(node);
    if (!element || node === undefined) return;
    if (how !== 'follow' && this.mode !== 'follow') {
      this.actions.pick(node, this.page!, how === 'leave');
      return;
    }
    const url = this.page!.linkOf(element);
    if (url) this.actions.follow(url);
    else this.said = this.words.effect['no-link'];
  }

  readonly #onClick = (event: MouseEvent): void => {
    // The second click of a double click would take back the first.
    if (event.detail > 1) return;
    const node = this.#takenAt(event);
    this.cursor = node;
    this.isCursorShown = false;
    // What was just clicked shows what came of it, not what another click would do.
    this.hover = undefined;
    this.#clicked = node;
    this.#act(node, event.altKey ? 'follow' : 'take');
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const node = this.#takenAt(event);
    if (node !== this.#clicked) this.#clicked = undefined;
    this.hover = this.#clicked === undefined ? node : undefined;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const move = event.altKey ? undefined : moveOf(event.key);
    if (move && this.page) this.#moveTo(moveCursor(this.page, this.cursor, move));
    else if (event.key === 'Enter' || event.key === ' ') this.#enter(event.altKey);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#act(this.cursor, 'leave');
    else if (event.key === 'Escape') this.actions.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #enter(isAlt: boolean): void {
    const element = this.page?.element(this.cursor);
    if (element) this.#act(nodeOf(this.page!.taken(element, this.mode)), isAlt ? 'follow' : 'take');
  }

  #moveTo(node: number | undefined): void {
    if (node === undefined) return;
    this.reveal(node);
    this.said = this.#describe(node);
  }

  /** What is under the cursor, in words. */
  #describe(node: number): string {
    const page = this.page!;
    const { words, place } = this;
    const at = postAt(page, node, place.pointed);
    const parts = [words.underCursor(page.role(node), page.text(node))];
    if (at >= 0) parts.push(words.among(at + 1, place.pointed!.posts.length));
    if (this.#picks.not.some((each) => page.isInside(node, each))) parts.push(words.isLeftOut);
    return parts.join(', ');
  }

  /** What a click on an element would do. */
  #effect(node: number, page: FramePage): string {
    const { words, mode, place } = this;
    if (mode === 'follow') return words.effect[page.linkOf(page.element(node)!) ? 'follow' : 'no-link'];
    if (mode !== 'item') return `${words.effect.part}: ${words.part[mode]}`;
    return words.effect[effectOn(this.#picks, targetAt(page, node, place.pointed, this.#picks))];
  }

  protected override render(): TemplateResult {
    const { place, words, page } = this;
    const { shown } = place;
    // Recreated for each page, because a frame that goes on to another one adds to the browser's history.
    const frame = keyed(
      shown,
      html`<iframe sandbox="allow-same-origin" src=${shown.frame} title=${shown.title} tabindex="-1" aria-hidden="true" scrolling="no"></iframe>`,
    );
    return html`<div class="point-scroller" aria-busy=${page ? 'false' : 'true'}><div class="point-sheet">
      ${frame}
      <div class="outlines" aria-hidden="true">${page ? this.#outlines(page) : nothing}</div>
      <div class="overlay is-${this.mode}" tabindex="0" role="application" aria-label=${words.area} aria-describedby="point-area-help"
        @click=${this.#onClick} @pointermove=${this.#onMove} @pointerleave=${() => {
          this.hover = undefined;
        }} @keydown=${this.#onKey}></div>
      ${page ? shown.frames.map(({ node, url }) => overElement(page, node, html`<button @click=${() => this.actions.follow(url)}>${words.frame}</button>`)) : nothing}
    </div></div>
    <p class="unseen" id="point-area-help">${words.areaHelp}</p>
    <p class="unseen" role="status">${this.said}</p>`;
  }

  #outlines(page: FramePage): unknown {
    const { place, words, hover, cursor } = this;
    return html`${outlines(page, place.pointed, this.#picks, words)}
      ${this.isCursorShown ? outline(page, cursor, 'cursor') : nothing}
      ${hover === undefined ? nothing : outline(page, hover, 'hover', this.#effect(hover, page))}`;
  }
}
