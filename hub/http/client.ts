import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import type { HeaderReader } from '../../core/poll/headers.ts';
import type { Failure, Unreached } from '../../core/poll/next.ts';
import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';
import type { FetchResult } from '../../core/poll/poll-source.ts';
import { httpUrl } from '../../core/url.ts';
import { isPrivateUrl, lookupPublic, PrivateAddressError } from './private-addresses.ts';

/** From the request to the last byte of the response, redirects included. */
const REQUEST_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 10;
/** The other redirects (302, 303, 307) are temporary (RFC 9110, section 15.4). */
const PERMANENT_REDIRECTS = new Set([301, 308]);

class TooLargeError extends Error {}

function toFailure(error: unknown): Failure | Unreached {
  if (error instanceof TooLargeError) return 'too-large';
  if (error instanceof PrivateAddressError) return 'redirect';
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'dns';
  if (/ENETDOWN|ENETUNREACH/.test(code)) return 'offline';
  if (/ECONNREFUSED|EHOSTUNREACH/.test(code)) return 'refused';
  if (/ETIMEDOUT/.test(code)) return 'timeout';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) return 'tls';
  return 'reset';
}

/** As in browsers, a compressed body may be incomplete. Truncated responses are detected by their `Content-Length`. */
const LENIENT_DECODING = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const DECODERS: Record<string, () => Transform> = {
  gzip: () => createGunzip(LENIENT_DECODING),
  'x-gzip': () => createGunzip(LENIENT_DECODING),
  deflate: () => createInflate(LENIENT_DECODING),
  br: () => createBrotliDecompress(),
};

/**
 * Reads and decompresses a body, of at most `MAX_BODY_BYTES`. @throws TooLargeError, or the error of the connection or
 * the decoder
 */
async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const createDecoder = DECODERS[response.headers['content-encoding']?.toLowerCase() ?? ''];
  // A 304 has no body, but may have the `Content-Encoding` of the full response.
  const decoder = createDecoder && response.statusCode !== 304 ? createDecoder() : new PassThrough();
  // An error of either stream destroys both, and is thrown by the loop below.
  pipeline(response, decoder, () => {});
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoder as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new TooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends one request and resolves with the response's headers. Redirects are not followed. */
function send(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  isTrusted: boolean,
): Promise<IncomingMessage> {
  if (!isTrusted && isPrivateUrl(url)) throw new PrivateAddressError(url);
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      headers,
      signal,
      // No keep-alive: the next request to the host comes too late to reuse the connection.
      agent: false,
      // Old servers send headers that the strict parser rejects.
      insecureHTTPParser: true,
      ...(!isTrusted && { lookup: lookupPublic }),
    };
    request(url, options, resolve).on('error', reject).end();
  });
}

function headerReader({ headers }: IncomingMessage): HeaderReader {
  return { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
}

/** Settings of the `HttpClient`. */
export interface ClientOptions {
  /** `User-Agent`: name, version and contact. */
  userAgent: string;
  /** Timeout of a request, including redirects and the body; 20 s by default. */
  timeoutMs?: number;
  /** Pause between two requests to a host; `HOST_SPACING_MS` by default. */
  spacingMs?: number;
}

/** Sends a request and follows redirects. Never rejects. */
async function request(
  url: string,
  headers: Record<string, string>,
  { userAgent, timeoutMs = REQUEST_TIMEOUT_MS }: ClientOptions,
  trustedHosts: ReadonlySet<string>,
): Promise<FetchResult> {
  const signal = AbortSignal.timeout(timeoutMs);
  const allHeaders = { ...headers, 'User-Agent': userAgent, 'Accept-Encoding': 'gzip, deflate, br' };
  let currentUrl = url;
  let isPermanent = true;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await send(currentUrl, allHeaders, signal, trustedHosts.has(serverOf(currentUrl)));
      const status = response.statusCode ?? 0;
      const location = status > 300 && status < 400 ? response.headers.location : undefined;
      if (!location)
        return {
          status,
          headers: headerReader(response),
          url: currentUrl,
          body: await readBody(response),
          ...(isPermanent && currentUrl !== url && { movedTo: currentUrl }),
        };
      response.destroy();
      isPermanent &&= PERMANENT_REDIRECTS.has(status);
      // Node decodes headers as Latin-1, but servers that do not encode their URLs send UTF-8.
      const next = httpUrl(Buffer.from(location, 'latin1').toString(), currentUrl);
      if (!next) break;
      currentUrl = next;
    }
    return { failure: 'redirect' };
  } catch (error) {
    return { failure: signal.aborted ? 'timeout' : toFailure(error) };
  }
}

/**
 * The hub's HTTP client. Requests to one host are sent one at a time, with a pause between them; requests to different
 * hosts run in parallel.
 *
 * URLs that come from sources (images, posts, redirects) may lead to private addresses only on hosts that the
 * configuration names.
 */
export class HttpClient {
  /** By host: resolves with the time (`performance.now`) at which its last request ended. */
  private readonly lastRequests = new Map<string, Promise<number>>();
  private readonly trustedHosts: ReadonlySet<string>;

  /** @param configuredUrls URLs from the configuration, whose hosts may have private addresses */
  constructor(
    private readonly options: ClientOptions,
    configuredUrls: Iterable<string>,
  ) {
    this.trustedHosts = new Set([...configuredUrls].map(serverOf));
  }

  /**
   * Waits until the host may be sent a request, sends a GET request and follows redirects.
   *
   * @returns the response whatever its status, or the failure. Never rejects.
   */
  async fetch(url: string, headers: Record<string, string>): Promise<FetchResult> {
    const host = serverOf(url);
    const previous = this.lastRequests.get(host);
    const response = this.waitAfter(previous).then(() =>
      request(url, headers, this.options, this.trustedHosts),
    );
    this.lastRequests.set(
      host,
      response.then(() => performance.now()),
    );
    return response;
  }

  private async waitAfter(previous: Promise<number> | undefined): Promise<void> {
    if (previous === undefined) return;
    const waitMs = (await previous) + (this.options.spacingMs ?? HOST_SPACING_MS) - performance.now();
    if (waitMs > 0) await sleep(waitMs);
  }
}
