import type { HttpClient } from '../http/client.ts';
import type { StoredPost } from '../memory/types.ts';
import type { TimeBudget } from './time-budget.ts';

/** Pages fetched per poll of a source. */
const MAX_CHECKS_PER_POLL = 3;

/**
 * Fetches the pages of posts that left the end of their list although no new post pushed them off.
 *
 * @returns whether each page is gone (404, 410); the posts that are not in it wait for the next poll
 */
export async function checkVanished(
  doubtful: readonly StoredPost[],
  client: HttpClient,
  budget: TimeBudget,
): Promise<Map<StoredPost, boolean>> {
  const checked = new Map<StoredPost, boolean>();
  for (const entry of doubtful.slice(0, MAX_CHECKS_PER_POLL)) {
    if (budget.isSpent) break;
    // Not HEAD: ASP.NET sites respond to it with 404.
    const response = entry.item.url ? await budget.charge(client.fetch(entry.item.url, {})) : undefined;
    const status = response && 'status' in response ? response.status : 0;
    checked.set(entry, status === 404 || status === 410);
  }
  return checked;
}
