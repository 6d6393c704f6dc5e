/**
 * The extension's state: one JSON value, always written as a whole, so that posts, the validators that came with them
 * and the badge never disagree. Times are ms since the epoch.
 *
 * The field names are stored on users' disks and in their backup files: renaming one takes a migration.
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

/** Incremented when the shape changes; each step needs a migration in migrations.ts. */
export const STORE_VERSION = 2;

const time = number();
const minutes = number(5, 1440);
const postKind = oneOf('news', 'documents');
const id = text(/^[a-z\d][a-z\d-]{0,39}$/);
const string = text();
export const httpAddress = text(/^https?:\/\//i, 8192);
/** Hour of the day in Vietnam, 0–23. */
const hour = integer(0, 23);

/** A school and its feeds, as listed by the hub, the user or an IT department. */
export const listedSchool = object({
  id,
  name: text(/./s, 200),
  home: httpAddress,
  news: list(httpAddress),
  documents: list(httpAddress),
});

const schoolChoice = object({}, { on: boolean, every: minutes, notify: boolean, quiet: boolean });

const DEFAULT_SETTINGS = {
  notifications: false,
  quiet: { on: true, from: 18, to: 7, weekends: true },
};

const settings = object(
  {
    notifications: boolean,
    /** No notifications between these hours, which may span midnight, nor on weekends if `weekends` is set. */
    quiet: object({ on: boolean, from: hour, to: hour, weekends: boolean }),
  },
  {
    lang: oneOf('vi', 'en'),
    /** Default minutes between two polls of a source. */
    every: minutes,
    /** Automatic polling is paused until this time; `true` pauses it until the user resumes. */
    paused: either(oneOf(true), time),
    /** The welcome section has been completed or dismissed. */
    welcomed: boolean,
    /** Whether the popup has single-letter shortcuts; absent means yes. */
    letters: boolean,
  },
);

const hub = object({ url: httpAddress, name: string, schools: list(listedSchool) });

/** Settings that an IT department can preset by policy. Each is validated separately; invalid ones are ignored. */
export const policyFields = {
  hub: httpAddress,
  schools: list(listedSchool),
  /** If present, only these schools (by id) are on. */
  on: list(id),
  every: minutes,
  notifications: boolean,
  firstRun: boolean,
};
const managed = object({}, policyFields);

const source = object(
  { poll: partial<PollState>({ due: time, earliest: time, failures: number() }) },
  {
    /** The school whose posts this source delivers; absent for a hub's list of schools. */
    school: id,
    /** Number of posts in the last successful read. */
    posts: number(),
    /** Identifies a response that was not a feed; see `feedErrorMessage` in core. */
    instead: object({ code: string, detail: string }),
    /** The value of `since` for the school when this source was last read. */
    since: time,
    /** SHA-256 of the last response, for hubs whose validators the browser hides from us. */
    digest: string,
  },
);

const post = object(
  {
    key: string,
    school: id,
    kind: postKind,
    item: partial<Item>({ id: string, content_text: string }),
    /** When the extension first saw the post. */
    seen: time,
    read: boolean,
  },
  { alias: string, starred: boolean },
);

/** The fields by which an evicted post is recognised if it comes back. */
const evictedPost = object(
  { key: string, school: id, kind: postKind },
  { alias: string, url: string, title: string },
);

/** The parts of the store. A damaged part is repaired or reset without affecting the others. */
export const storeParts = {
  settings: withDefaults(settings, DEFAULT_SETTINGS),
  /** The user's choices for each school, by school id. */
  choices: record(schoolChoice),
  /** Schools added by the user. */
  own: list(listedSchool),
  hub,
  managed,
  /** The hub named by the policy, as last fetched. */
  policyHub: hub,
  /** When each school that is on was subscribed to, by school id. */
  since: record(time),
  /** By URL. */
  sources: record(source),
  /** Redirects that the user has accepted, from the listed URL to the current one. */
  moved: record(httpAddress),
  posts: list(post),
  /** Evicted posts. */
  former: list(evictedPost),
  /** Keys of new posts that no notification has announced yet. */
  untold: list(string),
  /** Host permissions (match patterns) that are needed but not granted. */
  denied: list(string),
  /** The last poll found no network. */
  offline: boolean,
  /** A message about the store itself, shown until the user dismisses it. */
  notice: object({ kind: oneOf('recovered', 'full'), at: time }),
};

export type PostKind = Of<typeof postKind>;
export type ListedSchool = Of<typeof listedSchool>;
export type SchoolChoice = Of<typeof schoolChoice>;
export type Settings = Of<typeof settings>;
export type Hub = Of<typeof hub>;
export type Managed = Of<typeof managed>;
export type SourceState = Of<typeof source>;
export type Post = Of<typeof post>;
export type EvictedPost = Of<typeof evictedPost>;

type StoreParts = { [Name in keyof typeof storeParts]: Of<(typeof storeParts)[Name]> };
type OptionalPart = 'hub' | 'managed' | 'policyHub' | 'offline' | 'notice';

export interface Store extends Omit<StoreParts, OptionalPart>, Partial<Pick<StoreParts, OptionalPart>> {
  version: typeof STORE_VERSION;
}

export const emptyStore = (): Store => ({
  version: STORE_VERSION,
  settings: { ...DEFAULT_SETTINGS, quiet: { ...DEFAULT_SETTINGS.quiet } },
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

/**
 * The state of a source whose posts are incomplete: the validators are dropped, so that the next request is
 * unconditional, but the source is not polled any sooner.
 */
export function resetSourceState({ school, poll }: SourceState): SourceState {
  const { due, earliest, checked } = poll;
  return omitUndefined({ school, poll: omitUndefined({ due, earliest, failures: 0, checked }) });
}
