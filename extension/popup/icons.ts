import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult, filled = false) =>
  svg`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false" fill=${filled ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

const starPath = svg`<path d="m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z" />`;

/** Icons of the popup’s buttons. They are decorative: every button has a text label. */
export const icons = {
  refresh: icon(svg`<path d="M20 11.5A8 8 0 1 0 18 17M20 5v6.5h-6.5" />`),
  readAll: icon(svg`<path d="m2.5 12.5 4.5 4.5L16 8M11.5 16l1 1 9-9" />`),
  settings: icon(
    svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.6" /><circle cx="8" cy="17" r="2.6" />`,
  ),
  star: icon(starPath),
  starred: icon(starPath, true),
  read: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`),
  unread: icon(svg`<circle cx="12" cy="12" r="4.5" />`, true),
  pause: icon(svg`<path d="M8.5 5.5v13M15.5 5.5v13" />`),
  help: icon(
    svg`<rect x="2.5" y="6" width="19" height="12" rx="2" /><path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8" />`,
  ),
  close: icon(svg`<path d="m6 6 12 12M18 6 6 18" />`),
  add: icon(svg`<path d="M12 5v14M5 12h14" />`),
};
