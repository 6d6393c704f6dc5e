import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ListKind, PageSource } from '../../core/config/cluster.ts';
import type { Category } from '../../core/discover/wordpress.ts';
import type { Feed } from '../../core/model/feed.ts';
import { type FetchedResponse, readContext } from '../../core/poll/poll-source.ts';
import { DAY_MS } from '../../core/time/duration.ts';
import type { PointReading, PointRequest } from '../page/point/types.ts';
import type { Page } from '../page/read-page.ts';
import type { ShownReading } from '../page/shown/show-page.ts';
import {
  MAX_READING_MS,
  type ReadAnswer,
  type ReadAs,
  type ReadTask,
  type ShownSheet,
  type SiteReading,
} from './read-task.ts';
import { UnreadableError } from './unreadable-error.ts';

/** Heap of the process. Sound feeds of 30 MB, such as 120,000 short posts or 10,000 with their texts, fit in. */
const MAX_HEAP_MB = 256;
/** Time for the process to start. */
const MAX_START_MS = 60_000;
/** The process is ended after this time without work, so that a hub that keeps running does not hold its memory. */
const MAX_IDLE_MS = 10_000;

const TOO_MUCH =
  'Nội dung của nguồn cần quá nhiều bộ nhớ nên không được đọc. Hãy báo người quản trị trang nguồn, hoặc dùng một địa chỉ chỉ có các bài mới.';
const TOO_SLOW = `Đọc nội dung của nguồn ${MAX_READING_MS / 1000} giây chưa xong nên đã dừng. Hãy báo người quản trị trang nguồn, hoặc dùng một địa chỉ chỉ có các bài mới.`;
const crashed = (reason: unknown) =>
  `Chương trình đọc nguồn bị dừng đột ngột (${reason}). Hãy kiểm tra thư mục của tct-hub có đủ tệp không; nếu đủ, xin gửi địa chỉ của nguồn cho người làm tct-hub.`;

const IS_SOURCE = import.meta.url.endsWith('.ts');
/** The script beside this one: a source file, or in the build a file beside the command. */
const SCRIPT = fileURLToPath(new URL(`./reader-process.${IS_SOURCE ? 'ts' : 'js'}`, import.meta.url));

/** Measures the time that one reading takes, without its wait for others. */
export type Charge = <T>(reading: Promise<T>) => Promise<T>;
const free: Charge = (reading) => reading;

/**
 * Reads bodies in a process of its own, one at a time, so that a body costs only its own source whatever it contains:
 * a few kilobytes on the wire may unpack to something that takes a gigabyte, or minutes. A process that exceeds its
 * memory or its time is ended, and the next body gets a new one.
 *
 * Bounds in the readers cannot replace this, since they do not cover mistakes in themselves, endless loops and slow
 * regular expressions. Nor can a thread with `resourceLimits`: V8 neither interrupts `JSON.parse` nor counts what it
 * holds outside the heap, and nested arrays took such a thread to 1.6 GB and 45 seconds before it ended.
 */
class Reader {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** @throws UnreadableError */
  async read(response: FetchedResponse, as: ReadAs, charge = free): Promise<unknown> {
    const task = { body: response.body, context: readContext(response), as };
    const answering = this.last
      .then(() => charge(this.ask(task)))
      .catch(({ message }: Error): ReadAnswer => ({ unreadable: crashed(message) }));
    this.last = answering;
    const answer = await answering;
    if ('unreadable' in answer) throw new UnreadableError(answer.unreadable, answer.code);
    return JSON.parse(answer.json);
  }

