/** What a user points at on a page, and what is made of it. The console's page and the hub exchange these. */

import type { ListKind, PageSource } from '../../../core/config/cluster.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { Words } from '../../messages.ts';

/** The columns of a table of documents that can be named. */
export type Column = keyof NonNullable<PageSource['columns']>;

/** What the user pointed at, by the numbers of the elements; see `numberElements`. */
export interface Picks {
  /** Headlines, rows, photos or albums that belong to the list, or anything inside them. */
  items: number[];
  /** Elements that do not. */
  not: number[];
  title?: number;
  date?: number;
  image?: number;
  summary?: number;
  next?: number;
  /** The head cells of a table, by what they are. */
  columns?: Partial<Record<Column, number>>;
  /** In an album's own page: a photo of it. */
  photo?: number;
}

/** The same by the texts of the elements. */
export interface TextPicks {
  items: string[];
  not: string[];
  date?: string;
  summary?: string;
  next?: string;
  columns?: Partial<Record<Column, string>>;
}

/** A post as the hub reads it from the page that is pointed at. */
export interface PointedPost {
  /** `id` of the item in the feed. */
  id: string;
  /** Element of the item, and those inside it that its parts were read from. */
  node: number;
  parts: { title?: number; date?: number; image?: number; summary?: number; photos?: number[] };
  title?: string;
  url?: string;
  date?: string;
  image?: string;
  /** Of a document. */
  number?: string;
}

/** What to read a page by. */
export interface PointRequest {
  kind: ListKind;
  /** Empty: by `source`, or as well as it can be guessed. */
  picks: Picks | TextPicks;
  /** Selectors to start from. What is picked replaces those that do not agree with it. */
  source?: PageSource;
  /** The page is that of one album of the source. */
  album?: boolean;
}

/** What was read from a page by what was pointed at. */
export interface PointReading {
  source: PageSource;
  /** As a run reads it. Empty if nothing could be read. */
  feed: Feed;
  /** Each item of the feed that stands on the page. */
  posts: PointedPost[];
  /** What was recognised of a table: the head cell of each column. */
  columns?: Partial<Record<Column, number>>;
  /** Head cells of the table, in order, if there is one. */
  heads?: { node: number; text: string }[];
  /** URL of the next page, and its link. */
  next?: string;
  nextNode?: number;
  /** What is missing or doubtful. */
  warnings: Words[];
}

/** How a source does on other readings than the one that was pointed at. */
export interface Steadiness {
  /** A second reading of the page: posts that are the same, of how many. */
  again: { same: number; of: number } | { refusal: string };
  /** The next page, if there is one. */
  next?: { url: string; posts: number; isNew: number } | { url: string; refusal: string };
  doubts: Doubts;
}

/** What makes it doubtful that a list is the one that was meant. */
export interface Doubts {
  /** The title that all posts have. */
  sameTitle?: string;
  /** Most posts lead to other sites: how many, of how many. */
  elsewhere?: { having: number; of: number };
  /** The first album, if no photos could be read in it, and why, in Vietnamese. */
  album?: { title: string; refusal: string };
}
