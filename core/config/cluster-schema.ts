/** The zod schema of a cluster's configuration. Its messages are the Vietnamese ones that `ClusterError` prints. */
import * as z from 'zod/mini';
import { oneLine } from '../text/normalize.ts';
import { httpUrl } from '../url.ts';

export { LIST_KINDS, type ListKind } from './list-kinds.ts';

/** Normalized as all texts of the model are: the names are published. */
const text = z.string('cần một chuỗi chữ').check(z.overwrite(oneLine), z.minLength(1, 'không được để trống'));
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
/** Whether the hub looks for another source when this one has nothing any more. The innermost setting applies. */
const heal = z.optional(z.boolean('cần true hoặc false'));
/** False while a source is paused: it is not polled, its posts stay. */
const active = z.optional(z.boolean('cần true hoặc false'));
/** Relative to the folder of the configuration. */
const folder = z
  .string('cần đường dẫn của một thư mục')
  .check(z.trim(), z.minLength(1, 'không được để trống'));
const selector = z.string('cần một bộ chọn CSS').check(z.trim(), z.minLength(1, 'không được để trống'));

export const feedSourceSchema = z.strictObject({
  url: address,
  kind: z.literal('feed'),
  /** Minutes between two polls. A source's own hints may lengthen it. */
  every: z.optional(minutes),
  active,
  heal,
});

const columnHint = 'cần chữ ở đầu cột, hay số thứ tự của cột, tính từ 1';
const column = z.optional(
  z.union([text, z.int(columnHint).check(z.minimum(1, columnHint), z.maximum(60, columnHint))], columnHint),
);
/** The columns of a table of documents, each by the text of its header, or by its number from 1. */
export const columnsSchema = z.strictObject(
  {
    title: column,
    number: column,
    type: column,
    field: column,
    issuer: column,
    signer: column,
    issued: column,
    effective: column,
    status: column,
    file: column,
  },
  'cần { "title": "chữ ở đầu cột", … }',
);

export const pageSourceSchema = z.strictObject({
  url: address,
  kind: z.literal('page'),
  every: z.optional(minutes),
  active,
  heal,
  /** The element of one post, document or photo. */
  item: z.optional(selector),
  /** Elements within the item; missing ones are guessed. */
  title: z.optional(selector),
  link: z.optional(selector),
  date: z.optional(selector),
  image: z.optional(selector),
  summary: z.optional(selector),
  /** A table of documents. Its column headers are recognised. */
  table: z.optional(selector),
  /** Columns of the table whose headers are not recognised. */
  columns: z.optional(columnsSchema),
  /** The element whose images are the photos of one album. */
  photos: z.optional(selector),
  /** The link to the next page, and how many pages to read. */
  next: z.optional(selector),
  pages: z._default(
    z.int('cần số trang').check(z.minimum(1, 'ít nhất 1'), z.maximum(20, 'nhiều nhất 20')),
    1,
  ),
});

/** A feed in any format that `readFeed` supports. */
export type FeedSource = z.infer<typeof feedSourceSchema>;
/** A list on a page of a site without a feed, described by CSS selectors. */
export type PageSource = z.infer<typeof pageSourceSchema>;
export type ClusterSource = FeedSource | PageSource;

const source = z.pipe(
  z.transform((value: unknown) =>
    typeof value === 'string' ? { url: value, kind: 'feed' } : { kind: 'feed', ...(value as object) },
  ),
  z.discriminatedUnion('kind', [feedSourceSchema, pageSourceSchema]),
);

/** A URL, an object, or a list of those. */
const sources = z._default(
  z.pipe(
    z.transform((value: unknown) => (Array.isArray(value) ? value : [value])),
    z.array(source),
  ),
  [],
);

const texts = z._default(z.array(text, 'cần danh sách chữ: [ "…" ]'), []);

export const schoolSchema = z.strictObject(
  {
    id,
    name: text,
    aliases: texts,
    home: address,
    /** A school that was merged or closed is no longer polled; its posts stay. */
    active: z._default(z.boolean('cần true hoặc false'), true),
    /** Id of the school that it was merged into. */
    successor: z.optional(id),
    /** Ids of posts, or words, to hide at once. */
    hide: texts,
    heal,
    news: sources,
    documents: sources,
    gallery: sources,
  },
  'cần một trường: { "id": …, "name": …, "home": … }',
);

export const placeSchema = z.strictObject(
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

export const clusterSchema = z.strictObject(
  {
    $schema: z.optional(z.string()),
    name: text,
    /** A mail address or URL for the `User-Agent` header. */
    contact: z.optional(text),
    /** Public URL of the hub's files. */
    hub: z.optional(address),
    /** The folder to publish to, and the one of the state files; never published. */
    out: z.optional(folder),
    state: z.optional(folder),
    /** Maximum stored posts of each list of a school. */
    keep: z._default(
      z.int('cần số nguyên').check(z.minimum(10, 'ít nhất 10'), z.maximum(100_000, 'nhiều nhất 100000')),
      500,
    ),
    /** Whether the hub copies images: for thumbnails, and so that https pages can show images of http sites. */
    images: z._default(z.boolean('cần true hoặc false'), true),
    heal,
    schools: z
      .array(schoolSchema, 'cần danh sách các trường: [ … ]')
      .check(z.minLength(1, 'cần ít nhất một trường')),
    places: z._default(z.array(placeSchema, 'cần danh sách các nơi: [ … ]'), []),
    /** Open-Meteo, or a server with the same API. */
    weather: z._default(address, 'https://api.open-meteo.com/v1/forecast'),
  },
  'cần { "name": …, "schools": [ … ] }',
);

export type Cluster = z.infer<typeof clusterSchema>;
export type ClusterSchool = z.infer<typeof schoolSchema>;
export type Place = z.infer<typeof placeSchema>;
