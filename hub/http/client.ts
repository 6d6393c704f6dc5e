import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { PassThrough, pipeline, type Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HeaderReader } from '../../core/poll/headers.ts';
import type { Failure, PollResponse, Unreached } from '../../core/poll/next.ts';
import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';
import { httpUrl } from '../../core/url.ts';
import { isPrivateUrl, lookupPublic, PrivateAddressError } from './private-addresses.ts';

/** Bytes of a body at most; the readers take no more. */
const MAX_BODY_BYTES = 32 * 2 ** 20;
/** Milliseconds until an answer has to be there, whole. */
const REQUEST_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 10;
/** 302, 303 and 307 say that the address has not moved for good (RFC 9110, 15.4). */
const PERMANENT_REDIRECTS = new Set([301, 308]);

export interface HubResponse extends PollResponse {
  /** The address that answered. */
  url: string;
  body: Uint8Array;
}

export interface FetchFailure {
  failure: Failure | Unreached;
}

class TooLarge extends Error {}

function toFailure(error: unknown): Failure | Unreached {
  if (error instanceof TooLarge) return 'too-large';
  if (error instanceof PrivateAddressError) return 'redirect';
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'dns';
  if (/ENETDOWN|ENETUNREACH/.test(code)) return 'offline';
  if (/ECONNREFUSED|EHOSTUNREACH/.test(code)) return 'refused';
  if (/ETIMEDOUT/.test(code)) return 'timeout';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) return 'tls';
  return 'reset';
}

/** As browsers do, what came is read though its compression lacks the end; of what was cut off the length tells. */
const LENIENT = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const UNPACKING: Record<string, () => Transform> = {
  gzip: () => createGunzip(LENIENT),
  'x-gzip': () => createGunzip(LENIENT),
  deflate: () => createInflate(LENIENT),
  br: () => createBrotliDecompress(),
};

async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const unpack = UNPACKING[response.headers['content-encoding']?.toLowerCase() ?? ''];
  const chunks: Buffer[] = [];
  let length = 0;
  // A "not modified" may carry the encoding of what it does not send.
  const plain = unpack && response.statusCode !== 304 ? unpack() : new PassThrough();
  // What goes wrong with one of the two goes wrong with the other, and is met below.
  pipeline(response, plain, () => {});
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a request, each over a connection of its own: a host is not asked again so soon. */
function send(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  trusted: boolean,
): Promise<IncomingMessage> {
  if (!trusted && isPrivateUrl(url)) throw new PrivateAddressError(url);
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      ...{ headers, signal, agent: false },
      // Old servers write headers that the strict parser does not take.
      insecureHTTPParser: true,
      ...(!trusted && { lookup: lookupPublic }),
    };
    request(url, options, resolve).on('error', reject).end();
  });
}

/** Headers by name, in any case. */
function readerOf({ headers }: IncomingMessage): HeaderReader {
  return { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
}

/** How the hub appears to servers. */
export interface ClientOptions {
  /** Who asks: name, version, contact. */
  agent: string;
  /** Milliseconds until an answer has to be there, whole; milliseconds between two requests to a host. */
  patience?: number;
  spacing?: number;
}

/** One request, redirects followed, never rejected: an answer of any status, or why there was none. */
async function request(
  url: string,
  headers: Record<string, string>,
  { agent, patience = REQUEST_TIMEOUT_MS }: ClientOptions,
  trusted: ReadonlySet<string>,
): Promise<HubResponse | FetchFailure> {
  const signal = AbortSignal.timeout(patience);
  const sent = { ...headers, 'User-Agent': agent, 'Accept-Encoding': 'gzip, deflate, br' };
  let at = url;
  let lasting = true;
  try {
    for (let step = 0; step <= MAX_REDIRECTS; step++) {
      const response = await send(at, sent, signal, trusted.has(serverOf(at)));
      const status = response.statusCode!;
      const to = status > 300 && status < 400 && response.headers.location;
      if (!to) {
        const moved = lasting && at !== url && { movedTo: at };
        return { status, headers: readerOf(response), url: at, body: await readBody(response), ...moved };
      }
      response.destroy();
      lasting &&= PERMANENT_REDIRECTS.has(status);
      // Headers are read as Latin-1; addresses that were not encoded are UTF-8.
      const next = httpUrl(Buffer.from(to, 'latin1').toString(), at);
      if (!next) break;
      at = next;
    }
    return { failure: 'redirect' };
  } catch (error) {
    return { failure: signal.aborted ? 'timeout' : toFailure(error) };
  }
}

/**
 * The hub's one door to the network: a request at a time to a host, the next a while after, whoever wants it. What
 * sources name (images, posts, redirects) may lead to this machine or its neighbours only where the configuration does.
 */
export class HttpClient {
  /** When the last request to a host was over: to be waited for. */
  private readonly over = new Map<string, Promise<number>>();
  private readonly trusted: ReadonlySet<string>;

  /** @param configured addresses that a person has given, not a source */
  constructor(
    private readonly client: ClientOptions,
    configured: Iterable<string>,
  ) {
    this.trusted = new Set([...configured].map(serverOf));
  }

  /** An answer of any status, its redirects followed, or why there was none; never rejected. */
  async fetch(url: string, headers: Record<string, string>): Promise<HubResponse | FetchFailure> {
    const host = serverOf(url);
    const before = this.over.get(host);
    const answer = this.after(before).then(() => request(url, headers, this.client, this.trusted));
    this.over.set(
      host,
      answer.then(() => performance.now()),
    );
    return answer;
  }

  private async after(before: Promise<number> | undefined): Promise<void> {
    if (before === undefined) return;
    const rest = (await before) + (this.client.spacing ?? HOST_SPACING_MS) - performance.now();
    if (rest > 0) await wait(rest);
  }
}

/** What a reader wants to know of an answer beside its bytes. */
export function readContext({ url, headers }: HubResponse): { url: string; contentType?: string } {
  const contentType = headers.get('content-type');
  return { url, ...(contentType && { contentType }) };
}
