import { boolean, integer, list, number, object, oneOf, primitive, type Schema, text } from '../schema.ts';
import { httpUrl } from '../url.ts';
import type { PollProblem, PollState } from './poll-state.ts';

/** About 3,000 years after 1970: every such time can be formatted with a year of four digits. */
const MAX_TIME_MS = 1e14;
/** A time in ms since the epoch that is stored. */
export const storedTime: Schema<number> = number(0, MAX_TIME_MS);

/** An http(s) URL that is stored. Absolute, unlike what `httpUrl` accepts. */
export const storedUrl = primitive<string>(
  'string',
  (url) => /^https?:/i.test(url) && httpUrl(url) !== undefined,
);

/** Each kind has a message. */
const problemKind: Schema<PollProblem['kind']> = oneOf(
  ...(['timeout', 'refused', 'reset', 'tls', 'redirect', 'too-large', 'protocol', 'internal'] as const),
  ...(['internal-redirect', 'status', 'not-a-feed'] as const),
);

/** Checks a stored `PollState`. */
export const pollState: Schema<PollState> = object(
  { due: storedTime, earliest: storedTime, failures: integer(0, 1e6) },
  {
    checked: storedTime,
    succeeded: storedTime,
    problem: object({ kind: problemKind }, { status: integer(100, 999) }),
    unreached: oneOf('offline', 'dns', 'login'),
    stopped: boolean,
    etag: text(),
    lastModified: text(),
    fresh: number(0),
    rhythm: object({}, { minutes: number(0), skipHours: list(number()), skipDays: list(number()) }),
    seldom: boolean,
    moved: object({ to: storedUrl, since: storedTime }),
  },
);
