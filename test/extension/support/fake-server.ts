/** What a request looked like, when it began and when it ended (ms since the epoch). */
export interface Seen {
  url: string;
  method: string;
  headers: Headers;
  init: RequestInit;
  at: number;
  end?: number;
  status?: number;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds until it comes. */
  takes?: number;
  fault?: 'timeout' | 'reset' | 'endless';
  /** The address it came from, after redirects. */
  url?: string;
}

export type Handler = (request: Seen) => Answer;

/** A clock that somebody else moves. */
export interface Timer {
  now: () => number;
  after: (ms: number, work: () => void) => () => void;
}

/** All the servers of the world, answering by address in the world's own time, and noting who asks what. */
export class FakeServer {
  readonly requests: Seen[] = [];
  private readonly handlers = new Map<string, Handler>();

  constructor(private readonly timer: Timer) {}

  /** Answers an address; what nobody answers is a name that is not found. */
  at(url: string, handler: Handler): void {
    this.handlers.set(url, handler);
  }

  of(url: string): Seen[] {
    return this.requests.filter((seen) => seen.url === url);
  }

  readonly fetch = (url: string, init: RequestInit = {}): Promise<Response> => {
    const seen: Seen = {
      ...{ url, method: init.method ?? 'GET', headers: new Headers(init.headers), init },
      at: this.timer.now(),
    };
    this.requests.push(seen);
    const handler = this.handlers.get(url);
    return new Promise((resolve, reject) => {
      const fail = (name: string) => {
        seen.end ??= this.timer.now();
        reject(Object.assign(new Error(name), { name }));
      };
      init.signal?.addEventListener('abort', () => fail('AbortError'));
      const answer: Answer = handler ? handler(seen) : { fault: 'reset' };
      if (answer.fault === 'timeout') return;
      this.timer.after(answer.takes ?? 50, () => {
        if (answer.fault === 'reset') return fail('TypeError');
        seen.end ??= this.timer.now();
        seen.status = answer.status ?? 200;
        resolve(this.response(url, answer, () => this.timer.now()));
      });
    });
  };

  private response(url: string, answer: Answer, now: () => number): Response {
    const { status = 200, headers = {}, body = '' } = answer;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const endless = () => {
      const part = new Uint8Array(2 ** 20);
      return new ReadableStream({ pull: (stream) => stream.enqueue(part) });
    };
    const content =
      answer.fault === 'endless' ? endless() : status === 304 || status === 204 ? null : (bytes as BodyInit);
    const response = new Response(content, {
      status,
      headers: { date: new Date(now()).toUTCString(), ...headers },
    });
    const from = answer.url ?? url;
    Object.defineProperties(response, { url: { value: from }, redirected: { value: from !== url } });
    return response;
  }
}
