import { expect } from 'chai';
import { readFeed } from '../../../core/index.ts';
import { faults } from '../../core/feed-faults.ts';
import { bytes } from '../../fixture.ts';
import { type SampleCluster, startCluster } from '../../sites/cluster.ts';
import { newsItem, page, recorded, served } from './read.ts';

describe('news on pages', () => {
  describe('reads recorded pages', () => {
    it('WordPress’s front page: the posts of its feed, and the next page', async () => {
      const { feed, next } = await recorded('wordpress/html-home.html', '/', { item: 'article' }, 'news');
      expect(faults(feed)).to.deep.equal([]);
      expect(feed.items).to.have.length(10);
      expect(next).to.equal(undefined);
      const known = new Map(
        (
          await Promise.all(
            ['rest-posts-embed.json', 'rest-posts-embed-page2.json'].map(
              async (name) =>
                (
                  await readFeed(await bytes(`wordpress/${name}`), { url: 'http://127.0.0.1:8801/' })
                ).items,
            ),
          )
        )
          .flat()
          .map((item) => [item.url, item]),
      );
      for (const { url, title, date_published, _tct } of feed.items) {
        const wanted = known.get(url)!;
        expect({ title, date_published, precision: _tct?.precision }, url).to.deep.equal({
          title: wanted.title,
          date_published: wanted.date_published,
          precision: 'minute',
        });
      }
      const [first] = feed.items;
      expect(first!.summary).to.equal(
        'Kế hoạch tuyển sinh 38 lớp đào tạo, bồi dưỡng năm 2026 (kèm theo Quyết định số 58/QĐ-TCT ngày 10/02/2026).',
      );
      expect(first!.image).to.match(/\/tuyen-sinh-2026\.png$/);
      // A post without text has the names of its categories below it.
      expect(feed.items.find(({ title }) => title?.startsWith('Chùm ảnh'))).not.to.have.property('summary');
      // A post without a visible title has one in the link for screen readers.
      expect(feed.items[5]!.title).to.equal('Đường dây nóng ☎ tiếp nhận phản ánh');
    });

    it('WordPress’s next page by its selector', async () => {
      const { next } = await recorded(
        'wordpress/html-home.html',
        '/',
        { item: 'article', next: 'a.next' },
        'news',
      );
      expect(next).to.equal('http://127.0.0.1:8801/page/2/');
    });

    it('NukeViet’s category page: the posts of its feed, with the right minute', async () => {
      const { feed } = await recorded(
        'nukeviet/html-category.html',
        '/tin-tuc-su-kien/',
        { item: '.news_column > .panel' },
        'news',
      );
      expect(faults(feed)).to.deep.equal([]);
      const known = (
        await readFeed(await bytes('nukeviet/rss-instant.xml'), { url: 'http://127.0.0.1:8802/' })
      ).items;
      expect(feed.items).to.have.length.above(8);
      for (const item of feed.items) {
        // A post in several categories has a URL in each of them.
        const number = (url = '') => /-(\d+)\.html$/.exec(url)![1];
        const wanted = known.find(({ url }) => number(url) === number(item.url))!;
        expect(item.title, item.url).to.equal(wanted.title);
        expect(item.date_published, item.url).to.equal(wanted.date_published);
        expect(item.summary, item.url).to.equal(wanted.summary);
        expect(item.image, item.url).to.contain('/assets/news/');
      }
    });
  });

  describe('reads pages of the sample sites', () => {
    let cluster: SampleCluster;
    before(async () => {
      cluster = await startCluster();
    });
    after(() => cluster.stop());

    it('Liferay’s list, with all formats of dates, page by page', async () => {
      const { liferay } = cluster.sites;
      const chosen = { item: '.asset-abstract', next: '.pager li:last-child a' };
      const first = await served(liferay, '/web/guest/tin-tuc', chosen, 'news');
      expect(first.next).to.match(/^http.*_cur=2$/);
      const second = await served(liferay, first.next!.replace(liferay.origin, ''), chosen, 'news');
      expect(second).not.to.have.property('next');
      const atom = await fetch(liferay.url(`/web/guest/tin-tuc/-/asset_publisher/${liferay.instance}/rss`));
      const wanted = await readFeed(await atom.text(), { url: liferay.origin });
      const items = [...first.feed.items, ...second.feed.items];
      expect(items.map(({ title, url, summary }) => [title, url, summary])).to.deep.equal(
        wanted.items.map(({ title, url, summary }) => [title, url, summary]),
      );
      for (const [index, item] of items.entries()) {
        const whole = index > 0;
        expect(item._tct?.precision, item.title).to.equal(whole ? 'minute' : 'day');
        expect(item.date_published!.slice(0, whole ? 16 : 10), item.title).to.equal(
          wanted.items[index]!.date_published!.slice(0, whole ? 16 : 10),
        );
        expect(item.image, item.title).to.equal(
          wanted.items[index]!.image && liferay.url(new URL(wanted.items[index]!.image!).pathname),
        );
      }
      expect(JSON.stringify(items)).not.to.contain('/no');
    });

    it('DotNetNuke’s list: old markup, truncated titles, javascript: links, a <base>', async () => {
      const { dotnetnuke } = cluster.sites;
      const { feed } = await served(
        dotnetnuke,
        '/Default.aspx?tabid=55',
        { item: 'table.tin tr:has(.SubHead)' },
        'news',
      );
      const wanted = (
        await readFeed(await (await fetch(dotnetnuke.url('/rss.aspx?TabID=55'))).text(), { url: HOST })
      ).items;
      expect(feed.items.map(({ title, url, summary }) => [title, url, summary])).to.deep.equal(
        wanted.map(({ title, url, summary }) => [title, url, summary]),
      );
      for (const [index, item] of feed.items.entries())
        expect(item.date_published!.slice(0, 10), item.title).to.equal(
          wanted[index]!.date_published!.slice(0, 10),
        );
    });

    it('a hand-made list, in UTF-8 and windows-1258', async () => {
      const { plainHtml } = cluster.sites;
      const chosen = { item: '#dstin tr', title: 'a b', date: 'font' };
      const [utf8, old] = await Promise.all(
        ['/', '/cu/'].map((path) => served(plainHtml, path, chosen, 'news')),
      );
      expect(faults(old!.feed)).to.deep.equal([]);
      expect(utf8!.feed.items).to.have.length(10);
      expect(utf8!.feed.items[0]).to.deep.include({
        title: 'Khai mạc Hội thi giảng viên dạy giỏi cấp trường năm 2026',
        url: plainHtml.url('/chitiet.asp?id=120'),
        date_published: '2026-11-20T00:00:00+07:00',
        summary:
          'Sáng nay, Nhà trường khai mạc Hội thi giảng viên dạy giỏi với 12 giảng viên của 4 khoa tham gia.',
        image: plainHtml.url('/uploads/hoi-giang.jpg'),
      });
      expect(
        old!.feed.items.map(({ title, date_published }) => [title?.replaceAll(/[“”]/g, ''), date_published]),
      ).to.deep.equal(
        utf8!.feed.items.map(({ title, date_published }) => [title?.replaceAll(/[“”]/g, ''), date_published]),
      );
    });
  });

  describe('guesses fields without a selector', () => {
    const link = '<a href="/1.html">Khai giảng lớp K46</a>';

    it('the title: the first heading, else an element named like one, else the longest link', async () => {
      expect(
        (await newsItem(`<a href="/x">Một chuyên mục có tên rất dài</a><h3>${link}</h3>`)).title,
      ).to.equal('Khai giảng lớp K46');
      expect(
        (await newsItem(`<a href="/1">Tất cả các bài viết khác</a><div class="tieu-de">${link}</div>`)).title,
      ).to.equal('Khai giảng lớp K46');
      expect(
        (await newsItem(`<a href="/1.html"><img src="a.jpg"></a>${link}<a href="/1.html">Xem chi tiết</a>`))
          .title,
      ).to.equal('Khai giảng lớp K46');
    });

    it('a truncated title is completed from its link', async () => {
      const item = await newsItem(
        '<h3><a href="/1" title="Khai giảng lớp Trung cấp K46">Khai giảng lớp...</a></h3>',
      );
      expect(item.title).to.equal('Khai giảng lớp Trung cấp K46');
      const other = await newsItem('<h3><a href="/1" title="Xem bài này">Khai giảng lớp...</a></h3>');
      expect(other.title).to.equal('Khai giảng lớp...');
    });

    it('a card that is one link', async () => {
      const card =
        '<a href="/1.html" class="post"><img data-src="/a.jpg" src="data:image/gif;base64,R0"><h4>Khai giảng lớp K46</h4><p>Sáng nay, Nhà trường khai giảng lớp K46 với 62 học viên.</p><span>20/11/2026</span></a>';
      for (const item of [await newsItem(card), (await page(card, { item: 'a.post' })).feed.items[0]!])
        expect(item).to.deep.include({
          title: 'Khai giảng lớp K46',
          url: 'http://truong.example/1.html',
          summary: 'Sáng nay, Nhà trường khai giảng lớp K46 với 62 học viên.',
          image: 'http://truong.example/a.jpg',
          date_published: '2026-11-20T00:00:00+07:00',
        });
    });

    it('the link: that of the title, even after others; never a script, fragment or mail address', async () => {
      const item = await newsItem(
        `<a href="#top">Lên</a><a href="javascript:void(0)">In</a><a href="mailto:a@b.vn">Thư</a><a href="/chuyen-muc" rel="category tag">Tin</a><h3>${link}</h3>`,
      );
      expect(item.url).to.equal('http://truong.example/1.html');
      const bare = await newsItem(
        '<h3>Khai giảng</h3><a href="javascript:x()">a</a> <a href="#binh-luan">Bình luận</a> <a href="2.html">Xem tiếp</a>',
      );
      expect(bare.url).to.equal('http://truong.example/tin/2.html');
      expect(await newsItem('<h3>Khai giảng</h3>')).not.to.have.property('url');
    });

    const dates: [name: string, html: string, date: string | undefined][] = [
      [
        'a <time> with its attribute',
        '<p>Ngày 01/01/2020</p><time datetime="2026-11-20T08:30:00+07:00">hôm qua</time>',
        '2026-11-20T08:30',
      ],
      ['a <time> without one', '<time>20/11/2026 08:30</time>', '2026-11-20T08:30'],
      [
        'an element called so, in parts',
        '<div class="post-date"><b>20</b>/<i>11/2026</i></div>',
        '2026-11-20T00:00',
      ],
      ['a text that is a date', '<em>Thứ sáu - 20/11/2026 08:30</em>', '2026-11-20T08:30'],
      ['a date with words about it', 'Ban Biên tập | 20/11/2026 | 12 lượt xem', '2026-11-20T00:00'],
      ['day first', '<i>03/04/2026</i>', '2026-04-03T00:00'],
      [
        'no date of a sentence',
        '<p>Thời gian học: 6 tuần, khai giảng dự kiến ngày 05/12/2026.</p>',
        undefined,
      ],
      ['no date of a short sentence', '<p>Lịch giảng từ ngày 16/11/2026.</p>', undefined],
      ['no date of the title', '<h3><a href="/1">Chiến thắng (07/5/1954)</a></h3>', undefined],
      ['no hidden date', '<span class="hidden">20/11/2026</span>', undefined],
      ['no impossible date', '<i>45/45/2026</i>', undefined],
    ];
    for (const [name, html, date] of dates)
      it(`the date: ${name}`, async () => {
        const item = await newsItem(html.includes('<h3>') ? html : `<h3>${link}</h3>${html}`);
        expect(item.date_published?.slice(0, 16)).to.equal(date);
      });

    it('the date: a line of the link around a card', async () => {
      const card = (title: string) =>
        `<a href="/1"><div><p>${title}</p><p class=x1>20/11/2026</p></div></a><a href="/c" rel=tag>Tin</a>`;
      for (const title of ['Khai giảng lớp trung cấp', 'Kỷ niệm chiến thắng (07/5/1954)']) {
        const item = await newsItem(card(title));
        expect(item).to.include({ title, date_published: '2026-11-20T00:00:00+07:00' });
      }
    });

    it('the image: lazy ones and backgrounds count, tracking pixels and emoticons do not', async () => {
      const of = async (html: string) => (await newsItem(`<h3>${link}</h3>${html}`)).image;
      expect(
        await of(
          '<img src="/wp-includes/images/smilies/a.gif"><img src="/p.gif" width=1 height=1><img src="/b.jpg">',
        ),
      ).to.equal('http://truong.example/b.jpg');
      expect(await of('<img src="data:image/png;base64,A" data-lazy-src="/b.jpg">')).to.equal(
        'http://truong.example/b.jpg',
      );
      expect(await of(`<div style="background: #fff url('/b.jpg') center"></div>`)).to.equal(
        'http://truong.example/b.jpg',
      );
      expect(await of('<img src="javascript:alert(1)"><img src="file:///c:/a.jpg">')).to.equal(undefined);
    });

    const B = 'http://truong.example/b.jpg';
    for (const [name, html, image, chosen] of [
      [
        'behind a data: URL',
        `<i style="background-image:url('data:image/png;base64,A'),url(/b.jpg)"></i>`,
        B,
      ],
      [
        'below a gradient',
        `<i style="background:linear-gradient(#000,#fff),url(&quot;/b.jpg&quot;)"></i>`,
        B,
      ],
      [
        'no other of its style',
        '<i style="behavior:url(/a.htc);cursor:url(/c.cur);background:url(/b.jpg)"></i>',
        B,
      ],
      ['of a custom property', '<i style="--anh: url(/b.jpg)"></i>', B],
      ['a placeholder behind it', '<i style="background:url(/images/loading.gif)" data-bg="/b.jpg"></i>', B],
      ['WP Rocket’s', '<i class="rocket-lazyload" data-bg="url(/b.jpg)"></i>', B],
      ['of an unknown attribute', '<i data-setbg="/b.jpg"></i>', B],
      ['lazySizes’', '<i data-bgset="/s.jpg 300w, /b.jpg 900w"></i>', B],
      [
        'no background where there is an image',
        '<i style="background:url(/n.jpg)"></i><img src="/b.jpg">',
        B,
      ],
      ['no pixel’s attributes', '<img src="/x.jpg" width=1 height=1 data-x="/y.jpg">', undefined],
      ['an avatar is a cover here', '<img class="avatar" src="/b.jpg">', B],
      ['an avatar beside a picture', '<img class="avatar" src="/a.jpg"><img src="/b.jpg">', B],
      ['not WordPress’s avatar', '<img class="avatar avatar-96 photo" src="/a.jpg">', undefined],
      ['not a Gravatar', '<img class="avatar" src="//gravatar.com/avatar/1">', undefined],
      ['in noscript', '<img class=lazy src="/nen.png"><noscript><img src="/b.jpg"></noscript>', B],
      ['in noscript, chosen', '<img class=l src="/nen.png"><noscript><img src="/b.jpg"></noscript>', B, '.l'],
      [
        'in a picture, chosen',
        '<picture><source srcset="/b.jpg"><img class=l src="data:,"></picture>',
        B,
        '.l',
      ],
    ] as const)
      it(`the image: ${name}`, async () => {
        expect(
          (await newsItem(`<h3>${link}</h3>${html}`, { ...(chosen && { image: chosen }) })).image,
        ).to.equal(image);
      });

    it('the summary: the longest paragraph or bare text; never title, date, caption, other links or remarks', async () => {
      const of = async (html: string) => (await newsItem(`<h3>${link}</h3>${html}`)).summary;
      expect(
        await of('<p>Ngắn.</p><ul><li>20/11/2026 08:30:00</li></ul> Sáng nay, trường khai giảng lớp.'),
      ).to.equal('Sáng nay, trường khai giảng lớp.');
      expect(await of('<figcaption>Toàn cảnh buổi lễ khai giảng lớp K46</figcaption>')).to.equal(undefined);
      expect(
        await of('<div>Xem: <a href="/2">Bế giảng lớp Trung cấp K45</a>, <a href="/3">Hội nghị</a></div>'),
      ).to.equal(undefined);
      expect(await of('<p><a href="/1.html">Sáng nay, trường khai giảng lớp.</a></p>')).to.equal(
        'Sáng nay, trường khai giảng lớp.',
      );
      expect(await of('<div>Lượt xem: 120</div>')).to.equal(undefined);
      expect(
        await of(
          '<script>var a = "một đoạn mã dài không phải là chữ";</script><style>.a{color:red;background:blue}</style>',
        ),
      ).to.equal(undefined);
      expect(await of('<p>Khai giảng  lớp K46</p>')).to.equal(undefined);
      expect(
        await of(
          '<p>Theo <a href="/2">Quyết định 1</a> của trường, <b>lớp</b> khai giảng&nbsp;sáng nay.</p>',
        ),
      ).to.equal('Theo Quyết định 1 của trường, lớp khai giảng sáng nay.');
    });
  });

  it('leaves out of summaries what software adds, and repairs links', async () => {
    const read = await newsItem(
      '<h3><a href="\n truong.example/\u200b1?a=1&amp;amp;b=2">Khai giảng lớp K46</a></h3><p>Sáng nay, trường khai giảng lớp. <span>Lượt xem: 120</span> <a class="btn" href="/1">Xem thêm »</a></p>',
    );
    expect(read).to.include({
      url: 'http://truong.example/1?a=1&b=2',
      summary: 'Sáng nay, trường khai giảng lớp.',
    });
  });

  it('takes the text of a link for the title also where a script opens the post', async () => {
    for (const href of ['javascript:__doPostBack(&quot;a&quot;)', '#'])
      expect(
        await newsItem(`<a href="${href}">Khai giảng lớp K46</a><span class="time">05/03/2024</span>`),
      ).to.include({ title: 'Khai giảng lớp K46', date_published: '2024-03-05T00:00:00+07:00' });
  });

  describe('selectors', () => {
    it('locate the fields; a field that is not found is missing', async () => {
      const chosen = { title: '.t', link: '.l', date: '.d', image: '.i', summary: '.s' };
      const whole = await newsItem(
        '<h3><a href="/no">Không phải</a></h3><b class=t>Tiêu đề</b><a class=l href="/yes">x</a><i class=d title="20/11/2026 08:30">hôm qua</i><img src="/no.jpg"><p class=i><img src="/yes.jpg"></p><p>Một đoạn dài không phải là tóm tắt của bài.</p><p class=s>Ngắn</p>',
        chosen,
      );
      expect(whole).to.deep.include({
        title: 'Tiêu đề',
        url: 'http://truong.example/yes',
        date_published: '2026-11-20T08:30:00+07:00',
        image: 'http://truong.example/yes.jpg',
        summary: 'Ngắn',
      });
      const bare = await newsItem(
        '<b class=t>Tiêu đề</b><a class=l href="/yes">x</a><img src="/no.jpg"><time>20/11/2026</time><p>Một đoạn dài không phải là tóm tắt của bài.</p>',
        chosen,
      );
      expect(Object.keys(bare)).to.have.members(['id', 'content_text', 'url', 'title']);
    });

    it('may be relative to the item or begin outside it', async () => {
      const html =
        '<div id=list><div class=x><h3><a href=/no>A</a></h3><p><a href=/1>Bài một</a></p></div></div>';
      for (const title of ['> p a', '#list .x p a', ':scope > p > a', 'p a']) {
        const { feed } = await page(html, { item: '.x', title });
        expect(feed.items[0]!.title, title).to.equal('Bài một');
        expect(feed.items[0]!.url, title).to.equal('http://truong.example/1');
      }
    });

    it('match the outer one of nested items', async () => {
      const { feed } = await page(
        '<ul class=a><li><a href=/1>Bài số một</a><ul><li>Đã xem: 1<li>Phản hồi: 0</ul><li><a href=/2>Bài số hai</a></ul>',
        { item: '.a li' },
      );
      expect(feed.items.map(({ title }) => title)).to.deep.equal(['Bài số một', 'Bài số hai']);
    });

    it('drop duplicates, by their link', async () => {
      const { feed } = await page(
        '<p><a href=/1>Bài số một</a><p><a href=/1>Bài số một</a><p><a href="/2?utm_source=x">Bài số một</a>',
        { item: 'p' },
      );
      expect(feed.items.map(({ id }) => id)).to.deep.equal(['truong.example/1', 'truong.example/2']);
    });
  });

  describe('the next page', () => {
    const next = async (html: string, selector?: string) =>
      (await page(`<p class=a><a href=/1>Bài số một</a></p>${html}`, { item: '.a', next: selector })).next;

    it('is found by its selector or by rel=next, as an absolute URL', async () => {
      expect(await next('<a class=n href="?trang=2">2</a>', '.n')).to.equal(
        'http://truong.example/tin/?trang=2',
      );
      expect(await next('<li class=n><a href="/tin/2/"><b>Sau</b></a>', '.n')).to.equal(
        'http://truong.example/tin/2/',
      );
      expect(await next('<a href="/tin/2/"><b class=n>Sau</b></a>', '.n')).to.equal(
        'http://truong.example/tin/2/',
      );
      expect(await next('<link rel="next" href="/tin/2/">')).to.equal('http://truong.example/tin/2/');
      expect(await next('<a rel="next nofollow" href="/tin/2/">Sau</a>')).to.equal(
        'http://truong.example/tin/2/',
      );
    });

    it('is missing if it is a script, another scheme, or the page itself', async () => {
      for (const href of [
        'javascript:next()',
        'ftp://a.vn/',
        '#trang-2',
        'http://truong.example/tin/#a',
        '',
        'data:text/html,a',
      ])
        expect(await next(`<a class=n href="${href}">2</a>`, '.n'), href).to.equal(undefined);
      expect(await next('', '.n')).to.equal(undefined);
      expect(await next('<a href="/2">2</a>')).to.equal(undefined);
    });
  });

  it('is UTF-8 whatever is declared, even if a summary is cut within a letter', async () => {
    const encoder = new TextEncoder();
    for (const label of ['iso-8859-1', 'windows-1258', 'utf-8']) {
      const html = `<head><meta charset="${label}"><title>Tin tức</title></head><ul><li class=post><a href=/1>Hội nghị “tổng kết” 1</a><p>Trường tổ chức hội nghị tổng kết và triển khai nhiệm vụ tr`;
      const body = [...encoder.encode(html), 0xe1, ...encoder.encode('...</p></ul>')];
      const { feed } = await page(Uint8Array.from(body), { item: 'li.post' });
      expect(feed.items[0]!.title, label).to.equal('Hội nghị “tổng kết” 1');
    }
  });

  it('URLs are relative to the page’s <base>, if it is valid', async () => {
    const link = async (base: string) =>
      (await page(`<base href="${base}"><p class=a><a href="1.html">Bài số một</a><p>`, { item: '.a' })).feed
        .items[0]!.url;
    expect(await link('/khac/')).to.equal('http://truong.example/khac/1.html');
    expect(await link('https://khac.example/a/b')).to.equal('https://khac.example/a/1.html');
    expect(await link('javascript:a()')).to.equal('http://truong.example/tin/1.html');
  });

  it('scripts and styles are never text, however broken the page', async () => {
    const { feed } = await page(
      '<title>Tin <!-- a --> mới</title><div class=a><h3><script>document.write("x")</script><a href=/1 onclick="a()">Bài &amp; ảnh<style>a{}</style></a></h3><p>Tóm tắt của bài này<script>if (a < b) { "</p>" }</script> rất hay.</p></div>',
      { item: '.a' },
    );
    expect(JSON.stringify(feed)).not.to.match(/document|onclick|if \(|\{\}/);
    expect(feed.items[0]).to.include({ title: 'Bài & ảnh', summary: 'Tóm tắt của bài này rất hay.' });
  });

  it('rows, cells and list items end where browsers end them', async () => {
    const { feed } = await page(
      '<table class=a><tr><td><p><font>1<td><p><a href=/1>Bài số một</a><tr><td><p>2<td><p><a href=/2>Bài số hai</a></table><ul><li><p><b><a href=/3>Bài số ba</a><li><a href=/4>Bài số bốn</a></ul>',
      { item: '.a tr, ul li' },
    );
    expect(feed.items.map(({ title, url }) => [title, url?.slice(-1)])).to.deep.equal([
      ['Bài số một', '1'],
      ['Bài số hai', '2'],
      ['Bài số ba', '3'],
      ['Bài số bốn', '4'],
    ]);
  });
});

const HOST = 'http://127.0.0.1/';
