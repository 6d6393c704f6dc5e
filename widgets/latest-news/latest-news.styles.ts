import { css } from 'lit';

/** The list and the compact list. The other layouts, of the same markup, add their own in `layouts/`. */
export const styles = css`
  ul {
    --step: 0.9em;
  }
  li {
    display: flex;
    position: relative;
    flex-direction: column;
    gap: 0.2em;
  }
  li + li {
    margin-block-start: calc(var(--step) * var(--tct-density, 1));
    padding-block-start: calc(var(--step) * var(--tct-density, 1));
    border-block-start: 1px solid var(--line);
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
  .head {
    font-weight: 700;
    line-height: 1.35;
    text-wrap: pretty;
  }
  /* Not the image: WebKit gives one that has failed other proportions. */
  .picture {
    order: -1;
    overflow: hidden;
    aspect-ratio: 16 / 9;
    border-radius: var(--radius);
    background: rgb(128 128 128 / 0.1);
  }
  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* Beside the text. */
  @container (min-width: 17em) {
    .row {
      display: grid;
      grid-template: auto auto 1fr / minmax(0, 1fr) auto;
    }
    .row > * {
      grid-column: 1;
    }
    .row .picture {
      grid-area: 1 / 2 / span 3;
      align-self: start;
      inline-size: clamp(5em, 28cqi, 11em);
      aspect-ratio: 3 / 2;
      margin-inline-start: var(--gap);
    }
  }
  /* Its room stays, so that nothing moves. */
  .row [data-picture='error'] {
    visibility: hidden;
  }
  [part='badge'] {
    display: inline-block;
    margin-inline-end: 0.4em;
    padding: 0 0.45em;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-fill);
    color: var(--on-accent, inherit);
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
  .compact ul {
    --step: 0.55em;
  }
`;
