/** Attributes of `<tct-gallery>` with values that are none: see `defineElement`. */
export const ODD_VALUES =
  'layout="(?!(?:grid|justified|carousel|albums)")|autoplay="[^"\\d]|(?:captions|download|no-share)="[^"]';
