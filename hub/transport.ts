import { safeLink } from '../core/link.ts';
import type { Answer, Failure, Unreached } from '../core/poll/next.ts';

/** Bytes of a body at most; the readers take no more. */
const LONGEST = 32 * 2 ** 20;
/** Milliseconds until a silent server is given up. */
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

export interface Client {
  /** Who asks: name, version, contact. */
  agent: string;
  /** Milliseconds until a silent server is given up; milliseconds between two requests to a host. */
  patience?: number;
  spacing?: number;
}

/**
 * One request, redirects followed, never rejected: an answer of any status, or why there was none.
 */
export async function ask(
  url: string,
  headers: Record<string, string>,
  { agent, patience = PATIENCE }: Client,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<Reply | Unanswered> {
  const signal = AbortSignal.timeout(patience);
  let at = url;
  let lasting = true;
  try {
    for (let step = 0; step <= REDIRECTS; step++) {
      const response = await fetch(at, {
        method,
        headers: { ...headers, 'User-Agent': agent },
        redirect: 'manual',
        signal,
      });
      const to = response.status > 300 && response.status < 400 && response.headers.get('location');
      if (!to) {
        const body = await bodyOf(response);
        const { status } = response;
        return {
          status,
          headers: response.headers,
          url: at,
          body,
          ...(lasting && at !== url && { movedTo: at }),
        };
      }
      await response.body?.cancel();
      lasting &&= LASTING.has(response.status);
      const next = safeLink(to, at);
      if (!next) break;
      at = next;
    }
    return { failure: 'redirect' };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
