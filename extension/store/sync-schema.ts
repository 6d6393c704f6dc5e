/** What is shared with the user's other computers by `storage.sync`; see ../sync/. */
import { type Of, object, oneOf, record, text, withDefault } from '../../core/schema.ts';
import { time } from './fields.ts';

/** Of an item of `storage.sync`, with its name. */
export const MAX_SYNC_ITEM_BYTES = 8192;

const field = object({ t: time }, { v: (value: unknown) => value });

/**
 * An item of `storage.sync`. The values of its fields are validated when they are applied, as those of a newer version
 * are kept without being understood.
 */
export const syncItem = object(
  { v: oneOf(1) },
  {
    /** Values by name, and when each was changed; without `v` it was removed. */
    fields: record(field),
    /** Which posts of a school are read or starred. */
    marks: text(/^(?:[-\w]{11})*$/, MAX_SYNC_ITEM_BYTES),
    /** The newest read mark that was dropped: posts dated until then count as read where a school is new. */
    before: time,
  },
);

export const syncState = object(
  {
    /** All that is shared, as last known here, by the item's name. Kept while sync is off. */
    items: withDefault(record(syncItem), {}),
  },
  {
    /** When it was switched on here: since then, all that the user reads here is marked. */
    joined: time,
    /** When this computer and `storage.sync` last agreed, to the hour. */
    agreed: time,
    /** When this computer last wrote there, and when it last got something new from another. */
    wrote: time,
    received: time,
    /** Why not all is shared: the browser refuses, there is no room, or what is there is damaged or of a newer version. */
    problem: oneOf('unavailable', 'full', 'unreadable'),
  },
);

export type SyncItem = Of<typeof syncItem>;
export type SyncState = Of<typeof syncState>;
