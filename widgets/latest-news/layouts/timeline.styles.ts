import { css } from 'lit';

/** Days below one another along a line; in wide containers the day stands beside its posts. */
export const styles = css`
  .day {
    position: relative;
    padding-inline-start: 1.1em;
  }
  .day + .day {
    padding-block-start: 1.3em;
  }
  .day::before,
  .day::after {
    content: '';
    position: absolute;
  }
  .day::before {
    inset-block: 0;
    inset-inline-start: 0.25em;
    border-inline-start: 1px solid var(--line);
  }
  .day:first-child::before {
    inset-block-start: 0.7em;
  }
  .day::after {
    inset-block-start: 0.45em;
    inset-inline-start: 0;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: 1px solid var(--accent);
    border-radius: 50%;
    background: var(--accent);
  }
  .day + .day::after {
    inset-block-start: 1.75em;
  }
  [part='day'] {
    margin-block-end: 0.5em;
    font-size: max(0.875em, 11px);
  }
  .timeline ul {
    --step: 0.6em;
  }
  @container (min-width: 42em) {
    .day {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      column-gap: var(--gap);
    }
    [part='day'] b {
      display: block;
    }
  }
`;
