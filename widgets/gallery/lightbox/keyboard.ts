import type { Slider } from './slider.ts';

/** How far an arrow key moves a zoomed photo. */
const PAN_STEP_PX = 80;
const ZOOM_FACTOR = 1.5;

/**
 * Returns the action of a key in the lightbox; undefined for other keys. Arrows move a zoomed photo, otherwise
 * they change the photo.
 *
 * @param step moves by a number of photos, or to either end by ±Infinity
 */
export function keyAction(
  key: string,
  slider: Slider,
  step: (by: number) => void,
  toggleFullScreen: () => void,
): (() => void) | undefined {
  const { scale } = slider.slide.transform;
  const arrow = (by: number, x: number, y: number) => () => {
    if (scale > 1) slider.pan(x * PAN_STEP_PX, y * PAN_STEP_PX);
    else if (by) step(by);
  };
  return {
    ArrowLeft: arrow(-1, 1, 0),
    ArrowRight: arrow(1, -1, 0),
    ArrowUp: arrow(0, 0, 1),
    ArrowDown: arrow(0, 0, -1),
    PageUp: () => step(-1),
    PageDown: () => step(1),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    '+': () => slider.zoom(scale * ZOOM_FACTOR),
    '=': () => slider.zoom(scale * ZOOM_FACTOR),
    '-': () => slider.zoom(scale / ZOOM_FACTOR),
    '0': () => slider.zoom(1),
    f: toggleFullScreen,
  }[key];
}
