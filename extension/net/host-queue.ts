import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';

export interface HostQueuePorts {
  /** Runs one after the other, whoever asks for it, what goes by one name. */
  exclusive: (name: string, work: () => Promise<void>) => Promise<void>;
  /** As `setTimeout`, for a promise. */
  wait: (ms: number) => Promise<void>;
  now: () => number;
}

/** Lets one request at a time go to a server, and none within a second of the last one's end. */
export class HostQueue {
  readonly #world: HostQueuePorts;

  constructor(world: HostQueuePorts) {
    this.#world = world;
  }

  /** @param last when the server was last asked (ms since the epoch), as far as is remembered */
  run<T>(url: string, work: () => Promise<T>, last = 0): Promise<T> {
    const { exclusive, wait, now } = this.#world;
    return new Promise((resolve, reject) => {
      const turn = async () => {
        const rest = Math.min(HOST_SPACING_MS, last + HOST_SPACING_MS - now());
        if (rest > 0) await wait(rest);
        await work().then(resolve, reject);
        await wait(HOST_SPACING_MS);
      };
      exclusive(`turn ${serverOf(url)}`, turn).catch(reject);
    });
  }
}

/** The turns of the whole extension: the background and the settings do not ask a server at once either. */
export const hostQueue = new HostQueue({
  exclusive: (name, work) => navigator.locks.request(name, work),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
});
