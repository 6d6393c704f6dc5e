/**
 * Whatever schools do to their feeds, networks to responses and browsers to the worker: every post that was in the feed
 * while subscribed becomes unread exactly once, stays read once read, and is counted on the badge.
 */

import { fc, propertyRuns } from '../../property.ts';
import { playSchedule } from '../support/schedule.ts';
import { schedules } from '../support/schedule-steps.ts';

describe('polling', () => {
  it('loses no post and repeats none, over random schedules of changes, faults and deaths', async function () {
    this.timeout(600_000);
    await fc.assert(fc.asyncProperty(schedules, playSchedule), { numRuns: propertyRuns(2500) });
  });
});
