/** What pages ask of the background: to poll now. */
import { browser } from './browser.ts';
import { list, type Of, object, oneOf } from './shape.ts';
import { address } from './store.ts';

/** Checked where it arrives. Polls what may be polled: all that is on, or these addresses. */
export const message = object({ ask: oneOf('refresh') }, { urls: list(address) });

export type Message = Of<typeof message>;

export interface Refreshed {
  /** Sources that were asked; the others were asked so lately that they may not be asked again yet. */
  asked: number;
}

/** Asks the sources now, by hand; how often that may be is core's rule. Rejected if the background fails. */
export async function refresh(urls?: string[]): Promise<Refreshed> {
  const asking: Message = { ask: 'refresh', ...(urls && { urls }) };
  const answer = (await browser.runtime.sendMessage(asking)) as Refreshed | undefined;
  if (!answer) throw new Error('The background has failed; its console says how.');
  return answer;
}
