import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../../core/time/duration.ts';
import { whileOpen } from './static-files.ts';

/** How long one request may wait. */
const SLICE_MS = 1.5 * SECOND_MS;
/** Browsers follow twenty redirects. */
const MAX_SLICES = 19;
/** How long work goes on, or its result is kept, for a browser that was told to ask again. */
const KEEP_MS = 5 * SECOND_MS;

interface Work<T> {
  result: Promise<T>;
  stop: AbortController;
  /** Requests that wait for it. */
  waiting: number;
  timer?: NodeJS.Timeout;
}

/**
 * Answers that may take long, such as pictures of slow sites. A browser opens six connections to a server: if pictures
 * held all of them, the calls of the page would wait for a site. So a request waits for a moment only, then is sent on to
 * ask again, and whatever is more important to the browser goes first. The work itself goes on meanwhile.
 */
export class SlowAnswers<T> {
  /** By path. */
  private readonly works = new Map<string, Work<T>>();

  constructor(private readonly sliceMs = SLICE_MS) {}

  /**
   * Waits for some work, which is begun by the first request for a path.
   *
   * @param begin gets a signal that is aborted once no browser waits any more
   * @returns undefined if there is nothing left to answer: the browser asks again, or has left
   */
  async wait(
    request: IncomingMessage,
    response: ServerResponse,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ result: T } | undefined> {
    const [path = '', slice = '0'] = request.url!.split('?');
    const work = this.works.get(path) ?? this.begin(path, begin);
    const gone = whileOpen(response);
    clearTimeout(work.timer);
    work.waiting++;
    const slept = new AbortController();
    const end = AbortSignal.any([gone, slept.signal]);
    const later = sleep(this.sliceMs, undefined, { signal: end }).catch(() => undefined);
    let isLater = false;
    try {
      const done = await Promise.race([work.result.then((result) => ({ result })), later]);
      isLater = !done && !gone.aborted;
      if (!isLater) return done;
    } finally {
      slept.abort();
      work.waiting--;
      if (isLater) this.forgetLater(path, work);
      else if (!work.waiting) this.end(path, work);
    }
    if (Number(slice) >= MAX_SLICES) response.writeHead(504).end();
    else response.writeHead(302, { Location: `${path}?${Number(slice) + 1}` }).end();
    return undefined;
  }

  private begin(path: string, begin: (signal: AbortSignal) => Promise<T>): Work<T> {
    const stop = new AbortController();
    const work: Work<T> = { result: begin(stop.signal), stop, waiting: 0 };
    this.works.set(path, work);
    const onDone = () => this.forgetLater(path, work);
    work.result.then(onDone, onDone);
    return work;
  }

  private forgetLater(path: string, work: Work<T>): void {
    clearTimeout(work.timer);
    if (!work.waiting) work.timer = setTimeout(() => this.end(path, work), KEEP_MS).unref();
  }

  private end(path: string, work: Work<T>): void {
    clearTimeout(work.timer);
    work.stop.abort();
    if (this.works.get(path) === work) this.works.delete(path);
  }
}
