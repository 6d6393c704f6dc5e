import { css } from 'lit';

export const styles = css`
  [part='search'] {
    display: block;
    inline-size: 100%;
    margin-block-end: 0.7em;
  }
  ::placeholder {
    color: inherit;
    opacity: 0.75;
  }
  [part='filters'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-end: 0.9em;
    font-size: max(0.875em, 12px);
  }
  [part='chip'] {
    padding: 0.2em 0.75em;
    border-radius: 1.2em;
    text-align: start;
  }
  [part='chip'] small {
    font-size: max(0.85em, 11px);
    opacity: 0.8;
  }
  [part='chip'][aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-fill);
    color: var(--on-accent, inherit);
    font-weight: 700;
  }
  [part='chip']:disabled {
    border-style: dashed;
    opacity: 0.55;
    cursor: default;
  }
  [part='share'] {
    /* Above the title's link. Wide enough for a finger, without moving the line apart. */
    position: relative;
    margin-block: -0.5em;
    padding: 0.45em;
    border: 0;
    line-height: 1;
    vertical-align: middle;
  }
  /* Set apart by its shape. */
  [part='meta'] > :has(> [part='share'])::before {
    content: ' ';
  }
  [part='share'] svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 1.8;
  }
`;
