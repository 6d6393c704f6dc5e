import { css } from 'lit';

/** Dark in every theme: the photo, its caption and unobtrusive buttons. */
export const styles = css`
  dialog {
    position: fixed;
    inset: 0;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    overflow: hidden;
    overscroll-behavior: contain;
    background: #111;
    color: #fff;
    color-scheme: dark;
    font-size: 16px;
    /* In the languages of the widgets, whatever the page's direction is. */
    direction: ltr;
    /* A modal dialog must be seen, even if its container is not. */
    visibility: visible;
    touch-action: none;
    transform-origin: 0 0;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .viewer {
    --head: 52px;
    --foot: 96px;
    --strip: 0px;
    position: relative;
    block-size: 100%;
    background: #111;
  }
  .with-strip {
    --strip: 64px;
  }
  .slider {
    position: absolute;
    inset: 0;
    overflow: hidden;
    user-select: none;
    -webkit-user-select: none;
    cursor: zoom-in;
    animation: appear 0.2s;
  }
  .zoomed .slider {
    cursor: zoom-out;
  }
  .track {
    block-size: 100%;
  }
  .slide {
    position: absolute;
    inset-block: var(--head) calc(var(--foot) + var(--strip));
    inline-size: 100%;
  }
  .frame {
    position: absolute;
    inset: 0;
    margin: auto;
  }
  .frame img {
    position: absolute;
    object-fit: contain;
  }
  .frame p {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: 0 64px;
    text-align: center;
  }
  .animated .track,
  .slide.animated .frame {
    transition: transform 0.28s cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .loading::after {
    content: '';
    position: absolute;
    inset: 0;
    inline-size: 36px;
    block-size: 36px;
    margin: auto;
    border: 3px solid rgb(255 255 255 / 0.3);
    border-block-start-color: #fff;
    border-radius: 50%;
    animation:
      spin 1s linear infinite,
      appear 0.3s 0.5s backwards;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  .bar,
  .text,
  .strip {
    position: absolute;
    inset-inline: 0;
    background: rgb(17 17 17 / 0.72);
    transition: opacity 0.2s;
  }
  .bar {
    inset-block-start: 0;
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 4px 4px 16px;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  .bar span {
    flex: 1;
  }
  /* Below the buttons, which leave no room for text on phones. */
  .message,
  .bar input {
    position: absolute;
    inset: 100% 0 auto;
    inline-size: 100%;
    padding-inline: 16px;
    background: inherit;
    line-height: 2.4;
  }
  dialog button,
  dialog .button {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
  }
  dialog button:hover,
  dialog .button:hover {
    background: rgb(255 255 255 / 0.18);
  }
  svg {
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  dialog [part='turn'] {
    position: absolute;
    z-index: 1;
    /* Vertically centred on the photo. */
    inset-block-start: calc(50% + (var(--head) - var(--foot) - var(--strip)) / 2 - 22px);
    background: rgb(17 17 17 / 0.55);
    transition: opacity 0.2s;
  }
  .previous {
    inset-inline-start: 8px;
  }
  .next {
    inset-inline-end: 8px;
  }
  dialog [aria-disabled='true'] {
    opacity: 0.3;
  }
  .text {
    inset-block-end: var(--strip);
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    max-block-size: 40%;
    padding: 10px max(16px, 50% - 24em) 14px;
    text-align: center;
    text-wrap: pretty;
  }
  .text p {
    margin: 0;
  }
  .text [part='caption'] {
    margin: 0 0 2px;
    overflow: auto;
    overscroll-behavior: contain;
    font-size: 16px;
    line-height: 1.45;
  }
  /* Fades out where the text can be scrolled. */
  .text [tabindex] {
    touch-action: pan-y;
    padding-block-end: 1.5em;
    -webkit-mask: linear-gradient(#000 calc(100% - 2em), #0000);
  }
  .text [part='meta'] {
    font-size: 13px;
    color: #ddd;
  }
  .text a {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  .strip {
    inset-block-end: 0;
    block-size: var(--strip);
    overflow: auto hidden;
    overscroll-behavior: contain;
    scrollbar-width: none;
    touch-action: pan-x;
  }
  .strip::-webkit-scrollbar {
    display: none;
  }
  /* Few thumbnails are centred. */
  .strip > div {
    position: relative;
    margin-inline: auto;
  }
  .strip button {
    position: absolute;
    inset-block-start: 2px;
    inline-size: 56px;
    block-size: 56px;
    margin: 2px;
    border: 2px solid transparent;
    border-radius: 4px;
    overflow: hidden;
    opacity: 0.6;
  }
  .strip button:is(:hover, [aria-current='true']) {
    opacity: 1;
  }
  .strip [aria-current='true'] {
    border-color: #fff;
  }
  .strip img {
    inline-size: 52px;
    block-size: 52px;
    object-fit: cover;
  }
  .controls-hidden :is(.bar, .text, .strip, [part='turn']):not(:focus-within, :focus-visible) {
    opacity: 0;
    pointer-events: none;
  }
  /* On phones below the caption, to keep the photo clear. */
  @media (max-width: 600px) {
    dialog [part='turn'] {
      inset-block: auto calc(14px + var(--strip));
    }
    .text [part='meta'] {
      align-content: center;
      min-block-size: 44px;
      padding-inline: 40px;
    }
  }
  @media (max-height: 480px) {
    .viewer {
      --head: 0px;
      --foot: 0px;
      --strip: 0px;
    }
    .strip {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog *,
    .loading::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    dialog button,
    dialog .button {
      border: 1px solid;
    }
    .strip [aria-current='true'] {
      border-color: Highlight;
    }
  }
  @media print {
    dialog {
      /* A fixed one is repeated on every page. */
      position: absolute;
    }
    .viewer {
      --head: 0px;
      --strip: 0px;
    }
    .bar,
    .strip,
    dialog [part='turn'] {
      display: none;
    }
    dialog,
    .viewer,
    .text,
    .text [part='meta'] {
      background: #fff;
      color: #000;
    }
  }
`;
