/** All columns, in their default order. */
export const COLUMNS = [
  'number',
  'issued',
  'title',
  'type',
  'issuer',
  'signer',
  'field',
  'school',
  'validity',
  'files',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Shown if the tag names no columns; columns without any value are omitted. */
export const DEFAULT_COLUMNS: readonly Column[] = [
  'number',
  'issued',
  'title',
  'type',
  'issuer',
  'school',
  'validity',
  'files',
];

/** Columns of their own at every width at which there is a table. */
export const MAIN_COLUMNS: readonly Column[] = ['number', 'issued', 'title', 'files'];

/** The columns that a text names, separated by spaces. */
export const columnNames = (text: string | null): Column[] =>
  (text?.split(/\s+/) ?? []).filter((name): name is Column => COLUMNS.includes(name as Column));

/** The columns that can be filtered by value. */
export const FACETS = ['type', 'field', 'issuer', 'signer', 'school', 'validity'] as const;
export type Facet = (typeof FACETS)[number];
