/**
 * The extension's state: one JSON value, always written as a whole, so that posts, the validators that came with them
 * and the badge never disagree. Times are ms since the epoch.
 *
 * The field names are stored on users' disks and in their backup files: renaming one takes a migration.
 */

import type { Attachment, DocumentFacts, Item } from '../../core/model/feed.ts';
import { FORMATS, MAX_CHARS } from '../../core/model/limits.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { pollState, storedTime } from '../../core/poll/poll-state-schema.ts';
import {
  boolean,
  either,
  integer,
  list,
  number,
  type Of,
  object,
  oneOf,
  primitive,
  record,
  type Schema,
  text,
  upTo,
  withDefault,
} from '../../core/schema.ts';
import { httpUrl } from '../../core/url.ts';

/** Incremented when the shape changes; each step needs a migration in migrations.ts. */
export const STORE_VERSION = 2;

/** Items of one reading that are stored, the newest. Schools' feeds list at most some hundred. */
export const MAX_ITEMS = 500;
/** Schools of one list, and feeds of one school and kind. No cluster comes near them. */
export const MAX_SCHOOLS = 100;
export const MAX_FEEDS = 50;
/** Words that a user watches for, and the length of one (characters). */
export const MAX_WATCH_WORDS = 50;
export const MAX_WATCH_WORD_CHARS = 100;
/** Paths of values that were left out, as shown to the user. */
export const MAX_REPORTED = 20;
export const MAX_NAME_CHARS = 200;
/** An id, a link and a hash; see `cumulativeNames` in core. */
const MAX_KEY_CHARS = 2 * MAX_CHARS.id + 200;

const time = storedTime;
const minutes = number(5, 1440);
const count = integer(0, Number.MAX_SAFE_INTEGER);
const postKind = oneOf('news', 'documents');
/** `constructor` would be found in any object that is searched by id. */
const id = primitive<string>(
  'string',
  (value) => /^[a-z\d][a-z\d-]{0,39}$/.test(value) && value !== 'constructor',
);
const line = text(/\S/, MAX_CHARS.title);
const name = text(/\S/, MAX_NAME_CHARS);
const key = text(/^/, MAX_KEY_CHARS);
/**
 * An absolute http(s) URL. Not with `*` in its host, which URL parsers accept, but which would make the permission for
 * the host one for many hosts.
 */
export const httpAddress = primitive<string>(
  'string',
  (value) => /^https?:/i.test(value) && /^https?:\/\/[^*/?#]+(?:[/?#]|$)/i.test(httpUrl(value) ?? ''),
);
const feeds = upTo(MAX_FEEDS, list(httpAddress));
/** Hour of the day in Vietnam, 0–23. */
const hour = integer(0, 23);
/** Cuts a longer text. */
const cut =
  (maxChars: number): Schema<string> =>
  (value, report) =>
    typeof value === 'string' ? value.slice(0, maxChars) : report?.('');
/** Where values were left out because they did not fit. */
const reported = upTo(MAX_REPORTED, list(cut(200)));

/** A school and its feeds, as listed by the hub, the user or an IT department. */
const school = object(
  { id, name: withDefault(name, ''), news: withDefault(feeds, []), documents: withDefault(feeds, []) },
  { home: httpAddress },
);
export const listedSchool: Schema<Of<typeof school>> = (value, report) => {
  const found = school(value, report);
  // Without a name it is listed by its id.
  return found && { ...found, name: found.name || found.id };
};
/** The schools of a hub, or of a policy. */
const listedSchools = upTo(MAX_SCHOOLS, list(listedSchool));

/** Words or phrases whose posts are marked. */
export const watchWords = upTo(MAX_WATCH_WORDS, list(text(/\S/, MAX_WATCH_WORD_CHARS)));

const schoolChoice = object({}, { on: boolean, every: minutes, notify: boolean, quiet: boolean });

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

export const hub = object(
  { url: httpAddress, name: withDefault(cut(MAX_NAME_CHARS), ''), schools: withDefault(listedSchools, []) },
  /** Where its last `cluster.json` did not fit. */
  { rejected: reported },
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

/** Of this format, and a day that exists. */
const date = (format: RegExp) =>
  primitive<string>('string', (value) => format.test(value) && !Number.isNaN(Date.parse(value)));

const attachment: Schema<Attachment> = object(
  { url: httpAddress, mime_type: withDefault(line, 'application/octet-stream') },
  { title: line, size_in_bytes: number(0) },
);

const documentFacts: Schema<DocumentFacts> = object(
  {},
  {
    number: line,
    type: line,
    field: line,
    issuer: line,
    signer: line,
    issued: date(FORMATS.issued),
    effective: date(FORMATS.effective),
    expires: date(FORMATS.expires),
    replaces: line,
    status: oneOf('valid', 'expired', 'unknown'),
  },
);

/** The fields of an item that the popup shows, and those that identify it. */
export const storedItem: Schema<Item> = object(
  {
    id: withDefault(text(/^/, MAX_CHARS.id), ''),
    content_text: withDefault(cut(MAX_CHARS.content_text), ''),
  },
  {
    url: httpAddress,
    external_url: httpAddress,
    title: line,
    summary: text(/\S/, MAX_CHARS.summary),
    image: httpAddress,
    date_published: date(FORMATS.date_published),
    attachments: list(attachment),
    _tct: object({}, { precision: oneOf('day', 'hour', 'minute'), document: documentFacts }),
  },
);

const post = object(
  {
    key,
    school: id,
    kind: postKind,
    item: storedItem,
    /** When the extension first saw the post. */
    seen: withDefault(time, 0),
    read: withDefault(boolean, false),
  },
  {
    alias: key,
    starred: boolean,
    /** When it was first seen with its date, which must be mistyped; see `mistypedMarker` in core. */
    mistyped: time,
  },
);

/** The fields by which an evicted post is recognised if it comes back. */
const evictedPost = object(
  { key, school: id, kind: postKind },
  { alias: key, url: httpAddress, title: line },
);

/** The parts of the store. What does not fit in a part is left out, without affecting the rest. */
export const storeParts = {
  settings,
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
  /** Evicted posts. */
  former: list(evictedPost),
  /** Keys of new posts that no notification has announced yet. */
  untold: list(key),
  /** Host permissions (match patterns) that are needed but not granted. */
  denied: list(text(/^/, MAX_CHARS.id)),
  /** The last poll found no network. */
  offline: boolean,
  /** A message about the store itself, shown until the user dismisses it. */
  notice: object({ kind: oneOf('recovered', 'full'), at: withDefault(time, 0) }),
  /** Where the stored data did not fit, until the notice about it is dismissed. */
  rejected: reported,
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
type OptionalPart = 'hub' | 'managed' | 'policyHub' | 'offline' | 'notice' | 'rejected';

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
