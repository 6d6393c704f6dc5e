import type { Stage } from './stage.ts';
import { isOn, most, type Point, type View, WHOLE, within, zoomAt } from './view.ts';

/** Pixels that a finger may tremble, and that it has to go to turn or to close. */
const STILL = 8;
const FAR = 100;
/** Pixels a millisecond of a quick stroke, and milliseconds between the taps of a double one. */
const QUICK = 0.4;
const DOUBLE = 300;

/** What fingers may ask for beside looking closer. */
export interface Wishes {
  turn: (by: 1 | -1) => void;
  close: () => void;
  /** Hides what lies over the photo, or shows it again. */
  toggleWords: () => void;
  /** The photo has been enlarged or made small. */
  zoomed: () => void;
}

/**
 * Fingers and mouse on the stage: one finger turns, closes (down or up), or moves a photo that is enlarged; two enlarge
 * it; a double tap, a click or Ctrl with the wheel too.
 */
export class Gestures {
  readonly #points = new Map<number, Point>();
  /** Where the fingers were when their number last changed, and what was seen then. */
  #from: Point = { x: 0, y: 0 };
  #apart = 0;
  #view: View = WHOLE;
  #since = 0;
  #way: '' | 'across' | 'down' | 'free' = '';
  #tap?: Point & { time: number; timer: number };

  constructor(
    private readonly stage: Stage,
    private readonly wishes: Wishes,
  ) {
    const { element } = stage;
    element.addEventListener('pointerdown', this.#down);
    element.addEventListener('pointermove', this.#move);
    element.addEventListener('pointerup', this.#up);
    element.addEventListener('pointercancel', this.#up);
    element.addEventListener('wheel', this.#wheel);
  }

  /** A place on the screen in pixels from the middle of the photo's box, also while that glides there. */
  #inBox({ x, y }: Point): Point {
    const { element, slide } = this.stage;
    const { left, top } = element.getBoundingClientRect();
    const { clientHeight, clientWidth, offsetTop } = slide.element;
    return { x: x - left - clientWidth / 2, y: y - top - offsetTop - clientHeight / 2 };
  }

  get #fingers(): [middle: Point, apart: number] {
    const [one = { x: 0, y: 0 }, two = one] = this.#points.values();
    return [{ x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 }, Math.hypot(one.x - two.x, one.y - two.y)];
  }

  #begin(): void {
    [this.#from, this.#apart] = this.#fingers;
    this.#view = this.stage.slide.view;
  }

  #down = (event: PointerEvent): void => {
    const { button, clientX, clientY, pointerId, timeStamp } = event;
    if (button > 0) return;
    if (!this.#points.size) {
      this.#way = '';
      this.#since = timeStamp;
    }
    this.#points.set(pointerId, { x: clientX, y: clientY });
    try {
      this.stage.element.setPointerCapture(pointerId);
    } catch {
      // A pointer that is gone already.
    }
    this.#begin();
  };

  #move = ({ clientX, clientY, pointerId, pointerType }: PointerEvent): void => {
    const { stage } = this;
    const { slide } = stage;
    const from = this.#from;
    if (!this.#points.has(pointerId)) return;
    this.#points.set(pointerId, { x: clientX, y: clientY });
    const [now, apart] = this.#fingers;
    const [x, y] = [now.x - from.x, now.y - from.y];
    if (this.#points.size > 1) {
      if (this.#way !== 'free') stage.drag(0);
      this.#way = 'free';
      const scale = Math.min(
        1.2 * most(slide.measure),
        Math.max(0.6, (this.#view.scale * apart) / this.#apart),
      );
      const view = zoomAt(this.#view, scale, this.#inBox(from));
      slide.place({ scale, x: view.x + x, y: view.y + y });
      return;
    }
    if (!this.#way) {
      if (Math.hypot(x, y) < STILL) return;
      const down = Math.abs(y) > Math.abs(x) && pointerType !== 'mouse';
      this.#way = this.#view.scale > 1 ? 'free' : down ? 'down' : 'across';
    }
    if (this.#way === 'across') stage.drag(x);
    else if (this.#way === 'down') stage.drag(0, y);
    else slide.place(within({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y }, slide.measure));
  };

  #up = ({ pointerId, pointerType, timeStamp, type }: PointerEvent): void => {
    const { stage, wishes } = this;
    const [now] = this.#fingers;
    const from = this.#from;
    const way = this.#way;
    if (!this.#points.delete(pointerId)) return;
    if (this.#points.size) {
      this.#begin();
      return;
    }
    const cancelled = type === 'pointercancel';
    const [x, y] = [now.x - from.x, now.y - from.y];
    const long = way === 'across' ? x : y;
    const speed = Math.abs(long) / (timeStamp - this.#since);
    const far = Math.abs(long) > FAR || (speed > QUICK && Math.abs(long) > 3 * STILL);
    if (!way && !cancelled) this.#tapped(now, timeStamp, pointerType);
    else if (way === 'across' && far && !cancelled) wishes.turn(x < 0 ? 1 : -1);
    else if (way === 'down' && far && !cancelled) wishes.close();
    else stage.settle();
    wishes.zoomed();
  };

  #tapped(at: Point, time: number, pointerType: string): void {
    const { stage, wishes } = this;
    const point = this.#inBox(at);
    const before = this.#tap;
    this.#tap = undefined;
    clearTimeout(before?.timer);
    if (pointerType === 'mouse') {
      if (isOn(point, stage.slide.view, stage.slide.measure)) stage.toggle(point);
      else wishes.close();
    } else if (before && time - before.time < DOUBLE && Math.hypot(at.x - before.x, at.y - before.y) < 40)
      stage.toggle(point);
    else this.#tap = { ...at, time, timer: window.setTimeout(wishes.toggleWords, DOUBLE) };
  }

  #wheel = (event: WheelEvent): void => {
    // The page below stays where it is.
    event.preventDefault();
    const { scale } = this.stage.slide.view;
    if (event.ctrlKey) this.stage.zoom(scale * Math.exp(-event.deltaY / 150), this.#inBox(event));
    else if (scale > 1) this.stage.pan(-event.deltaX, -event.deltaY);
    this.wishes.zoomed();
  };
}
