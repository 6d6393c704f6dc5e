import type { Slide } from './slide.ts';
import { most, type Point, usual, WHOLE, within, zoomAt } from './view.ts';

/** Pixels between two photos. */
const GAP = 24;

/** The photo that is shown, with one on either side, which are fetched ahead. */
export class Stage {
  readonly element = document.createElement('div');
  readonly #track = document.createElement('div');
  #slides = new Map<number, Slide>();
  #at = 0;

  /** @param slideOf makes the slide of a photo by its number, if there is one */
  constructor(private readonly slideOf: (index: number) => Slide | undefined) {
    this.element.className = 'stage';
    this.#track.className = 'track';
    this.element.append(this.#track);
  }

  get slide(): Slide {
    return this.#slides.get(this.#at)!;
  }

  get isZoomed(): boolean {
    return this.#slides.size > 0 && this.slide.view.scale > 1;
  }

  /** @param glide moves there from the photo before */
  show(at: number, glide: boolean): void {
    const slides = new Map<number, Slide>();
    for (const index of [at, at + 1, at - 1]) {
      const slide = this.#slides.get(index) ?? this.slideOf(index);
      if (!slide) continue;
      slides.set(index, slide);
      slide.element.style.left = `calc(${index} * (100% + ${GAP}px))`;
      slide.element.inert = index !== at;
      if (index !== at) slide.place(WHOLE);
      if (!slide.element.parentNode) this.#track.append(slide.element);
    }
    for (const [index, { element }] of this.#slides) if (!slides.has(index)) element.remove();
    this.#slides = slides;
    this.#at = at;
    this.settle(glide);
    void this.#load(at);
  }

  /** The neighbours wait for the photo that is looked at. */
  async #load(at: number): Promise<void> {
    await this.slide.load();
    if (at === this.#at) for (const slide of this.#slides.values()) void slide.load();
  }

  clear(): void {
    this.#slides.clear();
    this.#track.replaceChildren();
  }

  /** Follows a finger, by pixels. */
  drag(x: number, y = 0): void {
    // There is nothing to see beside the first and the last: it goes with more effort.
    const end = !this.#slides.has(this.#at - Math.sign(x));
    this.#place(end ? x / 3 : x, y, false);
  }

  /** Goes where it belongs when the finger is gone. */
  settle(glide = true): void {
    this.#place(0, 0, glide);
    this.zoom(this.slide.view.scale);
  }

  #place(x: number, y: number, glide: boolean): void {
    this.element.classList.toggle('glide', glide);
    this.#track.style.transform = `translate(calc(${-this.#at} * (100% + ${GAP}px) + ${x}px),${y}px)`;
    this.element.style.opacity = String(1 - Math.min(0.7, Math.abs(y) / 400));
  }

  /** Enlarges to a scale, or as far as it goes, about a point. */
  zoom(scale: number, point: Point = WHOLE): void {
    const { measure, view } = this.slide;
    const to = Math.min(most(measure), Math.max(1, scale));
    this.slide.place(within(zoomAt(view, to, point), measure), true);
  }

  /** Enlarges, and the next time makes it whole again. */
  toggle(point?: Point): void {
    this.zoom(this.isZoomed ? 1 : usual(this.slide.measure), point);
  }

  /** Moves a photo that is larger than the screen. */
  pan(x: number, y: number): void {
    const { measure, view } = this.slide;
    this.slide.place(within({ ...view, x: view.x + x, y: view.y + y }, measure), true);
  }
}
