import { escapeXml } from '../sites/recording.ts';
import { Site, type SiteRequest, type SiteResponse } from '../sites/site.ts';

/** A site whose pages a test writes, by path. */
export class WrittenSite extends Site {
  readonly pages = new Map<string, SiteResponse>();

  protected answer(path: string): SiteResponse | undefined {
    return this.pages.get(path);
  }

  html(path: string, body: string, head = ''): void {
    this.pages.set(path, {
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `<!DOCTYPE html><html><head><title>Trường Chính trị</title>${head}</head><body>${body}</body></html>`,
    });
  }

  rss(path: string, items: readonly TestPost[]): void {
    const item = ({ title, link, guid = link, day }: TestPost) =>
      `<item><title>${escapeXml(title)}</title><link>${this.url(link)}</link><guid isPermaLink="false">${guid}</guid><pubDate>${new Date(`${day}T01:00:00Z`).toUTCString()}</pubDate></item>`;
    this.pages.set(path, {
      headers: { 'Content-Type': 'application/rss+xml' },
      body: `<rss version="2.0"><channel><title>Tin</title><link>${this.origin}</link>${items.map(item).join('')}</channel></rss>`,
    });
  }

  /** The paths requested since the last call, without `robots.txt`. */
  requested(): string[] {
    return this.requests
      .splice(0)
      .map(({ path }) => path)
      .filter((path) => path !== '/robots.txt');
  }
}

export interface TestPost {
  title: string;
  /** A path. */
  link: string;
  /** By default the link. */
  guid?: string;
  /** `YYYY-MM-DD` */
  day: string;
}

/** Posts with different titles, newest first: the last one of the numbers on 23 November 2026. */
export const testPosts = (
  numbers: readonly number[],
  link = (index: number) => `/tin/${index}.html`,
): TestPost[] =>
  numbers.map((index) => ({
    title: `Nhà trường tổ chức hội thảo khoa học lần thứ ${index}`,
    link: link(index),
    day: new Date(Date.UTC(2026, 10, 1) + index * 86_400_000).toISOString().slice(0, 10),
  }));

/** Whole numbers from one down to another. */
export const down = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

/** A list of posts as HTML, each in an element of a class. */
export const listOf = (posts: readonly TestPost[], className: string): string =>
  posts
    .map(
      ({ title, link, day }) =>
        `<div class="${className}"><h3><a href="${link}">${escapeXml(title)}</a></h3><span>${day.split('-').reverse().join('/')}</span></div>`,
    )
    .join('\n');

/** Serves what another site sends, at its own address, so that the other one can be exchanged: a move to another CMS. */
export class MovingSite extends Site {
  constructor(public inner: Site) {
    super();
  }

  protected async answer(
    _path: string,
    _query: URLSearchParams,
    { path }: SiteRequest,
  ): Promise<SiteResponse> {
    const response = await fetch(this.inner.url(path), { redirect: 'manual' });
    const here = (text: string) =>
      text
        .replaceAll(this.inner.origin, this.origin)
        .replaceAll(this.inner.origin.replaceAll('/', '\\/'), this.origin.replaceAll('/', '\\/'));
    const headers: Record<string, string> = {};
    for (const name of ['content-type', 'location']) {
      const value = response.headers.get(name);
      if (value) headers[name] = here(value);
    }
    return { status: response.status, headers, body: here(await response.text()) };
  }
}
