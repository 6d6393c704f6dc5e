import { css } from 'lit';

/** Styles of the panels below the search box, of the pager, and of the line that names the filters in print. */
export const styles = css`
  option {
    background: Canvas;
    color: CanvasText;
  }
  #panel {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 0.7em;
    align-items: end;
    margin-block-end: 0.8em;
    padding: 0.8em;
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  #panel :is(label, button) {
    font-size: max(0.875em, 11px);
  }
  label {
    display: grid;
    gap: 0.2em;
  }
  label > :is(select, [type='date']) {
    inline-size: 100%;
    block-size: 2.5em;
  }
  #panel > button {
    justify-self: start;
  }
  .choice {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.2em;
  }
  .choice label {
    display: flex;
    gap: 0.4em;
    align-items: center;
    min-block-size: 24px;
  }
  .choice input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--accent);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    align-items: center;
  }
  nav button {
    min-inline-size: 2.3em;
    padding-inline: 0.4em;
    font-variant-numeric: tabular-nums;
  }
  nav [aria-current] {
    border: 2px solid;
    font-weight: 700;
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .summary {
    display: none;
    font-size: max(0.875em, 11px);
  }
  @media print {
    #panel,
    nav {
      display: none;
    }
    .summary {
      display: block;
      margin: 0 0 0.5em;
    }
    .summary + [part='meta'] {
      display: none;
    }
  }
`;
