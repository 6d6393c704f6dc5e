import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { responseOrRefusal } from '../read/error-page.ts';

/**
 * Fetches a URL once, outside any schedule, unless robots.txt forbids it. The refusal is in Vietnamese.
 *
 * @param robots undefined for what a site offers to machines, which needs no check
 */
export async function openAllowed(
  url: string,
  client: HttpClient,
  robots: Robots | undefined,
  accept = '*/*',
): Promise<FetchedResponse | { refusal: string }> {
  const refusal = await robots?.refusal(url);
  if (refusal) return { refusal: refusal.message };
  return responseOrRefusal(await client.fetch(url, { Accept: accept }));
}
