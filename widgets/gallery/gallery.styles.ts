import { css } from 'lit';

/** Pictures of one shape in even columns: nothing moves, whatever size the photos are of. */
export const styles = css`
  ul,
  .bones {
    --columns: 2;
    display: grid;
    grid-template-columns: repeat(var(--tct-columns, var(--columns)), minmax(0, 1fr));
    gap: calc(0.5 * var(--gap));
  }
  .tile,
  .bones .bone:first-child {
    block-size: auto;
    aspect-ratio: var(--tct-ratio, 3 / 2);
    border-radius: 3px;
  }
  .tile,
  [part='title'] {
    display: block;
  }
  .tile {
    overflow: hidden;
    background: rgb(128 128 128 / 0.15);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    /* Faces are in the upper half. */
    object-position: 50% 35%;
  }
  .absent {
    /* What is unseen in it stays in it, and is cut with the row. */
    position: relative;
    display: grid;
    box-sizing: border-box;
    block-size: 100%;
    place-content: center;
    padding: 0.5em;
    text-align: center;
  }
  small {
    display: block;
    font-size: 1em;
  }
  [part='caption'],
  .absent {
    font-size: max(0.875em, 11px);
  }
  [part='caption'] {
    margin-block: 0.3em 0.5em;
    text-wrap: pretty;
  }
  /* All of it is said where the photo is large. */
  li [part='caption'] {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  [part='meta'] > * + *::before {
    content: ' · ';
  }
  .albums :is(ul, .bones) {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5em), 1fr));
    gap: calc(1.5 * var(--gap)) var(--gap);
  }
  .name {
    display: block;
    margin-block-start: 0.3em;
    font-weight: 700;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .grid .bone:last-child {
    display: none;
  }
  .albums .bone:last-child {
    inline-size: 60%;
    block-size: 1em;
    margin-block-start: 0.5em;
  }
  .carousel :is(ul, .bones) {
    display: flex;
    gap: var(--gap);
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: thin;
  }
  .carousel .bones {
    overflow: hidden;
  }
  .carousel :is(li, .bones > div) {
    flex: 0 0 86%;
    scroll-snap-align: start;
  }
  .carousel a:focus-visible {
    outline-offset: -3px;
  }
  @container (min-width: 30em) {
    ul,
    .bones {
      --columns: 3;
    }
    .carousel :is(li, .bones > div) {
      flex-basis: 46%;
    }
  }
  @container (min-width: 46em) {
    ul,
    .bones {
      --columns: 4;
    }
  }
  @container (min-width: 62em) {
    .carousel :is(li, .bones > div) {
      flex-basis: 31%;
    }
  }
  @container (min-width: 88em) {
    ul,
    .bones {
      --columns: 6;
    }
  }
  @media (hover: hover) and (prefers-reduced-motion: no-preference) {
    img {
      transition: scale 0.3s;
    }
    a:hover img {
      scale: 1.03;
    }
  }
  @media (forced-colors: active) {
    .tile {
      border: 1px solid;
    }
  }
  @media print {
    .carousel :is(ul, .bones) {
      display: grid;
      overflow: visible;
    }
    li {
      break-inside: avoid;
    }
  }
`;
