import { printedDate } from './dates.ts';
import { HandmadeSite, html } from './handmade-site.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteRequest, SiteResponse } from './site.ts';

const POSTS_PER_PAGE = 5;
const CONTENT = 'ctl00_ContentPlaceHolder1';

/**
 * ASP.NET Web Forms (synthesised): each page is one form with `__VIEWSTATE` and generated ids. The news are paged by
 * postback, the notices beside them by a plain list with addresses.
 */
export class WebForms extends HandmadeSite {
  readonly listPath = '/TinTuc.aspx';

  protected pathOf({ id }: SitePost): string {
    return `/ChiTiet.aspx?id=${id}`;
  }

  protected oldPage(path: string, query: URLSearchParams, request: SiteRequest): SiteResponse | undefined {
    if (path === '/' || path === '/Default.aspx') return this.form('/Default.aspx', this.newest());
    // The body of a postback is not read: the only one that the page offers leads to its second page.
    if (path === this.listPath) return this.form(path, this.news(request.method === 'POST' ? 2 : 1));
    if (path === '/ThongBao.aspx') return this.form(path, this.notices(Number(query.get('trang') ?? 1)));
    return undefined;
  }

  private news(page: number): string {
    const rows = this.posts.slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE).map((post, index) => {
      const id = `${CONTENT}_grvTinTuc_ctl${String(index + 2).padStart(2, '0')}`;
      const picture = post.image ? `<img id="${id}_imgAnh" src="${post.image}" width="120" border="0">` : '';
      return `<tr><td>${picture}</td><td><a id="${id}_lnkTieuDe" href="ChiTiet.aspx?id=${post.id}">${escapeXml(post.title)}</a><br><span id="${id}_lblNgay">${printedDate(post.published, 1)}</span><br><span id="${id}_lblTrichYeu">${escapeXml(post.summary)}</span></td></tr>`;
    });
    const pages = [1, 2].map((number) =>
      number === page
        ? `<td><span>${number}</span></td>`
        : `<td><a href="javascript:__doPostBack('ctl00$ContentPlaceHolder1$grvTinTuc','Page$${number}')">${number}</a></td>`,
    );
    return `<table cellspacing="0" border="0" id="${CONTENT}_grvTinTuc" style="width:100%;border-collapse:collapse;">${rows.join('\r\n')}<tr align="center"><td colspan="2"><table><tr>${pages.join('')}</tr></table></td></tr></table>`;
  }

  private notices(page: number): string {
    const first = (page - 1) * POSTS_PER_PAGE;
    const items = this.posts
      .slice(first, first + POSTS_PER_PAGE)
      .map(
        (post) =>
          `<li><a href="ChiTiet.aspx?id=${post.id}">${escapeXml(post.title)}</a> <span>(${printedDate(post.published, 0)})</span></li>`,
      );
    const next =
      this.posts.length > first + POSTS_PER_PAGE
        ? `<a href="ThongBao.aspx?trang=${page + 1}">Trang sau</a>`
        : '';
    return `<ul id="${CONTENT}_dsThongBao">${items.join('')}</ul>${next}`;
  }

  private newest(): string {
    return `<div id="${CONTENT}_pnlMoi"><b>TIN MỚI</b>${this.posts
      .slice(0, 3)
      .map(({ id, title }) => `<p><a href="ChiTiet.aspx?id=${id}">${escapeXml(title)}</a></p>`)
      .join('')}</div>`;
  }

  /** The page around: the state of all controls, and a script for postbacks. */
  private form(action: string, content: string): SiteResponse {
    const state = Buffer.from(`state of ${action}`.repeat(20)).toString('base64');
    return html(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1"><title>Trường Chính trị tỉnh - Tin tức</title></head>
<body><form name="aspnetForm" method="post" action=".${action}" id="aspnetForm"><div>
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" /></div>
<script type="text/javascript">function __doPostBack(t, a) { var f = document.forms.aspnetForm; f.__EVENTTARGET.value = t; f.__EVENTARGUMENT.value = a; f.submit(); }</script>
<div id="ctl00_mnu"><a href="Default.aspx">Trang chủ</a> <a href="TinTuc.aspx">Tin tức</a> <a href="ThongBao.aspx">Thông báo</a></div>
<div id="ctl00_timkiem"><input name="ctl00$txtTim" type="text" id="ctl00_txtTim" /><input type="submit" name="ctl00$btnTim" value="Tìm" id="ctl00_btnTim" /></div>
${content}
<div id="ctl00_footer">Số lượt truy cập: <span id="ctl00_lblDem">128.456</span></div></form></body></html>`);
  }
}
