/**
 * Whatever a person does on two computers, whenever these hear of each other and whatever fails on the way: nothing is
 * unread on one that was read on the other before its last sync, nothing is read that nobody has read, both agree in the
 * end, and neither writes more than browsers allow.
 */
import { fc, propertyRuns } from '../../property.ts';
import { playSyncSchedule, syncSchedules } from '../support/sync-schedule.ts';

describe('two computers of one person', () => {
  it('agree, lose no post and repeat none, over random schedules of deeds, delays and failures', async function () {
    this.timeout(600_000);
    await fc.assert(fc.asyncProperty(syncSchedules, playSyncSchedule), { numRuns: propertyRuns(2500) });
  });
});
