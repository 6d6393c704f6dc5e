import { setTimeout as sleep } from 'node:timers/promises';
import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';
import type { FetchResult } from '../../core/poll/poll-source.ts';
import { isWrittenPrivate } from './private-addresses.ts';
import { request } from './request.ts';
import type { HttpSession, RobotsTexts } from './session.ts';

/** From the request to the last byte of the response, redirects included. */
const REQUEST_TIMEOUT_MS = 20_000;

/** The result of a request that was ended by the signal. It says nothing about the site. */
const ABORTED: FetchResult = { failure: 'offline' };

const originOf = (url: string): string => new URL(url).origin;

/** Settings of the `HttpClient`. */
export interface ClientOptions {
  /** `User-Agent`: name, version and contact. */
  userAgent: string;
  /** Timeout of a request, including redirects and the body; 20 s by default. */
  timeoutMs?: number;
  /** Pause between two requests to a host; `HOST_SPACING_MS` by default. */
  spacingMs?: number;
  /** Shared with other clients; a client without one sends each request, and spaces only its own. */
  session?: HttpSession;
  /** Sends a request even if the session knows the answer, which it replaces. The pause is kept. */
  asksAgain?: boolean;
  /**
   * Lets all others go first: sends a request only once nobody has asked the host anything during a pause. If that does
   * not come in this time, the result is the failure `offline`.
   */
  patienceMs?: number;
  /** Ends all requests, and sends no more: each results in the failure `offline`. */
  signal?: AbortSignal;
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
  private readonly lastRequests: Map<string, Promise<number>>;

  /** @param configuredUrls URLs from the configuration */
  constructor(
    private readonly options: ClientOptions,
    configuredUrls: Iterable<string>,
  ) {
    this.trustedOrigins = new Set([...configuredUrls].filter(isWrittenPrivate).map(originOf));
    this.lastRequests = options.session?.lastRequests ?? new Map();
  }

  /** Rules of robots.txt that the session knows. */
  get robots(): RobotsTexts | undefined {
    return this.options.session?.robots;
  }

  /**
   * Waits until the host may be sent a request, sends a GET request and follows redirects; unless the session remembers
   * the response.
   *
   * @returns the response whatever its status, or the failure. Never rejects.
   */
  async fetch(url: string, headers: Record<string, string>): Promise<FetchResult> {
    const { session, asksAgain, patienceMs } = this.options;
    const host = serverOf(url);
    if (patienceMs !== undefined && !(await this.isFreeWithin(host, patienceMs))) return ABORTED;
    const remembered = asksAgain ? undefined : this.recall(url);
    if (remembered) return remembered;
    const previous = this.lastRequests.get(host);
    let hasAsked = false;
    const response = this.waitAfter(previous).then(async () => {
      // Another client may have asked the same while this one waited.
      const known = asksAgain ? undefined : this.recall(url);
      if (known) return known;
      hasAsked = true;
      const result = await this.send(url, headers);
      if (result !== ABORTED) session?.remember(url, result);
      return result;
    });
    this.lastRequests.set(
      host,
      response.then(() => (hasAsked || !previous ? performance.now() : previous)),
    );
    return response;
  }

  private recall(url: string): FetchResult | undefined {
    const mayAsk = this.isTrusted(url) || !isWrittenPrivate(url);
    return mayAsk ? this.options.session?.recall(url) : undefined;
  }

  private isTrusted(url: string): boolean {
    return this.trustedOrigins.has(originOf(url));
  }

  private async send(url: string, headers: Record<string, string>): Promise<FetchResult> {
    const { userAgent, timeoutMs = REQUEST_TIMEOUT_MS, signal, asksAgain } = this.options;
    if (signal?.aborted) return ABORTED;
    this.requests++;
    const allHeaders = { ...headers, 'User-Agent': userAgent, 'Accept-Encoding': 'gzip, deflate, br' };
    const isTrusted = (each: string) => this.isTrusted(each);
    const recall = (each: string) => (asksAgain ? undefined : this.recall(each));
    const result = await request(url, allHeaders, timeoutMs, isTrusted, signal, recall);
    return signal?.aborted ? ABORTED : result;
  }

  private async waitAfter(previous: Promise<number> | undefined): Promise<void> {
    if (previous === undefined) return;
    const { spacingMs = HOST_SPACING_MS, signal } = this.options;
    const waitMs = (await previous) + spacingMs - performance.now();
    // Aborted, it rejects.
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => {});
  }

  /** Waits for a pause in which nobody else has sent the host a request. @returns whether one came in time */
  private async isFreeWithin(host: string, ms: number): Promise<boolean> {
    const end = performance.now() + ms;
    while (performance.now() < end && !this.options.signal?.aborted) {
      const last = this.lastRequests.get(host);
      await this.waitAfter(last);
      if (last === this.lastRequests.get(host)) return true;
    }
    return false;
  }
}
