import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** Stroked paths on a 24 × 24 grid. */
export const icons = {
  close: icon('M5 5l14 14M19 5L5 19'),
  previous: icon('M15 4l-8 8 8 8'),
  next: icon('M9 4l8 8-8 8'),
  zoomIn: icon('M16 16l5 5M4 10.5a6.5 6.5 0 1013 0 6.5 6.5 0 10-13 0M10.5 8v5M8 10.5h5'),
  zoomOut: icon('M16 16l5 5M4 10.5a6.5 6.5 0 1013 0 6.5 6.5 0 10-13 0M8 10.5h5'),
  fullScreen: icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'),
  share: icon('M12 15V3M8 7l4-4 4 4M6 11H5v10h14V11h-1'),
  download: icon('M12 3v12M8 11l4 4 4-4M4 20h16'),
};
