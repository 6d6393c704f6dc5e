import { expect } from 'chai';
import { parseFeed } from '../../../core/read/parse-feed.ts';
import { CONTENT, escaped, item, jsonItem } from './fields/table.ts';
import { feedOf } from './read.ts';

const TITLE = 'Kiểm tra công tác phòng cháy';
const START = 'Sáng ngày 23/10, đồng chí Hiệu trưởng đề nghị các khoa, phòng tiếp…';
const post = (html: string) => item(`<title>${TITLE}</title><description>${escaped(html)}</description>`);

/** A post of plain text. With a date like this, it is certainly no hub's, which would be left as it is. */
const plain = (text: string) => jsonItem({ title: TITLE, content_text: text, date_published: '05/03/2024' });

/** The summary of a post with this HTML: in RSS, as content of RSS, in JSON Feed, in WordPress's REST. */
const FORMATS: Record<string, (html: string) => string> = {
  'RSS descriptions': post,
  'RSS contents': (html) =>
    item(`<title>${TITLE}</title><content:encoded>${escaped(html)}</content:encoded>`, CONTENT),
  'JSON Feed': (html) => jsonItem({ title: TITLE, content_html: html }),
  'WordPress’s REST': (html) =>
    JSON.stringify([
      { id: 1, type: 'post', link: '/1', title: { rendered: TITLE }, excerpt: { rendered: html } },
    ]),
};

/** What software adds behind a text. */
const ADDED: [name: string, html: string][] = [
  [
    'WordPress’s link with a text for screen readers',
    ` <a class="more-link" href="/1/">Continue reading <span class="screen-reader-text">${TITLE}</span></a>`,
  ],
  ['WordPress’s old link', ' <a href="/1/#more-1" class="more-link">(more&hellip;)</a>'],
  ['WordPress’s link, translated', ' <a href="/1/" class="more-link">Đọc tiếp <span>&rarr;</span></a>'],
  ['a theme’s button', '</p><p><a class="btn read-more" href="/1/">Chi tiết</a>'],
  ['a link without class', ' <a href="/1/">Đọc tiếp</a>'],
  ['a link with the title', ` <a href="/1/">Continue reading “${TITLE}” →</a>`],
  ['a link in capitals', ' <a href="/1/">XEM THÊM »</a>'],
  ['a link in brackets', ' [<a href="/1/">Xem chi tiết</a>]'],
  [
    'WordPress’s remark',
    `</p><p>The post <a href="/1/">${TITLE}</a> appeared first on <a href="/">Trường</a>.</p>`,
  ],
  [
    'WordPress’s remark, translated',
    `</p><p>Bài viết <a href="/1/">${TITLE}</a> đã xuất hiện đầu tiên vào ngày <a href="/">Trường</a>.</p>`,
  ],
  [
    'Post Views Counter',
    '<div class="post-views content-post post-12 entry-meta"><span class="post-views-label">Post Views:</span> <span class="post-views-count">1,234</span></div>',
  ],
  [
    'WordPress’s categories',
    '<p>Posted in <a href="/c/" rel="category tag">Tin tức</a>, <a href="/d/" rel="category tag">Đào tạo</a></p>',
  ],
  [
    'WordPress’s tags',
    '<div>Tags: <a href="/t/" rel="tag">khai giảng</a>, <a href="/u/" rel="tag">K75</a></div>',
  ],
  [
    'WordPress’s blocks',
    '<div class="taxonomy-category wp-block-post-terms"><a href="/c/" rel="tag">Tin tức</a></div>',
  ],
  [
    'Drupal’s link',
    '<ul class="links inline list-inline"><li class="node-readmore"><a href="/node/1" rel="tag" title="x">Read more<span class="visually-hidden"> about x</span></a></li></ul>',
  ],
  [
    'Drupal’s link, translated',
    '<ul class="links"><li><a href="/node/1">Đọc thêm <span class="element-invisible">về x</span></a></li></ul>',
  ],
  [
    'Drupal 7’s terms',
    '<div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above"><div class="field-label">Tags:&nbsp;</div><div class="field-items"><div class="field-item even"><a href="/tin-tuc">Tin tức</a></div></div></div>',
  ],
  [
    'Drupal 10’s terms',
    '<div class="field field--name-field-tags field--type-entity-reference"><div class="field__label">Thẻ</div><div class="field__item"><a href="/tin-tuc">Tin tức</a></div></div>',
  ],
  [
    'Drupal’s terms without classes',
    '<div><a href="/taxonomy/term/3">Tin tức</a> <a href="/taxonomy/term/4">Đào tạo</a></div>',
  ],
  ['Joomla’s link', '<p class="feed-readmore"><a target="_blank" href="/1">Read more ...</a></p>'],
  ['Joomla’s link with the title', `<p class="readmore"><a class="btn" href="/1">Đọc thêm: ${TITLE}</a></p>`],
  [
    'Joomla’s tags',
    '<ul class="tags inline"><li class="tag-2" itemprop="keywords"><a href="/t" class="btn">Tin tức</a></li></ul>',
  ],
  ['Joomla’s counter', '<dl><dd class="hits"><span class="icon-eye"></span> Lượt xem: 120 </dd></dl>'],
  ['a counter', '<div>Đã xem: 1.204</div>'],
  ['a counter behind the text', ' 120 lượt xem'],
  ['a counter and a link', '<div>Lượt xem: 120 | <a href="/1">Xem thêm</a></div>'],
  ['a link to another post', '<p>&gt;&gt; Xem thêm: <a href="/2">Khai giảng lớp K76</a></p>'],
];

