import { css } from 'lit';

/** Typeset like a newspaper: current weather large, details small, thin rules; two columns in wide containers. */
export const styles = css`
  .root {
    --sun: var(--tct-sun, #c77f00);
    --rain: var(--tct-rain, #2f7fd6);
    font-variant-numeric: tabular-nums;
  }
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.5 * var(--gap)) calc(2.5 * var(--gap));
  }
  [part='place'],
  .hazard,
  .max,
  dd,
  figcaption {
    font-weight: 700;
  }
  select {
    display: inline-block;
    /* Safari needs it to truncate long names. */
    contain: paint;
    max-inline-size: 100%;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  svg {
    overflow: visible;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .light,
  .line {
    stroke: var(--sun);
  }
  .fall {
    stroke: var(--rain);
  }
  .icon {
    inline-size: 1.7em;
    block-size: 1.7em;
    vertical-align: middle;
  }
  [part='now'] {
    display: flex;
    gap: 0.6em;
    align-items: center;
    margin-block: 0.8em;
    font-weight: 700;
    line-height: 1.3;
  }
  dl,
  dd,
  figure {
    margin: 0;
  }
  [part='now'] > .icon {
    flex: none;
    inline-size: 3.8em;
    block-size: 3.8em;
  }
  [part='temperature'] {
    font-size: 3.2em;
    font-weight: 400;
    line-height: 1;
    white-space: nowrap;
  }
  [part='temperature'] span {
    font-size: 0.45em;
    vertical-align: 0.9em;
  }
  small {
    display: block;
    font-size: max(0.875em, 11px);
    font-weight: 400;
  }
  [part='warnings'] {
    margin-block-end: 0.8em;
    font-weight: 700;
    padding: 0.5em 0.8em;
    border-inline-start: 4px solid var(--accent);
    background: rgb(128 128 128 / 0.12);
    line-height: 1.4;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.2em, 1fr));
    column-gap: var(--gap);
  }
  dl > div {
    padding-block: 0.35em;
    border-block-start: 1px solid var(--line);
    line-height: 1.3;
  }
  dt {
    font-size: max(0.875em, 11px);
  }
  figure {
    container-type: inline-size;
    position: relative;
  }
  figcaption,
  .plot,
  .full .visual {
    padding-block: 0.25em;
    border-block-end: 1px solid var(--line);
  }
  .row,
  .plot {
    display: flex;
    align-items: center;
    font-size: max(0.75em, 11px);
    text-align: center;
  }
  .row {
    padding-block: 0.2em;
  }
  .row span {
    flex: 1;
  }
  i {
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.8em 0.4em;
    border-radius: 0 50% 50%;
    background: var(--rain);
    rotate: 45deg;
  }
  .plot {
    inline-size: 100%;
    block-size: 7.6em;
  }
  text,
  rect,
  .bars {
    fill: currentColor;
    stroke: none;
    text-anchor: middle;
  }
  .bars {
    fill: var(--rain);
  }
  rect {
    fill: var(--sun);
  }
  .visual {
    display: grid;
    gap: 0 0.4em;
    align-items: center;
    justify-items: center;
  }
  .full .visual {
    grid-template-columns: minmax(0, 5.4em) 1.7em 3em 1.8em minmax(0, 1fr) 1.8em;
    justify-items: end;
    white-space: nowrap;
  }
  .long,
  .sky {
    justify-self: start;
  }
  .sky {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  .bar {
    inline-size: 100%;
    block-size: 0.4em;
    border-radius: 4px;
    background: var(--line);
  }
  .full .short,
  .sky:not(.hazard),
  .compact :is(.long, .sky, .chance, .bar),
  :is(.now, .compact, .strip) .skeleton > :nth-child(n + 4) {
    display: none;
  }
  .compact [part='list'] {
    display: flex;
    padding-block-start: 0.5em;
  }
  .compact li {
    flex: 1;
  }
  .compact .min {
    order: 1;
  }
  @media (forced-colors: active) {
    .root {
      --sun: CanvasText;
      --rain: Highlight;
    }
  }
  @container (min-width: 26em) {
    .full .visual {
      grid-template-columns: 5.4em 1.7em minmax(0, 1fr) 3em 1.8em minmax(0, 1fr) 1.8em;
    }
    .full .visual .sky {
      display: block;
      grid-area: auto;
      white-space: normal;
    }
  }
  @container (min-width: 48em) {
    .sections:has(> * > figure) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr);
    }
  }
  [part='meta'] {
    margin-block: 1em 0;
  }
  [part='meta'] a {
    text-decoration: underline;
  }
`;
