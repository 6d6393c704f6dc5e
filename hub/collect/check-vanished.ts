import type { HttpClient } from '../http/client.ts';
import { type MergeResult, markMissing } from '../memory/merge.ts';

/** Pages fetched per poll of a source. */
const MAX_CHECKS_PER_POLL = 3;

/**
 * Fetches the pages of posts that left the end of their list although no new post pushed them off, and marks those whose
 * page is gone (404, 410) as missing.
 *
 * @param change has the posts in `doubtful`; updated
 */
export async function checkVanished(change: MergeResult, client: HttpClient): Promise<void> {
  for (const entry of change.doubtful.slice(0, MAX_CHECKS_PER_POLL)) {
    entry.place = -1;
    if (!entry.item.url) continue;
    // Not HEAD: ASP.NET sites respond to it with 404.
    const response = await client.fetch(entry.item.url, {});
    if ('status' in response && (response.status === 404 || response.status === 410))
      markMissing(entry, change);
  }
}