describe('what software adds to a text is left out', () => {
  for (const [format, feed] of Object.entries(FORMATS))
    describe(`of ${format}`, () => {
      for (const [name, html] of ADDED)
        it(name, async () => {
          const [read] = (await feedOf(feed(`<p>${START}${html}`))).items;
          expect(read).to.include({ summary: START, content_text: START });
        });
    });

  it('of plain text', async () => {
    for (const added of [
      'Continue reading',
      `Continue reading ${TITLE}`,
      'Đọc tiếp »',
      'Xem thêm...',
      'Xem chi tiết tại đây.',
      'Lượt xem: 120',
      '(Read more)',
    ])
      for (const text of [`${START} ${added}`, `${START}\n${added}`])
        expect((await feedOf(plain(text))).items[0]).to.include({
          summary: START,
          content_text: START,
        });
  });

  it('before the text', async () => {
    const html =
      '<span class="field field--name-title field--type-string">Tin</span> <span class="field field--name-uid"><span>admin</span></span> <span class="field field--name-created">T3, 05/03/2024 - 15:30</span><div>Lượt xem: 120</div><div>Sáng nay</div>';
    expect((await feedOf(post(html))).items[0]).to.include({ content_text: 'Sáng nay' });
  });

  it('so that nothing may be left', async () => {
    expect((await feedOf(post('<a href="/1">Xem chi tiết</a>'))).items[0]).to.not.have.property('summary');
  });
});

describe('good text stays as it is', () => {
  const GOOD = [
    'Mời đồng chí đọc tiếp phần hai của loạt bài.',
    'Đọc tiếp phần hai của loạt bài, chúng ta thấy rõ hơn.',
    'Bấm vào nút “Đọc tiếp” để xem toàn văn.',
    'Muốn biết thêm, xem thêm ở phụ lục',
    'Trang web có mục Xem thêm.',
    'Chi tiết kế hoạch được gửi kèm.',
    'Bài viết của Bác xuất hiện lần đầu trên báo Nhân Dân năm 1949.',
    'Số lượt xem tăng lên 120 lượt mỗi ngày.',
    'Tỷ lệ đạt 98,5%. Trong đó có 120 học viên khá.',
    'Chuyên mục mới của trường.',
    'Ai đã đọc? Xem 120 trang tài liệu.',
    'Trang web đạt 1.000.000 lượt xem.',
    'Phong trào mang tên "Đọc tiếp"',
    `Bài viết ${TITLE} của đồng chí An được giải A.`,
    'Không có tài liệu mật vì mọi hồ sơ đều được bảo vệ.',
    'Xem chi tiết: Kế hoạch số 12-KH/TCT về hội thi giảng viên giỏi',
  ];
  for (const text of GOOD)
    it(text, async () => {
      expect((await feedOf(post(`<p>${text}</p>`))).items[0]).to.include({ summary: text });
      expect((await feedOf(plain(text))).items[0]).to.include({
        content_text: text,
      });
    });

  const LINKED: [html: string, text: string][] = [
    ['Bạn có thể <a href="/2">xem thêm</a> ở đây.', 'Bạn có thể xem thêm ở đây.'],
    ['Bạn có thể <a href="/2">xem thêm</a>.', 'Bạn có thể xem thêm.'],
    ['Quán triệt <a href="/taxonomy/term/5">Nghị quyết</a> của Đảng', 'Quán triệt Nghị quyết của Đảng'],
    ['Quán triệt <a rel="tag" href="/t">Nghị quyết</a>', 'Quán triệt Nghị quyết'],
    ['<a href="/2">Đọc tiếp</a> phần hai', 'Đọc tiếp phần hai'],
    ['<div class="read-more-content">Toàn văn</div>', 'Toàn văn'],
    ['<article class="post-12 tag-khai-giang">Toàn văn</article>', 'Toàn văn'],
  ];
  for (const [html, text] of LINKED)
    it(html, async () => {
      expect((await feedOf(post(html))).items[0]).to.include({ content_text: text });
    });

  it('in titles', async () => {
    for (const title of ['Xem thêm', 'Đọc tiếp: phần hai', 'Protected areas: phát triển', 'Lượt xem: 120'])
      expect((await feedOf(item(`<title>${title}</title>`))).items[0]).to.include({ title });
  });
});

