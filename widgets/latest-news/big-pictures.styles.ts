import { adoptStyles, css, type LitElement } from 'lit';

/** The layouts with big pictures, cards and headlines. A container query adapts headlines to the available width. */
const styles = css`
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

/** Adds the styles to an element, and to all that are created later. */
export function addStyles(element: LitElement): void {
  const { elementStyles } = element.constructor as typeof LitElement;
  if (!elementStyles.includes(styles)) elementStyles.push(styles);
  adoptStyles(element.renderRoot as ShadowRoot, elementStyles);
}
