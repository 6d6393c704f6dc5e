/**
 * The schools of a cluster and where each publishes: what the hub is configured with, and what the extension brings
 * along. Validated, unlike feeds: a mistake is refused, and said in words.
 */
import * as z from 'zod/mini';
import { httpUrl } from '../url.ts';

/** What a school publishes, each in a list of its own. */
export const LIST_KINDS = ['news', 'documents', 'gallery'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

const text = z.string('cần một chuỗi chữ').check(z.trim(), z.minLength(1, 'không được để trống'));
const id = z
  .string('cần một mã')
  .check(z.regex(/^[a-z\d][a-z\d-]{0,39}$/, 'cần mã gồm chữ thường không dấu, chữ số, dấu “-”, ví dụ "nb"'));
const address = z
  .string('cần một địa chỉ')
  .check(
    z.refine(
      (url) => /^https?:/i.test(url) && !!httpUrl(url),
      'cần địa chỉ bắt đầu bằng http:// hoặc https://',
    ),
  );
const minutes = z
  .number('cần số phút')
  .check(z.minimum(5, 'ít nhất 5 phút'), z.maximum(1440, 'nhiều nhất 1440 phút'));
const selector = z.string('cần một bộ chọn CSS').check(z.trim(), z.minLength(1, 'không được để trống'));

const feedSource = z.strictObject({
  url: address,
  kind: z.literal('feed'),
  /** Minutes between two polls; sources may want more. */
  every: z.optional(minutes),
});

const pageSource = z.strictObject({
  url: address,
  kind: z.literal('page'),
  every: z.optional(minutes),
  /** The element that holds one post, document or photo. */
  item: z.optional(selector),
  /** Within the item; a missing one is guessed. */
  title: z.optional(selector),
  link: z.optional(selector),
  date: z.optional(selector),
  image: z.optional(selector),
  summary: z.optional(selector),
  /** A table of documents: its header words say what the columns are. */
  table: z.optional(selector),
  /** The element whose images are the photos of one album. */
  photos: z.optional(selector),
  /** The link to the next page, and how many pages are read (1). */
  next: z.optional(selector),
  pages: z._default(
    z.int('cần số trang').check(z.minimum(1, 'ít nhất 1'), z.maximum(20, 'nhiều nhất 20')),
    1,
  ),
});

/** A feed in any format `readFeed` reads. */
export type FeedSource = z.infer<typeof feedSource>;
/** A list on a page of a site without a feed; the selectors are CSS. */
export type PageSource = z.infer<typeof pageSource>;
export type ClusterSource = FeedSource | PageSource;

const source = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string' ? { url: value, kind: 'feed' } : { kind: 'feed', ...Object(value) },
  ),
  z.discriminatedUnion('kind', [feedSource, pageSource]),
);

/** An address, an object, or a list of those. */
const sources = z._default(
  z.pipe(
    z.transform((value: unknown) => (Array.isArray(value) ? value : [value])),
    z.array(source),
  ),
  [],
);

const texts = z._default(z.array(text, 'cần danh sách chữ: [ "…" ]'), []);

const school = z.strictObject(
  {
    id,
    name: text,
    aliases: texts,
    home: address,
    /** A merged or closed school is not asked any more; what it published stays. */
    active: z._default(z.boolean('cần true hoặc false'), true),
    /** Id of the school it was merged into. */
    successor: z.optional(id),
    /** Ids of posts, or words, that are not to be shown. */
    hide: texts,
    news: sources,
    documents: sources,
    gallery: sources,
  },
  'cần một trường: { "id": …, "name": …, "home": … }',
);

const place = z.strictObject(
  {
    id,
    name: text,
    latitude: z.number('cần một số').check(z.minimum(-90, 'từ -90 đến 90'), z.maximum(90, 'từ -90 đến 90')),
    longitude: z
      .number('cần một số')
      .check(z.minimum(-180, 'từ -180 đến 180'), z.maximum(180, 'từ -180 đến 180')),
  },
  'cần một nơi: { "id": …, "name": …, "latitude": …, "longitude": … }',
);

const cluster = z.strictObject(
  {
    $schema: z.optional(z.string()),
    name: text,
    /** An address, of mail or of a page, that stands in the `User-Agent`. */
    contact: z.optional(text),
    /** Public address of the hub's files. */
    hub: z.optional(address),
    /** Posts kept of a school. */
    keep: z._default(
      z.int('cần số nguyên').check(z.minimum(10, 'ít nhất 10'), z.maximum(100_000, 'nhiều nhất 100000')),
      500,
    ),
    /** Whether the hub copies images: as thumbnails, and so that https pages can show those of http sites. */
    images: z._default(z.boolean('cần true hoặc false'), true),
    schools: z
      .array(school, 'cần danh sách các trường: [ … ]')
      .check(z.minLength(1, 'cần ít nhất một trường')),
    places: z._default(z.array(place, 'cần danh sách các nơi: [ … ]'), []),
    /** Open-Meteo, or a server that answers like it. */
    weather: z._default(address, 'https://api.open-meteo.com/v1/forecast'),
  },
  'cần { "name": …, "schools": [ … ] }',
);

