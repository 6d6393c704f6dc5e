/** The search for a site's sources: what it needs, and what it finds. */
import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { Cms } from '../../core/discover/cms.ts';
import type { SourceFacts } from '../../core/discover/weigh.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';

/** What the caller does with a site. Refusals are in Vietnamese. */
export interface SearchPorts {
  /**
   * Sends a request, one after the other, and resolves to a response with a status below 300.
   *
   * @param isFeed whether the site offers the address to machines: others are subject to its robots.txt
   */
  open: (url: string, isFeed: boolean) => Promise<FetchedResponse | { refusal: string }>;
  /** Reads a response of a source as the hub would. */
  read: (
    source: ClusterSource,
    kind: ListKind,
    response: FetchedResponse,
  ) => Promise<Feed | { refusal: string }>;
  /** ms since the epoch */
  now: number;
  /** Called before and after each source is tried, to show progress. */
  onTrying?: (url: string) => void;
  onTried?: (tried: TriedSource) => void;
}

/** A source that was tried: what it has, or why it cannot be used. */
export type TriedSource = { source: ClusterSource; kind: ListKind } & (ReadSource | { refusal: string });

/** What was read of a source. */
export interface ReadSource {
  feed: Feed;
  facts: SourceFacts;
  /** Posts that the site says it has, if it does. */
  total?: number;
}

export type WorkingSource = { source: ClusterSource; kind: ListKind } & ReadSource;

/** Whether a source that was tried can be used. */
export const works = (tried: TriedSource): tried is WorkingSource => 'feed' in tried;

export interface SiteSources {
  cms?: Cms;
  /** From the title of the page or the feed. */
  title?: string;
  /** The homepage. */
  home: string;
  tried: TriedSource[];
  /** Best first. The further ones have items that those before lack. */
  chosen: Record<ListKind, WorkingSource[]>;
}
