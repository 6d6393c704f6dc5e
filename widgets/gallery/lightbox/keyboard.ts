import type { Slider } from './slider.ts';

/** How far an arrow key moves a zoomed photo. */
const PAN_STEP_PX = 80;
const ZOOM_FACTOR = 1.5;

/**
 * Returns what a key does in the lightbox; undefined for other keys. Arrows move a zoomed photo, and turn otherwise.
 *
 * @param turn moves by a number of photos, or to either end by ±Infinity
 */
export function keyAction(
  key: string,
  slider: Slider,
  turn: (by: number) => void,
  toggleFullScreen: () => void,
): (() => void) | undefined {
  const { scale } = slider.slide.transform;
  const arrow = (by: number, x: number, y: number) => () => {
    if (scale > 1) slider.pan(x * PAN_STEP_PX, y * PAN_STEP_PX);
    else if (by) turn(by);
  };
  return {
    ArrowLeft: arrow(-1, 1, 0),
    ArrowRight: arrow(1, -1, 0),
    ArrowUp: arrow(0, 0, 1),
    ArrowDown: arrow(0, 0, -1),
    PageUp: () => turn(-1),
    PageDown: () => turn(1),
    Home: () => turn(-Infinity),
    End: () => turn(Infinity),
    '+': () => slider.zoom(scale * ZOOM_FACTOR),
    '=': () => slider.zoom(scale * ZOOM_FACTOR),
    '-': () => slider.zoom(scale / ZOOM_FACTOR),
    '0': () => slider.zoom(1),
    f: toggleFullScreen,
  }[key];
}
