import { printedDate } from './dates.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteRequest, SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';

export const html = (body: string, charset = 'utf-8'): SiteResponse => ({
  headers: { 'Content-Type': `text/html; charset=${charset}` },
  body,
});

/** Where the list of news is after a redesign. */
export const NEW_LIST = '/chuyen-muc/tin-tuc-su-kien';

/**
 * A handmade site of one school, without a feed (synthesised). Its list of news can be redesigned; the posts and their
 * addresses stay.
 */
export abstract class HandmadeSite extends SynthesisedSite {
  /** Path of the list of news before a redesign. */
  abstract readonly listPath: string;
  /** How the menu is made since the redesign; undefined before. */
  private menu?: 'links' | 'script';

  /**
   * Gives the site new markup: the news are at `NEW_LIST`, and what was the list shows the new front page, so that old
   * selectors find nothing there.
   *
   * @param menu made by a script, it leads to the list only in a browser
   */
  redesign(menu: 'links' | 'script' = 'links'): void {
    this.menu = menu;
  }

  /** Path of a post's own page, the same before and after a redesign. */
  protected abstract pathOf(post: SitePost): string;

  /** Everything before a redesign but the posts' own pages and uploads. */
  protected abstract oldPage(
    path: string,
    query: URLSearchParams,
    request: SiteRequest,
  ): SiteResponse | undefined;

  protected answer(path: string, query: URLSearchParams, request: SiteRequest): SiteResponse | undefined {
    const post = this.posts.find((each) => this.pathOf(each) === path + (query.size ? `?${query}` : ''));
    if (post) return this.postPage(post);
    if (!this.menu) return this.oldPage(path, query, request) ?? upload(path);
    if (path === NEW_LIST) return this.newList();
    return path === '/' || path === this.listPath ? this.newHome() : upload(path);
  }

  private postPage(post: SitePost): SiteResponse {
    return html(
      `<html><head><title>${escapeXml(post.title)}</title></head><body><h1>${escapeXml(post.title)}</h1><p>${printedDate(post.published, 2)}</p><p>${escapeXml(post.summary)}</p></body></html>`,
    );
  }

  /** As built by a framework of today: generated class names, the link around the picture, the title a `<div>`. */
  private newList(): SiteResponse {
    const cards = this.posts.map(
      (post) =>
        `<div class="_col_1x9ab_7"><div class="_card_1x9ab_12"><a class="_thumb_k2f81_3" href="${escapeXml(this.pathOf(post))}" aria-label="Xem bài"><img src="${post.image ?? '/uploads/logo-tct.png'}" alt="" loading="lazy"></a><div class="_body_1x9ab_31"><div class="_title_k2f81_9">${escapeXml(post.title)}</div><div class="_meta_k2f81_14"><i class="_icon_9d_1"></i>${printedDate(post.published, 0)}</div></div></div></div>`,
    );
    return this.newPage(`<div class="_grid_1x9ab_1">${cards.join('')}</div>`);
  }

  private newHome(): SiteResponse {
    return this.newPage(
      '<div class="_hero_77c_2"><div class="_slogan_77c_5">Dạy tốt – Học tốt – Phục vụ tốt</div></div>',
    );
  }

  private newPage(main: string): SiteResponse {
    const menu = `<a href="/">Trang chủ</a><a href="${NEW_LIST}">Tin tức – Sự kiện</a><a href="/lien-he">Liên hệ</a>`;
    const bar =
      this.menu === 'links'
        ? menu
        : `<script>document.currentScript.parentElement.innerHTML = ${JSON.stringify(menu).replaceAll('/', '\\/')}</script>`;
    return html(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trường Chính trị tỉnh</title></head><body><div id="app"><div class="_bar_77c_1">${bar}</div><main class="_main_77c_9">${main}</main><footer>© 2026 Trường Chính trị tỉnh</footer></div></body></html>`,
    );
  }
}
