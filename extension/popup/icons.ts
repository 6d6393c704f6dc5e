import { type SVGTemplateResult, svg } from 'lit';

const glyph = (paths: SVGTemplateResult, filled = false) =>
  svg`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false" fill=${filled ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

const starPath = svg`<path d="m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z" />`;

/** Signs of the pages' buttons; each button says in words what it does. */
export const icons = {
  refresh: glyph(svg`<path d="M20 11.5A8 8 0 1 0 18 17M20 5v6.5h-6.5" />`),
  readAll: glyph(svg`<path d="m2.5 12.5 4.5 4.5L16 8M11.5 16l1 1 9-9" />`),
  settings: glyph(
    svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.6" /><circle cx="8" cy="17" r="2.6" />`,
  ),
  star: glyph(starPath),
  starred: glyph(starPath, true),
  read: glyph(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`),
  unread: glyph(svg`<circle cx="12" cy="12" r="4.5" />`, true),
  pause: glyph(svg`<path d="M8.5 5.5v13M15.5 5.5v13" />`),
  help: glyph(
    svg`<rect x="2.5" y="6" width="19" height="12" rx="2" /><path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8" />`,
  ),
  close: glyph(svg`<path d="m6 6 12 12M18 6 6 18" />`),
  add: glyph(svg`<path d="M12 5v14M5 12h14" />`),
};
