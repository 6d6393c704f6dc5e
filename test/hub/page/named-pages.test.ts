import { expect } from 'chai';
import { HtmlPage } from '../../../hub/page/html-page.ts';
import { namedPages } from '../../../hub/page/named-pages.ts';

function found(links: string[][]) {
  const html = links.map(([href, text]) => `<a href="${href}">${text}</a>`).join('');
  return namedPages(new HtmlPage(html, 'https://truong.example/'));
}

describe('pages that a page links to by the names of lists', () => {
  it('are on the same site, and not the homepage itself', () => {
    expect(
      found([
        ['/van-ban/', 'Văn bản'],
        ['/thu-vien-anh#dau', 'THƯ VIỆN ẢNH'],
        ['https://khac.example/van-ban', 'Văn bản cấp trên'],
        ['/', 'Văn bản'],
        ['/lien-he', 'Liên hệ về văn bản'],
        ['javascript:void(0)', 'Văn bản'],
        ['/files/van-ban.pdf', 'Văn bản'],
      ]),
    ).to.deep.equal([
      { kind: 'documents', url: 'https://truong.example/van-ban/' },
      { kind: 'gallery', url: 'https://truong.example/thu-vien-anh' },
    ]);
  });

  it('include those of news, but no posts', () => {
    expect(
      found([
        ['/gioi-thieu', 'Giới thiệu'],
        ['/tin-tuc', 'Tin tức – Sự kiện'],
        ['/bai/1', 'Thông báo tuyển sinh lớp bồi dưỡng ngạch chuyên viên năm 2026'],
        ['/bai/2', 'Quyết định số 12/QĐ-TCT về quy chế đào tạo'],
        ['/anh', 'Hình ảnh hoạt động'],
        ['/anh-hung', 'Anh hùng lao động'],
      ]),
    ).to.deep.equal([
      { kind: 'news', url: 'https://truong.example/tin-tuc' },
      { kind: 'gallery', url: 'https://truong.example/anh' },
    ]);
  });
});
