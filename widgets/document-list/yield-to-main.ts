/** Work between two yields; four times as long on the slow devices the widgets are measured on. */
const SLICE_MS = 5;

/** Splits work into slices, so that the page stays responsive. */
export class YieldToMain {
  #sliceStart = performance.now();

  /** Yields to the event loop if the current slice is over. */
  async yieldIfNeeded(): Promise<void> {
    if (performance.now() - this.#sliceStart < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#sliceStart = performance.now();
  }
}
