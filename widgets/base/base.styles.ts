import { css } from 'lit';

/**
 * Styles shared by all widgets: they inherit the page's font and colours and reset other inherited properties. Lengths
 * are in em and px because some pages set `html{font-size:62.5%}`; greys are half transparent to suit light and dark
 * pages.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* As wide as there is room where the width depends on the content, such as a float's, but never wider. */
  .outer {
    display: grid;
    grid-template-columns: minmax(0, 100em) 1fr;
  }
  .root {
    --line: var(--tct-line, rgb(128 128 128 / 0.35));
    --accent: var(--tct-accent, #b3261e);
    --gap: var(--tct-gap, 1em);
    --radius: var(--tct-radius, 4px);
    container-type: inline-size;
    grid-column: span 2;
    color: var(--tct-color, inherit);
    font-family: var(--tct-font, inherit);
    font-size: var(--tct-font-size, inherit);
    font-style: normal;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-transform: none;
  }
  /* Black or white, whichever has the higher contrast to the accent. Browsers that cannot tell outline instead. */
  @supports (color: lab(from red l a b)) {
    .root {
      --accent-fill: var(--accent);
      --on-accent: var(--tct-on-accent, lab(from var(--accent) clamp(0, (49.4 - l) * 999, 100) 0 0));
    }
  }
  [part='heading'] {
    margin: 0 0 0.7em;
    padding: 0 0 0.3em;
    border-block-end: 2px solid var(--accent);
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button,
  .button,
  input,
  select {
    box-sizing: border-box;
    min-inline-size: 0;
    padding: 0.4em 0.8em;
    /* 3:1 on light and on dark pages. */
    border: 1px solid #888;
    border-radius: var(--radius);
    background-color: transparent;
    color: inherit;
    font: inherit;
  }
  button,
  .button {
    display: inline-block;
    cursor: pointer;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block-start: var(--gap);
  }
  .foot,
  [part='meta'],
  [part='summary'] {
    font-size: max(0.875em, 11px);
  }
  .foot:empty {
    display: none;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    -webkit-user-select: none;
  }
  .skeleton,
  .skeleton > div {
    display: grid;
    gap: 0.55em;
  }
  .skeleton {
    row-gap: 1.8em;
  }
  .skeleton-line {
    block-size: 1em;
    /* Visible in forced-colors mode. */
    border: 1px solid transparent;
    border-radius: 3px;
    background: rgb(128 128 128 / 0.2);
  }
  .skeleton-line + .skeleton-line {
    inline-size: 45%;
    block-size: 0.8em;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
  }
  @media print {
    .skeleton,
    button,
    .button,
    input,
    select {
      display: none;
    }
  }
`;
