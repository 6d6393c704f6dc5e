/**
 * What the console's page asks of the server, and what it answers. Types only: both sides import them.
 *
 * A call is `POST /api/<name>` with a JSON body. The answer is a stream of JSON lines: any number of `{event}`, then
 * `{result}` or `{error}`; see `Answer`. Closing the connection stops the work, except a run, which ends by itself.
 */
import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { SourceFacts } from '../../core/discover/weigh.ts';
import type { EditedSchool, SourceRef } from '../config/edit-schools.ts';
import type { Words } from '../messages.ts';
import type { Picks, PointReading, PointedPost as ReadPost, Steadiness } from '../page/point/types.ts';
import type { Schedule, Scheduler } from '../schedule/schedule.ts';
import type { ClusterSettings, ConsoleState } from './console-state.ts';

export type { EditedSchool, SourceRef } from '../config/edit-schools.ts';
export type { Words } from '../messages.ts';
export type { Column, Picks, Steadiness } from '../page/point/types.ts';
export type { Schedule, Scheduler } from '../schedule/schedule.ts';
export type { ClusterSettings, ConsoleState, SourceAnswer, SourceState } from './console-state.ts';

/**
 * A line of an answer. `error` is what the user is told; `field` is the input that it is about, or `session` if there is
 * no session (any more). The hub's own errors are in Vietnamese in both languages.
 */
export type Answer<Event, Result> = { event: Event } | { result: Result } | { error: Words; field?: string };

/** Path on this server of a JSON Feed for the widgets. It can be read without the session, but not guessed. */
export type FeedPath = string;

// Looking at sites.

/** What was read of a source: all that the page makes its remarks of. */
export interface SourceReading {
  facts: SourceFacts;
  /** Posts that the site says it has. */
  total?: number;
  /** More than one page is to be read, but the first leads to none. */
  isNextPageMissing?: true;
}

/** A source that was found and read, or tried in vain. */
export interface FoundSource extends Partial<SourceReading> {
  source: ClusterSource;
  /** Part of what is proposed. The first chosen one is the best. */
  isChosen: boolean;
  feed?: FeedPath;
  /** In Vietnamese. */
  refusal?: string;
}

export interface FoundSite {
  /** As it was typed. */
  address: string;
  /** In Vietnamese. Nothing else is set if the site could not be read. */
  refusal?: string;
  /** Remarks about how it was reached, in Vietnamese. */
  notes: string[];
  requests: number;
  home?: string;
  cms?: string;
  /** Proposed id and name of the school. */
  id?: string;
  name?: string;
  lists?: Record<ListKind, FoundSource[]>;
}

export type LookEvent =
  | { address: string; phase: 'waiting' | 'opened' }
  | { address: string; phase: 'trying'; url: string; requests: number }
  | { address: string; phase: 'done'; site: FoundSite };

// Pointing.

/** A page that is shown to be pointed at. Its elements are numbered in document order: `data-node` in the frame. */
export interface ShownPage {
  /** Names it in further calls. */
  page: string;
  url: string;
  title: string;
  /** Path of the page without scripts, for the sandboxed frame. */
  frame: string;
  /** Frames of the same site inside it, by the number of their element. */
  frames: { node: number; url: string }[];
  /** How many elements there are. */
  nodes: number;
}

/** A post as the hub reads it from the page that is pointed at. */
export interface PointedPost extends ReadPost {
  /** The hub knows this post already. */
  isKnown?: boolean;
}

export interface Pointed extends Omit<PointReading, 'feed' | 'posts'> {
  posts: PointedPost[];
  facts: SourceFacts;
  feed: FeedPath;
  /** Of the posts that the hub remembers of the source: how many are here again, and those that are not. */
  remembered?: { known: number; lost: { title: string; url?: string; date?: string }[] };
}

// Trying and running.

/** Progress of a source, or of the copying of pictures. */
export type RunProgress =
  | { phase: 'busy' }
  | { phase: 'waiting' | 'reading'; source: SourceRef }
  | { phase: 'done'; source: SourceRef; added: number; unchanged: boolean; error?: string }
  | { phase: 'images'; done: number; total: number };

