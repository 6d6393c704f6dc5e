import { deepStrictEqual } from 'node:assert';
import { type Feed, readFeed } from '../../core/index.ts';
import { faults } from '../core/feed-faults.ts';

/**
 * Checks that a feed is valid, and the same when it is read again as published.
 *
 * @throws Error with the faults
 */
export async function checkPublished(feed: Feed): Promise<void> {
  const found = faults(feed);
  if (found.length) throw new Error(`The feed is not valid: ${found.slice(0, 5).join('; ')}`);
  const { rhythm: _, approximate: __, ...details } = feed._tct ?? {};
  const { _tct, ...rest } = feed;
  const once = Object.keys(details).length ? { ...rest, _tct: details } : rest;
  const again = await readFeed(JSON.stringify(once), { url: 'https://hub.example/news.json' });
  deepStrictEqual(again, once);
}
