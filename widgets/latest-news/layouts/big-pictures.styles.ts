import { css } from 'lit';

/** The layouts with big pictures, cards and headlines. A container query adapts headlines to the available width. */
export const styles = css`
  .headlines .row .picture {
    inline-size: 6em;
  }
  .big .picture {
    display: grid;
    margin-block-end: 0.2em;
  }
  .big .picture > * {
    grid-area: 1 / 1;
    min-block-size: 0;
  }
  [data-picture='load'] .initials,
  [data-picture='error'] img {
    visibility: hidden;
  }
  .initials {
    display: grid;
    place-content: center;
    background: hsl(var(--hue) 50% 50% / 0.18);
    font-size: 1.7em;
    line-height: 1;
    letter-spacing: 0.12em;
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
  .headlines .row [part='summary'] {
    display: none;
  }
  /* In a single column, nothing needs to be in line with a picture. */
  @container (max-width: 30em) {
    .picture:has(> .alone) {
      display: none;
    }
  }
  /* The lead floats: what is longer than it goes on below it, over the whole width. */
  @container (min-width: 40em) {
    .headlines ul {
      display: flow-root;
    }
    .headlines .big {
      float: left;
      float: inline-start;
      inline-size: 55%;
      margin-inline-end: calc(1.4 * var(--gap));
    }
    .headlines .big + li {
      margin: 0;
      padding: 0;
      border: 0;
    }
    .headlines .big [part='summary'] {
      -webkit-line-clamp: 6;
    }
  }
`;