export type Cluster = z.infer<typeof cluster>;
export type ClusterSchool = z.infer<typeof school>;
export type Place = z.infer<typeof place>;

/** A mistake in a configuration: where, what is wanted, what stands there. */
export interface ConfigProblem {
  /** For example `schools[2] "nb" › news[0] › url`. */
  where: string;
  /** What is wanted there, in Vietnamese. */
  wanted: string;
}

/** Thrown by `readCluster`: one line a problem. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ where, wanted }) => `${where}: ${wanted}`).join('\n'));
  }
}

/** Whether a step of a path is not written: of a list of one the brackets, of an address its `{ "url": … }`. */
function isImplied(at: unknown, step: PropertyKey): boolean {
  return typeof step === 'number' ? !Array.isArray(at) : typeof at === 'string';
}

/** What stands there, as it was written. */
function valueAtPath(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce((at: unknown, step) => (isImplied(at, step) ? at : Object(at)[step]), value);
}

/** `schools[2] "nb" › news[0] › url`: counted from 0 as in JSON, a school or place by its id too. */
function describePath(path: readonly PropertyKey[], value: unknown): string {
  let at = value;
  const steps: string[] = [];
  for (const step of path) {
    if (isImplied(at, step)) continue;
    at = Object(at)[step];
    if (typeof step !== 'number') {
      steps.push(String(step));
      continue;
    }
    const named = Object(at).id;
    steps.push(`${steps.pop() ?? ''}[${step}]${typeof named === 'string' ? ` "${named}"` : ''}`);
  }
  return steps.join(' › ') || 'cấu hình';
}

/** What may stand where something unknown does. */
function keysAllowedAt([list, , ...deeper]: readonly PropertyKey[], given: unknown): string[] {
  const source = Object(given).kind === 'page' ? pageSource : feedSource;
  const shape = deeper.length ? source : list === 'schools' ? school : list === 'places' ? place : cluster;
  return Object.keys(shape.shape).filter((key) => key !== '$schema');
}

function unknownKeys({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, given: unknown): string {
  const known = keysAllowedAt(path, given);
  const forPages = known.includes('url') && keys.every((key) => key in pageSource.shape);
  const instead = forPages ? 'mục này chỉ đi với "kind": "page"' : `chỉ có: ${known.join(', ')}`;
  return `không có mục ${keys.map((key) => `"${key}"`).join(', ')}; ${instead}`;
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const given = valueAtPath(issue.path, value);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, given);
  const words = issue.code === 'invalid_union' ? 'kind là "feed" hoặc "page"' : issue.message;
  if (given === undefined) return `thiếu (${words})`;
  return typeof given === 'object' ? words : `${words}; đang ghi ${JSON.stringify(given).slice(0, 100)}`;
}

interface Contradiction {
  path: PropertyKey[];
  wanted: string;
}

/** What no field shows by itself: ids or sources given twice, successors that are not there. */
function findContradictions({ schools, places }: Cluster): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [list, entries] of Object.entries({ schools, places })) {
    const seen = new Set<string>();
    for (const [index, { id }] of entries.entries()) {
      if (seen.has(id)) found.push({ path: [list, index, 'id'], wanted: 'mã này đã dùng ở trên' });
      seen.add(id);
    }
  }
  for (const [index, { id, successor, ...lists }] of schools.entries()) {
    for (const kind of LIST_KINDS) {
      const urls = lists[kind].map(({ url }) => url);
      for (const [place, url] of urls.entries())
        if (urls.indexOf(url) < place)
          found.push({
            path: ['schools', index, kind, place, 'url'],
            wanted: `địa chỉ này đã ghi ở trên; đang ghi ${JSON.stringify(url)}`,
          });
    }
    if (successor && (successor === id || !schools.some((other) => other.id === successor)))
      found.push({
        path: ['schools', index, 'successor'],
        wanted: `cần mã của một trường khác trong danh sách; đang ghi "${successor}"`,
      });
  }
  return found;
}

/**
 * The configuration of a cluster, with what it leaves out filled in.
 *
 * @param value as `JSON.parse` gives it
 * @throws ClusterError with everything that is wrong, in words
 */
export function readCluster(value: unknown): Cluster {
  const { data, error } = cluster.safeParse(value);
  const problems = error
    ? error.issues.map((issue) => ({ path: issue.path, wanted: describeIssue(issue, value) }))
    : findContradictions(data!);
  if (problems.length)
    throw new ClusterError(
      problems.map(({ path, wanted }) => ({ where: describePath(path, value), wanted })),
    );
  return data!;
}
