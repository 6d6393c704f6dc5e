import { SPACING, serverOf } from '../core/poll/plan.ts';

/** Lets one request at a time go to a server, and none within a second of the last one's end. */
export class Turns {
  private readonly queues = new Map<string, Promise<unknown>>();

  /** @param wait as `setTimeout`, for a promise */
  constructor(private readonly wait: (ms: number) => Promise<void>) {}

  /** @param since milliseconds since the server was last asked, if that was before this worker's life */
  take<T>(url: string, work: () => Promise<T>, since = Number.POSITIVE_INFINITY): Promise<T> {
    const server = serverOf(url);
    const first = since < SPACING ? this.wait(SPACING - since) : Promise.resolve();
    const before = this.queues.get(server) ?? first;
    const mine = before.then(work);
    const after = mine.catch(() => {}).then(() => this.wait(SPACING));
    this.queues.set(server, after);
    void after.then(() => {
      if (this.queues.get(server) === after) this.queues.delete(server);
    });
    return mine;
  }
}
