import { dispatch, type ErrorDetail, type LoadDetail } from './events.ts';

/**
 * Is told whatever a widget receives, and why it receives nothing. `debug/define-element.ts` replaces `report` by one that
 * explains it; the extension, which defines its element itself, does without those words.
 */
export const reporter = {
  report(element: HTMLElement, detail: LoadDetail | ErrorDetail): void {
    if ('error' in detail) console.warn(`${element.localName}: ${detail.url}`, detail.error);
  },
};

/** Tells the reporter and the page what a widget has received, or why it has not. */
export function announce<Type extends 'tct-load' | 'tct-error'>(
  element: HTMLElement,
  type: Type,
  detail: HTMLElementEventMap[Type]['detail'],
): void {
  reporter.report(element, detail);
  dispatch(element, type, detail);
}
