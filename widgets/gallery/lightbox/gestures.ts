import type { Slider } from './slider.ts';
import {
  clampTransform,
  IDENTITY,
  isOnPhoto,
  maxScale,
  type Point,
  type Transform,
  zoomAt,
} from './transform.ts';

/** A pointer that moves less than this is a tap. */
const TAP_SLOP_PX = 8;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_SLOP_PX = 40;
/** A swipe counts if it is this long, or shorter but this fast (pixels per millisecond). */
const SWIPE_PX = 100;
const QUICK_SWIPE_PX = 24;
const QUICK_SWIPE_SPEED = 0.4;
/** While pinching, the scale may exceed its limits a little. */
const PINCH_OVERSHOOT = 1.2;
const PINCH_MIN_SCALE = 0.6;

/** Callbacks of the gestures other than zooming and moving the photo. */
export interface GestureHandlers {
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
  /** A single tap hides or shows the controls. */
  onToggleControls: () => void;
  /** A gesture has ended and may have changed the zoom. */
  onZoom: () => void;
}

/**
 * Interprets pointer and wheel events on the slider as gestures. One finger changes the photo, closes (up or down) or
 * moves a zoomed photo; two fingers zoom, as do a double tap, a click and Ctrl with the wheel.
 */
export class Gestures {
  readonly #points = new Map<number, Point>();
  /** State when the number of fingers last changed: their centre, their distance, the photo's transform. */
  #start: Point = { x: 0, y: 0 };
  #startDistance = 0;
  #startTransform: Transform = IDENTITY;
  #startTime = 0;
  #mode: '' | 'horizontal' | 'vertical' | 'free' = '';
  #lastTap?: Point & { time: number; timer: number };

  constructor(
    private readonly slider: Slider,
    private readonly handlers: GestureHandlers,
  ) {
    const { element } = slider;
    element.addEventListener('pointerdown', this.#down);
    element.addEventListener('pointermove', this.#move);
    element.addEventListener('pointerup', this.#up);
    element.addEventListener('pointercancel', this.#up);
    element.addEventListener('wheel', this.#wheel);
  }

  /** The position in the slider, which the page's zoom may have scaled; its slides may be in motion. */
  #positionOf({ clientX, clientY }: MouseEvent): Point {
    const { element } = this.slider;
    const { left, top, width } = element.getBoundingClientRect();
    const scale = width / element.clientWidth;
    return { x: (clientX - left) / scale, y: (clientY - top) / scale };
  }

  #toPhotoBox({ x, y }: Point): Point {
    const { clientHeight, clientWidth, offsetTop } = this.slider.slide.element;
    return { x: x - clientWidth / 2, y: y - offsetTop - clientHeight / 2 };
  }

  get #fingers(): [centre: Point, distance: number] {
    const [one = { x: 0, y: 0 }, two = one] = this.#points.values();
    return [{ x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 }, Math.hypot(one.x - two.x, one.y - two.y)];
  }

  #begin(): void {
    [this.#start, this.#startDistance] = this.#fingers;
    this.#startTransform = this.slider.slide.transform;
  }

  #down = (event: PointerEvent): void => {
    const { button, pointerId, timeStamp } = event;
    if (button > 0) return;
    if (!this.#points.size) {
      this.#mode = '';
      this.#startTime = timeStamp;
    }
    this.#points.set(pointerId, this.#positionOf(event));
    try {
      this.slider.element.setPointerCapture(pointerId);
    } catch {
      // The pointer is already gone.
    }
    this.#begin();
  };

  #move = (event: PointerEvent): void => {
    const { pointerId, pointerType } = event;
    if (!this.#points.has(pointerId)) return;
    this.#points.set(pointerId, this.#positionOf(event));
    const { slider } = this;
    const { slide } = slider;
    const transform = this.#startTransform;
    const [centre, distance] = this.#fingers;
    const [x, y] = [centre.x - this.#start.x, centre.y - this.#start.y];
    if (this.#points.size > 1) {
      if (this.#mode !== 'free') slider.drag(0);
      this.#mode = 'free';
      const scale = Math.min(
        PINCH_OVERSHOOT * maxScale(slide.fit),
        Math.max(PINCH_MIN_SCALE, (transform.scale * distance) / this.#startDistance),
      );
      const zoomed = zoomAt(transform, scale, this.#toPhotoBox(this.#start));
      slide.setTransform({ scale, x: zoomed.x + x, y: zoomed.y + y });
      return;
    }
    if (!this.#mode) {
      if (Math.hypot(x, y) < TAP_SLOP_PX) return;
      const vertical = Math.abs(y) > Math.abs(x) && pointerType !== 'mouse';
      this.#mode = transform.scale > 1 ? 'free' : vertical ? 'vertical' : 'horizontal';
    }
    if (this.#mode === 'horizontal') slider.drag(x);
    else if (this.#mode === 'vertical') slider.drag(0, y);
    else
      slide.setTransform(clampTransform({ ...transform, x: transform.x + x, y: transform.y + y }, slide.fit));
  };

  #up = ({ pointerId, pointerType, timeStamp, type }: PointerEvent): void => {
    const { slider, handlers } = this;
    const [centre] = this.#fingers;
    const mode = this.#mode;
    if (!this.#points.delete(pointerId)) return;
    if (this.#points.size) {
      this.#begin();
      return;
    }
    const cancelled = type === 'pointercancel';
    const [x, y] = [centre.x - this.#start.x, centre.y - this.#start.y];
    const distance = Math.abs(mode === 'horizontal' ? x : y);
    const speed = distance / (timeStamp - this.#startTime);
    const swiped = distance > SWIPE_PX || (speed > QUICK_SWIPE_SPEED && distance > QUICK_SWIPE_PX);
    if (!mode && !cancelled) this.#tap(centre, timeStamp, pointerType);
    else if (mode === 'horizontal' && swiped && !cancelled) handlers.onStep(x < 0 ? 1 : -1);
    else if (mode === 'vertical' && swiped && !cancelled) handlers.onClose();
    else slider.settle();
    handlers.onZoom();
  };

  #tap(at: Point, time: number, pointerType: string): void {
    const { slider, handlers } = this;
    const point = this.#toPhotoBox(at);
    const previous = this.#lastTap;
    this.#lastTap = undefined;
    clearTimeout(previous?.timer);
    if (pointerType === 'mouse') {
      if (isOnPhoto(point, slider.slide.transform, slider.slide.fit)) slider.toggleZoom(point);
      else handlers.onClose();
    } else if (
      previous &&
      time - previous.time < DOUBLE_TAP_MS &&
      Math.hypot(at.x - previous.x, at.y - previous.y) < DOUBLE_TAP_SLOP_PX
    )
      slider.toggleZoom(point);
    else this.#lastTap = { ...at, time, timer: window.setTimeout(handlers.onToggleControls, DOUBLE_TAP_MS) };
  }

  #wheel = (event: WheelEvent): void => {
    // With Ctrl, browsers would zoom the page.
    event.preventDefault();
    const { scale } = this.slider.slide.transform;
    if (event.ctrlKey)
      this.slider.zoom(scale * Math.exp(-event.deltaY / 150), this.#toPhotoBox(this.#positionOf(event)));
    else if (scale > 1) this.slider.pan(-event.deltaX, -event.deltaY);
    this.handlers.onZoom();
  };
}
