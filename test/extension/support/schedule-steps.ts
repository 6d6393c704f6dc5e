/** Random schedules: what schools, networks, browsers and users may do, as fast-check arbitraries. */
import { DAY_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { fc } from '../../property.ts';
import type { Identifiers } from './school-feed.ts';

type PollFault = 'reset' | 'timeout' | 'cut' | 'status' | 'html' | 'utf16' | 'latin1';

export interface PollStep {
  do: 'poll';
  /** Milliseconds since the step before. */
  after: number;
  /** The asynchronous call at which the worker dies. */
  dieAtStep?: number;
  fault?: PollFault;
  /** The status of the fault `status`. */
  status: number;
  /** Where the fault `cut` cuts the body, in thousandths. */
  cutAt: number;
  isManual: boolean;
}

export type ScheduleStep =
  | PollStep
  | { do: 'publish'; identifiers: Identifiers; date: 'right' | 'wrong' | 'none' }
  | {
      do: 'editTitle' | 'remove' | 'restore' | 'changeGuid' | 'changeDate' | 'reorder' | 'read' | 'unread';
      index: number;
    }
  | { do: 'toggleDuplicate' }
  | { do: 'setValidators'; validators: 'etag' | 'none' };

const index = fc.nat(9);
const poll = fc.record(
  {
    do: fc.constant('poll' as const),
    after: fc.integer({ min: 5 * MINUTE_MS, max: DAY_MS }),
    dieAtStep: fc.integer({ min: 1, max: 14 }),
    fault: fc.constantFrom<PollFault[]>('reset', 'timeout', 'cut', 'status', 'html', 'utf16', 'latin1'),
    status: fc.constantFrom(304, 403, 404, 410, 429, 500, 503),
    cutAt: fc.nat(999),
    isManual: fc.boolean(),
  },
  { requiredKeys: ['do', 'after', 'status', 'cutAt', 'isManual'] },
);
const publish = fc.record({
  do: fc.constant('publish' as const),
  identifiers: fc.constantFrom<Identifiers[]>('guid', 'link', 'both', 'neither'),
  date: fc.constantFrom('right' as const, 'wrong' as const, 'none' as const),
});
const changePost = fc.record({
  do: fc.constantFrom('editTitle' as const, 'remove' as const, 'restore' as const, 'changeGuid' as const),
  index,
});
const changeOrder = fc.record({
  do: fc.constantFrom('changeDate' as const, 'reorder' as const, 'read' as const, 'unread' as const),
  index,
});
const setValidators = fc.record({
  do: fc.constant('setValidators' as const),
  validators: fc.constantFrom('etag' as const, 'none' as const),
});

const step: fc.Arbitrary<ScheduleStep> = fc.oneof(
  { arbitrary: poll, weight: 5 },
  { arbitrary: publish, weight: 4 },
  { arbitrary: changePost, weight: 3 },
  { arbitrary: changeOrder, weight: 3 },
  { arbitrary: fc.constant({ do: 'toggleDuplicate' as const }), weight: 1 },
  { arbitrary: setValidators, weight: 1 },
);

export const schedules: fc.Arbitrary<ScheduleStep[]> = fc.array(step, { maxLength: 16, size: 'max' });
