import { expect } from 'chai';
import type { ListKind } from '../../../core/config/cluster.ts';
import { bytes } from '../../fixture.ts';
import { failure, page, type SelectorFields } from './read.ts';

const LIST =
  '<title>Tin tức – Trường</title><ul><li><h3><a href=/1>Bài một</a></h3><li><h3><a href=/2>Bài hai</a></h3></ul>';

describe('errors of pages', () => {
  const cases: [
    name: string,
    html: string,
    chosen: SelectorFields,
    kind: ListKind,
    vi: string,
    en: RegExp,
  ][] = [
    [
      'item matches nothing: which selector, what the others match, on which page',
      LIST,
      { item: 'article.post', title: 'h3 a', date: '.ngay' },
      'news',
      'Bộ chọn item “article.post” không khớp phần tử nào trên trang có tiêu đề “Tin tức – Trường”. Số phần tử khớp trên cả trang: item “article.post”: 0; title “h3 a”: 2; date “.ngay”: 0.',
      /^The selector item “article\.post” matches nothing on the page titled “Tin tức – Trường”.*title “h3 a”: 2/,
    ],
    [
      'title matches nothing in the items',
      `${LIST}<h2 class=x>a</h2>`,
      { item: 'li', title: '.x' },
      'news',
      'Bộ chọn title “.x” không khớp phần tử nào bên trong các phần tử item trên trang có tiêu đề “Tin tức – Trường”. Số phần tử khớp trên cả trang: item “li”: 2; title “.x”: 1.',
      /within the items/,
    ],
    [
      'link matches nothing in the items',
      LIST,
      { item: 'li', link: 'a.more' },
      'news',
      'Bộ chọn link “a.more” không khớp phần tử nào bên trong các phần tử item trên trang có tiêu đề “Tin tức – Trường”. Số phần tử khớp trên cả trang: item “li”: 2; link “a.more”: 0.',
      /link “a\.more”/,
    ],
    [
      'items without content',
      '<title>T</title><p></p><p></p>',
      { item: 'p' },
      'news',
      'Trên trang có tiêu đề “T” có phần tử khớp nhưng không đọc được bài nào. Số phần tử khớp trên cả trang: item “p”: 2.',
      /no post could be read/,
    ],
    [
      'news without item',
      LIST,
      {},
      'news',
      'Nguồn dạng trang cần bộ chọn item: phần tử chứa một bài. Trang có tiêu đề “Tin tức – Trường”.',
      /needs the selector item/,
    ],
    [
      'table matches nothing',
      LIST,
      { table: '#vb' },
      'documents',
      'Bộ chọn table “#vb” không khớp phần tử nào trên trang có tiêu đề “Tin tức – Trường”. Số phần tử khớp trên cả trang: table “#vb”: 0.',
      /table “#vb”/,
    ],
    [
      'no table of documents',
      `${LIST}<table><tr><td>a<td>b</table>`,
      {},
      'documents',
      'Không tìm thấy bảng văn bản nào, tức bảng có các cột như “Số ký hiệu”, “Ngày ban hành”, “Trích yếu”. Hãy đặt bộ chọn table hoặc item. Trang có tiêu đề “Tin tức – Trường”.',
      /no table of documents/,
    ],
    [
      'photos matches what holds none',
      LIST,
      { photos: 'ul' },
      'gallery',
      'Trên trang có tiêu đề “Tin tức – Trường” có phần tử khớp nhưng không đọc được ảnh hay album nào. Số phần tử khớp trên cả trang: photos “ul”: 1.',
      /no photo or album could be read/,
    ],
    [
      'no photos',
      LIST,
      {},
      'gallery',
      'Không tìm thấy phần nào có từ hai ảnh trở lên. Hãy đặt bộ chọn photos hoặc item. Trang có tiêu đề “Tin tức – Trường”.',
      /two photos or more/,
    ],
    [
      'a page without a title is named by its address',
      '<p>x',
      { item: 'li' },
      'news',
      'Bộ chọn item “li” không khớp phần tử nào trên trang có tiêu đề “http://truong.example/tin/”. Số phần tử khớp trên cả trang: item “li”: 0.',
      /truong\.example/,
    ],
  ];
  for (const [name, html, chosen, kind, vi, en] of cases)
    it(name, async () => {
      const error = await failure(page(html, chosen, kind));
      expect(error.vi).to.equal(vi);
      expect(error.message).to.equal(vi);
      expect(error.en).to.match(en);
      expect(error.code).to.equal('no-match');
    });

  for (const [field, selector] of [
    ['item', 'li:not('],
    ['title', 'h3 >> a'],
    ['date', '[class='],
    ['next', 'a:khong-co'],
    ['photos', '#'],
  ] as const)
    it(`invalid selector: ${field} “${selector}”`, async () => {
      const error = await failure(page(LIST, { item: 'li', [field]: selector }));
      expect(error.code).to.equal('selector');
      expect(error.vi)
        .to.match(/^Bộ chọn /)
        .and.to.contain(`${field} “${selector}” không phải là bộ chọn CSS hợp lệ`);
      expect(error.en).to.contain(`${field} “${selector}” is not valid CSS`);
    });

  const bodies: [name: string, body: () => Promise<Uint8Array> | Uint8Array, vi: RegExp][] = [
    ['nothing at all', () => new Uint8Array(), /0 byte/],
    ['a PDF', () => new TextEncoder().encode('%PDF-1.7 …'), /tệp nhị phân \(PDF\)/],
    ['JSON', () => new TextEncoder().encode('{"message":"Cấm"}'), /Cấm/],
    ['an RSS feed', () => bytes('nukeviet/rss-news.xml'), /RSS hoặc Atom/],
    ['an Atom feed', () => bytes('wordpress/feed-atom.xml'), /RSS hoặc Atom/],
    ['a dead database, with status 200', () => bytes('nukeviet/fault-database.html'), /cơ sở dữ liệu/],
    ['maintenance', () => bytes('wordpress/fault-503-maintenance.html'), /bảo trì/],
    ['the flood blocker', () => bytes('nukeviet/fault-429-flood.html'), /từ chối truy cập/],
  ];
  for (const [name, body, vi] of bodies)
    it(`not an HTML page: ${name}`, async () => {
      for (const kind of ['news', 'documents', 'gallery'] as const) {
        const error = await failure(page(await body(), kind === 'news' ? { item: 'article' } : {}, kind));
        expect(error.code, kind).to.equal('not-a-page');
        expect(error.vi, kind).to.match(vi);
      }
    });
});
