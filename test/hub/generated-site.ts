import { HOUR_MS } from '../../core/time/duration.ts';
import { Site, type SiteRequest, type SiteResponse } from '../sites/site.ts';
import { upload } from '../sites/uploads.ts';
import { NOW } from './start-hub.ts';

const POSTS_PER_PAGE = 10;

/**
 * A site with many posts: a feed of news with pictures at `/feed`, a feed of documents at `/laws`, and the posts on
 * pages of ten at `/list`. The feeds are not sent again until a post comes or goes. The posts' own pages do not exist.
 */
export class GeneratedSite extends Site {
  /** Called before each response, which waits for it. */
  onRequest?: (request: SiteRequest) => Promise<void> | void;
  /** The pictures of the posts, one after the other, and files besides the recorded ones. */
  pictures = ['/hoi-giang.jpg'];
  readonly files = new Map<string, Uint8Array>();

  constructor(
    private readonly name: string,
    public count: number,
  ) {
    super();
  }

  protected override async answer(
    path: string,
    query: URLSearchParams,
    request: SiteRequest,
  ): Promise<SiteResponse | undefined> {
    await this.onRequest?.(request);
    if (path === '/robots.txt') return undefined;
    if (path === '/feed') return this.feed((index) => this.newsItem(index), request);
    if (path === '/laws') return this.feed((index) => this.lawItem(index), request);
    if (path === '/list') return this.page(Number(query.get('trang') ?? 1));
    const body = this.files.get(path);
    return body ? { body } : upload(path);
  }

  private get indices(): number[] {
    return Array.from({ length: this.count }, (_, index) => this.count - index).filter(
      (index) => !this.removed.has(String(index)),
    );
  }

  private title(index: number): string {
    return `Trường ${this.name} họp phiên thứ ${index}`;
  }

  private date(index: number): Date {
    // Several posts of both schools have the same date.
    return new Date(NOW - (this.count - index + 5 - (index % 2)) * 6 * HOUR_MS);
  }

  private feed(item: (index: number) => string, { headers }: SiteRequest): SiteResponse {
    const ETag = `"${this.indices.length}"`;
    if (headers['if-none-match'] === ETag) return { status: 304, headers: { ETag } };
    const items = this.indices.map(item).join('');
    return {
      headers: { 'Content-Type': 'application/rss+xml', ETag },
      body: `<rss version="2.0"><channel><title>${this.name}</title><link>${this.origin}</link>${items}</channel></rss>`,
    };
  }

  private newsItem(index: number): string {
    const path = this.pictures[index / 10 - 1] ?? this.pictures[0];
    const picture = index % 10 ? '' : `<enclosure url="${this.origin}${path}" type="image/jpeg"/>`;
    return `<item><title>${this.title(index)}</title><link>${this.origin}/tin/${index}</link><guid>${index}</guid><pubDate>${this.date(index).toUTCString()}</pubDate>${picture}</item>`;
  }

  private lawItem(index: number): string {
    return `<item><title>[${index}/QĐ-TCT] Quyết định số ${index}</title><link>${this.origin}/laws/${index}</link><guid>laws_${index}</guid><pubDate>${this.date(index).toUTCString()}</pubDate></item>`;
  }

  private page(page: number): SiteResponse {
    const first = (page - 1) * POSTS_PER_PAGE;
    const posts = this.indices
      .slice(first, first + POSTS_PER_PAGE)
      .map((index) => `<li><a href="/tin/${index}">${this.title(index)}</a></li>`);
    const next =
      this.count > first + POSTS_PER_PAGE ? `<a class="next" href="/list?trang=${page + 1}">Sau</a>` : '';
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8', ETag: `"${page}"` },
      body: `<!doctype html><title>Tin</title><ul>${posts.join('')}</ul>${next}`,
    };
  }
}
