import { COLUMNS } from './columns.ts';

/** Attributes of `<tct-document-list>` with values that are none: see `defineElement`. */
export const ODD_VALUES = `columns="(?!(?:(?:${COLUMNS.join('|')})\\s*)*")|(?:pages|no-tools)="[^"]`;
