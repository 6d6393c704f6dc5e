import { expect } from 'chai';
import type { Item } from '../../../../core/model/feed.ts';
import { faults } from '../../../core/feed-faults.ts';
import { page } from '../read.ts';

const AT = 'http://truong.example';

/** The albums of a page without selectors. */
async function albums(html: string, url = `${AT}/anh/`): Promise<Item[]> {
  const { feed } = await page(`<!doctype html><html lang="vi">${html}`, {}, 'gallery', url);
  expect(faults(feed)).to.deep.equal([]);
  return feed.items;
}

async function album(html: string): Promise<Item> {
  const items = await albums(html);
  expect(items.map(({ title }) => title)).to.have.length(1);
  return items[0]!;
}

const photosOf = ({ attachments }: Item) =>
  attachments!.map(({ url, title }) => [url.slice(AT.length), title]);
const photos = (...names: string[]) =>
  `<div class="photos">${names.map((name) => `<a href="/${name}.jpg"><img src="/${name}-t.jpg" alt=""></a>`).join('')}</div>`;

describe('album pages', () => {
  describe('the name of an album', () => {
    const SITE = 'Trường Chính trị tỉnh A';
    for (const [name, html] of [
      [
        'not the site’s name in its header',
        `<title>Hội thao - ${SITE}</title><header><h1>${SITE}</h1></header><h2>Hội thao</h2>${photos('1', '2')}`,
      ],
      [
        'not the site’s name without a header',
        `<title>Hội thao | ${SITE}</title><div><h1>${SITE}</h1></div><h2>Hội thao</h2>${photos('1', '2')}`,
      ],
      [
        'not the site’s name that is the title of all pages',
        `<title>${SITE}</title><div id="top"><h1>${SITE}</h1></div><h3>Hội thao</h3>${photos('1', '2')}`,
      ],
      [
        'not a logo',
        `<title>${SITE}</title><div class="logo"><h1>Cổng thông tin điện tử</h1></div><h3>Hội thao</h3>${photos('1', '2')}`,
      ],
      [
        'not a link to the front page',
        `<h1><a href="/">${SITE}</a></h1><h3>Hội thao</h3>${photos('1', '2')}`,
      ],
      [
        'not what the page states as the site’s name',
        `<meta property="og:site_name" content="TCT tỉnh A"><h1>TCT tỉnh A</h1><h3>Hội thao</h3>${photos('1', '2')}`,
      ],
      ['not the section', `<h1>${SITE}</h1><h2>Thư viện ảnh</h2><h3>Hội thao</h3>${photos('1', '2')}`],
      [
        'not a heading of a side column',
        `<title>Hội thao</title><aside><h2>Liên kết</h2></aside><div class="sidebar"><h3>Thông báo mới</h3></div><h3>Hội thao</h3>${photos('1', '2')}`,
      ],
      [
        'the heading in the page’s title, of several',
        `<title>Hội thao – ${SITE}</title><h2>Hội thao</h2><h3>Một số hình ảnh tại buổi lễ</h3>${photos('1', '2')}`,
      ],
      [
        'the heading in the header of an article',
        `<main><article><header class="entry-header"><h1>Hội thao</h1></header>${photos('1', '2')}</article></main>`,
      ],
      ['in Joomla’s page header', `<div class="page-header"><h2>Hội thao</h2></div>${photos('1', '2')}`],
      [
        'named like a title',
        `<h1><a href="/">${SITE}</a></h1><div class="album-title">Hội thao</div>${photos('1', '2')}`,
      ],
      [
        'in the head, without the site’s name',
        `<title>Hội thao - ${SITE}</title><header><h1>${SITE}</h1></header>${photos('1', '2')}`,
      ],
      [
        'as shared on social networks',
        `<title>${SITE}</title><meta property="og:title" content="Hội thao">${photos('1', '2')}`,
      ],
    ] as const)
      it(`is ${name}`, async () => {
        expect((await album(`<body>${html}`)).title).to.equal('Hội thao');
      });
  });

  it('are read where they lie in one form, as of ASP.NET', async () => {
    const form = (inner: string) =>
      `<form method="post" action="/x.aspx"><input type="hidden" name="__VIEWSTATE" value="x">${inner}</form>`;
    const search = '<form action="/tim"><img src="/captcha.php?x=1"><input name="q"></form>';
    const found = await album(
      `<title>Hội thao</title>${form(`<h1>Hội thao</h1>${photos('1', '2', '3')}`)}${search}`,
    );
    expect(photosOf(found)).to.deep.equal([
      ['/1.jpg', undefined],
      ['/2.jpg', undefined],
      ['/3.jpg', undefined],
    ]);
    const table = `<table><tr><td>${['1', '2'].map((name) => `<img src="/${name}.jpg">`).join('</td><td>')}</td></tr></table>`;
    expect(photosOf(await album(form(table)))).to.have.length(2);
  });

  describe('captions', () => {
    for (const [name, html] of [
      [
        'in paragraphs under the photos',
        '<p><img src="/1.jpg"></p><p style="text-align:center"><em>Ảnh một</em></p><p>Một đoạn của bài viết, dài hơn và nói về chuyện khác.</p><p><img src="/2.jpg"></p><p><em>Ảnh hai</em></p><p>Đoạn cuối.</p>',
      ],
      [
        'in plain lines under each photo',
        '<p><img src="/1.jpg"></p><p>Ảnh một</p><p><img src="/2.jpg"></p><p>Ảnh hai</p>',
      ],
      [
        'after a line break',
        '<p align="center"><img src="/1.jpg"><br>Ảnh một</p><p align="center"><img src="/2.jpg"><br>Ảnh hai</p>',
      ],
      [
        'all in one paragraph',
        '<p><img src="/1.jpg"><br><i>Ảnh một</i><br><img src="/2.jpg"><br><i>Ảnh hai</i></p>',
      ],
      [
        'in figures',
        '<figure><img src="/1.jpg"><figcaption>Ảnh một</figcaption></figure><figure><img src="/2.jpg"><figcaption>Ảnh hai</figcaption></figure>',
      ],
      [
        'in lists of terms, as of WordPress',
        '<dl class="gallery-item"><dt><img src="/1.jpg"></dt><dd class="wp-caption-text gallery-caption">Ảnh một</dd></dl><dl class="gallery-item"><dt><img src="/2.jpg"></dt><dd class="wp-caption-text gallery-caption">Ảnh hai</dd></dl>',
      ],
      [
        'in lists of terms without names',
        '<dl><dt><img src="/1.jpg"></dt><dd>Ảnh một</dd><dt><img src="/2.jpg"></dt><dd>Ảnh hai</dd></dl>',
      ],
      [
        'in cells of a table',
        '<table><tr><td><img src="/1.jpg"></td></tr><tr><td align=center>Ảnh một</td></tr><tr><td><img src="/2.jpg"></td></tr><tr><td align=center>Ảnh hai</td></tr></table>',
      ],
      [
        'in names beside a button',
        '<div class=i><img src="/1.jpg"><div class="photo-name name">Ảnh một</div><a href="/1.jpg">Tải về</a></div><div class=i><img src="/2.jpg"><div class="photo-name name">Ảnh hai</div><a href="/2.jpg">Tải về</a></div>',
      ],
      [
        'in attributes of lightGallery',
        '<div data-src="/1.jpg" data-sub-html="<h4>Ảnh một</h4>"><img src="/t/1.jpg"></div><div data-src="/2.jpg" data-sub-html="<h4>Ảnh hai</h4>"><img src="/t/2.jpg"></div>',
      ],
      [
        'in titles of lightboxes',
        '<a href="/1.jpg" data-fancybox title="Ảnh một"><img src="/t/1.jpg"></a><a href="/2.jpg" data-fancybox title="Ảnh hai"><img src="/t/2.jpg"></a>',
      ],
    ] as const)
      it(`are ${name}`, async () => {
        expect(
          photosOf(
            await album(`<h1>Hội thao</h1><div class="chi-tiet">${html}</div><footer>Bản quyền</footer>`),
          ),
        ).to.deep.equal([
          ['/1.jpg', 'Ảnh một'],
          ['/2.jpg', 'Ảnh hai'],
        ]);
      });

    it('are not the text of a report', async () => {
      const text =
        'Sáng 20/11, Trường tổ chức hội thao chào mừng ngày Nhà giáo. Tới dự có đông đảo giảng viên và học viên.';
      const found = await album(
        `<h1>Hội thao</h1><div class="chi-tiet"><p><img src="/1.jpg"></p><p>${text}</p><p>${text}</p><p><img src="/2.jpg"></p><p>${text}</p><h3>Tin khác</h3></div>`,
      );
      expect(photosOf(found)).to.deep.equal([
        ['/1.jpg', undefined],
        ['/2.jpg', undefined],
      ]);
    });
  });

  describe('the date of an album', () => {
    for (const [name, html] of [
      [
        'among its photos',
        `<h1>Hội thao</h1><div class="chi-tiet"><p class="ngay">Cập nhật: 20/11/2022 14:05</p><p><img src="/1.jpg"></p><p><img src="/2.jpg"></p></div>`,
      ],
      [
        'under its name',
        `<div class="top">Thứ hai, 30/11/2026</div><h1>Hội thao</h1><span>20/11/2022 14:05</span>${photos('1', '2')}<div>Tin khác 01/02/2020</div>`,
      ],
      [
        'in the head',
        `<meta property="article:published_time" content="2022-11-20T07:05:00+00:00"><h1>Hội thao</h1>${photos('1', '2')}`,
      ],
      ['above its name', `<main><span>20/11/2022 14:05</span><h1>Hội thao</h1>${photos('1', '2')}</main>`],
    ] as const)
      it(`is the one ${name}`, async () => {
        expect((await album(html)).date_published).to.equal('2022-11-20T14:05:00+07:00');
      });
  });

  describe('of one album', () => {
    it('show its photos, not the covers of others', async () => {
      const others = ['4', '5', '6']
        .map(
          (id) =>
            `<div class="item"><a href="/album/${id}"><img src="/${id}-t.jpg"></a><a href="/album/${id}">Album ${id} khác</a></div>`,
        )
        .join('');
      for (const html of [
        `<h1>Hội thao</h1>${photos('1', '2')}<h3>Album khác</h3><div class="list">${others}</div>`,
        `<div class="album"><h1>Hội thao</h1>${photos('1', '2')}<h3>Album khác</h3><div class="album-list">${others}</div></div>`,
        `<h1>Hội thao</h1><div class="noi-dung"><img src="/1.jpg"><img src="/2.jpg"></div><div class="other-albums">${others}</div>`,
      ]) {
        const found = await album(html);
        expect(found.title).to.equal('Hội thao');
        expect(photosOf(found).map(([url]) => url)).to.deep.equal(['/1.jpg', '/2.jpg']);
      }
    });

    it('have each photo once, beside its thumbnail in a carousel', async () => {
      const found = await album(
        '<h1>Hội thao</h1><div class="album"><div class="slides"><img src="/photos/large/1.jpg"><img src="/photos/large/2.jpg"></div><div class="nav"><img src="/photos/thumb/1.jpg"><img src="/photos/thumb/2.jpg"></div></div>',
      );
      expect(found.attachments!.map(({ url }) => url.slice(AT.length))).to.deep.equal([
        '/photos/large/1.jpg',
        '/photos/large/2.jpg',
      ]);
    });

    it('have the photos of a lightbox: those that are hidden, and those behind placeholders', async () => {
      const found = await album(
        '<h1>Hội thao</h1><div class="row"><a href="/1.jpg" data-fancybox="g"><img src="/1-t.jpg"></a><a href="/2.jpg" class="sigFreeLink fancybox"><img src="/transparent.gif"></a><a href="/3.jpg" data-fancybox="g" data-caption="Ảnh ba" style="display:none"></a></div>',
      );
      expect(photosOf(found)).to.deep.equal([
        ['/1.jpg', undefined],
        ['/2.jpg', undefined],
        ['/3.jpg', 'Ảnh ba'],
      ]);
    });

    it('may show them as backgrounds', async () => {
      const found = await album(
        '<h1>Hội thao</h1><div class="gallery"><div style="background-image:url(/1.jpg)"></div><a href="/2.jpg" style="background:url(\'/2-t.jpg\')"></a></div>',
      );
      expect(photosOf(found).map(([url]) => url)).to.deep.equal(['/1.jpg', '/2.jpg']);
    });

    it('may link each photo to a page about it, as WordPress and Phoca Gallery do', async () => {
      for (const html of [
        '<div class="gallery"><figure class="gallery-item"><div class="gallery-icon"><a href="/anh/anh-1/"><img src="/1.jpg"></a></div><figcaption class="gallery-caption">Ảnh một</figcaption></figure><figure class="gallery-item"><div class="gallery-icon"><a href="/anh/anh-2/"><img src="/2.jpg"></a></div></figure></div>',
        '<div id="phocagallery"><div class="phocagallery-box-file"><a href="/anh/detail/1-a"><img src="/1.jpg"></a><div class="phocaname">Ảnh một</div></div><div class="phocagallery-box-file"><a href="/anh/detail/2-a"><img src="/2.jpg"></a></div></div>',
      ])
        expect(photosOf(await album(`<h1>Hội thao</h1>${html}`)).map(([url]) => url)).to.deep.equal([
          '/1.jpg',
          '/2.jpg',
        ]);
    });
  });

  describe('of a list of albums', () => {
    const TITLES = ['Lễ khai giảng năm học 2022-2023', 'Hội thao chào mừng 20/11', 'Về nguồn Pác Bó'];
    const each = (write: (id: number, title: string) => string) =>
      TITLES.map((title, index) => write(index + 1, title)).join('');
    const cases: [name: string, html: string][] = [
      [
        'with headings',
        `<div class="album-list">${each((id, title) => `<div class="album-item"><a href="/album/${id}"><img src="/${id}-t.jpg" alt=""></a><h3><a href="/album/${id}">${title}</a></h3></div>`)}</div>`,
      ],
      [
        'with cards that are links',
        `<div class="row">${each((id, title) => `<div class="col-md-4"><a class="card" href="/album/${id}"><img src="/${id}-t.jpg"><h5>${title}</h5></a></div>`)}</div>`,
      ],
      [
        'in a table',
        `<table>${each((id, title) => `<tr><td><a href="/album/${id}"><img src="/${id}-t.jpg"></a></td><td><a href="/album/${id}">${title}</a> (12 ảnh)</td></tr>`)}</table>`,
      ],
      [
        'in a row of cells',
        `<table><tr>${each((id, title) => `<td align=center><a href="/album/${id}"><img src="/${id}-t.jpg"><br>${title}</a></td>`)}</tr></table>`,
      ],
      [
        'of NukeViet, lazy',
        `<div class="albums row">${each((id, title) => `<div class="col-sm-8"><div class="thumbnail"><a href="/album/${id}" title="${title}"><img class="lazy" src="/images/pix.gif" data-src="/${id}-t.jpg" alt="${title}"></a><div class="caption"><h3><a href="/album/${id}">${title}</a></h3><p>Đã xem: 12</p></div></div></div>`)}</div>`,
      ],
      [
        'of Phoca Gallery',
        `<div id="phocagallery">${each((id, title) => `<div class="pg-category-box"><div class="pg-category-box-image"><a href="/album/${id}"><img src="/${id}-t.jpg"></a></div><div class="pg-category-box-title"><a href="/album/${id}">${title}</a> (5)</div></div>`)}</div>`,
      ],
      [
        'with names that are not links',
        `<ul class="list-album">${each((id, title) => `<li><a href="/album/${id}"><img src="/${id}-t.jpg"></a><p>${title}</p></li>`)}</ul>`,
      ],
      [
        'with their names in the row under the covers',
        `<table><tr>${each((id) => `<td><a href="/album/${id}"><img src="/${id}-t.jpg"></a></td>`)}</tr><tr>${each((id, title) => `<td><a href="/album/${id}">${title}</a></td>`)}</tr></table>`,
      ],
      [
        'in a list of terms',
        `<dl class="albums">${each((id, title) => `<dt><a href="/album/${id}"><img src="/${id}-t.jpg"></a></dt><dd><a href="/album/${id}">${title}</a></dd>`)}</dl>`,
      ],
      [
        'in Phoca Gallery’s boxes',
        `<div id="phocagallery">${each((id, title) => `<div class="phocagallery-box-file"><div class="phocagallery-box-file-first"><a href="/album/${id}"><img src="/${id}-t.jpg"></a></div><div class="phocaname"><a href="/album/${id}">${title}</a></div></div>`)}</div>`,
      ],
      [
        'with covers as backgrounds',
        `<div class="row">${each((id, title) => `<div class="item"><a class="cover" href="/album/${id}" style="background-image:url('/${id}-t.jpg')"></a><a href="/album/${id}">${title}</a></div>`)}</div>`,
      ],
      [
        'with several pictures each',
        `<div class="row">${each((id, title) => `<div class="item"><a href="/album/${id}"><img src="/${id}-t.jpg"><img src="/${id}-u.jpg"></a><h4><a href="/album/${id}">${title}</a></h4></div>`)}</div>`,
      ],
      [
        'in one form, with a banner',
        `<form><input type="hidden" name="__VIEWSTATE"><div><img src="/bia.jpg"></div>${each((id, title) => `<div class="item"><a href="/album/${id}"><img src="/${id}-t.jpg"></a><a href="/album/${id}">${title}</a></div>`)}</form>`,
      ],
    ];
    for (const [name, html] of cases)
      it(`are as many albums, ${name}`, async () => {
        const items = await albums(
          `<title>Thư viện ảnh</title><header><h1>Trường Chính trị tỉnh A</h1><img src="/logo.png"></header><h2>Thư viện ảnh</h2>${html}<aside><a href="/tin/1"><img src="/tin.jpg">Một tin khác của trường</a></aside><footer><a href="/x"><img src="/f.jpg"></a></footer>`,
        );
        expect(
          items.map(({ title, url, image, attachments }) => [title, url, image, attachments]),
        ).to.deep.equal(
          TITLES.map((title, index) => [
            title,
            `${AT}/album/${index + 1}`,
            `${AT}/${index + 1}-t.jpg`,
            undefined,
          ]),
        );
      });

    it('have their dates', async () => {
      const dates = ['05/09/2022', '18/11/2022', '12/06/2022'];
      const items = await albums(
        `<h2>Thư viện ảnh</h2><div class="album-list">${each((id, title) => `<div class="album-item"><a href="/album/${id}"><img src="/${id}-t.jpg" alt=""></a><h3><a href="/album/${id}">${title}</a></h3><span>${dates[id - 1]}</span></div>`)}</div>`,
      );
      expect(items.map(({ date_published }) => date_published!.slice(0, 10))).to.deep.equal([
        '2022-09-05',
        '2022-11-18',
        '2022-06-12',
      ]);
    });

    it('may have one album', async () => {
      const items = await albums(
        '<h2>Thư viện ảnh</h2><div class="album-list"><div class="album-item"><a href="/album/1"><img src="/1-t.jpg"></a><h3><a href="/album/1">Lễ khai giảng</a></h3></div></div>',
      );
      expect(items.map(({ title, url }) => [title, url])).to.deep.equal([['Lễ khai giảng', `${AT}/album/1`]]);
    });

    it('takes no longer for each part the more there are', async () => {
      const many = (part: string) => part.repeat(10_000);
      const cover = `<a href="/album/1">Lễ khai giảng${many('<img src="/1.jpg">')}</a>`;
      expect(await albums(cover)).to.have.length(1);
      expect(await albums(many('<h2>Lễ khai giảng</h2>') + photos('1', '2'))).to.have.length(1);
    });
  });
});
