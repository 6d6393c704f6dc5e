import type { Mode } from './mode.ts';

/** A rectangle in the frame's document, in px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What an element is to its reader. */
export type Role = 'link' | 'image' | 'heading' | 'cell' | 'frame' | 'text';

const MAX_TEXT = 90;
const NUMBERED = '[data-node]';
/** The box that stands for an inner frame. */
const FRAME = '[data-box=frame]';
/** An element that covers a larger share of the page and holds other elements, or nothing, is its layout, not its content. */
const MAX_AREA_SHARE = 0.6;

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

const hasOwnText = (element: Element) =>
  [...element.childNodes].some((child) => child.nodeType === 3 && oneLine(child.nodeValue));

/** What is shown at a point inside an element that was hit there, if it takes no pointer events itself. */
function shownAt(hit: Element, x: number, y: number): Element {
  const inner = [...hit.children].reverse().find((child) => {
    const { left, right, top, bottom } = child.getBoundingClientRect();
    if (x < left || x >= right || y < top || y >= bottom) return false;
    const style = child.ownerDocument.defaultView!.getComputedStyle(child);
    return style.pointerEvents === 'none' && style.visibility === 'visible' && Number(style.opacity) > 0;
  });
  return inner ? shownAt(inner, x, y) : hit;
}

/**
 * The page that is shown in the frame. It is only read: nothing of ours gets into its document, and it has no scripts.
 * Its elements are known by their numbers; those that the browser added itself have none.
 */
export class FramePage {
  readonly #elements = new Map<number, Element>();
  /** Where a keyboard's cursor stops, in reading order. */
  #stops: Element[] | undefined;

  constructor(readonly document: Document) {
    for (const element of document.querySelectorAll(NUMBERED)) {
      const node = nodeOf(element);
      if (node !== undefined) this.#elements.set(node, element);
    }
  }

  element(node: number | undefined): Element | undefined {
    return node === undefined ? undefined : this.#elements.get(node);
  }

  /**
   * The element at a point of the page; undefined for one that is only its layout. What lies over the page without showing
   * anything, such as the sheet of a closed window, is seen through, but not what is around it.
   */
  at(x: number, y: number): Element | undefined {
    const layout: Element[] = [];
    for (const hit of this.document.elementsFromPoint(x, y)) {
      const element = shownAt(hit, x, y).closest(NUMBERED);
      if (!element || /^(?:html|body)$/i.test(element.localName)) continue;
      if (layout.some((each) => element.contains(each))) continue;
      if (!this.#isLayout(element)) return element;
      layout.push(element);
    }
    return undefined;
  }

  #isLayout(element: Element): boolean {
    const { clientWidth, scrollHeight } = this.document.documentElement;
    const { width, height } = element.getBoundingClientRect();
    if (width * height <= MAX_AREA_SHARE * clientWidth * scrollHeight) return false;
    return element.childElementCount > 1 || (element.localName !== 'img' && !hasOwnText(element));
  }

  /** What a click on an element takes: a title with its link, a picture itself. */
  taken(element: Element, mode: Mode): Element {
    if (mode === 'image' || mode === 'photo')
      return /^(?:img|picture)$/.test(element.localName)
        ? element
        : (element.querySelector(`img${NUMBERED}`) ?? element);
    if (mode === 'date' || mode === 'summary') return element;
    return element.closest(`a${NUMBERED}`) ?? element;
  }

  /** The address that a link around an element leads to. The link itself leads nowhere. */
  linkOf(element: Element): string | undefined {
    return element.closest('a[data-href]')?.getAttribute('data-href') ?? undefined;
  }

  /** Whether an element is another one or inside it. */
  isInside(node: number, outer: number): boolean {
    const element = this.element(node);
    return !!element && !!this.element(outer)?.contains(element);
  }

  /** Where an element is shown; undefined if it is not. Of one without a box of its own, the box of its content. */
  box(node: number | undefined): Box | undefined {
    const element = this.element(node);
    if (!element) return undefined;
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width && height) return { x, y, width, height };
    const range = this.document.createRange();
    range.selectNodeContents(element);
    const inner = range.getBoundingClientRect();
    return inner.width && inner.height
      ? { x: inner.x, y: inner.y, width: inner.width, height: inner.height }
      : undefined;
  }

  /** The text of an element on one line, or what its picture is said to show. */
  text(node: number): string {
    const element = this.element(node);
    if (!element) return '';
    const image = element.localName === 'img' ? element : element.querySelector('img[alt]');
    const text = oneLine(element.textContent) || oneLine(image?.getAttribute('alt'));
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).trimEnd()}…` : text;
  }

  role(node: number): Role {
    const element = this.element(node);
    const name = element?.localName ?? '';
    if (/^(?:img|picture|svg)$/.test(name)) return 'image';
    if (element?.matches(FRAME)) return 'frame';
    if (element?.closest('a')) return 'link';
    if (/^h[1-6]$/.test(name)) return 'heading';
    return /^t[dh]$/.test(name) ? 'cell' : 'text';
  }

  /**
   * The elements that a keyboard's cursor stops at, in reading order: links, pictures and what has text of its own.
   * Of a link, not what is in it, except pictures.
   */
  stops(): readonly Element[] {
    this.#stops ??= [...this.#elements.values()].filter((element) => {
      if (!element.getClientRects().length) return false;
      if (element.localName === 'img' || element.matches(FRAME)) return true;
      if (element.parentElement?.closest('a')) return false;
      if (element.localName === 'a') return !!oneLine(element.textContent);
      return hasOwnText(element);
    });
    return this.#stops;
  }
}

/** The number of an element. */
export function nodeOf(element: Element | undefined): number | undefined {
  const number = Number(element?.getAttribute('data-node') ?? Number.NaN);
  return Number.isInteger(number) ? number : undefined;
}
