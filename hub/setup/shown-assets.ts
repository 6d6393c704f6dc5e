/** The pictures and style sheets of pages that are shown. */
import { HOST_SPACING_MS, serverOf } from '../../core/poll/plan.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { SECOND_MS } from '../../core/time/duration.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import type { HttpSession } from '../http/session.ts';
import { imageFormat } from '../publish/image-format.ts';
import { showSheetSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import type { PageOnShow } from './shown-pages.ts';

/** How long one waits for its turn. A browser keeps few connections open to one server, and needs some for its calls. */
const PATIENCE_MS = 12 * SECOND_MS;
const TIMEOUT_MS = 8 * SECOND_MS;
/** Style sheets and pictures of a page, with those that its style sheets name. */
const MAX_ASSETS = 400;
const MAX_SHEET_BYTES = 1_000_000;
const MAX_PICTURE_BYTES = 8_000_000;

/** What the browser gets. */
export interface LoadedAsset {
  type: string;
  body: Uint8Array | string;
}

/**
 * Loads what the pages name, and nothing else: one request at a time to each host, after all that are more important.
 */
export class ShownAssetLoader {
  private readonly session: HttpSession;
  /** By host: settles when nothing of it is being loaded. */
  private readonly turns = new Map<string, Promise<unknown>>();
  /** By page: settles when none of its style sheets is being numbered. */
  private readonly numbering = new WeakMap<PageOnShow, Promise<unknown>>();

  constructor(
    private readonly options: ClientOptions,
    private readonly shared: HttpSession,
  ) {
    this.session = shared.withoutMemory();
  }

  /**
   * Loads a picture or style sheet.
   *
   * @param signal aborted when the browser no longer wants it
   * @returns undefined if the page names none by this number, or it cannot be had now, or is something else
   */
  async load(page: PageOnShow, number: number, signal: AbortSignal): Promise<LoadedAsset | undefined> {
    const asset = page.reading.assets[number];
    if (!asset) return undefined;
    const wanted = AbortSignal.any([signal, page.left.signal]);
    const response = await this.inTurn(asset.url, () => this.fetch(page, asset, wanted), wanted);
    if (!response) return undefined;
    if (asset.type === 'style') return this.sheet(page, response);
    const format = response.body.length <= MAX_PICTURE_BYTES && imageFormat(response.body);
    return format ? { type: `image/${format}`, body: response.body } : undefined;
  }

  private async inTurn<T>(url: string, work: () => Promise<T>, wanted: AbortSignal): Promise<T | undefined> {
    const host = serverOf(url);
    const end = performance.now() + PATIENCE_MS;
    const turn = (this.turns.get(host) ?? Promise.resolve()).then(() =>
      wanted.aborted || performance.now() > end ? undefined : work(),
    );
    this.turns.set(
      host,
      turn.catch(() => {}),
    );
    return turn;
  }

  private async fetch(
    page: PageOnShow,
    { url, type }: PageOnShow['reading']['assets'][number],
    signal: AbortSignal,
  ): Promise<FetchedResponse | undefined> {
    const { spacingMs = HOST_SPACING_MS } = this.options;
    const client = new HttpClient(
      {
        ...this.options,
        session: this.session,
        timeoutMs: TIMEOUT_MS,
        patienceMs: PATIENCE_MS + spacingMs,
        signal,
      },
      page.reachable,
    );
    if (await new Robots(this.shared.robots, client, Date.now()).refusal(url)) return undefined;
    const response = await client.fetch(url, { Accept: type === 'style' ? 'text/css' : 'image/*' });
    return 'body' in response && response.status === 200 ? response : undefined;
  }

  /** A style sheet as it is shown. What it names gets the next numbers of the page. */
  private async sheet(page: PageOnShow, response: FetchedResponse): Promise<LoadedAsset | undefined> {
    const { body, headers } = response;
    if (body.length > MAX_SHEET_BYTES || /html|json|image/i.test(headers.get('content-type') ?? ''))
      return undefined;
    const { assets } = page.reading;
    const work = (this.numbering.get(page) ?? Promise.resolve()).then(async () => {
      const sheet = await orRefusal(showSheetSafely(response, `/shown/${page.id}/assets/`, assets.length));
      if ('refusal' in sheet) return undefined;
      assets.push(...sheet.assets.slice(0, Math.max(0, MAX_ASSETS - assets.length)));
      return { type: 'text/css; charset=utf-8', body: sheet.css };
    });
    this.numbering.set(
      page,
      work.catch(() => {}),
    );
    return work;
  }
}
