import { css } from 'lit';

/** A table in wide containers, one with some of the columns below the title in less wide ones, cards in narrow ones. */
export const styles = css`
  [hidden] {
    display: none !important;
  }
  /* The container queries below are in its em: with more columns the em is larger, so that there are cards, or folded
     columns, sooner. */
  .columns {
    --size: 1;
    container-type: inline-size;
    font-size: calc(1em * var(--size));
  }
  .wide {
    --size: 1.13;
  }
  .many {
    --size: 1.325;
  }
  .most {
    --size: 1.75;
  }
  .columns > div {
    font-size: calc(1em / var(--size));
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 0.6em;
  }
  [part='search'] {
    flex: 14em;
  }
  .sort {
    flex: 7em;
    gap: 0.3em;
    min-inline-size: 0;
  }
  .sort select {
    flex: 1;
  }
  [part='meta'] {
    margin: 0 0 0.5em;
  }
  mark {
    background: rgb(255 200 0 / 0.4);
    color: inherit;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.55em 0.9em 0.55em 0;
    border-block-start: 1px solid var(--line);
    font-size: max(0.875em, 11px);
    text-align: start;
    vertical-align: baseline;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  th {
    border: 0;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: normal;
  }
  th button {
    padding: 0;
    border: 0;
    text-align: start;
    font-weight: inherit;
  }
  /* As strong as a line that is a control must be, wherever the text is strong enough to read. */
  th button::after {
    content: '\\a0↕';
    font-weight: 400;
    opacity: 0.8;
  }
  [aria-sort='ascending'] button::after {
    content: '\\a0↑';
    font-weight: 700;
    opacity: 1;
  }
  [aria-sort='descending'] button::after {
    content: '\\a0↓';
    font-weight: 700;
    opacity: 1;
  }
  td {
    min-inline-size: 5.5em;
  }
  td.title {
    min-inline-size: 14em;
    font-size: 1em;
    text-wrap: pretty;
  }
  [part='title']:any-link {
    text-decoration-line: underline;
    text-decoration-color: rgb(128 128 128 / 0.9);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  [part='title']:hover {
    text-decoration-color: currentColor;
  }
  .folded {
    display: none;
    margin-block-start: 0.2em;
    font-size: max(0.875em, 11px);
  }
  .folded > :not(:last-child)::after {
    content: '\\a0· ';
  }
  .label::after {
    content: ': ';
  }
  td.issuer {
    min-inline-size: 8em;
  }
  td:is(.number, .issued) {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  td.long {
    white-space: normal;
  }
  .sort,
  .label {
    display: none;
  }
  .file-list {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.1em 0.8em;
  }
  .file-list a {
    text-decoration: underline;
    text-underline-offset: 0.18em;
    white-space: nowrap;
  }
  li {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--line);
  }
  @container (width < 40em) {
    table,
    tbody,
    td {
      display: block;
      min-inline-size: 0 !important;
    }
    thead,
    td:empty {
      display: none;
    }
    tr {
      display: flex;
      flex-flow: row wrap;
      gap: 0.15em 1em;
      padding-block: 0.75em;
      border-block-start: 1px solid var(--line);
    }
    td {
      padding: 0;
      border: 0;
    }
    td.title {
      order: -1;
      flex: 100%;
      font-weight: 700;
      line-height: 1.4;
    }
    .label {
      display: inline;
    }
    .sort {
      display: flex;
    }
  }
  @container (40em <= width < 62em) {
    .foldable {
      display: none;
    }
    .folded {
      display: block;
    }
    .folds .sort {
      display: flex;
      flex: 0 1 11em;
    }
    .folded .label {
      display: inline;
    }
  }
  @container (40em <= width) {
    .pair {
      flex-wrap: nowrap;
    }
  }
  @container (40em <= width < 76em) {
    .size {
      display: none;
    }
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    th button {
      display: inline;
    }
    th button::after {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
