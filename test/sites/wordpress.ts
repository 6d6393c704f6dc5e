import { createHash } from 'node:crypto';
import { cutFeed, escapeXml, replay } from './recording.ts';
import { Site, type SitePost, type SiteRequest, type SiteResponse } from './site.ts';
import { upload } from './uploads.ts';

const RECORDED_ORIGIN = 'http://127.0.0.1:8801';
const NEWEST = Date.UTC(2026, 10, 23, 0, 15);
/** The CMS's setting at the time of the recording. */
const POSTS_PER_FEED = 10;

const FEEDS: Record<string, [file: string, tag: string]> = {
  '/feed/': ['feed-rss2.xml', 'item'],
  '/feed/atom/': ['feed-atom.xml', 'entry'],
  '/feed/rdf/': ['feed-rdf.xml', 'item'],
  '/feed/rss/': ['feed-rss092.xml', 'item'],
  '/category/dao-tao-boi-duong/feed/': ['feed-category.xml', 'item'],
  '/comments/feed/': ['feed-comments.xml', 'item'],
};
const PAGES: Record<string, string> = {
  '/': 'html-home.html',
  '/van-ban/': 'html-page-vanban.html',
  '/thu-vien-anh/': 'html-page-thuvienanh.html',
};

/** WordPress 6.1, replayed from recordings: RSS, Atom, RDF, REST, pages, photos, and its real rules for 304. */
export class WordPress extends Site {
  protected answer(path: string, query: URLSearchParams, request: SiteRequest): SiteResponse | undefined {
    const feed = FEEDS[path];
    if (feed) return this.conditional(this.feed(...feed), request);
    // The feed of an unknown category exists and is empty.
    if (/^\/category\/.+\/feed\/$/.test(path)) return this.replay('err-404-feed-category.xml');
    if (path.startsWith('/wp-json/wp/v2/')) return this.rest(path.slice(15), query, request);
    const page = PAGES[path];
    if (page) return this.replay(page);
    return upload(path) ?? this.postPage(path);
  }

  private replay(file: string) {
    return replay(`wordpress/${file}`, RECORDED_ORIGIN, this.origin);
  }

  private feed(file: string, tag: string): SiteResponse & { body: string } {
    const recorded = this.replay(file);
    const { head, posts, tail } = cutFeed(recorded.body, tag);
    const old = posts
      .filter((post) => ![...this.removed].some((id) => post.includes(`?p=${id}<`)))
      .map((post) => this.edit1(post));
    const fresh = file.includes('comments')
      ? []
      : this.currentPosts.map((post) => (tag === 'entry' ? this.entry(post) : this.item(post, file)));
    return {
      ...recorded,
      body: head + [...fresh, ...old].slice(0, Math.max(POSTS_PER_FEED, posts.length)).join('') + tail,
    };
  }

  private edit1(post: string): string {
    const id = /\?p=(\d+)</.exec(post)?.[1];
    const { title } = (id && this.edited.get(id)) || {};
    return title
      ? post.replace(/(<title[^>]*>)[\s\S]*?(<\/title>)/, (_, open, close) => open + escapeXml(title) + close)
      : post;
  }

  private item(post: SitePost, file: string): string {
    const { id, title, summary, published } = { ...post, ...this.edited.get(post.id) };
    const rdf = file.includes('rdf');
    const link = this.url(`/${id}/`);
    return `\n\t<item${rdf ? ` rdf:about="${link}"` : ''}>
\t\t<title>${escapeXml(title)}</title>
\t\t<link>${link}</link>
\t\t${rdf ? `<dc:date>${new Date(published).toISOString()}</dc:date>` : `<pubDate>${new Date(published).toUTCString().replace('GMT', '+0000')}</pubDate>\n\t\t<guid isPermaLink="false">${this.url(`/?p=${id}`)}</guid>`}
\t\t<description><![CDATA[${summary}]]></description>
\t</item>`;
  }

  private entry(post: SitePost): string {
    const { id, title, summary, published } = { ...post, ...this.edited.get(post.id) };
    const date = new Date(published).toISOString();
    return `\n\t<entry>
\t\t<title type="html"><![CDATA[${escapeXml(title)}]]></title>
\t\t<link rel="alternate" type="text/html" href="${this.url(`/${id}/`)}" />
\t\t<id>${this.url(`/?p=${id}`)}</id>
\t\t<updated>${date}</updated><published>${date}</published>
\t\t<summary type="html"><![CDATA[${summary}]]></summary>
\t</entry>`;
  }

