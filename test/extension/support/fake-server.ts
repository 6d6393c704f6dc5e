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
  /** `opaqueredirect` for a redirect that is not followed. */
  type?: ResponseType;
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
    return this.requests.filter((request) => request.url === url);
  }

  readonly fetch = (url: string, init: RequestInit = {}): Promise<Response> => {
    const request: RecordedRequest = {
      url,
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      init,
      at: this.timer.now(),
    };
    this.requests.push(request);
    const handler = this.handlers.get(url);
    return new Promise((resolve, reject) => {
      const fail = (name: string) => {
        request.end ??= this.timer.now();
        reject(Object.assign(new Error(name), { name }));
      };
      init.signal?.addEventListener('abort', () => fail('AbortError'));
      const fakeResponse: FakeResponse = handler ? handler(request) : { fault: 'reset' };
      if (fakeResponse.fault === 'timeout') return;
      this.timer.after(fakeResponse.takes ?? 50, () => {
        if (fakeResponse.fault === 'reset') return fail('TypeError');
        request.end ??= this.timer.now();
        request.status = fakeResponse.status ?? 200;
        resolve(this.response(url, fakeResponse, () => this.timer.now()));
      });
    });
  };

  private response(url: string, fakeResponse: FakeResponse, now: () => number): Response {
    const { status = 200, headers = {}, body = '' } = fakeResponse;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const endless = () => {
      const part = new Uint8Array(2 ** 20);
      return new ReadableStream({ pull: (stream) => stream.enqueue(part) });
    };
    const content =
      fakeResponse.fault === 'endless'
        ? endless()
        : status === 304 || status === 204
          ? null
          : (bytes as BodyInit);
    const response = new Response(content, {
      status,
      headers: { date: new Date(now()).toUTCString(), ...headers },
    });
    const from = fakeResponse.url ?? url;
    Object.defineProperties(response, {
      url: { value: from },
      redirected: { value: from !== url },
      ...(fakeResponse.type && { type: { value: fakeResponse.type } }),
    });
    return response;
  }
}
