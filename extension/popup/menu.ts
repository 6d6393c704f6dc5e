import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import { icons } from './icons.ts';

/** Ages (days) of which posts can be marked as read together. */
const MARK_OLDER_DAYS = [1, 3, 7, 30];

/** How far each key moves the focus among the buttons. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** What the menu offers. Acts that are undefined are left out. */
export interface MenuActs {
  /** Number of listed posts that can be opened and are unread. */
  unread: number;
  openUnread: () => void;
  /** Whether unread posts older than a number of days are listed. */
  hasOlder: (days: number) => boolean;
  readOlder: (days: number) => void;
  history: () => void;
  print: () => void;
  sidePanel: (() => void) | undefined;
  tab: (() => void) | undefined;
  help: () => void;
  settings: () => void;
}

/**
 * A button that shows a list of further ones, for what is not needed every day. Tab and the arrow keys go through
 * them; Escape, leaving it and the choice of one close the list.
 */
export class TctMenu extends LitElement {
  static override properties = {
    words: { attribute: false },
    acts: { attribute: false },
    isOpen: { state: true },
  };

  declare words: Words;
  declare acts: MenuActs;
  declare private isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  /** No shadow root: the page's style sheet applies. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onPress);
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusout', this.#onFocusOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onPress);
  }

  readonly #onPress = ({ target }: Event): void => {
    if (!this.contains(target as Node)) this.isOpen = false;
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !this.contains(relatedTarget as Node)) this.isOpen = false;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!this.isOpen || !(step || event.key === 'Escape')) return;
    // Otherwise the popup would close, or the arrow keys move through the posts.
    event.preventDefault();
    if (step) this.#moveFocus(step);
    else this.#close();
  };

  #moveFocus(step: number): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('ul button:enabled')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    // From the menu's own button, up leads to the last.
    buttons.at((Math.max(at, step < 0 ? 0 : -1) + step) % buttons.length)?.focus();
  }

  #close(): void {
    this.isOpen = false;
    this.querySelector('button')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isOpen') && this.isOpen) this.querySelector<HTMLElement>('ul button:enabled')?.focus();
  }

  /** A button that closes the list and acts; the focus is back on the menu's own button before a dialog opens. */
  #button(content: unknown, act: () => void, disabled = false): TemplateResult {
    const choose = () => {
      this.#close();
      act();
    };
    return html`<button ?disabled=${disabled} @click=${choose}>${content}</button>`;
  }

  #item(label: string, act: (() => void) | undefined, key = '', disabled = false): unknown {
    const content = html`<span>${label}</span>${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}`;
    return act ? html`<li>${this.#button(content, act, disabled)}</li>` : nothing;
  }

  protected override render(): TemplateResult {
    const { isOpen, acts } = this;
    const { popup } = this.words;
    return html`<button class="icon" aria-label=${popup.menu} title=${popup.menu} aria-expanded=${isOpen} @click=${() => (this.isOpen = !isOpen)}>${icons.menu}</button>${
      isOpen
        ? html`<ul role="list">
            ${this.#item(popup.openUnread(acts.unread), acts.openUnread, '', !acts.unread)}
            <li class="older"><span id="older">${popup.readOlder}</span>
              <div role="group" aria-labelledby="older">${MARK_OLDER_DAYS.map((days) => this.#button(popup.days(days), () => acts.readOlder(days), !acts.hasOlder(days)))}</div></li>
            ${this.#item(popup.history, acts.history, 'h')}
            ${this.#item(popup.print, acts.print)}
            ${this.#item(popup.sidePanel, acts.sidePanel)}
            ${this.#item(popup.tab, acts.tab)}
            ${this.#item(popup.help, acts.help, '?')}
            ${this.#item(popup.settings, acts.settings)}
          </ul>`
        : nothing
    }`;
  }
}