  /** WordPress derives its ETag from Last-Modified, compares both, and never matches a weak one (wp-includes/class-wp.php). */
  private conditional(answer: SiteResponse, { headers }: SiteRequest): SiteResponse {
    const newest = Math.max(NEWEST, ...this.published.map(({ published }) => published));
    const modified = new Date(newest).toUTCString();
    const etag = `"${createHash('md5').update(modified).digest('hex')}"`;
    const since = headers['if-modified-since'];
    const match = headers['if-none-match'];
    const fresh = since !== undefined && Date.parse(since) >= Math.floor(newest / 1000) * 1000;
    const same = match === etag;
    const unchanged = since && match ? fresh && same : fresh || same;
    const validators = { 'Last-Modified': modified, ETag: etag };
    return unchanged
      ? { status: 304, headers: validators }
      : { ...answer, headers: { ...answer.headers, ...validators } };
  }

  private rest(route: string, query: URLSearchParams, { headers }: SiteRequest): SiteResponse | undefined {
    const size = Number(query.get('per_page') ?? 10);
    if (size > 100) return this.replay('err-400-per-page.json');
    const files: Record<string, string> = {
      posts: 'rest-posts-embed.json',
      media: 'rest-media.json',
      categories: 'rest-categories.json',
    };
    const file =
      route === 'media' && query.get('media_type') === 'application'
        ? 'rest-media-documents.json'
        : files[route];
    if (!file) return undefined;
    const recorded = this.replay(file);
    const list: { id: number; title: { rendered: string } }[] = JSON.parse(recorded.body);
    if (route === 'posts') list.push(...JSON.parse(this.replay('rest-posts-embed-page2.json').body));
    const posts = list
      .filter(({ id }) => !this.removed.has(String(id)))
      .map((post) => ({
        ...post,
        ...(this.edited.get(String(post.id))?.title && {
          title: { rendered: escapeXml(this.edited.get(String(post.id))!.title!) },
        }),
      }));
    const fresh = route === 'posts' ? this.currentPosts.map((post) => this.restPost(post)) : [];
    const all = [...fresh, ...posts];
    const page = Number(query.get('page') ?? 1);
    const pages = Math.ceil(all.length / size);
    const origin = headers.origin;
    const cors: Record<string, string> = origin
      ? {
          'Access-Control-Allow-Origin': /^https?:/.test(origin) ? origin : '',
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        }
      : {};
    const next = new URLSearchParams(
      [...query].filter(([key]) => key !== 'page').concat([['page', String(page + 1)]]),
    );
    return {
      headers: {
        ...recorded.headers,
        ...cors,
        'X-WP-Total': String(all.length),
        'X-WP-TotalPages': String(pages),
        Link: page < pages ? `<${this.url(`/wp-json/wp/v2/${route}?${next}`)}>; rel="next"` : '',
      },
      body: JSON.stringify(all.slice((page - 1) * size, page * size)),
    };
  }

  private restPost({ id, title, summary, published, image }: SitePost): object {
    const gmt = (time: number) => new Date(time).toISOString().slice(0, 19);
    return {
      id,
      type: 'post',
      link: this.url(`/${id}/`),
      guid: { rendered: this.url(`/?p=${id}`) },
      date: gmt(published + 7 * 3_600_000),
      date_gmt: gmt(published),
      modified_gmt: gmt(published),
      title: { rendered: escapeXml(title) },
      excerpt: { rendered: `<p>${summary}</p>`, protected: false },
      content: {
        rendered: `${image ? `<p><img src="${image}" alt=""></p>` : ''}<p>${summary}</p>`,
        protected: false,
      },
    };
  }

  /** A post's own page, made from its REST resource. */
  private postPage(path: string): SiteResponse | undefined {
    const posts: { link: string; title: { rendered: string }; content: { rendered: string } }[] = [
      '',
      '-page2',
    ].flatMap((page) => JSON.parse(this.replay(`rest-posts-embed${page}.json`).body));
    const post = posts.find(({ link }) => decodeURI(new URL(link).pathname) === path);
    return (
      post && {
        headers: { 'Content-Type': 'text/html; charset=UTF-8' },
        body: `<!DOCTYPE html><html lang="vi"><head><title>${post.title.rendered}</title></head><body><main><h1>${post.title.rendered}</h1>${post.content.rendered}</main></body></html>`,
      }
    );
  }
}
