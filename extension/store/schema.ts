/**
 * All that the extension remembers: one JSON value, written whole, so that a post, the validators it came with and the
 * badge drawn from it never disagree. Times are ms since the epoch.
 */

import type { Item } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import type { PollState } from '../../core/poll/next.ts';
import {
  boolean,
  either,
  integer,
  list,
  number,
  type Of,
  object,
  oneOf,
  partial,
  record,
  text,
  withDefaults,
} from '../../core/schema.ts';

/** Counts up when the shape changes; a step in migrations.ts leads from each version to the next. */
export const VERSION = 2;

const time = number();
const minutes = number(5, 1440);
const kind = oneOf('news', 'documents');
const id = text(/^[a-z\d][a-z\d-]{0,39}$/);
const string = text();
export const address = text(/^https?:\/\//i, 8192);
/** Hours of the day in Vietnam, 0–23; the night lies between. */
const hour = integer(0, 23);

/** A school and its feeds, from the hub, the user or the school's own IT department. */
export const listed = object({
  id,
  name: text(/./s, 200),
  home: address,
  news: list(address),
  documents: list(address),
});

const choice = object({}, { on: boolean, every: minutes, notify: boolean, quiet: boolean });

const defaults = {
  notifications: false,
  quiet: { on: true, from: 18, to: 7, weekends: true },
};

const settings = object(
  {
    notifications: boolean,
    /** When no notification is shown: from one hour to another, and on Saturdays and Sundays. */
    quiet: object({ on: boolean, from: hour, to: hour, weekends: boolean }),
  },
  {
    lang: oneOf('vi', 'en'),
    /** Minutes between two polls of a source for which nothing else is chosen. */
    every: minutes,
    /** Until when nothing is polled by itself; `true` is until the user says so. */
    paused: either(oneOf(true), time),
    /** The first run is over: the user has chosen, or it was not wanted. */
    welcomed: boolean,
    /** Whether the popup has shortcuts of one letter; absent is yes. */
    letters: boolean,
  },
);

const hub = object({ url: address, name: string, schools: list(listed) });

/** What an IT department may preset by policy; each part that is not valid is left out. */
export const presets = {
  hub: address,
  schools: list(listed),
  /** Ids of the only schools that are on. */
  on: list(id),
  every: minutes,
  notifications: boolean,
  firstRun: boolean,
};
const managed = object({}, presets);

const source = object(
  { poll: partial<PollState>({ due: time, earliest: time, failures: number() }) },
  {
    /** Whose posts its validators vouch for; the hub's list of schools has none. */
    school: id,
    /** Posts of its last reading. */
    posts: number(),
    /** What it was instead of a feed: see core's `inWords`. */
    instead: object({ code: string, detail: string }),
    /** The subscription (see `since`) that it has been read for. */
    since: time,
    /** Digest of the last answer, where the browser hides validators from us. */
    digest: string,
  },
);

const post = object(
  {
    key: string,
    school: id,
    kind,
    item: partial<Item>({ id: string, content_text: string }),
    seen: time,
    read: boolean,
  },
  { alias: string, starred: boolean },
);

/** What is left of a post that was let go, so that it is known if it comes back. */
const former = object({ key: string, school: id, kind }, { alias: string, url: string, title: string });

/** The parts of the store: one that is broken is begun anew, the others stay. */
export const parts = {
  settings: withDefaults(settings, defaults),
  /** What the user has chosen for a school, by its id. */
  choices: record(choice),
  /** Schools that the user has added. */
  own: list(listed),
  hub,
  managed,
  /** The hub that the policy names, as it has been read. */
  policyHub: hub,
  /** When each school that is on was subscribed to. */
  since: record(time),
  /** By address. */
  sources: record(source),
  /** Addresses that the user has let follow their sources, old to new. */
  moved: record(address),
  posts: list(post),
  former: list(former),
  /** Keys of new posts that no notification has told of yet. */
  untold: list(string),
  /** Permissions (match patterns) that are needed and not given. */
  denied: list(string),
  /** The last poll found no network. */
  offline: boolean,
  /** Something the user has to be told once. */
  notice: object({ kind: oneOf('recovered', 'full'), at: time }),
};

export type Kind = Of<typeof kind>;
export type Listed = Of<typeof listed>;
export type Choice = Of<typeof choice>;
export type Settings = Of<typeof settings>;
export type Hub = Of<typeof hub>;
export type Managed = Of<typeof managed>;
export type SourceState = Of<typeof source>;
export type Post = Of<typeof post>;
export type EvictedPost = Of<typeof former>;

type Parts = { [Name in keyof typeof parts]: Of<(typeof parts)[Name]> };
/** What need not be there. */
type Possible = 'hub' | 'managed' | 'policyHub' | 'offline' | 'notice';

export interface Store extends Omit<Parts, Possible>, Partial<Pick<Parts, Possible>> {
  version: typeof VERSION;
}

export const emptyStore = (): Store => ({
  version: VERSION,
  settings: { ...defaults, quiet: { ...defaults.quiet } },
  choices: {},
  own: [],
  since: {},
  sources: {},
  moved: {},
  posts: [],
  former: [],
  untold: [],
  denied: [],
});

/** A source of whose posts nothing is left: it is asked unconditionally, but no sooner for it. */
export function forgetReading({ school, poll }: SourceState): SourceState {
  const { due, earliest, checked } = poll;
  return omitUndefined({ school, poll: omitUndefined({ due, earliest, failures: 0, checked }) });
}