  private start(): ChildProcess {
    const child = fork(SCRIPT, {
      // From source, the options of this process load the TypeScript.
      execArgv: [...(IS_SOURCE ? process.execArgv : []), `--max-old-space-size=${MAX_HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Neither keeps this process running; the timer in `ask` does while a body is read.
    child.unref();
    child.channel?.unref();
    return child;
  }

  /** @throws Error if the process cannot be started */
  private ask(task: ReadTask): Promise<ReadAnswer> {
    clearTimeout(this.idle);
    // It may have been ended from outside.
    const known = this.child?.connected ? this.child : undefined;
    const child = known ?? this.start();
    this.child = child;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout;
      const settle = (answer: ReadAnswer, isUsable: boolean) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (isUsable) this.idle = setTimeout(() => this.end(child), MAX_IDLE_MS).unref();
        else this.end(child);
        resolve(answer);
      };
      const failAfter = (limitMs: number, unreadable: string) => {
        clearTimeout(timer);
        timer = setTimeout(() => settle({ unreadable }, false), limitMs);
      };
      const send = () => {
        failAfter(MAX_READING_MS, TOO_SLOW);
        child.send(task);
      };
      child.on('message', (answer: ReadAnswer | 'ready') =>
        answer === 'ready' ? send() : settle(answer, true),
      );
      child.on('error', ({ message }) => settle({ unreadable: crashed(message) }, false));
      // Node exits with 1 after an exception; V8 aborts when it runs out of memory.
      child.on('exit', (code) => settle({ unreadable: code === 1 ? crashed('mã 1') : TOO_MUCH }, false));
      if (known) send();
      else failAfter(MAX_START_MS, crashed('không khởi động được'));
    });
  }

  private end(child: ChildProcess): void {
    // Errors after the end, such as of a message that could not be sent, concern nobody.
    child.on('error', () => {});
    child.kill('SIGKILL');
    if (this.child === child) this.child = undefined;
  }
}

const reader = new Reader();

/**
 * Reads a response as a feed, in the reader process. For a gallery, the photos of posts become attachments.
 *
 * @throws UnreadableError if it cannot be read, even because of a bug in the readers
 */
export async function readFeedSafely(
  response: FetchedResponse,
  charge?: Charge,
  kind?: ListKind,
): Promise<Feed> {
  return (await reader.read(response, kind === 'gallery' ? 'albums' : 'feed', charge)) as Feed;
}

/** When a page was sent, by its `Date` header; `now` if there is none, or the clock of the server is wrong. */
function sentAt({ headers }: FetchedResponse, now: number): number {
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.abs(sent - now) <= DAY_MS ? sent : now;
}

/**
 * Likewise, reads a response as a list page.
 *
 * @param now ms since the epoch
 * @throws UnreadableError
 */
export async function readPageSafely(
  response: FetchedResponse,
  source: PageSource,
  kind: ListKind,
  now: number,
  charge?: Charge,
): Promise<Page> {
  return (await reader.read(response, { source, kind, now: sentAt(response, now) }, charge)) as Page;
}

/**
 * Likewise, reads a response as the page of one album, or as a page that follows it.
 *
 * @param source with the URL of the first page
 * @param now ms since the epoch
 * @throws UnreadableError
 */
export async function readAlbumSafely(
  response: FetchedResponse,
  source: PageSource,
  now: number,
  charge?: Charge,
): Promise<Page> {
  const as = { source, kind: 'gallery', now: sentAt(response, now), isOwnPage: true } as const;
  return (await reader.read(response, as, charge)) as Page;
}

/**
 * Likewise, reads a response as a page that a user points at.
 *
 * @param now ms since the epoch
 * @throws UnreadableError
 */
export async function readPointSafely(
  response: FetchedResponse,
  point: PointRequest,
  now: number,
): Promise<PointReading> {
  return (await reader.read(response, { point, now: sentAt(response, now) })) as PointReading;
}

/**
 * Likewise, makes a page safe to show.
 *
 * @param folder path on this server of its pictures and style sheets, with a slash at its end
 * @throws UnreadableError if it is no page
 */
export async function showPageSafely(response: FetchedResponse, folder: string): Promise<ShownReading> {
  return (await reader.read(response, { shown: folder })) as ShownReading;
}

/**
 * Likewise, makes a style sheet of such a page safe to show.
 *
 * @param first number of what it loads in the folder
 * @throws UnreadableError
 */
export async function showSheetSafely(
  response: FetchedResponse,
  folder: string,
  first: number,
): Promise<ShownSheet> {
  return (await reader.read(response, { sheet: folder, first })) as ShownSheet;
}

/** Likewise, finds in a page what it tells about its site. @throws UnreadableError */
export async function readSiteSafely(response: FetchedResponse): Promise<SiteReading> {
  return (await reader.read(response, 'site')) as SiteReading;
}

/** Likewise, reads the categories of a WordPress. @throws UnreadableError */
export async function readCategoriesSafely(response: FetchedResponse): Promise<Category[]> {
  return (await reader.read(response, 'categories')) as Category[];
}
