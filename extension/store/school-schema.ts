/** Schools as they are listed and chosen. */
import { boolean, list, type Of, object, type Schema, text, upTo, withDefault } from '../../core/schema.ts';
import { cut, httpAddress, id, MAX_NAME_CHARS, minutes, reported } from './fields.ts';

/** Schools of one list, and feeds of one school and kind. No cluster comes near them. */
export const MAX_SCHOOLS = 100;
export const MAX_FEEDS = 50;

const name = text(/\S/, MAX_NAME_CHARS);
const feeds = upTo(MAX_FEEDS, list(httpAddress));

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
export const listedSchools = upTo(MAX_SCHOOLS, list(listedSchool));

export const schoolChoice = object({}, { on: boolean, every: minutes, notify: boolean, quiet: boolean });

export const hub = object(
  { url: httpAddress, name: withDefault(cut(MAX_NAME_CHARS), ''), schools: withDefault(listedSchools, []) },
  /** Where its last `cluster.json` did not fit. */
  { rejected: reported },
);
