import { setTimeout as wait } from 'node:timers/promises';
import { safeLink } from '../core/link.ts';
import type { Answer, Failure, Unreached } from '../core/poll/next.ts';
import { SPACING, serverOf } from '../core/poll/plan.ts';

/** Bytes of a body at most; the readers take no more. */
const LONGEST = 32 * 2 ** 20;
/** Milliseconds until an answer has to be there, whole. */
const PATIENCE = 20_000;
const REDIRECTS = 10;
/** 302, 303 and 307 say that the address has not moved for good (RFC 9110, 15.4). */
const LASTING = new Set([301, 308]);

export interface Reply extends Answer {
  headers: Headers;
  /** The address that answered. */
  url: string;
  body: Uint8Array;
}

export interface Unanswered {
  failure: Failure | Unreached;
}

class TooLarge extends Error {}

function failureOf(error: unknown): Failure | Unreached {
  if (error instanceof TooLarge) return 'too-large';
  const { name, cause } = error as Error;
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const code = String(Object(cause).code ?? '');
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'dns';
  if (/ENETDOWN|ENETUNREACH/.test(code)) return 'offline';
  if (/ECONNREFUSED|EHOSTUNREACH/.test(code)) return 'refused';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'timeout';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return 'tls';
  return 'reset';
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > LONGEST) throw new TooLarge();
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** How the hub appears to servers. */
export interface Client {
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
  { agent, patience = PATIENCE }: Client,
): Promise<Reply | Unanswered> {
  const signal = AbortSignal.timeout(patience);
  let at = url;
  let lasting = true;
  try {
    for (let step = 0; step <= REDIRECTS; step++) {
      const response = await fetch(at, {
        headers: { ...headers, 'User-Agent': agent },
        redirect: 'manual',
        signal,
      });
      const { status } = response;
      const to = status > 300 && status < 400 && response.headers.get('location');
      if (!to) {
        const moved = lasting && at !== url && { movedTo: at };
        return { status, headers: response.headers, url: at, body: await bodyOf(response), ...moved };
      }
      await response.body?.cancel();
      lasting &&= LASTING.has(status);
      const next = safeLink(to, at);
      if (!next) break;
      at = next;
    }
    return { failure: 'redirect' };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** The hub's one door to the network: a request at a time to a host, the next a while after, whoever wants it. */
export class Network {
  /** When the last request to a host was over: to be waited for. */
  private readonly over = new Map<string, Promise<number>>();

  constructor(private readonly client: Client) {}

  /** An answer of any status, its redirects followed, or why there was none; never rejected. */
  async ask(url: string, headers: Record<string, string>): Promise<Reply | Unanswered> {
    const host = serverOf(url);
    const before = this.over.get(host);
    const answer = this.after(before).then(() => request(url, headers, this.client));
    this.over.set(
      host,
      answer.then(() => performance.now()),
    );
    return answer;
  }

  private async after(before: Promise<number> | undefined): Promise<void> {
    if (before === undefined) return;
    const rest = (await before) + (this.client.spacing ?? SPACING) - performance.now();
    if (rest > 0) await wait(rest);
  }
}

/** What a reader wants to know of an answer beside its bytes. */
export function sourceOf({ url, headers }: Reply): { url: string; contentType?: string } {
  const contentType = headers.get('content-type');
  return { url, ...(contentType && { contentType }) };
}
