import { setTimeout as sleep } from 'node:timers/promises';
import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';
import type { FetchResult } from '../../core/poll/poll-source.ts';
import { isWrittenPrivate } from './private-addresses.ts';
import { request } from './request.ts';

/** From the request to the last byte of the response, redirects included. */
const REQUEST_TIMEOUT_MS = 20_000;

const originOf = (url: string): string => new URL(url).origin;

/** Settings of the `HttpClient`. */
export interface ClientOptions {
  /** `User-Agent`: name, version and contact. */
  userAgent: string;
  /** Timeout of a request, including redirects and the body; 20 s by default. */
  timeoutMs?: number;
  /** Pause between two requests to a host; `HOST_SPACING_MS` by default. */
  spacingMs?: number;
}

/**
 * The hub's HTTP client. Requests to one host are sent one at a time, with a pause between them; requests to different
 * hosts run in parallel.
 *
 * A private address is reached only where the configuration itself has it: the server of a URL whose host is written as
 * that IP address, or as `localhost`. Host names are checked at every connection, those in the configuration as well,
 * because their owners decide where they lead.
 */
export class HttpClient {
  /** Requests sent so far, each with its redirects. */
  requests = 0;
  /** Origins in the configuration that may be private. */
  private readonly trustedOrigins: ReadonlySet<string>;

  /**
   * @param configuredUrls URLs from the configuration
   * @param lastRequests by host: resolves with the time (`performance.now`) at which its last request ended. Clients that
   *   share it send no two requests to a host at once.
   */
  constructor(
    private readonly options: ClientOptions,
    configuredUrls: Iterable<string>,
    private readonly lastRequests = new Map<string, Promise<number>>(),
  ) {
    this.trustedOrigins = new Set([...configuredUrls].filter(isWrittenPrivate).map(originOf));
  }

  /**
   * Waits until the host may be sent a request, sends a GET request and follows redirects.
   *
   * @returns the response whatever its status, or the failure. Never rejects.
   */
  async fetch(url: string, headers: Record<string, string>): Promise<FetchResult> {
    this.requests++;
    const host = serverOf(url);
    const previous = this.lastRequests.get(host);
    const { userAgent, timeoutMs = REQUEST_TIMEOUT_MS } = this.options;
    const allHeaders = { ...headers, 'User-Agent': userAgent, 'Accept-Encoding': 'gzip, deflate, br' };
    const response = this.waitAfter(previous).then(() =>
      request(url, allHeaders, timeoutMs, (each) => this.trustedOrigins.has(originOf(each))),
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
