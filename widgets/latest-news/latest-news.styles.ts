import { css } from 'lit';

/** The list and the compact list. The other layouts, of the same markup, add `big-pictures.styles.ts`. */
export const styles = css`
  ul {
    --step: 0.9em;
  }
  li {
    display: grid;
    position: relative;
    grid-template: auto auto 1fr / minmax(0, 1fr) auto;
    row-gap: 0.2em;
  }
  li + li {
    margin-block-start: var(--step);
    padding-block-start: var(--step);
    border-block-start: 1px solid var(--line);
  }
  li > * {
    grid-column: 1;
    min-inline-size: 0;
  }
  /* Extends the title's link over the whole post. */
  .head a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  /* Above that, where text is selected by dragging. A finger selects it by a long press, and taps the post. */
  @media not (pointer: coarse) {
    [part='meta'],
    [part='summary'] {
      position: relative;
    }
  }
  .picture {
    grid-area: 1 / 2 / span 3;
    align-self: start;
    overflow: hidden;
    margin-inline-start: var(--gap);
    border-radius: 3px;
    background: rgb(128 128 128 / 0.1);
  }
  img {
    display: block;
    inline-size: clamp(5em, 28cqi, 11em);
    aspect-ratio: 3 / 2;
    object-fit: cover;
  }
  .head {
    font-weight: 700;
    line-height: 1.35;
    text-wrap: pretty;
  }
  [part='badge'] {
    display: inline-block;
    margin-inline-end: 0.4em;
    padding: 0 0.45em;
    border-radius: 3px;
    background: var(--accent);
    color: var(--tct-on-accent, #fff);
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.4;
    vertical-align: 0.1em;
  }
  [part='meta'] > * + *::before {
    content: ' · ';
  }
  [part='summary'] {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  input {
    display: block;
    inline-size: 100%;
    margin-block-end: var(--gap);
  }
  .compact ul {
    --step: 0.55em;
  }
`;
