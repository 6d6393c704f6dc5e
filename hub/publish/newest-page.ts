import type { ListKind } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';

/** The newest page of a list. */
export interface NewestPage {
  kind: ListKind;
  /** Name of the school or cluster. */
  owner: string;
  /** Public URL of the list's folder, ending in a slash; undefined if the hub has no configured address. */
  folder?: string;
  /** Identifies the list among all of all hubs. */
  id: string;
  /** The owner's homepage; of a cluster without an address, that of its first school. */
  home: string;
  feed: Feed;
  /** By item: the date by which the list sorts it, RFC 3339 or only the day. Of an undated post, when it was first seen. */
  dates: readonly string[];
  /** ms since the epoch */
  now: number;
  /** Size of a file of the hub's, if the URL is that of one. */
  bytesOf: (url: string) => number | undefined;
}
