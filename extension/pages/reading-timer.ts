const TICK_MS = 1000;
/** Time to notice a message, and to reach for its button. */
const NOTICE_MS = 4000;
const REACH_MS = 4000;
/** About fourteen characters a second: slow readers have time, too. */
const MS_PER_CHAR = 70;

/** How long a message should be shown. */
export const readingTimeMs = (text: string, hasButton: boolean): number =>
  NOTICE_MS + text.length * MS_PER_CHAR + (hasButton ? REACH_MS : 0);

/** Measures how long a message has been in view, not counting the time in which it is held. */
export class ReadingTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #isHeld: () => boolean;

  /** @param isHeld whether time stands still, because nobody sees the message or someone is using it */
  constructor(isHeld: () => boolean) {
    this.#isHeld = isHeld;
  }

  /** Calls `onEnd` when the time is over; a time that was started before is forgotten. */
  start(durationMs: number, onEnd: () => void): void {
    this.stop();
    let leftMs = durationMs;
    const tick = () => {
      if (!this.#isHeld()) leftMs -= TICK_MS;
      if (leftMs > 0) this.#timer = setTimeout(tick, TICK_MS);
      else onEnd();
    };
    this.#timer = setTimeout(tick, TICK_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
