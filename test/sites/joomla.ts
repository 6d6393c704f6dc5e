import { escapeXml } from './recording.ts';
import type { SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';

/** Joomla 4 (synthesised): `?format=feed&type=rss|atom`, HTML in CDATA, the guid is the link. */
export class Joomla extends SynthesisedSite {
  protected answer(path: string, query: URLSearchParams): SiteResponse | undefined {
    if (query.get('format') === 'feed') return query.get('type') === 'atom' ? this.atom() : this.rss();
    return path === '/' || path === '/tin-tuc' ? this.home() : upload(path);
  }

  private rss(): SiteResponse {
    const items = this.posts.map((post) => {
      const link = this.url(`/tin-tuc/${post.id}-bai-viet`);
      const image = post.image ? `<p><img src="${post.image.slice(1)}" width="600" height="400" /></p>` : '';
      return `<item><title>${escapeXml(post.title)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><description><![CDATA[<div class="feed-description">${image}<p>${post.summary}</p></div>]]></description><author>banbientap@example.org (Ban Biên tập)</author><category>Tin tức</category><pubDate>${new Date(post.published + 7 * 3_600_000).toUTCString().replace('GMT', '+0700')}</pubDate></item>`;
    });
    return {
      headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?>\n<!-- generator="Joomla! - Open Source Content Management" -->\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Tin tức - Trường Chính trị</title><description><![CDATA[Trang thông tin điện tử]]></description><link>${this.url('/tin-tuc')}</link><lastBuildDate>${new Date(this.now).toUTCString()}</lastBuildDate><generator>Joomla! - Open Source Content Management</generator><atom:link rel="self" type="application/rss+xml" href="${this.url('/tin-tuc?format=feed&amp;type=rss')}"/><language>vi-vn</language>${items.join('')}</channel></rss>`,
    };
  }

  private atom(): SiteResponse {
    const entries = this.posts.map((post) => {
      const date = new Date(post.published).toISOString().replace('.000Z', '+00:00');
      const link = this.url(`/tin-tuc/${post.id}-bai-viet`);
      return `<entry><title>${escapeXml(post.title)}</title><link rel="alternate" type="text/html" href="${link}"/><published>${date}</published><updated>${date}</updated><id>${link}</id><author><name>Ban Biên tập</name></author><summary type="html">${escapeXml(`<p>${post.summary}</p>`)}</summary></entry>`;
    });
    return {
      headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi-vn"><title type="text">Tin tức - Trường Chính trị</title><link rel="alternate" type="text/html" href="${this.origin}"/><id>${this.url('/tin-tuc')}</id><updated>${new Date(this.now).toISOString()}</updated>${entries.join('')}</feed>`,
    };
  }

  private home(): SiteResponse {
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `<!DOCTYPE html><html lang="vi-vn"><head><meta charset="utf-8"><meta name="generator" content="Joomla! - Open Source Content Management"><title>Tin tức - Trường Chính trị</title><link href="/tin-tuc?format=feed&amp;type=rss" rel="alternate" type="application/rss+xml" title="RSS 2.0"><link href="/tin-tuc?format=feed&amp;type=atom" rel="alternate" type="application/atom+xml" title="Atom 1.0"></head><body><h1>Tin tức</h1></body></html>`,
    };
  }
}
