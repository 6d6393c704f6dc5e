import type { Slide } from './slide.ts';
import { clampTransform, IDENTITY, maxScale, type Point, zoomAt, zoomStep } from './transform.ts';

/** Distance between two photos. */
const GAP_PX = 24;
/** Vertical drag that fades the photo, and the least opacity. */
const FADE_DISTANCE_PX = 400;
const MAX_FADE = 0.7;

/** Shows one photo between its neighbours, which it preloads. */
export class Slider {
  readonly element = document.createElement('div');
  readonly #track = document.createElement('div');
  #slides = new Map<number, Slide>();
  #index = 0;

  /** @param createSlide creates the slide of a photo by its index; undefined beyond either end */
  constructor(private readonly createSlide: (index: number) => Slide | undefined) {
    this.element.className = 'slider';
    this.#track.className = 'track';
    this.element.append(this.#track);
  }

  /** The slide of the current photo. */
  get slide(): Slide {
    return this.#slides.get(this.#index)!;
  }

  get isZoomed(): boolean {
    return this.#slides.size > 0 && this.slide.transform.scale > 1;
  }

  /** @param animate slides there from the current photo */
  show(index: number, animate: boolean): void {
    const slides = new Map<number, Slide>();
    for (const position of [index, index + 1, index - 1]) {
      const slide = this.#slides.get(position) ?? this.createSlide(position);
      if (!slide) continue;
      slides.set(position, slide);
      slide.element.style.left = `calc(${position} * (100% + ${GAP_PX}px))`;
      slide.element.inert = position !== index;
      if (position !== index) slide.setTransform(IDENTITY);
      if (!slide.element.parentNode) this.#track.append(slide.element);
    }
    for (const [position, { element }] of this.#slides) if (!slides.has(position)) element.remove();
    this.#slides = slides;
    this.#index = index;
    this.settle(animate);
    void this.#load(index);
  }

  /** The neighbours load after the current photo. */
  async #load(index: number): Promise<void> {
    await this.slide.load();
    if (index === this.#index) for (const slide of this.#slides.values()) void slide.load();
  }

  clear(): void {
    this.#slides.clear();
    this.#track.replaceChildren();
  }

  /** Follows a pointer, in pixels from where it started. */
  drag(x: number, y = 0): void {
    // Beyond either end the photo resists.
    const atEnd = !this.#slides.has(this.#index - Math.sign(x));
    this.#move(atEnd ? x / 3 : x, y, false);
  }

  /** Returns to the current photo's position after a drag. */
  settle(animate = true): void {
    this.#move(0, 0, animate);
    this.zoom(this.slide.transform.scale);
  }

  #move(x: number, y: number, animate: boolean): void {
    this.element.classList.toggle('animated', animate);
    this.#track.style.transform = `translate(calc(${-this.#index} * (100% + ${GAP_PX}px) + ${x}px),${y}px)`;
    this.element.style.opacity = String(1 - Math.min(MAX_FADE, Math.abs(y) / FADE_DISTANCE_PX));
  }

  /** Zooms about a point; the scale is limited by the photo's size. */
  zoom(scale: number, point: Point = IDENTITY): void {
    const { fit, transform } = this.slide;
    const limited = Math.min(maxScale(fit), Math.max(1, scale));
    this.slide.setTransform(clampTransform(zoomAt(transform, limited, point), fit), true);
  }

  /** Zooms in by one step, or out again. */
  toggleZoom(point?: Point): void {
    this.zoom(this.isZoomed ? 1 : zoomStep(this.slide.fit), point);
  }

  /** Moves a zoomed photo by pixels. */
  pan(x: number, y: number): void {
    const { fit, transform } = this.slide;
    const moved = { ...transform, x: transform.x + x, y: transform.y + y };
    this.slide.setTransform(clampTransform(moved, fit), true);
  }
}
