/** The message with which pages make the background poll now. */
import { list, type Of, object, oneOf } from '../core/schema.ts';
import { httpAddress } from './store/schema.ts';

/** Polls all sources that are on, or only `urls`. Validated on receipt. */
export const refreshRequest = object({ ask: oneOf('refresh') }, { urls: list(httpAddress) });

export type RefreshRequest = Of<typeof refreshRequest>;

export interface RefreshReply {
  /** Number of sources polled; the others were polled too recently. */
  asked: number;
}
