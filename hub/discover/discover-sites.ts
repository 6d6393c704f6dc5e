import { forEachByHost } from '../collect/for-each-by-host.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import type { HttpSession } from '../http/session.ts';
import { discoverSite, type SearchHooks, type SiteResult } from './discover-site.ts';
import { homeUrls, reachableUrls } from './open-home.ts';

export interface DiscoverSitesOptions {
  /** Once its signal is aborted, no further site is searched. */
  client: ClientOptions & { session: HttpSession };
  /** ms since the epoch */
  now: number;
  /** Called before a site is searched, with the client that counts its requests. */
  hooksOf: (address: string, client: HttpClient) => SearchHooks;
  onDone: (result: SiteResult) => void;
}

/** Finds the sources of several sites, those on different hosts at the same time. @param addresses as they were typed */
export async function discoverSites(
  addresses: readonly string[],
  { client: options, now, hooksOf, onDone }: DiscoverSitesOptions,
): Promise<void> {
  const sites = [...new Set(addresses)].map((address) => ({ address, url: homeUrls(address)[0] ?? '' }));
  await forEachByHost(sites, async ({ address }) => {
    if (options.signal?.aborted) return;
    const client = new HttpClient(options, reachableUrls(address));
    const result = await discoverSite(address, client, now, hooksOf(address, client));
    if (!options.signal?.aborted) onDone(result);
  });
}
