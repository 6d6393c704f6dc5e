/** The state that the hub stores between runs. The field names are in files on users' disks and cannot change. */
import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { Attachment, DocumentFacts, Item, Precision } from '../../core/model/feed.ts';
import type { PollState } from '../../core/poll/next.ts';
import type { RobotsTexts } from '../http/session.ts';

/** The facts and files on a document's own page, or the photos and date on an album's; empty if it has none. */
export interface PageDetails {
  document?: DocumentFacts;
  attachments?: Attachment[];
  date_published?: string;
  precision?: Precision;
  /** When the page is to be read again, of a document: ms since the epoch. Absent if an older hub read it. */
  due?: number;
  /** Validators of the page that they were read from. */
  etag?: string;
  lastModified?: string;
  /** Stale: the post was edited in its list after its page was fetched, or a part of an album's page was not. */
  old?: true;
}

/** A post that a source has listed at least once. */
export interface StoredPost {
  /** Id of the published item: `<school>:<guid>`, with the guid from when it was first seen. */
  id: string;
  /** Identity within its source; see `matchPosts` in core. */
  key: string;
  alias?: string;
  /** URL of its source in the configuration. */
  source: string;
  /** Restored from a published list, which does not tell its source; until a source lists it. */
  restored?: true;
  item: Item;
  /** Absent until its own page has been fetched; documents and albums only. */
  details?: PageDetails;
  /** First seen: ms since the epoch. */
  seen: number;
  /** First seen with its date, which must be mistyped: ms since the epoch. See `mistypedMarker` in core. */
  mistyped?: number;
  /** Position in the latest snapshot of its source; -1 if it was not listed there. */
  place: number;
  /** Number of polls in a row that missed it. See `isShown`. */
  missing: number;
  /** Sequence numbers in the school's list and the cluster's. Archive pages depend on them: they never change. */
  number?: number;
  clusterNumber?: number;
}

/** One list of a school: its news, its documents or its albums. */
export interface PostList {
  entries: StoredPost[];
  /** The next free `number`. */
  next: number;
}

/** A school's file: its three lists. */
export type SchoolLists = Record<ListKind, PostList>;

/** A source that is read in place of the configured one, which had nothing any more. */
export interface Adoption {
  source: ClusterSource;
  /** Since when: ms since the epoch. */
  since: number;
  /** What the configuration said then, see `entryOf`. Once it says something else, the adoption ends. */
  instead: string;
  /** When the configured source is tried again; absent if it is gone for good (410). */
  retry?: number;
}

/** A search for a source to adopt. */
export interface SourceSearch {
  /** ms since the epoch */
  at: number;
  /** Messages for the webmaster: what was tried, and why it was not adopted. */
  tried: string[];
}

/** One answer of a source. Never published. */
export interface StoredAnswer {
  /** ms since the epoch */
  at: number;
  /** In Vietnamese: `200, 66 bài`, `404 Not Found`, `không trả lời kịp`. */
  outcome: string;
  isError?: true;
  /** Of a body that could not be read: the `Content-Type`, the length, and the beginning as text. */
  type?: string;
  bytes?: number;
  excerpt?: string;
}

/** A source, between two polls. */
export interface HubSourceState {
  poll: PollState;
  /** Message for the webmaster about the last error. */
  error?: string;
  /** What the last response was instead of a list; see `UnreadableError`. */
  code?: string;
  /** Message for the webmaster about what the last poll had no time for. */
  note?: string;
  /** Number of posts in its latest snapshot. */
  posts?: number;
  /** The last poll left work for the next one, even if that returns a 304. See `MergeResult`. */
  pending?: boolean;
  /** When to read its posts' own pages again, even if it returns a 304: ms since the epoch. */
  reread?: number;
  adopted?: Adoption;
  /** What the configuration said when it was last read; see `entryDigest`. Absent if an older hub read it. */
  config?: string;
  /** The next feed is the first of the configured source since an adoption ended, or its entry was changed. */
  returns?: boolean;
  /** URL that the configuration had for it before, or for one in whose place it is; until the posts are taken over. */
  former?: string;
  /** The last search. */
  search?: SourceSearch;
  /** The last answers, the newest first. */
  answers?: StoredAnswer[];
}

/** The weather server, between two polls. */
export interface WeatherState {
  poll: PollState;
  /** Message for the webmaster about the last error. */
  error?: string;
}

/** The content of `hub.json`. */
export interface HubState {
  /** By `stateKey`. */
  sources: Record<string, HubSourceState>;
  /** The next free `clusterNumber` of each list. */
  next: Record<ListKind, number>;
  /** When a run last polled a source: ms since the epoch. */
  lastRun?: number;
  robots?: RobotsTexts;
  weather?: WeatherState;
  /**
   * Digest of the configuration that was last published completely, and of the names of the published files. Absent
   * while a run is publishing, and after a run that left images to copy.
   */
  published?: string;
}

/** The files of builds that were copied into the public folder, by name. */
export type CopiedFiles = Record<
  string,
  {
    /** Since when a newer build has no such file: ms since the epoch. Absent as long as it has. */
    replaced?: number;
  }
>;

/** The copies of an image: the size of the original and the widths of the copies (px). */
export interface ImageCopies {
  width: number;
  height: number;
  widths: number[];
}

/** By the URL of the original. A number is the time of a failed attempt to copy it (ms since the epoch). */
export type ImageIndex = Record<string, ImageCopies | number>;
