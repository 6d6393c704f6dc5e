import { css } from 'lit';

/**
 * What all widgets look like before they look like themselves: the page's font and colours, undisturbed by what leaks
 * in. Lengths are em and px, for pages set `html{font-size:62.5%}`; greys are half transparent, so that light and dark
 * follow the page.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    --line: var(--tct-line, rgb(128 128 128 / 0.35));
    --accent: var(--tct-accent, #b3261e);
    --gap: var(--tct-gap, 1em);
    container-type: inline-size;
    contain-intrinsic-inline-size: 20em;
    color: var(--tct-color, inherit);
    font-family: var(--tct-font, inherit);
    font-style: normal;
    line-height: 1.5;
    letter-spacing: normal;
    overflow-wrap: anywhere;
    word-break: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
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
  a:hover,
  a:focus-visible {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  button,
  .button {
    display: inline-block;
    padding: 0.4em 1em;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .note {
    margin: 0 0 var(--gap);
    padding: 0.4em 0.8em;
    border-inline-start: 3px solid var(--accent);
    font-size: 0.9em;
  }
  .bone {
    border-radius: 3px;
    background: rgb(128 128 128 / 0.2);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid;
    }
  }
  @media print {
    button,
    .button,
    input {
      display: none;
    }
  }
`;
