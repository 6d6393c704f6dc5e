import type { Failure, Unreached } from '../../core/poll/next.ts';
import type { FetchedResponse, FetchResult } from '../../core/poll/poll-source.ts';
import { httpUrl } from '../../core/url.ts';
import type { HttpClient } from '../http/client.ts';
import type { Robots } from '../http/robots.ts';
import { errorMessage } from '../messages.ts';
import { failureMessage } from '../read/error-page.ts';

/** The page of a site, and remarks in Vietnamese about how it was reached; or why it was not. */
export type OpenedHome = { page: FetchedResponse; notes: string[] } | { refusal: string };

/** Failures that are the same with and without TLS. */
const SAME_WITHOUT_TLS: ReadonlySet<Failure | Unreached> = new Set(['dns', 'offline', 'internal']);

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/** The URLs to try for an address as typed: without a scheme, https and then http. Empty if it is none. */
export function homeUrls(address: string): string[] {
  const urls = SCHEME.test(address) ? [address] : [`https://${address}`, `http://${address}`];
  return urls.flatMap((url) => httpUrl(url) ?? []).map((url) => new URL(url).href);
}

/** The URLs that may be asked for an address as typed: those, and without TLS. */
export const reachableUrls = (address: string): string[] =>
  homeUrls(address).flatMap((url) => [url, withoutTls(url)]);

const withoutTls = (url: string) => url.replace(/^https:/i, 'http:');

const answers = (result: FetchResult): result is FetchedResponse =>
  'status' in result && errorMessage(result) === undefined;

/** The two ways out of a wrong certificate. */
function certificateMessage(url: string, plain: FetchResult): string {
  const insecure = withoutTls(url);
  const way = answers(plain)
    ? `trang cũng trả lời ở ${insecure}: dùng địa chỉ ấy (tct-hub discover ${insecure})`
    : `ghi địa chỉ http:// thay cho https:// – hiện ${insecure} chưa đọc được: ${errorMessage(plain)}`;
  return `Chứng chỉ HTTPS của trang không dùng được (hết hạn, sai tên miền hoặc thiếu chứng chỉ trung gian). Có hai cách: (1) người quản trị trang gia hạn, sửa chứng chỉ; (2) ${way}`;
}

/** Addresses of feeds, which need no check of robots.txt. */
const LIKE_FEED = /\b(?:rss|feeds?|atom|wp-json|rest_route)\b|\.(?:xml|rdf|json)(?:$|\?)/i;

/** Fetches a page unless its robots.txt forbids it. */
async function fetchAllowed(
  url: string,
  client: HttpClient,
  robots: Robots,
): Promise<FetchResult | { forbidden: string }> {
  const refusal = LIKE_FEED.test(url) ? undefined : await robots.refusal(url);
  if (refusal?.forbidden) return { forbidden: refusal.message };
  if (refusal && 'failure' in refusal.outcome) return { failure: refusal.outcome.failure };
  return client.fetch(url, { Accept: 'text/html,*/*;q=0.5' });
}

/** Which of the two schemes answered, and what that means. */
function schemeNote(url: string, secure: FetchResult | undefined): string {
  if (!secure) return `Địa chỉ không ghi giao thức: ${url} trả lời.`;
  if ('failure' in secure && secure.failure === 'tls')
    return `Địa chỉ không ghi giao thức. https:// không kết nối được (trang chỉ có http, hoặc chứng chỉ hết hạn hay sai); ${url} trả lời. Có hai cách: giữ http://, hoặc nhờ người quản trị trang gia hạn, sửa chứng chỉ rồi dùng https://.`;
  return `Địa chỉ không ghi giao thức. https:// không đọc được (${errorMessage(secure)}) Địa chỉ ${url} trả lời.`;
}

/**
 * Opens a site by its address as typed. Without a scheme, tries https and then http, and notes which one answered.
 *
 * @param urls from `homeUrls`, at least one
 */
export async function openHome(
  urls: readonly string[],
  client: HttpClient,
  robots: Robots,
): Promise<OpenedHome> {
  let failed: FetchResult | undefined;
  for (const url of urls) {
    const result = await fetchAllowed(url, client, robots);
    if ('forbidden' in result) return { refusal: result.forbidden };
    if (answers(result)) return { page: result, notes: urls.length > 1 ? [schemeNote(url, failed)] : [] };
    if ('failure' in result && SAME_WITHOUT_TLS.has(result.failure))
      return { refusal: errorMessage(result)! };
    if (urls.length === 1 && /^https:/i.test(url) && 'failure' in result && result.failure === 'tls')
      return { refusal: certificateMessage(url, await client.fetch(withoutTls(url), {})) };
    if (failed)
      return {
        refusal:
          'failure' in failed && failed.failure === 'tls'
            ? certificateMessage(urls[0]!, result)
            : `https://: ${errorMessage(failed)} http://: ${errorMessage(result)}`,
      };
    failed = result;
  }
  return { refusal: (await failureMessage(failed!))! };
}
