import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';

export interface HostQueuePorts {
  /** Runs tasks with the same name one at a time, across contexts. */
  exclusive: (name: string, task: () => Promise<void>) => Promise<void>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
}

/** Sends one request at a time to each host, with at least a second between them. */
export class HostQueue {
  readonly #ports: HostQueuePorts;

  constructor(ports: HostQueuePorts) {
    this.#ports = ports;
  }

  /**
   * Runs a task when it is the host's turn.
   *
   * @param lastRequestAt time of the last known request to the host (ms since the epoch)
   */
  run<T>(url: string, task: () => Promise<T>, lastRequestAt = 0): Promise<T> {
    const { exclusive, wait, now } = this.#ports;
    return new Promise((resolve, reject) => {
      const runAlone = async () => {
        const rest = Math.min(HOST_SPACING_MS, lastRequestAt + HOST_SPACING_MS - now());
        if (rest > 0) await wait(rest);
        await task().then(resolve, reject);
        await wait(HOST_SPACING_MS);
      };
      exclusive(`turn ${serverOf(url)}`, runAlone).catch(reject);
    });
  }
}

/** The queue of the whole extension: background and options page share it through the browser's locks. */
export const hostQueue = new HostQueue({
  exclusive: (name, task) => navigator.locks.request(name, task),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
});
