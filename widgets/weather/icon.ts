import { html, type TemplateResult } from 'lit';

/** Stroked paths on a 24 × 24 grid. */
const SUN =
  'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3v2M12 19v2M3 12h2M19 12h2M6 6l1 1M17 17l1 1M6 18l1-1M17 7l1-1';
const MOON = 'M20 14A8 8 0 1 1 10 4a6 6 0 0 0 10 10z';
/** Half covered by a small cloud, then peeking out from behind a large one. */
const SUN_HALF = 'M14 10A4 4 0 1 0 9 14M10 2v1M2 10h1M4 4l1 1M16 4l-1 1M17 10h1M4 16l1-1';
const MOON_HALF = 'M9 15A6 6 0 0 1 9 3a5 5 0 0 0 6 7';
const SUN_BEHIND = 'M4 8A3 3 0 1 1 9 4M7 0v1M1 6h1M3 2l.5.5M11 2l-.5.5';
const MOON_BEHIND = 'M4 8A4 4 0 0 1 6 1a4 4 0 0 0 4 3';
const SMALL_CLOUD = 'M13 21a3 3 0 0 1 0-6a4 4 0 0 1 7 0a3 3 0 0 1 0 6z';
const CLOUD = 'M7 17a4 4 0 0 1 0-8a5 5 0 0 1 10-1a4.5 4.5 0 0 1 0 9z';
/** Behind the first. */
const SECOND_CLOUD = 'M17 4a4 4 0 0 1 5 4';
const FOG = 'M5 20h14M8 23h8';
const BOLT = 'M13 14l-3 5h4l-2 4';
const LIGHT_RAIN = 'M10 20l-1 3M15 20l-1 3';
const RAIN = 'M8 20l-1 3M12 20l-1 3M16 20l-1 3';
const HEAVY_RAIN = 'M7 20l-1 4M11 20l-1 4M15 20l-1 4M19 20l-1 4';
const FREEZING = 'M8 20l-1 3M15 19v4M13 20l4 2M17 20l-4 2';
const SNOW = 'M8 19v4M6 20l4 2M10 20l-4 2M16 19v4M14 20l4 2M18 20l-4 2';

/** Moon and sun, from a clear sky to a cloudy one. */
const MOON_AND_SUN = [
  [MOON, SUN],
  [MOON_HALF, SUN_HALF],
  [MOON_BEHIND, SUN_BEHIND],
];

/** Precipitation by the lowest code it applies to, highest first. */
const PRECIPITATION: [from: number, path: string][] = [
  [96, 'M7 20v0M6 23v0M17 20v0M18 23v0'],
  [95, 'M8 20l-1 3M17 20l-1 3'],
  [85, SNOW],
  [82, HEAVY_RAIN],
  [81, RAIN],
  [80, LIGHT_RAIN],
  [71, SNOW],
  [66, FREEZING],
  [65, HEAVY_RAIN],
  [63, RAIN],
  [61, LIGHT_RAIN],
  [56, FREEZING],
  [51, 'M8 20v1M12 22v1M16 20v1'],
];

/** Renders the icon of a WMO code by day or night. It is decorative: it needs a text beside it. */
export function icon(code = -1, isDay = true): TemplateResult {
  // Showers leave part of the sky visible.
  const light = code >= 95 ? BOLT : MOON_AND_SUN[code >= 80 ? 2 : code]?.[Number(isDay)];
  const behind = code === 3 ? SECOND_CLOUD : code > 44 && code < 50 ? FOG : '';
  const cloud = code < 1 ? '' : code === 1 ? SMALL_CLOUD : CLOUD + behind;
  const fall = PRECIPITATION.find(([from]) => code >= from)?.[1];
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path class="light" d=${light ?? ''}></path><path d=${cloud}></path><path class="fall" d=${fall ?? ''}></path></svg>`;
}
