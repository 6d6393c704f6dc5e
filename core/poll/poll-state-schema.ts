import { boolean, integer, list, number, object, oneOf, type Schema, text } from '../schema.ts';
import type { PollState } from './poll-state.ts';

/** About 3,000 years before and after 1970: every such time can be formatted. */
const MAX_TIME_MS = 1e14;
/** A time in ms since the epoch that is stored. */
export const storedTime: Schema<number> = number(-MAX_TIME_MS, MAX_TIME_MS);

/** Checks a stored `PollState`. */
export const pollState: Schema<PollState> = object(
  { due: storedTime, earliest: storedTime, failures: integer(0, 1e6) },
  {
    checked: storedTime,
    succeeded: storedTime,
    problem: object({ kind: text() as Schema<never> }, { status: number() }),
    unreached: oneOf('offline', 'dns'),
    stopped: boolean,
    etag: text(),
    lastModified: text(),
    fresh: number(0),
    rhythm: object({}, { minutes: number(0), skipHours: list(number()), skipDays: list(number()) }),
    seldom: boolean,
    moved: object({ to: text(), since: storedTime }),
  },
);
