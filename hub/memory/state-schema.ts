/** Checks the state files: every field that the hub uses has its type, so that nothing later fails on one. */
import type { PollState } from '../../core/poll/poll-state.ts';
import { pollState, storedTime, storedUrl } from '../../core/poll/poll-state-schema.ts';
import {
  either,
  integer,
  list,
  number,
  object,
  oneOf,
  partial,
  primitive,
  record,
  type Schema,
  text,
} from '../../core/schema.ts';
import type {
  Adoption,
  CopiedFiles,
  HubSourceState,
  HubState,
  ImageCopies,
  ImageIndex,
  PostList,
  SchoolLists,
  SourceSearch,
  StoredPost,
} from './types.ts';

type Fields = Record<string, Schema<unknown>>;

/** An object that we wrote ourselves, with fields that may be missing. The result has all fields, unknown ones as well. */
const stored =
  <T>(required: Fields, optional: Fields): Schema<T> =>
  (value) =>
    object({}, optional)(value) && partial<T>(required)(value);

const count = integer(0, Number.MAX_SAFE_INTEGER);
const string = text();

const adoption: Schema<Adoption> = object(
  {
    source: either(
      object({ url: storedUrl, kind: oneOf('feed') }),
      object({ url: storedUrl, kind: oneOf('page'), pages: integer(1, 20) }, { item: string }),
    ),
    since: storedTime,
    instead: string,
  },
  { retry: storedTime },
);
const sourceSearch: Schema<SourceSearch> = object({ at: storedTime, tried: list(string) });

/** A source without an adoption that is damaged: the configured source is read again, without validators. */
function withoutDamage({ adopted, search, ...rest }: HubSourceState): HubSourceState {
  const [intact, last] = [adoption(adopted), sourceSearch(search)];
  const state = { ...rest, ...(intact && { adopted: intact }), ...(last && { search: last }) };
  if (adopted === undefined || intact) return state;
  const { etag: _, lastModified: __, stopped: ___, ...poll } = rest.poll;
  return { ...state, poll, returns: true };
}

const hubFile = stored<HubState>(
  {
    sources: record(
      stored<HubSourceState>(
        { poll: pollState },
        {
          error: string,
          code: string,
          note: string,
          posts: count,
          pending: oneOf(true),
          reread: storedTime,
          returns: oneOf(true),
          former: string,
          config: string,
          answers: list(
            object(
              { at: storedTime, outcome: string },
              { isError: oneOf(true), type: string, bytes: count, excerpt: string },
            ),
          ),
        },
      ),
    ),
    next: object({ news: count, documents: count, gallery: count }),
  },
  {
    lastRun: storedTime,
    robots: record(object({ at: storedTime, text: string })),
    weather: stored<{ poll: PollState }>({ poll: pollState }, { error: string }),
    published: string,
  },
);

export const hubState: Schema<HubState> = (value) => {
  const state = hubFile(value);
  if (!state) return undefined;
  const sources = Object.entries(state.sources).map(([key, source]) => [key, withoutDamage(source)]);
  return { ...state, sources: Object.fromEntries(sources) };
};

const attachments = list(
  stored(
    { url: string, mime_type: string },
    {
      title: string,
      size_in_bytes: number(),
      _tct: object({}, { width: number(), height: number(), thumbnail: string, alt: string }),
    },
  ),
);
const document = record(string);

/** The types of a post's fields. Their content was checked when it was read, by the rules of that time. */
const item = stored(
  { id: string, content_text: string },
  {
    url: string,
    title: string,
    summary: string,
    image: string,
    banner_image: string,
    date_published: string,
    date_modified: string,
    authors: list(stored({ name: string }, { url: string })),
    tags: list(string),
    language: string,
    attachments,
    _tct: stored({}, { school: string, precision: string, views: number(), document }),
  },
);

/** A list of one school: the ids of its posts begin with the school's. */
const postList = (school: string): Schema<PostList> =>
  partial<PostList>({
    next: count,
    entries: list(
      stored<StoredPost>(
        {
          id: primitive<string>('string', (id) => id.startsWith(`${school}:`)),
          key: string,
          source: string,
          seen: storedTime,
          place: integer(-1, Number.MAX_SAFE_INTEGER),
          missing: count,
          item,
        },
        {
          alias: string,
          mistyped: storedTime,
          restored: oneOf(true),
          details: object(
            {},
            {
              document,
              attachments,
              date_published: string,
              precision: string,
              due: storedTime,
              etag: string,
              lastModified: string,
              old: oneOf(true),
            },
          ),
          number: count,
          clusterNumber: count,
        },
      ),
    ),
  });

/** The file of a school, and not a copy of another school's. */
export function schoolLists(school: string): Schema<SchoolLists> {
  const list = postList(school);
  return object({ news: list, documents: list, gallery: list });
}

export const imageFile = partial<{ images: ImageIndex }>({
  images: record(
    either(number(), partial<ImageCopies>({ width: number(), height: number(), widths: list(number()) })),
  ),
});

/** A relative path without dot segments and hidden files: nothing else is copied, or deleted later. */
export const copiedName = text(/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/);

export const buildFile = partial<{ files: CopiedFiles }>({
  files: record(object({}, { replaced: storedTime }), copiedName),
});
