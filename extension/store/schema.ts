/**
 * The extension's state: one JSON value, always written as a whole, so that posts, the validators that came with them
 * and the badge never disagree. Times are ms since the epoch.
 *
 * The field names are stored on users' disks and in their backup files: renaming one takes a migration.
 */

import { MAX_CHARS } from '../../core/model/limits.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { pollState } from '../../core/poll/poll-state-schema.ts';
import {
  boolean,
  either,
  integer,
  list,
  type Of,
  object,
  oneOf,
  record,
  text,
  upTo,
  withDefault,
} from '../../core/schema.ts';
import { type deed, deeds, type undo } from './deed-schema.ts';
import { count, cut, httpAddress, id, key, minutes, reported, time } from './fields.ts';
import { post, type postKind, schoolMemory } from './post-schema.ts';
import { hub, listedSchool, listedSchools, schoolChoice } from './school-schema.ts';
import { syncState } from './sync-schema.ts';

/** Incremented when the shape changes; each step needs a migration in migrations.ts. */
export const STORE_VERSION = 3;

/** Items of one reading that are stored, the newest. Schools' feeds list at most some hundred. */
export const MAX_ITEMS = 500;
/** Words that a user watches for, and the length of one (characters). */
export const MAX_WATCH_WORDS = 50;
export const MAX_WATCH_WORD_CHARS = 100;

/** Hour of the day in Vietnam, 0–23. */
const hour = integer(0, 23);

/** Words or phrases whose posts are marked. */
export const watchWords = upTo(MAX_WATCH_WORDS, list(text(/\S/, MAX_WATCH_WORD_CHARS)));

const DEFAULT_SETTINGS = {
  notifications: false,
  quiet: { on: true, from: 18, to: 7, weekends: true },
};

const settings = object(
  {
    notifications: withDefault(boolean, DEFAULT_SETTINGS.notifications),
    /** No notifications between these hours, which may span midnight, nor on weekends if `weekends` is set. */
    quiet: withDefault(
      object({
        on: withDefault(boolean, DEFAULT_SETTINGS.quiet.on),
        from: withDefault(hour, DEFAULT_SETTINGS.quiet.from),
        to: withDefault(hour, DEFAULT_SETTINGS.quiet.to),
        weekends: withDefault(boolean, DEFAULT_SETTINGS.quiet.weekends),
      }),
      DEFAULT_SETTINGS.quiet,
    ),
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
    /** Whether pictures are shown; absent means yes. */
    pictures: boolean,
    /** Words that the user watches for. */
    watch: watchWords,
    /** Posts with a watched word are announced even if notifications are off; absent means no. */
    watchNotify: boolean,
    /** Hour in Vietnam of the one notification a day that then replaces all others, but for watched words. */
    digest: hour,
    /** Whether read state and subscriptions are shared with the user's other computers; absent means no. */
    sync: boolean,
  },
);

/** Which posts the popup lists; see `ListFilter`. */
const listName = oneOf('news', 'documents', 'starred');
const view = object(
  { list: withDefault(listName, 'news') },
  { school: id, onlyUnread: boolean, onlyWatched: boolean },
);

/** Settings that an IT department can preset by policy. */
export const policyFields = {
  hub: httpAddress,
  schools: listedSchools,
  /** If present, only these schools (by id) are on. */
  on: list(id),
  every: minutes,
  notifications: boolean,
  firstRun: boolean,
  /** Watched for in addition to the user's own. */
  watch: watchWords,
  watchNotify: boolean,
  digest: hour,
  sync: boolean,
};
export const managed = object(
  {},
  {
    ...policyFields,
    /** Where the policy did not fit. */
    rejected: reported,
  },
);

const source = object(
  { poll: pollState },
  {
    /** The school whose posts this source delivers; absent for a hub's list of schools. */
    school: id,
    /** Minutes between two polls when its next poll was scheduled, if they were chosen. */
    every: minutes,
    /** Number of posts in the last successful read. */
    posts: count,
    /** Identifies a response that was not a feed; see `feedErrorMessage` in core. */
    instead: object({ code: text(/^/, 100), detail: cut(MAX_CHARS.title) }),
    /** The value of `since` for the school when this source was last read. */
    since: time,
    /** SHA-256 of the last response, for hubs whose validators the browser hides from us. */
    digest: text(/^/, 100),
  },
);

/** The parts of the store. What does not fit in a part is left out, without affecting the rest. */
export const storeParts = {
  settings,
  /** What the popup was last set to list. */
  view,
  /** The user's choices for each school, by school id. */
  choices: record(schoolChoice, id),
  /** Schools added by the user. */
  own: list(listedSchool),
  hub,
  managed,
  /** The hub named by the policy, as last fetched. */
  policyHub: hub,
  /** When each school that is on was subscribed to, by school id. */
  since: record(time, id),
  /** By URL. */
  sources: record(source, httpAddress),
  /** Redirects that the user has accepted, from the listed URL to the current one. */
  moved: record(httpAddress, httpAddress),
  posts: list(post),
  /** What is remembered of posts that are not stored. */
  memory: list(schoolMemory),
  /** Keys of new posts that no notification has announced yet. */
  untold: list(key),
  /** When the last notification of the day was due, or the user chose to have one. */
  digested: time,
  /** Host permissions (match patterns) that are needed but not granted. */
  denied: list(text(/^/, MAX_CHARS.id)),
  sync: syncState,
  /** The last poll found no network. */
  offline: boolean,
  /** A message about the store itself, shown until the user dismisses it. */
  notice: object(
    { kind: oneOf('recovered', 'full'), at: withDefault(time, 0) },
    /** What was let go when storage was full: the texts and pictures of posts, posts, the copy of a damaged store, … */
    { texts: count, posts: count, copy: boolean, undo: boolean },
  ),
  /** Where the stored data did not fit, until the notice about it is dismissed. */
  rejected: reported,
  /** The user's last deeds, the newest last; see deeds.ts. */
  deeds,
};

export type PostKind = Of<typeof postKind>;
export type ListedSchool = Of<typeof listedSchool>;
export type SchoolChoice = Of<typeof schoolChoice>;
export type Settings = Of<typeof settings>;
export type Hub = Of<typeof hub>;
export type Managed = Of<typeof managed>;
export type SourceState = Of<typeof source>;
export type Post = Of<typeof post>;
export type ListName = Of<typeof listName>;
export type View = Of<typeof view>;
export type SchoolMemory = Of<typeof schoolMemory>;
export type Deed = Of<typeof deed>;
/** What undoes a deed. */
export type Undo = Of<typeof undo>;

type StoreParts = { [Name in keyof typeof storeParts]: Of<(typeof storeParts)[Name]> };
type OptionalPart =
  | 'view'
  | 'hub'
  | 'managed'
  | 'policyHub'
  | 'offline'
  | 'notice'
  | 'rejected'
  | 'deeds'
  | 'digested'
  | 'sync';

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
  memory: [],
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
