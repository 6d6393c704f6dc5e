import { MINUTE_MS, SECOND_MS } from '../../core/time/duration.ts';

/** What slow servers may take of a run. A request that has begun ends by its own timeout. */
export interface TimeLimits {
  /** For one source: its list, the pages that follow it, its documents' pages and checks of vanished posts. */
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

/** Time that may be spent. It is measured by a clock that is never set. */
export class TimeBudget {
  private readonly end: number;

  constructor(readonly ms: number) {
    this.end = performance.now() + ms;
  }

  get leftMs(): number {
    return this.end - performance.now();
  }

  get isSpent(): boolean {
    return this.leftMs <= 0;
  }
}
