import { printedDate } from './dates.ts';
import { HandmadeSite, html } from './handmade-site.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteResponse } from './site.ts';

const POSTS_PER_PAGE = 4;

/** A site of plain tags, without classes and ids: dates in the text, a link to the next page (synthesised). */
export class Classless extends HandmadeSite {
  readonly listPath = '/tin-tuc.html';

  protected pathOf({ id }: SitePost): string {
    return `/bai/${id}.html`;
  }

  protected oldPage(path: string): SiteResponse | undefined {
    if (path === '/')
      return this.page(
        '<h1>Trường Chính trị tỉnh</h1><p>Địa chỉ: 12 đường Lê Lợi. Điện thoại: 0226 000 000.</p>',
      );
    const [, number = '1'] = /^\/tin-tuc(?:-trang-(\d+))?\.html$/.exec(path) ?? [undefined, ''];
    return number ? this.page(this.list(Number(number))) : undefined;
  }

  private list(page: number): string {
    const first = (page - 1) * POSTS_PER_PAGE;
    const posts = this.posts.slice(first, first + POSTS_PER_PAGE).map((post, index) => {
      const picture = post.image ? `<img src="${post.image}" alt="" width="160">` : '';
      return `<h3><a href="bai/${post.id}.html">${escapeXml(post.title)}</a></h3>\n<p>${picture}Đăng ngày ${printedDate(post.published, index % 2 ? 0 : 2)}. ${escapeXml(post.summary)}</p>`;
    });
    const next =
      this.posts.length > first + POSTS_PER_PAGE
        ? `<p><a href="tin-tuc-trang-${page + 1}.html">Trang sau</a></p>`
        : '';
    return `<h1>Tin tức</h1>\n${posts.join('\n')}\n${next}`;
  }

  private page(main: string): SiteResponse {
    return html(
      `<!doctype html>\n<html lang="vi">\n<title>Trường Chính trị tỉnh</title>\n<p><a href="/">Trang chủ</a> | <a href="/tin-tuc.html">Tin tức</a> | <a href="/gioi-thieu.html">Giới thiệu</a></p>\n${main}\n<hr>\n<p>© Trường Chính trị tỉnh</p>\n</html>`,
    );
  }
}