describe('posts with a password', () => {
  const NOTE = 'There is no excerpt because this is a protected post.';
  const FORM =
    '<form action="/wp-login.php?action=postpass" class="post-password-form" method="post"><p>This content is password protected. Please enter a password to view.</p></form>';

  it('lose WordPress’s remarks and the prefix of their title', async () => {
    for (const prefix of ['Protected: ', 'Bảo vệ: ', 'Được bảo vệ: ']) {
      const [read] = (
        await feedOf(
          item(
            `<title>${prefix}Kết quả thi</title><description>${NOTE}</description><content:encoded><![CDATA[${FORM}]]></content:encoded>`,
            CONTENT,
          ),
        )
      ).items;
      expect(read).to.include({ title: 'Kết quả thi', content_text: '' });
      expect(read).to.not.have.property('summary');
    }
  });

  it('in any translation of the remarks', async () => {
    const text = 'Không có tóm tắt ở đây vì bài viết này được bảo vệ.';
    const [read] = (
      await feedOf(item(`<title>Bảo vệ: Kết quả thi</title><description>${text}</description>`))
    ).items;
    expect(read).to.include({ title: 'Kết quả thi', content_text: '' });
  });

  it('in JSON Feed and WordPress’s REST', async () => {
    const posts = [
      jsonItem({ title: 'Protected: Kết quả thi', content_html: FORM, summary: NOTE }),
      JSON.stringify([
        {
          id: 1,
          type: 'post',
          link: '/1',
          title: { rendered: 'Bảo vệ: Kết quả thi' },
          excerpt: { rendered: `<p>${NOTE}</p>`, protected: true },
          content: { rendered: FORM, protected: true },
        },
      ]),
    ];
    for (const body of posts) {
      const [read] = (await feedOf(body)).items;
      expect(read).to.include({ title: 'Kết quả thi', content_text: '' });
      expect(read).to.not.have.property('summary');
    }
  });

  it('lose the remarks also if their title has no prefix', async () => {
    const [read] = (await feedOf(item(`<title>Kết quả thi</title><description>${NOTE}</description>`))).items;
    expect(read).to.not.have.property('summary');
  });

  it('are not all those about protection', async () => {
    for (const [title, text] of [
      ['Bảo vệ: Trực Tết', 'Lực lượng bảo vệ trực 24/24 giờ.'],
      ['Bảo mật: Đổi mật khẩu thư công vụ', 'Đề nghị cán bộ đổi mật khẩu trước ngày 30/11.'],
      ['Bảo vệ: Đề tài khoa học cấp tỉnh', 'Sáng nay, đề tài được bảo vệ thành công.'],
    ]) {
      const [read] = (await feedOf(item(`<title>${title}</title><description>${text}</description>`))).items;
      expect(read).to.include({ title, summary: text });
    }
  });
});

describe('what a site’s software adds to a text', () => {
  it('counts where the text identifies a post, as it does for readers that do not clean', async () => {
    const bodies = [
      item('<description>Nội dung dài. Đọc tiếp</description>'),
      jsonItem({ content_text: 'Nội dung dài. Đọc tiếp', date_published: '05/03/2024' }),
    ];
    for (const body of bodies) {
      const [read] = (await feedOf(body)).items;
      expect(read!.content_text).to.equal('Nội dung dài.');
      expect(read!.id).to.equal(parseFeed(body, { url: 'https://a.example/' }).items[0]!.id);
    }
  });

  it('is no sentence with words that labels have', async () => {
    for (const text of [
      'Posted in 1949 the school began. It grew.',
      'Tagged along were two teachers. They left.',
    ]) {
      const [read] = (await feedOf(plain(text))).items;
      expect(read!.content_text).to.equal(text);
    }
  });
});
