import { printedDate } from './dates.ts';
import { vietnam } from './liferay.ts';
import { escapeXml } from './recording.ts';
import type { SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';

/** DotNetNuke (synthesised): `/rss.aspx?TabID=&ModuleID=`; pubDate is the time of the last edit, the guid is the link. */
export class DotNetNuke extends SynthesisedSite {
  protected answer(path: string, query: URLSearchParams): SiteResponse | undefined {
    if (/^\/rss\.aspx$/i.test(path)) return query.get('TabID') === '55' ? this.rss() : undefined;
    if (/^\/default\.aspx$/i.test(path) && query.get('tabid') === '55') return this.list();
    return path === '/' || path === '/Default.aspx' ? this.home() : upload(path);
  }

  /** A news module: old markup, links relative to a `<base>`, each date printed in another shape. */
  private list(): SiteResponse {
    const rows = this.posts.map((post, index) => {
      const link = `Default.aspx?tabid=55&amp;ctl=Details&amp;mid=412&amp;ItemID=${post.id}`;
      const short =
        post.title.length > 50 ? `${post.title.slice(0, 50).replace(/\s\S*$/, '')}...` : post.title;
      const picture = post.image ? `<img src="${post.image}" align="left" width="120" border="0">` : '';
      return `<tr><td class="Normal" valign="top"><a href="javascript:__doPostBack('dnn$ctr412$edit','${post.id}')"><img src="/images/edit.gif" width="16"></a>${picture}<a id="dnn_ctr412_lnk_${post.id}" class="SubHead" href="${link}" title="${escapeXml(post.title).replaceAll('"', '&quot;')}">${escapeXml(short)}</a><br><span class="NormalSmall">(${printedDate(post.published, index)})</span><br>${escapeXml(post.summary)} <a href="${link}" class="CommandButton">Xem chi tiết...</a><tr><td><img src="/images/spacer.gif" height="1">`;
    });
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-AspNet-Version': '4.0.30319' },
      body: `<!DOCTYPE html><html lang="vi-VN"><head id="Head"><title>Trường Chính trị tỉnh > Tin tức</title><base href="${this.origin}/"></head><body id="Body"><form id="Form"><span class="date">Hôm nay: ${printedDate(this.now, 0)}</span><div id="dnn_ctr412_ContentPane"><table class="tin">${rows.join('')}</table></div></form></body></html>`,
    };
  }

  private rss(): SiteResponse {
    const items = this.posts.map((post) => {
      const link = this.url(`/Default.aspx?tabid=55&amp;ctl=Details&amp;mid=412&amp;ItemID=${post.id}`);
      return `<item><title>${escapeXml(post.title)}</title><link>${link}</link><description>${escapeXml(`<p style="text-align: justify;">${post.summary}</p>`)}</description><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">SuperUser Account</dc:creator><pubDate>${new Date(post.published).toUTCString()}</pubDate><guid isPermaLink="true">${link}</guid></item>`;
    });
    return {
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Trường Chính trị tỉnh</title><link>${this.origin}</link><description>Tin tức</description><ttl>60</ttl>${items.join('')}</channel></rss>`,
    };
  }

  private home(): SiteResponse {
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-AspNet-Version': '4.0.30319' },
      body: `<!DOCTYPE html><html lang="vi-VN"><head id="Head"><title>Trường Chính trị tỉnh > Trang chủ</title><meta name="GENERATOR" content="DotNetNuke"></head><body id="Body"><form id="Form"><div id="dnn_ctr412_ContentPane">${this.posts.map((post) => `<div class="tintuc"><a class="tieude" href="/Default.aspx?tabid=55&amp;ctl=Details&amp;mid=412&amp;ItemID=${post.id}">${escapeXml(post.title)}</a><span class="ngay">Ngày đăng ${vietnam(post.published).replace(' ', ' | ')}</span><p>${escapeXml(post.summary)}</p></div>`).join('')}</div><a href="/rss.aspx?TabID=55&amp;ModuleID=412">RSS</a></form></body></html>`,
    };
  }
}
