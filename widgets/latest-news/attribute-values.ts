/** Attributes of `<tct-latest-news>` with values that are none: see `defineElement`. */
export const ODD_VALUES =
  'layout="(?!(?:list|cards|headlines|compact|timeline)")|filters="(?!(?:(?:school|tag)\\s*)*")|new-for="\\D|(?:search|share|merge-same)="[^"]';
