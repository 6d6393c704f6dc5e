/** What the user did last; see deeds.ts. */
import { boolean, list, object, oneOf, record, upTo } from '../../core/schema.ts';
import { count, cut, httpAddress, id, key, MAX_NAME_CHARS, time } from './fields.ts';
import { post, schoolMemory } from './post-schema.ts';
import { hub, listedSchool, schoolChoice } from './school-schema.ts';

/** Deeds that are remembered, the last. */
export const MAX_DEEDS = 10;

/** For everything that a deed changed, what it was before and, where that may change again, what the deed made of it. */
export const undo = object(
  {},
  {
    /** Keys of the posts that it marked so. */
    read: list(key),
    unread: list(key),
    starred: list(key),
    unstarred: list(key),
    /** What it removed. */
    posts: list(post),
    memory: list(schoolMemory),
    untold: list(key),
    /**
     * Schools of the user, by id, and where in the list they were; without `was` it added them, without `became` it
     * removed them.
     */
    own: record(object({}, { was: listedSchool, became: listedSchool, at: count }), id),
    choices: record(object({ was: schoolChoice, became: schoolChoice }), id),
    /** The hub, and the address of the one that it set. */
    hub: object({}, { was: hub, became: httpAddress }),
    /** Subscriptions that may have ended with it. */
    since: record(time, id),
  },
);

export const deed = object(
  {
    /** Rises from deed to deed. */
    id: count,
    at: time,
    kind: oneOf(
      ...(['read', 'unread', 'starred', 'unstarred'] as const),
      /** Of schools; `imported` is several from a file. */
      ...(['added', 'imported', 'removed', 'on', 'off'] as const),
      ...(['hub-set', 'hub-left'] as const),
    ),
    /** Posts that it marked or removed, else schools that it added. */
    count,
  },
  {
    /** Of the school, the hub or the post. */
    name: cut(MAX_NAME_CHARS),
    /** Absent if it cannot be undone, or not any more. */
    undo,
    /** It has been undone. */
    undone: boolean,
  },
);

export const deeds = upTo(MAX_DEEDS, list(deed));
