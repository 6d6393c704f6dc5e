/** The message that pages send to the background: poll now. */
import { list, type Of, object, oneOf } from '../core/schema.ts';
import { httpAddress } from './store/schema.ts';

/** Validated on receipt. Refreshes every source that is on, or only `urls`. */
export const refreshRequest = object({ ask: oneOf('refresh') }, { urls: list(httpAddress) });

export type RefreshRequest = Of<typeof refreshRequest>;

export interface RefreshReply {
  /** Number of sources polled; the others were polled too recently. */
  asked: number;
}
