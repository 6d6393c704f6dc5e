import type { ListKind } from '../../../core/config/cluster.ts';
import type { SourceFacts } from '../../../core/discover/weigh.ts';
import type { Column } from '../../setup/api.ts';
import type { Role } from './frame-page.ts';
import type { Effect, Part, Pick } from './picks.ts';

type ByKind = Record<ListKind, string>;

/** The selectors of a source that can be edited. */
export type SelectorField =
  | 'item'
  | 'title'
  | 'link'
  | 'date'
  | 'image'
  | 'summary'
  | 'table'
  | 'photos'
  | 'next';

/** What the server is asked to do. */
export type Work = 'opening' | 'reading' | 'trying';

/** The words of the view for pointing at a page. */
export interface PointWords {
  heading: (kind: ListKind, school: string) => string;
  albumHeading: string;
  cancel: string;
  address: string;
  go: string;
  back: string;
  backToList: string;
  addressWrong: string;
  working: Record<Work, string>;
  stop: string;
  modes: string;
  mode: Record<'item' | 'title' | 'date' | 'image', ByKind> &
    Record<'summary' | 'next' | 'photo' | 'follow', string>;
  help: { item: ByKind } & Record<Part | 'follow', string>;
  area: string;
  areaHelp: string;
  keys: string;
  role: Record<Role, string>;
  underCursor: (role: Role, text: string) => string;
  among: (at: number, count: number) => string;
  /** What a click would do, beside the pointer. */
  effect: Record<Effect | 'part' | 'follow' | 'no-link', string>;
  /** Labels of outlines. */
  part: Record<Part, string>;
  isKnown: string;
  isLeftOut: string;
  frame: string;
  picks: string;
  pick: Record<Pick['as'], string>;
  remove: (what: string) => string;
  undo: string;
  startOver: string;
  panel: string;
  resize: string;
  enlarge: string;
  shrink: string;
  guessed: (kind: ListKind, posts: number) => string;
  nothingYet: (kind: ListKind) => string;
  counts: (kind: ListKind, facts: SourceFacts) => string;
  photosRead: (photos: number) => string;
  withNext: string;
  withoutNext: string;
  views: string;
  asWidget: string;
  asTable: string;
  table: Record<'caption' | 'title' | 'date' | 'image' | 'number' | 'show' | 'none' | 'has', string>;
  more: (count: number) => string;
  columns: string;
  columnsHelp: string;
  unnamed: string;
  column: Record<Column, string>;
  columnNumber: (at: number) => string;
  openAlbum: string;
  albumPhotosKnown: string;
  remembered: string;
  rememberedCount: (known: number, all: number) => string;
  found: string;
  lost: (count: number) => string;
  css: string;
  cssHelp: string;
  cssField: Record<SelectorField, string>;
  try: string;
  tryHelp: string;
  tried: {
    again: (same: number, of: number) => string;
    refused: (why: string) => string;
    next: (posts: number, isNew: number) => string;
    nextRefused: (why: string) => string;
  };
  accept: string;
  acceptAnyway: string;
}
