/** One request of the hub's client, redirects followed, within a time limit. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import type { HeaderReader } from '../../core/poll/headers.ts';
import type { Failure, Unreached } from '../../core/poll/next.ts';
import type { FetchResult } from '../../core/poll/poll-source.ts';
import { httpUrl } from '../../core/url.ts';
import { constantCookie } from './constant-cookie.ts';
import { Cookies } from './cookies.ts';
import { decodeBody } from './decode-body.ts';
import { isPrivateUrl, lookupPublic, PrivateAddressError } from './private-addresses.ts';
import { ProtocolError, TooLargeError } from './response-errors.ts';

const MAX_REDIRECTS = 10;
/** Redirects, and those that are permanent (RFC 9110, section 15.4). */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT_REDIRECTS = new Set([301, 308]);
/** Interim responses (100, 102, 103) before the final one. A server needs one or two; a flood of them has no end. */
const MAX_INTERIM_RESPONSES = 20;

function toFailure(error: unknown): Failure | Unreached {
  if (error instanceof TooLargeError) return 'too-large';
  if (error instanceof ProtocolError) return 'protocol';
  if (error instanceof PrivateAddressError) return 'internal';
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'dns';
  if (/ENETDOWN|ENETUNREACH/.test(code)) return 'offline';
  if (/ECONNREFUSED|EHOSTUNREACH/.test(code)) return 'refused';
  if (/ETIMEDOUT/.test(code)) return 'timeout';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) return 'tls';
  return 'reset';
}

/**
 * Reads and decompresses a body, of at most `MAX_BODY_BYTES`.
 *
 * @throws TooLargeError, or the error of the connection or the decoder
 */
async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new TooLargeError();
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), response.headers['content-encoding']);
}

/**
 * Sends one request and resolves with the response's headers. Redirects are not followed.
 *
 * @throws PrivateAddressError, ProtocolError, or the error of the connection
 */
function send(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  isTrusted: boolean,
): Promise<IncomingMessage> {
  if (!isTrusted && isPrivateUrl(url)) throw new PrivateAddressError(url);
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      headers,
      signal,
      // No keep-alive: the next request to the host comes too late to reuse the connection.
      agent: false,
      // Old servers send headers that the strict parser rejects.
      insecureHTTPParser: true,
      ...(!isTrusted && { lookup: lookupPublic }),
    });
    let interim = 0;
    sent
      .on('response', resolve)
      .on('information', () => {
        if (++interim > MAX_INTERIM_RESPONSES) sent.destroy(new ProtocolError());
      })
      // Without a listener, Node would close the connection and report neither a response nor an error.
      .on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new ProtocolError());
      })
      .on('error', reject)
      // The last event of every request: whatever happened before, it ends here.
      .on('close', () => reject(new ProtocolError()))
      .end();
  });
}

function headerReader({ headers }: IncomingMessage): HeaderReader {
  return { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
}

/** Whether a response may have this status: a final one (RFC 9110, section 15), and a 304 only if it was asked for. */
function isPossible(status: number, headers: Record<string, string>): boolean {
  if (status === 304) return 'If-None-Match' in headers || 'If-Modified-Since' in headers;
  return status >= 200;
}

async function follow(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  isTrusted: (url: string) => boolean,
  recall: (url: string) => FetchResult | undefined,
): Promise<FetchResult> {
  const cookies = new Cookies();
  let currentUrl = url;
  let isPermanent = true;
  let isRepeated = false;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS && URL.canParse(currentUrl); redirects++) {
      const Cookie = cookies.headerFor(currentUrl);
      const sent = { ...headers, ...(Cookie && { Cookie }) };
      const response = await send(currentUrl, sent, signal, isTrusted(currentUrl));
      const status = response.statusCode ?? 0;
      if (!isPossible(status, headers)) {
        response.destroy();
        throw new ProtocolError();
      }
      for (const cookie of response.headers['set-cookie'] ?? []) cookies.set(currentUrl, cookie);
      const location = REDIRECTS.has(status) ? response.headers.location : undefined;
      if (!location) {
        const body = await readBody(response);
        const cookie = isRepeated ? undefined : constantCookie(body, currentUrl);
        if (cookie) {
          isRepeated = true;
          cookies.set(currentUrl, cookie);
          continue;
        }
        return {
          status,
          headers: headerReader(response),
          url: currentUrl,
          body,
          ...(isPermanent && currentUrl !== url && { movedTo: currentUrl }),
        };
      }
      response.destroy();
      isPermanent &&= PERMANENT_REDIRECTS.has(status);
      // Node decodes headers as Latin-1, but servers that do not encode their URLs send UTF-8.
      const next = httpUrl(Buffer.from(location, 'latin1').toString(), currentUrl);
      if (!next) break;
      currentUrl = next;
      const known = recall(next);
      if (known && 'body' in known)
        return { ...known, ...(isPermanent && known.url !== url && { movedTo: known.url }) };
    }
    return { failure: 'redirect' };
  } catch (error) {
    const failure = toFailure(error);
    return { failure: failure === 'internal' && currentUrl !== url ? 'internal-redirect' : failure };
  }
}

/**
 * Sends a GET request and follows redirects. Always settles, and never rejects.
 *
 * @param timeoutMs from the request to the last byte of the response
 * @param isTrusted whether a URL may lead to a private address
 * @param signal ends the request
 * @param recall what the target of a redirect is known to answer
 */
export async function request(
  url: string,
  headers: Record<string, string>,
  timeoutMs: number,
  isTrusted: (url: string) => boolean,
  signal?: AbortSignal,
  recall: (url: string) => FetchResult | undefined = () => undefined,
): Promise<FetchResult> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal?.addEventListener('abort', abort);
  let timer: NodeJS.Timeout | undefined;
  // The timer of `AbortSignal.timeout` does not keep the process alive, and a connection that was lost without an event
  // would not hear of it: the process would end in the middle of the run.
  const timeout = new Promise<FetchResult>((resolve) => {
    timer = setTimeout(() => {
      resolve({ failure: 'timeout' });
      controller.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([timeout, follow(url, headers, controller.signal, isTrusted, recall)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
