import { css } from 'lit';

/** Pictures of one aspect ratio in even columns, so that nothing moves when photos of any size load. */
export const styles = css`
  ul,
  .skeleton {
    --columns: 2;
    display: grid;
    grid-template-columns: repeat(var(--tct-columns, var(--columns)), minmax(0, 1fr));
    gap: calc(0.5 * var(--gap));
  }
  .tile,
  .skeleton .skeleton-line:first-child {
    block-size: auto;
    aspect-ratio: var(--tct-ratio, 3 / 2);
    border-radius: 3px;
  }
  .tile,
  [part='title'] {
    display: block;
  }
  .tile {
    /* Contains visually hidden text, so that the row clips it. */
    position: relative;
    overflow: hidden;
    background: rgb(128 128 128 / 0.15);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    /* Faces are usually in the upper half. */
    object-position: 50% 35%;
  }
  .video {
    position: absolute;
    inset: auto 0 0;
    padding: 0.3em 0.6em;
    background: rgb(17 17 17 / 0.8);
    color: #fff;
    line-height: 1.35;
  }
  .broken {
    display: grid;
    box-sizing: border-box;
    block-size: 100%;
    place-content: center;
    /* The beginning is seen of what is too long. */
    place-content: safe center;
    padding: 0.5em;
    line-height: 1.35;
    text-align: center;
  }
  small {
    display: block;
    font-size: 1em;
  }
  [part='caption'],
  .broken,
  .video {
    font-size: max(0.875em, 11px);
  }
  [part='caption'] {
    margin-block: 0.3em 0.5em;
    text-wrap: pretty;
  }
  /* The lightbox shows the full caption. */
  li :is([part='caption'], .name),
  .broken span:not(.unseen) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  [part='meta'] > * + *::before {
    content: ' · ';
  }
  .grid .skeleton-line:last-child {
    display: none;
  }
  @container (min-width: 30em) {
    ul,
    .skeleton {
      --columns: 3;
    }
  }
  @container (min-width: 46em) {
    ul,
    .skeleton {
      --columns: 4;
    }
  }
  @container (min-width: 88em) {
    ul,
    .skeleton {
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
    li {
      break-inside: avoid;
    }
  }
`;
