/** The message with which pages make the background poll now. */
import { list, number, type Of, object, oneOf } from '../core/schema.ts';
import { httpAddress } from './store/fields.ts';

/** Polls all sources that are on, or only `urls`. Validated on receipt. */
export const refreshRequest = object({ ask: oneOf('refresh') }, { urls: list(httpAddress) });

export type RefreshRequest = Of<typeof refreshRequest>;

/** `asked` is the number of sources polled; the others were polled too recently. */
export const refreshReply = object({ asked: number() });

export type RefreshReply = Of<typeof refreshReply>;
