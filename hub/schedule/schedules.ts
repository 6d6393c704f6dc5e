/** Every way to run the hub by itself, on one computer. */
import { describeCron, installCron, removeCron } from './cron.ts';
import { describeGithubPages } from './github-pages.ts';
import type { Machine } from './machine.ts';
import { type Schedule, type ScheduledHub, ScheduleError, type Scheduler } from './schedule.ts';
import { describeSystemd, installSystemd, removeSystemd } from './systemd.ts';
import { describeTaskScheduler, installTask, removeTask } from './task-scheduler.ts';

interface SchedulerAccess {
  /** Whether a system can have it. */
  isFor: (platform: NodeJS.Platform) => boolean;
  describe: (hub: ScheduledHub, machine: Machine) => Promise<Schedule>;
  install?: (hub: ScheduledHub, machine: Machine) => Promise<void>;
  remove?: (hub: ScheduledHub, machine: Machine) => Promise<void>;
}

/** The best first. */
const SCHEDULERS: Record<Scheduler, SchedulerAccess> = {
  'task-scheduler': {
    isFor: (platform) => platform === 'win32',
    describe: describeTaskScheduler,
    install: installTask,
    remove: removeTask,
  },
  systemd: {
    isFor: (platform) => platform === 'linux',
    describe: describeSystemd,
    install: installSystemd,
    remove: removeSystemd,
  },
  cron: {
    isFor: (platform) => platform !== 'win32',
    describe: describeCron,
    install: installCron,
    remove: removeCron,
  },
  'github-pages': { isFor: () => true, describe: describeGithubPages },
};

/** What can be said of a schedule that cannot be made for this hub. */
function impossible(scheduler: Scheduler, error: unknown): Schedule {
  if (!(error instanceof ScheduleError)) throw error;
  return { scheduler, files: [], canInstall: false, obstacle: error.words, isInstalled: false, notes: [] };
}

/** The schedules that a computer can have, those first that can be installed. */
export async function listSchedules(hub: ScheduledHub, machine: Machine): Promise<Schedule[]> {
  const names = Object.keys(SCHEDULERS) as Scheduler[];
  const schedules = await Promise.all(
    names
      .filter((name) => SCHEDULERS[name].isFor(machine.platform))
      .map((name) => SCHEDULERS[name].describe(hub, machine).catch((error) => impossible(name, error))),
  );
  return schedules.sort((a, b) => Number(b.canInstall) - Number(a.canInstall));
}

/**
 * Installs or removes a schedule. What is installed already is brought up to date.
 *
 * @throws ScheduleError, WriteError
 */
export async function setSchedule(
  scheduler: Scheduler,
  isInstalled: boolean,
  hub: ScheduledHub,
  machine: Machine,
): Promise<void> {
  const { isFor, describe, install, remove } = SCHEDULERS[scheduler];
  const change = isInstalled ? install : remove;
  if (!isFor(machine.platform))
    throw new ScheduleError({
      vi: `Hệ điều hành của máy này không có ${scheduler}.`,
      en: `The operating system of this computer has no ${scheduler}.`,
    });
  if (change) return change(hub, machine);
  const { obstacle } = await describe(hub, machine);
  throw new ScheduleError(obstacle!);
}
