import { openAllowed } from '../collect/open-allowed.ts';
import { readSource } from '../collect/read-source.ts';
import type { HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import { findSources } from './find-sources.ts';
import { homeUrls, openHome } from './open-home.ts';
import type { SearchPorts, SiteSources } from './types.ts';

/** Requests sent to find the sources of one site, that for robots.txt included. Most take about a dozen. */
export const MAX_REQUESTS_PER_SITE = 40;

/** What was found for an address. */
export type SiteResult = {
  /** As it was typed. */
  address: string;
  requests: number;
  /** Remarks about how the site was reached. */
  notes: string[];
} & (SiteSources | { refusal: string });

/** Called while a site is searched. */
export interface SearchHooks extends Pick<SearchPorts, 'onTrying' | 'onTried'> {
  onOpened?: (url: string, notes: readonly string[]) => void;
}

function searchPorts(client: HttpClient, robots: Robots, now: number): SearchPorts {
  return {
    now,
    async open(url, isFeed) {
      if (client.requests >= MAX_REQUESTS_PER_SITE)
        return { refusal: `Đã gửi ${MAX_REQUESTS_PER_SITE} yêu cầu tới trang, không gửi thêm.` };
      return openAllowed(url, client, isFeed ? undefined : robots);
    },
    async read(source, kind, response) {
      return orRefusal(readSource(source, kind, response, client, robots));
    },
  };
}

/**
 * Opens a site and finds its sources.
 *
 * @param client of this site alone, whose requests are counted
 * @param now ms since the epoch
 */
export async function discoverSite(
  address: string,
  client: HttpClient,
  now: number,
  { onOpened, ...hooks }: SearchHooks = {},
): Promise<SiteResult> {
  const robots = new Robots({}, client, now);
  const result = (found: SiteSources | { refusal: string }, notes: string[] = []): SiteResult => ({
    address,
    notes,
    ...found,
    requests: client.requests,
  });
  const urls = homeUrls(address);
  if (!urls.length) return result({ refusal: 'Đây không phải địa chỉ trang.' });
  hooks.onTrying?.(urls[0]!);
  const home = await openHome(urls, client, robots);
  if ('refusal' in home) return result(home);
  onOpened?.(home.page.url, home.notes);
  return result(await findSources(home.page, { ...searchPorts(client, robots, now), ...hooks }), home.notes);
}
