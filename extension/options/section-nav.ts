import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** A section counts as current when its top is above this part of the window's height. */
const READING_LINE = 0.3;

/** Knows which section of the page is being read: the one in the URL while its beginning is in view, else by position. */
export class CurrentSection implements ReactiveController {
  current = '';
  #frame = 0;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.#onMove, { passive: true });
    addEventListener('resize', this.#onMove);
    addEventListener('hashchange', this.#onMove);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#onMove);
    removeEventListener('resize', this.#onMove);
    removeEventListener('hashchange', this.#onMove);
    cancelAnimationFrame(this.#frame);
  }

  /** In a narrow window, scrolls the row to the link of the current section. */
  hostUpdated(): void {
    const link = this.host.querySelector<HTMLElement>('nav [aria-current="true"]');
    const row = link?.closest('ul');
    if (!link || !row) return;
    const [{ left, right }, { left: start, right: end }] = [link, row].map((one) =>
      one.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    if (left < start || right > end) row.scrollLeft += (left + right - start - end) / 2;
  }

  readonly #onMove = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.update());
  };

  update(): void {
    const sections = [...this.host.querySelectorAll('main > section:not(.first)')];
    const topOf = (section: Element) => section.getBoundingClientRect().top;
    const named = sections.find(({ id }) => `#${id}` === location.hash);
    const isNamedInView = named && topOf(named) >= -1 && topOf(named) < innerHeight;
    const above = sections.filter((section) => topOf(section) <= innerHeight * READING_LINE);
    const current = (isNamedInView ? named : (above.at(-1) ?? sections[0]))?.id ?? '';
    if (current === this.current) return;
    this.current = current;
    this.host.requestUpdate();
  }
}

/** Links to the sections of the page; beside it in a wide window, a row above it in a narrow one. */
export function sectionNav<Section extends string>(
  label: string,
  sections: readonly Section[],
  names: Record<Section, string>,
  current: string,
): TemplateResult {
  return html`<nav aria-label=${label}><ul>${sections.map((section) => html`<li><a href="#${section}" aria-current=${section === current ? 'true' : 'false'}>${names[section]}</a></li>`)}</ul></nav>`;
}
