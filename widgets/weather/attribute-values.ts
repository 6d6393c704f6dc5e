/** Attributes of `<tct-weather>` with values that are none: see `defineElement`. */
export const ODD_VALUES =
  'layout="(?!(?:full|compact|now|strip)")|(?:latitude|longitude)="(?!-?\\d)|no-memory="[^"]';
