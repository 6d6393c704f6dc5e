import { MINUTE_MS, SECOND_MS } from '../../core/time/duration.ts';

/** What slow servers may take of a run. A request that has begun ends by its own timeout. */
export interface TimeLimits {
  /** For the requests and readings of one source: its list, the pages that follow it, its documents' pages and checks of vanished posts. */
  sourceMs: number;
  /** For all sources. Those that were not reached are polled first in the next run. */
  runMs: number;
  /** While sources are slow, what the others brought is published this often. */
  publishEveryMs: number;
}

export const TIME_LIMITS: TimeLimits = {
  sourceMs: MINUTE_MS,
  runMs: 5 * MINUTE_MS,
  publishEveryMs: 30 * SECOND_MS,
};

/** Time that may pass. It is measured by a clock that is never set. */
export class Deadline {
  private readonly end: number;

  constructor(ms: number) {
    this.end = performance.now() + ms;
  }

  get isPast(): boolean {
    return performance.now() >= this.end;
  }
}

/** Time that one source may take. Waiting for the others, or for the hub's own work, costs it nothing. */
export class TimeBudget {
  private spentMs = 0;

  constructor(readonly ms: number) {}

  get isSpent(): boolean {
    return this.spentMs >= this.ms;
  }

  /** Counts the time from now until some work on the source ends. */
  readonly charge = async <T>(work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    try {
      return await work;
    } finally {
      this.spentMs += performance.now() - begun;
    }
  };
}
