/**
 * All that the extension remembers: one JSON value, written whole, so that a post, the validators it came with and the
 * badge drawn from it never disagree. Times are ms since the epoch.
 */
import * as z from 'zod/mini';
import type { Item } from '../core/feed.ts';
import type { PollState } from '../core/poll/next.ts';

/** Counts up when the shape changes; a step in migrations.ts leads from each version to the next. */
export const VERSION = 2;

const time = z.number();
const minutes = z.number().check(z.minimum(5), z.maximum(1440));
const kind = z.enum(['news', 'documents']);
const id = z.string().check(z.regex(/^[a-z\d][a-z\d-]{0,39}$/));
const address = z.string().check(z.regex(/^https?:\/\//i), z.maxLength(8192));
/** Hours of the day in Vietnam, 0–23; the night lies between. */
const hour = z.int().check(z.minimum(0), z.maximum(23));

/** A school and its feeds, from the hub, the user or the school's own IT department. */
export const listed = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  home: address,
  news: z.array(address),
  documents: z.array(address),
});

const choice = z.object({
  on: z.optional(z.boolean()),
  every: z.optional(minutes),
  notify: z.optional(z.boolean()),
  quiet: z.optional(z.boolean()),
});

const settings = z.object({
  lang: z.optional(z.enum(['vi', 'en'])),
  /** Minutes between two polls of a source for which nothing else is chosen. */
  every: z.optional(minutes),
  notifications: z._default(z.boolean(), false),
  /** When no notification is shown: from one hour to another, and on Saturdays and Sundays. */
  quiet: z._default(z.object({ on: z.boolean(), from: hour, to: hour, weekends: z.boolean() }), {
    on: true,
    from: 18,
    to: 7,
    weekends: true,
  }),
  /** Until when nothing is polled by itself; `true` is until the user says so. */
  paused: z.optional(z.union([z.literal(true), time])),
  /** The first run is over: the user has chosen, or it was not wanted. */
  welcomed: z.optional(z.boolean()),
  /** Whether the popup has shortcuts of one letter; absent is yes. */
  letters: z.optional(z.boolean()),
});

const hub = z.object({ url: address, name: z.string(), schools: z.array(listed) });

/** What an IT department presets by policy; each part that is not valid is left out. */
export const managed = z.object({
  hub: z.optional(address),
  schools: z.optional(z.array(listed)),
  /** Ids of the only schools that are on. */
  on: z.optional(z.array(id)),
  every: z.optional(minutes),
  notifications: z.optional(z.boolean()),
  firstRun: z.optional(z.boolean()),
});

const source = z.object({
  /** Whose posts its validators vouch for; the hub's list of schools has none. */
  school: z.optional(id),
  poll: z.looseObject({ due: time, earliest: time, failures: z.number() }),
  /** Posts of its last reading. */
  posts: z.optional(z.number()),
  /** Why it was no feed, in the reader's words. */
  said: z.optional(z.object({ vi: z.string(), en: z.string() })),
  /** The subscription (see `since`) that it has been read for. */
  since: z.optional(time),
  /** Digest of the last answer, where the browser hides validators from us. */
  digest: z.optional(z.string()),
});

const post = z.object({
  key: z.string(),
  alias: z.optional(z.string()),
  school: id,
  kind,
  item: z.looseObject({ id: z.string(), content_text: z.string() }),
  seen: time,
  read: z.boolean(),
  starred: z.optional(z.boolean()),
});

/** What is left of a post that was let go, so that it is known if it comes back. */
const former = z.object({
  key: z.string(),
  alias: z.optional(z.string()),
  school: id,
  kind,
  url: z.optional(z.string()),
  title: z.optional(z.string()),
});

/** The parts of the store: one that is broken is begun anew, the others stay. */
export const parts = {
  settings,
  /** What the user has chosen for a school, by its id. */
  choices: z.record(z.string(), choice),
  /** Schools that the user has added. */
  own: z.array(listed),
  hub: z.optional(hub),
  managed: z.optional(managed),
  /** The hub that the policy names, as it has been read. */
  policyHub: z.optional(hub),
  /** When each school that is on was subscribed to. */
  since: z.record(z.string(), time),
  /** By address. */
  sources: z.record(z.string(), source),
  /** Addresses that the user has let follow their sources, old to new. */
  moved: z.record(z.string(), address),
  posts: z.array(post),
  former: z.array(former),
  /** Keys of new posts that no notification has told of yet. */
  untold: z.array(z.string()),
  /** Permissions (match patterns) that are needed and not given. */
  denied: z.array(z.string()),
  /** The last poll found no network. */
  offline: z.optional(z.boolean()),
  /** Something the user has to be told once. */
  notice: z.optional(z.object({ kind: z.enum(['recovered', 'full']), at: time })),
};

export type Kind = z.infer<typeof kind>;
export type Listed = z.infer<typeof listed>;
export type Choice = z.infer<typeof choice>;
export type Settings = z.infer<typeof settings>;
export type Hub = z.infer<typeof hub>;
export type Managed = z.infer<typeof managed>;
export type SourceState = Omit<z.infer<typeof source>, 'poll'> & { poll: PollState };
export type Post = Omit<z.infer<typeof post>, 'item'> & { item: Item };
export type Former = z.infer<typeof former>;

export interface Store {
  version: typeof VERSION;
  settings: Settings;
  choices: Record<string, Choice>;
  own: Listed[];
  hub?: Hub;
  managed?: Managed;
  policyHub?: Hub;
  since: Record<string, number>;
  sources: Record<string, SourceState>;
  moved: Record<string, string>;
  posts: Post[];
  former: Former[];
  untold: string[];
  denied: string[];
  offline?: boolean;
  notice?: { kind: 'recovered' | 'full'; at: number };
}

export const emptyStore = (): Store => ({
  version: VERSION,
  settings: {
    notifications: false,
    quiet: { on: true, from: 18, to: 7, weekends: true },
  },
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
export function forgotten({ school, poll }: SourceState): SourceState {
  const { due, earliest, checked } = poll;
  return { ...(school && { school }), poll: { due, earliest, failures: 0, ...(checked && { checked }) } };
}
