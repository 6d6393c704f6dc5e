/** A sample feed and the servers that serve it, for the tests of polling. */
import { HOUR_MS } from '../../../core/time/duration.ts';
import type { FakeBrowser } from './fake-browser.ts';
import type { FakeResponse, RecordedRequest, RequestHandler } from './fake-server.ts';
import { installExtension, NOW, requestHeader } from './installed-extension.ts';
import { rss } from './rss.ts';

export const A = 'https://truong-a.example/rss';
export const B = 'https://truong-b.example/rss';

/** A feed with an hourly post. */
export const feed = (count = 3, channel = '') =>
  rss(
    Array.from({ length: count }, (_, index) => ({
      guid: `g${index}`,
      title: `Bài ${index}`,
      link: `https://truong-a.example/${index}`,
      date: NOW - HOUR_MS * (index + 1),
    })),
    channel,
  );

export const ok = (headers: Record<string, string> = {}, body = feed()): FakeResponse => ({ headers, body });

/** A server that responds with 304 to a request with one of its validators. */
export const conditional =
  (headers: Record<string, string>): RequestHandler =>
  (request) =>
    (headers.etag && requestHeader(request, 'if-none-match') === headers.etag) ||
    (headers['last-modified'] && requestHeader(request, 'if-modified-since') === headers['last-modified'])
      ? { status: 304, headers }
      : ok(headers);

export const both = { etag: 'W/"1-x y"', 'last-modified': 'Mon, 23 Nov 2026 0:15 GMT' };

/** A browser that is subscribed to A with this handler, and to others. */
export const subscribe = (
  handler: RequestHandler,
  others: Record<string, RequestHandler> = {},
): Promise<FakeBrowser> => installExtension({ [A]: handler, ...others });

export const serveAll = (urls: string[], handler: RequestHandler): Record<string, RequestHandler> =>
  Object.fromEntries(urls.map((url) => [url, handler]));

export const validatorsOf = (request: RecordedRequest) => [
  requestHeader(request, 'if-none-match'),
  requestHeader(request, 'if-modified-since'),
];

/** Refreshes manually, as the popup does. */
export const refresh = (browser: FakeBrowser, urls?: string[]) =>
  browser.sendMessage({ ask: 'refresh', ...(urls && { urls }) });
