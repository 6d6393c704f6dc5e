/** Milliseconds of work between two breaths: four times as long on the slow machines the widgets are measured on. */
const SLICE_MS = 5;

/** Work in slices, so that the page answers in between. */
export class YieldToMain {
  #since = performance.now();

  /** Lets the page go on, if it has waited for a slice. */
  async yieldIfNeeded(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
