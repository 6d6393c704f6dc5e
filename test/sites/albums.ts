import { printedDate } from './dates.ts';
import { html } from './handmade-site.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';

const PHOTOS: [file: string, caption: string][] = [
  ['thuc-te-01', 'Đoàn nghe giới thiệu mô hình hợp tác xã'],
  ['thuc-te-02', 'Học viên trao đổi với bà con'],
  ['thuc-te-04', 'Chụp ảnh lưu niệm'],
  ['thap-nen-01', 'Lễ thắp nến tri ân'],
  ['thap-nen-02', 'Đoàn viên dâng hương'],
  ['hoi-giang', 'Một tiết giảng dự thi'],
  ['dai-hoi-chi-bo', 'Toàn cảnh đại hội'],
  ['tap-huan-2cap', 'Lớp tập huấn'],
];

/** A site whose photos lie in albums, each on a page of its own (synthesised). */
export class Albums extends SynthesisedSite {
  protected answer(path: string): SiteResponse | undefined {
    if (path === '/') return this.page('<p class="slogan">Đoàn kết – Kỷ cương – Sáng tạo</p>');
    if (path === '/thu-vien-anh') return this.page(this.covers());
    const [, id] = /^\/thu-vien-anh\/album-(\d+)$/.exec(path) ?? [];
    const index = this.albums.findIndex((album) => album.id === id);
    return index < 0 ? upload(path) : this.page(this.album(this.albums[index]!, index));
  }

  private get albums(): SitePost[] {
    return this.posts.slice(0, 6);
  }

  /** Three to five photos, each album beginning with another one. */
  private photos(index: number): [file: string, caption: string][] {
    return [...Array(3 + (index % 3)).keys()].map((number) => PHOTOS[(index + number) % PHOTOS.length]!);
  }

  private covers(): string {
    const covers = this.albums.map((album, index) => {
      const [[file] = ['']] = this.photos(index);
      return `<div class="album-item"><a href="/thu-vien-anh/album-${album.id}"><img src="/uploads/${file}-300x200.jpg" width="300" height="200" alt=""></a><h3><a href="/thu-vien-anh/album-${album.id}">${escapeXml(album.title)}</a></h3><span class="so-anh">${this.photos(index).length} ảnh</span> <span class="ngay">${printedDate(album.published, 0)}</span></div>`;
    });
    return `<h1>Thư viện ảnh</h1><div class="ds-album">${covers.join('')}</div>`;
  }

  private album(album: SitePost, index: number): string {
    const photos = this.photos(index).map(
      ([file, caption]) =>
        `<li><a href="/uploads/${file}.jpg" title="${caption}"><img src="/uploads/${file}-300x200.jpg" width="300" height="200" alt="${caption}"></a></li>`,
    );
    return `<h1>${escapeXml(album.title)}</h1><p class="ngay">${printedDate(album.published, 2)}</p><ul class="anh-album">${photos.join('')}</ul>`;
  }

  private page(main: string): SiteResponse {
    return html(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trường Chính trị tỉnh</title></head><body><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/thu-vien-anh">Thư viện ảnh</a></li></ul><div class="noi-dung">${main}</div></body></html>`,
    );
  }
}
