import { browser } from '../browser.ts';
import { type RefreshReply, type RefreshRequest, refreshReply } from '../messages.ts';

/**
 * Makes the background poll now: all sources that are on, or only `urls`. Sources that were polled too recently are
 * skipped.
 *
 * @throws Error if the background fails
 */
export async function requestRefresh(urls?: string[]): Promise<RefreshReply> {
  const request: RefreshRequest = { ask: 'refresh', ...(urls && { urls }) };
  const reply = refreshReply(await browser.runtime.sendMessage(request));
  if (!reply) throw new Error('The background failed; see its console.');
  return reply;
}
