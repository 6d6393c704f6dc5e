import { type Machine, thisMachine } from '../schedule/machine.ts';
import { type ScheduledHub, ScheduleError } from '../schedule/schedule.ts';
import { scheduledHub } from '../schedule/scheduled-hub.ts';
import { listSchedules, setSchedule } from '../schedule/schedules.ts';
import type { Handlers } from './api.ts';
import { currentCluster, currentFolders, type SetupContext } from './context.ts';
import { UserError } from './user-error.ts';

/** The calls about running the hub by itself. */
export function scheduleHandlers(
  context: SetupContext,
  machine: Machine = thisMachine(),
): Pick<Handlers, 'schedules' | 'installSchedule'> {
  const hub = async (): Promise<ScheduledHub> => {
    const cluster = await currentCluster(context);
    return scheduledHub(cluster, { config: context.config, ...currentFolders(context, cluster) });
  };
  return {
    schedules: async () => listSchedules(await hub(), machine),
    installSchedule: async ({ scheduler, isInstalled }) => {
      const scheduled = await hub();
      await setSchedule(scheduler, isInstalled, scheduled, machine).catch((error) => {
        throw error instanceof ScheduleError ? new UserError(error.words) : error;
      });
      return listSchedules(scheduled, machine);
    },
  };
}
