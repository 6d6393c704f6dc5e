import { css } from 'lit';

/** Four layouts of one list. The markup is the same; container queries adapt it to the available width. */
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
  .headlines img {
    inline-size: 6em;
  }
  .big {
    display: flex;
    flex-direction: column;
  }
  .big .picture {
    order: -1;
    align-self: stretch;
    margin: 0 0 0.4em;
  }
  .big .picture img {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
  }

  .compact ul {
    --step: 0.55em;
  }

  .cards ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5em), 1fr));
    gap: calc(1.4 * var(--gap));
  }
  .cards li {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .headlines .big .head {
    font-size: 1.5em;
    line-height: 1.25;
  }
  .headlines .big [part='badge'] {
    font-size: calc(0.875em / 1.5);
  }
  .headlines li:not(.big) [part='summary'] {
    display: none;
  }
  @container (min-width: 40em) {
    .headlines ul {
      display: grid;
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
      grid-auto-rows: min-content;
      column-gap: calc(1.4 * var(--gap));
    }
    .headlines .big {
      grid-row: 1 / span 30;
    }
    .headlines li + li {
      grid-column: 2;
    }
    .headlines .big + li {
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
`;