/** What a run would publish, of one source. */
export interface TrialSource extends SourceRef {
  posts: number;
  /** Posts that the hub does not know yet. */
  added: number;
  /** In Vietnamese. */
  error?: string;
  /** Unless there is an error. */
  reading?: SourceReading;
}

export interface TryResult {
  sources: TrialSource[];
  feeds: Partial<Record<ListKind, FeedPath>>;
  /** In Vietnamese, as a run prints them. */
  warnings: string[];
}

export interface RunOutcome {
  asked: number;
  added: number;
  failing: string[];
  written: number;
  warnings: string[];
}

/** The calls, by name. */
export interface Calls {
  /** Exchanges the one-time key of the address for a session. The only call without one. */
  open: { request: { key: string }; event: never; result: { session: string } };
  state: { request: Record<string, never>; event: never; result: ConsoleState };
  saveSettings: { request: ClusterSettings; event: never; result: ConsoleState };
  /**
   * Changes the schools whose id (`was`, before the change) is given, and adds the others. What somebody else has changed
   * since the user saw the school (`seen`) stays.
   */
  saveSchools: {
    request: { schools: (EditedSchool & { was?: string; seen?: EditedSchool })[] };
    event: never;
    result: ConsoleState;
  };
  removeSchool: { request: { id: string }; event: never; result: ConsoleState };
  pauseSource: { request: SourceRef & { isPaused: boolean }; event: never; result: ConsoleState };
  /** Replaces a source by another one, or removes it; its posts stay the same. */
  saveSource: { request: SourceRef & { source?: ClusterSource }; event: never; result: ConsoleState };
  /** Addresses of sites, from a text: separated by spaces or lines, or an OPML document. */
  readAddresses: {
    request: { text: string };
    event: never;
    result: { addresses: string[]; ignored: string[] };
  };
  look: { request: { addresses: string[] }; event: LookEvent; result: { sites: FoundSite[] } };
  /** `from`: the page that leads to the URL; absent if a person named it. */
  showPage: { request: { url: string; from?: string }; event: never; result: ShownPage };
  /**
   * Reads a page by what was pointed at. Without picks, by a source, or as well as it can be guessed.
   *
   * `album`: the page is that of one album of the source.
   */
  point: {
    request: {
      page: string;
      kind: ListKind;
      picks: Picks;
      source?: ClusterSource;
      album?: true;
      /** Whose remembered posts to compare with. */
      remembered?: SourceRef;
    };
    event: never;
    result: Pointed;
  };
  tryPointed: {
    request: { page: string; kind: ListKind; source: ClusterSource };
    event: never;
    result: Steadiness;
  };
  /** Reads everything as a run would. Nothing is written. */
  try: { request: Record<string, never>; event: RunProgress; result: TryResult };
  run: { request: Record<string, never>; event: RunProgress; result: RunOutcome };
  /** Asks one source now, unless that would be impolite. */
  ask: { request: SourceRef; event: RunProgress; result: ConsoleState };
  /** The published lists, for the widgets on this page; of a list that is not published there is none. */
  publishedFeeds: {
    request: Record<string, never>;
    event: never;
    result: Partial<Record<ListKind, FeedPath>>;
  };
  /** The one that suits this computer comes first. */
  schedules: { request: Record<string, never>; event: never; result: Schedule[] };
  installSchedule: {
    request: { scheduler: Scheduler; isInstalled: boolean };
    event: never;
    result: Schedule[];
  };
  /** Ends the server. */
  finish: { request: Record<string, never>; event: never; result: Record<string, never> };
}

export type CallName = keyof Calls;

/** What a handler of a call gets besides the request. */
export interface CallContext<Event> {
  emit: (event: Event) => void;
  /** Aborted when the page has closed the connection. */
  signal: AbortSignal;
}

/** The server's side of the calls; see `UserError` for what they may throw. */
export type Handlers = {
  [Name in Exclude<CallName, 'open' | 'finish'>]: (
    request: Calls[Name]['request'],
    context: CallContext<Calls[Name]['event']>,
  ) => Promise<Calls[Name]['result']>;
};
