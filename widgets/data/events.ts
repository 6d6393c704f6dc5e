/**
 * Dispatches a cancelable event that crosses shadow roots.
 *
 * @returns false if the page cancelled it
 */
export function dispatch(host: HTMLElement, type: string, detail: object): boolean {
  return host.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
