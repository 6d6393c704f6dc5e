import { SPACING, serverOf } from '../../core/poll/plan.ts';

export interface TurnsWorld {
  /** Runs one after the other, whoever asks for it, what goes by one name. */
  exclusive: (name: string, work: () => Promise<void>) => Promise<void>;
  /** As `setTimeout`, for a promise. */
  wait: (ms: number) => Promise<void>;
  now: () => number;
}

/** Lets one request at a time go to a server, and none within a second of the last one's end. */
export class Turns {
  readonly #world: TurnsWorld;

  constructor(world: TurnsWorld) {
    this.#world = world;
  }

  /** @param last when the server was last asked (ms since the epoch), as far as is remembered */
  take<T>(url: string, work: () => Promise<T>, last = 0): Promise<T> {
    const { exclusive, wait, now } = this.#world;
    return new Promise((resolve, reject) => {
      const turn = async () => {
        const rest = Math.min(SPACING, last + SPACING - now());
        if (rest > 0) await wait(rest);
        await work().then(resolve, reject);
        await wait(SPACING);
      };
      exclusive(`turn ${serverOf(url)}`, turn).catch(reject);
    });
  }
}

/** The turns of the whole extension: the background and the settings do not ask a server at once either. */
export const turns = new Turns({
  exclusive: (name, work) => navigator.locks.request(name, work),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
});
