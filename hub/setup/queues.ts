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
  private working = 0;

  /** Whether such a call is at work. It is not stopped when the page leaves. */
  get isWorking(): boolean {
    return this.working > 0;
  }

  /** Resolves once those that came so far have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.last.values());
  }

  /**
   * Runs the work of a call once those before it have ended, however they ended.
   *
   * @param onWait called if there are any
   */
  run<T>(call: CallName, work: () => Promise<T>, onWait: () => void): Promise<T> {
    const queue = QUEUE_OF[call];
    if (queue === undefined) return work();
    const before = this.last.get(queue);
    if (before) onWait();
    this.working++;
    const done = (before ?? Promise.resolve()).then(work).finally(() => this.working--);
    const ended = done.then(
      () => {},
      () => {},
    );
    this.last.set(queue, ended);
    void ended.then(() => this.last.get(queue) === ended && this.last.delete(queue));
    return done;
  }
}
