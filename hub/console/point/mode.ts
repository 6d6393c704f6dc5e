import type { ListKind } from '../../../core/config/cluster.ts';
import type { Part } from './picks.ts';

/** What a click on the page says. */
export type Mode = 'item' | Part | 'follow';

const MODES: Record<ListKind, readonly Mode[]> = {
  news: ['item', 'date', 'image', 'summary', 'next'],
  documents: ['item', 'title', 'date', 'next'],
  gallery: ['item', 'title', 'image', 'next'],
};

/** The modes for a page of a kind. In an album's own page, only a photo can be picked. */
export const modesOf = (kind: ListKind, isAlbum: boolean): readonly Mode[] => [
  ...(isAlbum ? (['photo', 'next'] as const) : MODES[kind]),
  'follow',
];
