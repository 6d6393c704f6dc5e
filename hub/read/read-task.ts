/** What the hub asks of its reader process, and how it is done there. */
import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import type { Feed, ReadContext } from '../../core/model/feed.ts';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import { readFeed } from '../../core/read/read-feed.ts';
import { readPage } from '../page/read-page.ts';
import { unreadableMessage } from '../page/unreadable-message.ts';

/** A body to read: as a list page if `page` is set, else as a feed. */
export interface ReadTask {
  body: Uint8Array;
  context: ReadContext;
  page?: { source: PageSource; kind: ListKind };
}

/** What was read, and for a list page the URL of the next one. */
export interface Reading {
  feed: Feed;
  next?: string;
}

/** The reading as JSON, or why the body cannot be read. */
export type ReadAnswer = { json: string } | { unreadable: string };

/** A small body may expand: each of its links repeats the base. The hub holds several readings at once. */
const MAX_READING_CHARS = MAX_BODY_BYTES;

const TOO_LARGE =
  'Nội dung của nguồn quá lớn nên không được đọc. Hãy báo người quản trị trang nguồn, hoặc dùng một địa chỉ chỉ có các bài mới.';

async function read({ body, context, page }: ReadTask): Promise<Reading> {
  return page ? readPage(body, context, page.source, page.kind) : { feed: await readFeed(body, context) };
}

/** Reads a body. Never rejects: a bug in the readers makes the body unreadable, too. */
export async function answerTask(task: ReadTask): Promise<ReadAnswer> {
  try {
    const json = JSON.stringify(await read(task));
    return json.length > MAX_READING_CHARS ? { unreadable: TOO_LARGE } : { json };
  } catch (error) {
    return { unreadable: unreadableMessage(error) };
  }
}
