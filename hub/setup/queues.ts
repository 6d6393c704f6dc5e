import type { CallName } from './api.ts';

/** The calls that change files, by what they change: those of one name wait for each other. */
const QUEUE_OF: Partial<Record<CallName, string>> = {
  saveSettings: 'config',
  saveSchools: 'config',
  removeSchool: 'config',
  pauseSource: 'config',
  saveSource: 'config',
  run: 'state',
  ask: 'state',
  installSchedule: 'schedule',
};

/** Lets calls that change the same files run one at a time, in the order in which they came. */
export class Queues {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the work of a call once those before it have ended, however they ended. */
  run<T>(call: CallName, work: () => Promise<T>): Promise<T> {
    const queue = QUEUE_OF[call];
    if (queue === undefined) return work();
    const done = (this.last.get(queue) ?? Promise.resolve()).then(work);
    this.last.set(
      queue,
      done.catch(() => {}),
    );
    return done;
  }
}
