import { Site, type SiteResponse } from '../../sites/site.ts';

const TYPES: [start: RegExp, type: string][] = [
  [/^\s*<\?xml|^\s*<rss/, 'application/rss+xml; charset=utf-8'],
  [/^\s*[[{]/, 'application/json; charset=utf-8'],
  [/^/, 'text/html; charset=utf-8'],
];

/** A site made of a few responses, by path and query; in a body, `{origin}` is the site's own. */
export class StaticSite extends Site {
  constructor(private readonly pages: Record<string, string | SiteResponse>) {
    super();
  }

  protected answer(
    _path: string,
    _query: URLSearchParams,
    { path }: { path: string },
  ): SiteResponse | undefined {
    const page = this.pages[path];
    if (page === undefined) return undefined;
    const { body = '', ...rest } = typeof page === 'string' ? { body: page } : page;
    const text = String(body).replaceAll('{origin}', this.origin);
    return {
      ...rest,
      headers: { 'Content-Type': TYPES.find(([start]) => start.test(text))![1], ...rest.headers },
      body: text,
    };
  }

  /** The paths that were asked for, without robots.txt. */
  get asked(): string[] {
    return this.requests.map(({ path }) => path).filter((path) => path !== '/robots.txt');
  }
}

const day = (index: number) => new Date(Date.UTC(2026, 10, 20) - index * 86_400_000);

export interface PostOptions {
  /** The number of the first. */
  from?: number;
  /** Where the posts are. */
  at?: string;
  picture?: boolean;
  /** By number. */
  title?: (index: number) => string;
}

const titleOf = (index: number) => `Bài số ${index} của trường về công tác đào tạo`;
const indexes = (count: number, from: number) => [...Array(count).keys()].map((index) => index + from);

/** A feed of posts, the newest first. */
export function rss(
  count: number,
  { from = 1, at = '/bai/', picture, title = titleOf }: PostOptions = {},
): string {
  const items = indexes(count, from).map(
    (index) =>
      `<item><title>${title(index)}</title><link>{origin}${at}${index}/</link><pubDate>${day(index).toUTCString()}</pubDate><description><![CDATA[${picture ? `<img src="/anh/${index}.jpg">` : ''}Tóm tắt của bài.]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Trường Chính trị</title>${items.join('')}</channel></rss>`;
}

/** Posts as WordPress's REST API has them. */
export function restPosts(
  count: number,
  { from = 1, at = '/bai/', title = titleOf }: PostOptions = {},
  more: object = {},
): string {
  return JSON.stringify(
    indexes(count, from).map((index) => ({
      id: index,
      type: 'post',
      date_gmt: day(index).toISOString().slice(0, 19),
      link: `{origin}${at}${index}/`,
      guid: { rendered: `{origin}/?p=${index}` },
      title: { rendered: title(index) },
      excerpt: { rendered: '<p>Tóm tắt của bài.</p>', protected: false },
      content: { rendered: '<p>Nội dung của bài.</p>', protected: false },
      _embedded: {
        author: [{ name: 'Ban Biên tập' }],
        'wp:featuredmedia': [{ source_url: `{origin}/wp-content/uploads/${index}.jpg` }],
      },
      ...more,
    })),
  );
}

/** Files or images of WordPress's media library. */
export function restMedia(count: number, type: 'application' | 'image'): string {
  return JSON.stringify(
    indexes(count, 1).map((index) => ({
      id: 100 + index,
      type: 'attachment',
      media_type: type === 'image' ? 'image' : 'file',
      mime_type: type === 'image' ? 'image/jpeg' : 'application/pdf',
      date_gmt: day(index).toISOString().slice(0, 19),
      link: `{origin}/tep-${type}-${index}/`,
      title: { rendered: `tep-${index}` },
      source_url: `{origin}/wp-content/uploads/tep-${index}.${type === 'image' ? 'jpg' : 'pdf'}`,
      media_details: {},
    })),
  );
}

/** A page with a `<head>` and a body. */
export const page = (head: string, body = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trường Chính trị tỉnh A</title>${head}</head><body>${body}</body></html>`;

export const feedLink = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

/** A table of documents with files. */
export const documentTable = (count: number) =>
  `<table><tr><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th><th>Tải về</th></tr>${indexes(
    count,
    1,
  )
    .map(
      (index) =>
        `<tr><td>${index}/QĐ-TCT</td><td>0${index}/3/2026</td><td>Về việc ban hành quy chế số ${index} của trường</td><td><a href="/tep/${index}.pdf">Tải về</a></td></tr>`,
    )
    .join('')}</table>`;

/** The photos of an album. */
export const photos = (count: number) =>
  `<h1>Hội thao chào mừng ngày 20/11</h1><div class="album-photos">${indexes(count, 1)
    .map(
      (index) =>
        `<a href="/anh/lon-${index}.jpg"><img src="/anh/${index}.jpg" width="300" height="200" alt="Ảnh ${index}"></a>`,
    )
    .join('')}</div>`;
