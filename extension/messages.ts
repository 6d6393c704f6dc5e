/** What pages ask of the background: to poll now. */
import { list, type Of, object, oneOf } from '../core/schema.ts';
import { address } from './store/schema.ts';

/** Checked where it arrives. Polls what may be polled: all that is on, or these addresses. */
export const message = object({ ask: oneOf('refresh') }, { urls: list(address) });

export type Message = Of<typeof message>;

export interface Refreshed {
  /** Sources that were asked; the others were asked so lately that they may not be asked again yet. */
  asked: number;
}
