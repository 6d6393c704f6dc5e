/** Pictures of the sites, fetched by the hub's client, so that the browser itself asks the schools nothing. */
import { randomUUID } from 'node:crypto';
import { SECOND_MS } from '../../core/time/duration.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import type { HttpSession } from '../http/session.ts';
import { imageFormat } from '../publish/image-format.ts';

/** Beyond that, those that were shown first are forgotten. */
const MAX_IMAGES = 5000;
/** How long a picture waits for the more important requests. A browser keeps few connections open to one server. */
const PATIENCE_MS = 10 * SECOND_MS;

interface KnownImage {
  url: string;
  /** URLs of the configuration, or that were typed, whose servers may be private. */
  reachable: readonly string[];
}

/** The pictures that the console may show. Their paths cannot be guessed. */
export class ShownImages {
  private readonly byId = new Map<string, KnownImage>();
  private readonly ids = new Map<string, string>();
  private readonly session: HttpSession;

  constructor(
    private readonly options: ClientOptions,
    session: HttpSession,
  ) {
    this.session = session.withoutMemory();
  }

  /**
   * Path of a picture on this server.
   *
   * @param reachable see `HttpClient`: what led to the picture
   */
  add(url: string, reachable: readonly string[]): string {
    const id = this.ids.get(url) ?? randomUUID();
    this.forget(id);
    this.ids.set(url, id);
    this.byId.set(id, { url, reachable });
    for (const oldest of this.byId.keys()) {
      if (this.byId.size <= MAX_IMAGES) break;
      this.forget(oldest);
    }
    return `/images/${id}`;
  }

  /**
   * Fetches a picture, after all requests that are more important.
   *
   * @param id the last part of its path
   * @param signal aborted when the browser no longer wants it
   * @returns undefined if it is unknown, cannot be had now, or is no raster image
   */
  async fetch(id: string, signal: AbortSignal): Promise<{ type: string; bytes: Uint8Array } | undefined> {
    const known = this.byId.get(id);
    if (!known) return undefined;
    const options = { ...this.options, session: this.session, patienceMs: PATIENCE_MS, signal };
    const response = await new HttpClient(options, known.reachable).fetch(known.url, { Accept: 'image/*' });
    if (!('body' in response) || response.status !== 200) return undefined;
    const format = imageFormat(response.body);
    return format && { type: `image/${format}`, bytes: response.body };
  }

  private forget(id: string): void {
    const known = this.byId.get(id);
    if (known) this.ids.delete(known.url);
    this.byId.delete(id);
  }
}
