import { MINUTE_MS } from '../../core/time/duration.ts';
import { cutFeed, escapeXml, replay } from './recording.ts';
import { Site, type SitePost, type SiteRequest, type SiteResponse } from './site.ts';
import { upload } from './uploads.ts';

const RECORDED_ORIGIN = 'http://127.0.0.1:8802';
/** Requests per minute that the flood blocker allows; it does not see files that the web server sends without the CMS. */
const MAX_REQUESTS_PER_MINUTE = 40;
const FILE = /\.(?:jpe?g|png|gif|webp|pdf|docx?)$/i;

const FILES: Record<string, string> = {
  '/': 'html-home.html',
  '/rss/': 'rss-news.xml',
  '/vi/news/rss/': 'rss-news.xml',
  '/rss/dao-tao-boi-duong/': 'rss-category.xml',
  '/laws/rss/': 'rss-laws.xml',
  '/vi/laws/rss/': 'rss-laws.xml',
  '/download/rss/': 'rss-download.xml',
  '/instant-rss/': 'rss-instant.xml',
  '/feeds/': 'feeds-index.html',
  '/laws/': 'html-laws.html',
  '/tin-tuc-su-kien/': 'html-category.html',
};
const POSTS_PER_FEED = 30;

/** NukeViet 4.5, replayed from recordings: it never responds with 304, refuses extensions with 200, and too many requests with 429. */
export class NukeViet extends Site {
  /** Responds with NukeViet's page for a database that is down, which has status 200. */
  databaseDown = false;

  protected answer(path: string, query: URLSearchParams, { headers }: SiteRequest): SiteResponse | undefined {
    if (FILE.test(path)) return upload(path);
    const pages = this.requests.filter((each) => each.at > this.now - MINUTE_MS && !FILE.test(each.path));
    if (pages.length > MAX_REQUESTS_PER_MINUTE) return this.replay('fault-429-flood.html');
    if (this.databaseDown) return this.replay('fault-database.html');
    if (/^(?:chrome|moz)-extension:/.test(headers.origin ?? '')) return this.replay('cors-rss-origin.xml');
    const named = query.get('nv') ? `/vi/${query.get('nv')}/${query.get('op') ?? ''}/` : path;
    // Only one law's page was recorded.
    if (path.startsWith('/laws/detail/'))
      return path.endsWith('-boi-duong-1/') ? this.replay('html-laws-detail.html') : undefined;
    const file = FILES[named];
    if (!file)
      return (
        upload(path) ??
        (/^\/rss\//.test(path) ? this.feed('rss-category-unknown.xml') : this.replay('err-301-module.html'))
      );
    return file.startsWith('rss') ? this.feed(file) : this.replay(file);
  }

  private replay(file: string) {
    return replay(`nukeviet/${file}`, RECORDED_ORIGIN, this.origin);
  }

  private feed(file: string): SiteResponse {
    const recorded = this.replay(file);
    const { head, posts, tail } = cutFeed(recorded.body, 'item');
    const idOf = (post: string) => /<guid[^>]*>\s*(?:<!\[CDATA\[)?(?:news_)?(\w+)/.exec(post)?.[1] ?? '';
    const old = posts
      .filter((post) => !this.removed.has(idOf(post)))
      .map((post) => this.retitle(post, idOf(post)));
    const fresh = file === 'rss-news.xml' ? this.currentPosts.map((post) => this.item(post)) : [];
    return {
      ...recorded,
      body: head + [...fresh, ...old].slice(0, Math.max(POSTS_PER_FEED, posts.length)).join('') + tail,
    };
  }

  private retitle(post: string, id: string): string {
    const title = this.edited.get(id)?.title;
    return title
      ? post.replace(/(<title>)[\s\S]*?(<\/title>)/, (_, open, close) => open + escapeXml(title) + close)
      : post;
  }

  private item(post: SitePost): string {
    const { id, title, summary, published, image } = { ...post, ...this.edited.get(post.id) };
    const date = new Date(published);
    // NukeViet's format is `H:m:s`, which puts the month where the minutes belong.
    const printed = date
      .toUTCString()
      .replace(/:\d\d:/, `:${String(date.getUTCMonth() + 1).padStart(2, '0')}:`);
    return `
                <item>
            <title>${escapeXml(title)}</title>
            <link>${this.url(`/tin-tuc-su-kien/${id}.html`)}</link>
                        <guid isPermaLink="false">
                <![CDATA[news_${id}]]>
            </guid>
                        <pubDate>${printed}</pubDate>
            <description>
                <![CDATA[${image ? `<img src="${image}" width="100" align="left" border="0">` : ''}${summary}]]>
            </description>
        </item>`;
  }
}
