import { browser } from '../browser.ts';
import type { Message, Refreshed } from '../messages.ts';

/** Asks the sources now, by hand; how often that may be is core's rule. Rejected if the background fails. */
export async function refresh(urls?: string[]): Promise<Refreshed> {
  const asking: Message = { ask: 'refresh', ...(urls && { urls }) };
  const answer = (await browser.runtime.sendMessage(asking)) as Refreshed | undefined;
  if (!answer) throw new Error('The background has failed; its console says how.');
  return answer;
}
