/** Which requests the console's server answers at all, before anybody's session is looked at. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The names under which the page may be opened, on any port: `ssh -L` may use another one. A site whose name leads to
 * 127.0.0.1 ("DNS rebinding") has another name.
 */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

const PAGE_POLICY = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'connect', 'frame'].map((kind) => `${kind}-src 'self'`),
  ...['form-action', 'base-uri', 'frame-ancestors'].map((name) => `${name} 'none'`),
].join('; ');

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Sets the headers of all responses. A route may set others over them. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/**
 * Why a request is refused, in Vietnamese; undefined if it is not. Another site's page cannot make one that is not: a
 * browser writes these headers itself.
 */
export function refusalOf({ method, headers, url = '' }: IncomingMessage): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-dest': destination } = headers;
  if (!LOOPBACK.test(host)) return `Trang này chỉ mở được ở 127.0.0.1 hoặc localhost, không phải “${host}”.`;
  const isPost = method === 'POST';
  if (isPost ? origin !== `http://${host}` : origin !== undefined && origin !== `http://${host}`)
    return 'Yêu cầu đến từ một trang khác.';
  // A link from elsewhere may open the page, which asks for a key, but nothing may be embedded.
  const isOpened = !isPost && url.split('?')[0] === '/' && destination === 'document';
  const isOurs = site === undefined || site === 'same-origin' || (site === 'none' && !isPost) || isOpened;
  return isOurs ? undefined : 'Yêu cầu đến từ một trang khác.';
}
