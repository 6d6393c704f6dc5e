/** A request, with the times at which it began and ended (ms since the epoch). */
export interface RecordedRequest {
  url: string;
  method: string;
  headers: Headers;
  init: RequestInit;
  at: number;
  end?: number;
  status?: number;
}

export interface FakeResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds until the response arrives. */
  takes?: number;
  fault?: 'timeout' | 'reset' | 'endless';
  /** The final URL, after redirects. */
  url?: string;
}

export type RequestHandler = (request: RecordedRequest) => FakeResponse;

/** A clock that the test controls. */
export interface FakeClock {
  now: () => number;
  after: (ms: number, work: () => void) => () => void;
}

/** All servers on the network: responds by URL, in the time of a fake clock, and records every request. */
export class FakeServer {
  readonly requests: RecordedRequest[] = [];
  private readonly handlers = new Map<string, RequestHandler>();

  constructor(private readonly timer: FakeClock) {}

  /** Sets the handler of a URL. A request to a URL without one fails like an unknown host. */
  respondAt(url: string, handler: RequestHandler): void {
    this.handlers.set(url, handler);
  }

  requestsTo(url: string): RecordedRequest[] {
    return this.requests.filter((seen) => seen.url === url);
  }

  readonly fetch = (url: string, init: RequestInit = {}): Promise<Response> => {
    const seen: RecordedRequest = {
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
      const answer: FakeResponse = handler ? handler(seen) : { fault: 'reset' };
      if (answer.fault === 'timeout') return;
      this.timer.after(answer.takes ?? 50, () => {
        if (answer.fault === 'reset') return fail('TypeError');
        seen.end ??= this.timer.now();
        seen.status = answer.status ?? 200;
        resolve(this.response(url, answer, () => this.timer.now()));
      });
    });
  };

  private response(url: string, answer: FakeResponse, now: () => number): Response {
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
