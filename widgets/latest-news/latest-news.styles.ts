import { css } from 'lit';

/** Four settings of one list: the markup is the same, the container decides how much room there is. */
export const styles = css`
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    display: grid;
    grid-template: auto auto 1fr / minmax(0, 1fr) auto;
    row-gap: 0.2em;
    padding-block: 0.9em;
    border-block-start: 1px solid var(--line);
  }
  li:first-child {
    padding-block-start: 0;
    border-block-start: 0;
  }
  li > * {
    grid-column: 1;
    min-inline-size: 0;
  }
  img {
    grid-area: 1 / 2 / span 3;
    inline-size: 6.5em;
    block-size: auto;
    aspect-ratio: 3 / 2;
    margin-inline-start: var(--gap);
    object-fit: cover;
    border-radius: 3px;
    background: rgb(128 128 128 / 0.15);
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
    font-size: 0.75em;
    line-height: 1.6;
    vertical-align: 0.1em;
  }
  [part='meta'] {
    font-size: max(0.82em, 11px);
  }
  [part='meta'] > * + *::before {
    content: ' · ';
  }
  [part='summary'] {
    display: -webkit-box;
    overflow: hidden;
    font-size: 0.92em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  input {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    margin: 0 0 var(--gap);
    padding: 0.45em 0.7em;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block-start: var(--gap);
    font-size: 0.9em;
  }
  @container (min-width: 34em) {
    .list img {
      inline-size: 11em;
    }
  }

  .compact li {
    padding-block: 0.55em;
  }
  .compact .head {
    font-weight: 600;
  }

  .cards ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5em), 1fr));
    gap: calc(1.5 * var(--gap)) calc(1.25 * var(--gap));
  }
  .cards li {
    padding: 0;
    border: 0;
  }
  .cards li,
  .headlines li:first-child {
    display: flex;
    flex-direction: column;
  }
  .cards img,
  .headlines li:first-child img {
    order: -1;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    margin: 0 0 0.4em;
  }
  .headlines li:first-child .head {
    font-size: 1.35em;
    line-height: 1.25;
  }
  .headlines li:not(:first-child) [part='summary'] {
    display: none;
  }
  @container (min-width: 40em) {
    .headlines ul {
      display: grid;
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
      grid-auto-rows: min-content;
      column-gap: calc(2 * var(--gap));
    }
    .headlines li:first-child {
      grid-row: 1 / span 30;
      font-size: 1.08em;
    }
    .headlines li:not(:first-child) {
      grid-column: 2;
    }
    .headlines li:nth-child(2) {
      padding-block-start: 0;
      border-block-start: 0;
    }
  }

  .bones,
  .bones > div {
    display: grid;
    gap: 0.55em;
  }
  .bones {
    gap: 1.8em;
  }
  .bones .bone {
    block-size: 1em;
  }
  .bones .bone:last-child {
    inline-size: 45%;
    block-size: 0.8em;
  }
`;
