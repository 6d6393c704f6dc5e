import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult, { filled = false, size = 18 } = {}) =>
  svg`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true" focusable="false" fill=${filled ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

const starPath = svg`<path d="m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z" />`;
const dotPath = svg`<circle cx="12" cy="12" r="4.5" />`;

/** Icons of the popup’s buttons. They are decorative: every button has a text label. */
export const icons = {
  refresh: icon(svg`<path d="M20 11.5A8 8 0 1 0 18 17M20 5v6.5h-6.5" />`),
  readAll: icon(svg`<path d="m2.5 12.5 4.5 4.5L16 8M11.5 16l1 1 9-9" />`),
  search: icon(svg`<circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5.5 5.5" />`),
  menu: icon(svg`<path d="M4 6.5h16M4 12h16M4 17.5h16" />`),
  star: icon(starPath),
  starred: icon(starPath, { filled: true }),
  read: icon(dotPath),
  unread: icon(dotPath, { filled: true }),
  unfold: icon(svg`<path d="m6 9.5 6 6 6-6" />`),
  fold: icon(svg`<path d="m6 15 6-6 6 6" />`),
  watched: icon(svg`<path d="M6 21V4h12l-3 4.5 3 4.5H6" />`, { size: 13 }),
  pause: icon(svg`<path d="M8.5 5.5v13M15.5 5.5v13" />`),
  close: icon(svg`<path d="m6 6 12 12M18 6 6 18" />`),
  add: icon(svg`<path d="M12 5v14M5 12h14" />`),
};
