import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a site received. */
export interface SiteRequest {
  method: string;
  /** The path with the query. */
  path: string;
  headers: Record<string, string | undefined>;
  /** Arrival by the site's clock (ms since the epoch). */
  at: number;
}

export interface SiteResponse {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

/** How a site fails, until `setFault(undefined)`. */
export type Fault =
  /** Accepts the request and never responds. */
  | { kind: 'timeout' }
  /** Closes the connection without a response. */
  | { kind: 'reset' }
  /** Sends half of the body and closes the connection. */
  | { kind: 'truncate' }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** Responds with 200 and an HTML page instead of the resource. */
  | { kind: 'html'; title?: string }
  /** Responds with something else. */
  | { kind: 'answer'; answer: SiteResponse };

export interface SitePost {
  id: string;
  title: string;
  summary: string;
  /** ms since the epoch */
  published: number;
  image?: string;
}

/**
 * A school's site on the loopback interface. Each CMS is a subclass that responds by path; the clock, the faults, the log
 * of requests, and publishing, editing and removing posts are the same for all.
 */
export abstract class Site {
  /** All requests since the start or the last `requests.length = 0`, oldest first. */
  readonly requests: SiteRequest[] = [];
  /** Posts published, edited (by id) or removed since the start. */
  protected readonly published: SitePost[] = [];
  protected readonly edited = new Map<string, Partial<SitePost>>();
  protected readonly removed = new Set<string>();
  /** Allows all pages to read the responses, unlike a real site, so that the demo can show what a site sent. */
  allowsAnyOrigin = false;
  private fault?: { fault: Fault; path?: string };
  private clock?: number;
  private readonly server: Server;
  origin = '';

  constructor() {
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  url(path: string): string {
    return this.origin + path;
  }

  /** Stops the site's clock at a time in ms since the epoch, or lets it run again. */
  setNow(now: number | undefined): void {
    this.clock = now;
  }

  /** Makes all requests fail, or those whose path begins with `path`; `undefined` repairs the site. */
  setFault(fault: Fault | undefined, path?: string): void {
    this.fault = fault && { fault, path };
  }

  publish(post: Omit<SitePost, 'published' | 'id'> & Partial<SitePost>): SitePost {
    const made = { id: `moi-${this.published.length + 1}`, published: this.now, ...post };
    this.published.unshift(made);
    return made;
  }

  edit(id: string, change: Partial<SitePost>): void {
    this.edited.set(id, { ...this.edited.get(id), ...change });
  }

  remove(id: string): void {
    this.removed.add(id);
  }

  /** Brings a removed post back. */
  restore(id: string): void {
    this.removed.delete(id);
  }

  /** The posts published since the start and not removed, newest first. */
  protected get currentPosts(): SitePost[] {
    return this.published.filter(({ id }) => !this.removed.has(id));
  }

  protected get now(): number {
    return this.clock ?? Date.now();
  }

  /** The CMS's response; undefined for its 404 page. */
  protected abstract answer(
    path: string,
    query: URLSearchParams,
    request: SiteRequest,
  ): SiteResponse | undefined | Promise<SiteResponse | undefined>;

  protected missing(): SiteResponse {
    return {
      status: 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: '<!DOCTYPE html><title>Không tìm thấy trang</title>',
    };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen: SiteRequest = {
      method: request.method!,
      path: request.url!,
      headers: request.headers as Record<string, string | undefined>,
      at: this.now,
    };
    this.requests.push(seen);
    const fault = this.fault && request.url!.startsWith(this.fault.path ?? '') ? this.fault.fault : undefined;
    if (fault?.kind === 'timeout') return;
    if (fault?.kind === 'reset') {
      request.socket.destroy();
      return;
    }
    let answer: SiteResponse;
    try {
      const { pathname, searchParams } = new URL(request.url!, this.origin);
      answer = (await this.answer(decodeURI(pathname), searchParams, seen)) ?? this.missing();
    } catch (error) {
      if (!(error instanceof URIError || error instanceof TypeError)) throw error;
      answer = { status: 400 };
    }
    if (fault?.kind === 'answer') answer = fault.answer;
    if (fault?.kind === 'status') answer = { status: fault.status, headers: fault.headers, body: '' };
    if (fault?.kind === 'html') {
      answer = {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: `<!DOCTYPE html><html><head><title>${fault.title ?? 'Trang chủ'}</title></head><body><h1>Xin chào</h1></body></html>`,
      };
    }
    const body = Buffer.from(answer.body ?? '');
    response.writeHead(answer.status ?? 200, {
      Date: new Date(this.now).toUTCString(),
      'Content-Length': body.length,
      ...(this.allowsAnyOrigin && { 'Access-Control-Allow-Origin': '*' }),
      ...answer.headers,
    });
    if (fault?.kind === 'truncate')
      response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    else response.end(request.method === 'HEAD' ? undefined : body);
  }
}
