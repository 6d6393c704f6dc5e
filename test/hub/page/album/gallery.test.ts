import { expect } from 'chai';
import type { Attachment, Item } from '../../../../core/model/feed.ts';
import { faults } from '../../../core/feed-faults.ts';
import { type SampleCluster, startCluster } from '../../../sites/cluster.ts';
import { page, recorded, type SelectorFields, served } from '../read.ts';

/** The photos of the one album of a page. */
const photos = async (html: string, chosen: SelectorFields = { photos: '.g' }): Promise<Attachment[]> => {
  const { feed } = await page(`<h1>Ảnh</h1><div class=g>${html}</div>`, chosen, 'gallery');
  expect(faults(feed)).to.deep.equal([]);
  expect(feed.items).to.have.length(1);
  return feed.items[0]!.attachments!;
};
const AT = 'http://truong.example';

describe('photos on pages', () => {
  describe('reads recorded pages', () => {
    for (const chosen of [{ photos: '.gallery' }, { photos: '.gallery img' }, {}] as SelectorFields[])
      it(`WordPress’s gallery, ${JSON.stringify(chosen)}`, async () => {
        const { feed } = await recorded(
          'wordpress/html-page-thuvienanh.html',
          '/thu-vien-anh/',
          chosen,
          'gallery',
        );
        expect(faults(feed)).to.deep.equal([]);
        expect(feed.items).to.have.length(1);
        const [album] = feed.items as [Item];
        expect(album).to.include({ url: 'http://127.0.0.1:8801/thu-vien-anh/', title: 'Thư viện ảnh' });
        expect(album).not.to.have.property('date_published');
        expect(album.attachments).to.have.length(16);
        // The links lead to pages, so that only the small size is known.
        expect(album.attachments![1]).to.deep.equal({
          url: 'http://127.0.0.1:8801/wp-content/uploads/2022/09/khai-giang-lop-trung-cap-2022-150x150.jpg',
          mime_type: 'image/jpeg',
          title: 'Toàn cảnh Lễ khai giảng',
          _tct: { width: 150, height: 150, alt: 'Toàn cảnh Lễ khai giảng' },
        });
        expect(new Set(album.attachments!.map(({ mime_type }) => mime_type))).to.deep.equal(
          new Set(['image/jpeg', 'image/png', 'image/webp']),
        );
      });

    it('NukeViet’s post with photos: its own photos and date, not those of the side columns', async () => {
      const path = '/dao-tao-boi-duong/nghien-cuu-thuc-te-7.html';
      const { feed } = await recorded('nukeviet/html-post-gallery.html', path, {}, 'gallery');
      expect(faults(feed)).to.deep.equal([]);
      expect(feed.items).to.have.length(1);
      const [album] = feed.items as [Item];
      expect(album).to.include({
        url: `http://127.0.0.1:8802${path}`,
        title: 'Đoàn học viên lớp Trung cấp lý luận chính trị nghiên cứu thực tế tại cơ sở',
        date_published: '2023-04-21T17:20:00+07:00',
        image: 'http://127.0.0.1:8802/uploads/news/2023_04/thuc-te-01.jpg',
      });
      expect(album.attachments!.map(({ url, title }) => [url.slice(-15), title])).to.deep.equal(
        [1, 2, 3, 4].map((number) => [`/thuc-te-0${number}.jpg`, 'Ảnh: Ban Biên tập']),
      );
    });

    it('WordPress’s posts as covers of albums', async () => {
      const { feed } = await recorded('wordpress/html-home.html', '/', { item: 'article' }, 'gallery');
      expect(feed.items).to.have.length(10);
      expect(feed.items[4]).to.include({
        title: 'Chùm ảnh: Nghiên cứu thực tế cuối khóa',
        image: 'http://127.0.0.1:8801/wp-content/uploads/2026/10/thuc-te-02.jpg',
        date_published: '2026-10-18T06:00:00+07:00',
      });
      for (const item of feed.items) expect(item).not.to.have.property('attachments');
    });
  });

  describe('reads pages of the sample sites', () => {
    let cluster: SampleCluster;
    before(async () => {
      cluster = await startCluster();
    });
    after(() => cluster.stop());

    it('Liferay’s list of albums', async () => {
      const { liferay } = cluster.sites;
      const { feed } = await served(liferay, '/web/guest/thu-vien-anh', { item: 'li.album' }, 'gallery');
      expect(feed.items.map(({ title, url, image }) => [title, url, image])).to.deep.equal(
        [
          ['Hội giảng cấp trường', 'hoi-giang-300x200.jpg'],
          ['Trao cờ thi đua', 'co-thi-dua-300x200.png'],
          ['Tọa đàm 20-11', 'toa-dam-20-11-300x200.jpg'],
        ].map(([title, image], index) => [
          title,
          liferay.url(`/web/guest/thu-vien-anh/-/album/${index + 1}`),
          liferay.url(`/documents/20121/0/${image}`),
        ]),
      );
    });
  });

  describe('a photo', () => {
    it('is the image that its link leads to; the image shown is its thumbnail', async () => {
      const [photo] = await photos(
        '<a href="/to/1.JPG" title="Lễ khai giảng"><img src="/nho/1.jpg" width=150 height=100 alt="Toàn cảnh"></a>',
      );
      expect(photo).to.deep.equal({
        url: `${AT}/to/1.JPG`,
        mime_type: 'image/jpeg',
        title: 'Lễ khai giảng',
        // The size of the large image is unknown.
        _tct: { thumbnail: `${AT}/nho/1.jpg`, alt: 'Toàn cảnh' },
      });
    });

    it('is the largest of its srcset', async () => {
      const set = 'srcset="/1-300x200.jpg 300w, /1-1024x683.jpg 1024w,  /1-768x512.jpg 768w"';
      const [photo] = await photos(
        `<a href="/bai-viet/"><img src="/1-300x200.jpg" ${set} width=300 height=200></a>`,
      );
      expect(photo).to.deep.equal({
        url: `${AT}/1-1024x683.jpg`,
        mime_type: 'image/jpeg',
        _tct: { width: 1024, thumbnail: `${AT}/1-300x200.jpg` },
      });
      const [same] = await photos(`<img src="/1-1024x683.jpg" ${set} width=1024 height=683>`);
      expect(same!._tct).to.deep.equal({ width: 1024, height: 683 });
    });

    for (const [name, html, url] of [
      [
        'of a srcset with commas in its URLs',
        '<img srcset="/c_fill,w_300/1.jpg 300w,/c_fill,w_900/1.jpg 900w">',
        '/c_fill,w_900/1.jpg',
      ],
      ['of a srcset with densities', '<img src="/1.jpg" srcset="/1.jpg 1x, /1@2x.jpg 2x">', '/1@2x.jpg'],
      [
        'of a lazy srcset',
        '<img data-srcset="/1-300x200.jpg 300w, /1-900x600.jpg 900w" src="data:,">',
        '/1-900x600.jpg',
      ],
      [
        'in its sources',
        '<picture><source srcset="/1-900.webp 900w"><img src="/1.jpg" width=300></picture>',
        '/1-900.webp',
      ],
      ['in its noscript', '<img src="/nen.png"> <noscript><img src="/1.jpg"></noscript>', '/1.jpg'],
      [
        'for a magnifier',
        '<img src="/nho/1.jpg" width=150 height=100 data-zoom-image="/to/1.jpg">',
        '/to/1.jpg',
      ],
      [
        'of an adaptive image',
        '<picture><source media="(max-width:300px)" srcset="/o/adaptive-media/image/4/Preview-1000x0/1.jpg"><img data-fileentryid=4 src="/documents/1/0/1.jpg/0c5e"></picture>',
        '/documents/1/0/1.jpg/0c5e',
      ],
      ['in a link’s attribute', '<a href="#" data-src="/to/1.jpg"><img src="/nho/1.jpg"></a>', '/to/1.jpg'],
      [
        'in a link’s script',
        `<a href="javascript:phong('/to/1.jpg')"><img src="/nho/1.jpg"></a>`,
        '/to/1.jpg',
      ],
      ['not on a page about it', '<a href="/xem.html?anh=1.jpg"><img src="/1.jpg"></a>', '/1.jpg'],
      ['by a handler', '<a href="/Anh.ashx?f=1.jpg"><img src="/nho/1.jpg"></a>', '/Anh.ashx?f=1.jpg'],
    ] as const)
      it(`is the largest, ${name}`, async () => {
        expect((await photos(html)).map((photo) => photo.url)).to.deep.equal([AT + url]);
      });

    it('is not an avatar, a placeholder or a beacon', async () => {
      expect(
        await photos(
          '<img class="avatar avatar-96 photo" src="/a.jpg"><img src="/images/no-image.jpg"><img src="/matomo.php?idsite=1"><img src="/1.jpg">',
        ),
      ).to.have.length(1);
    });

    it('keeps its file name, even if it contains a size', async () => {
      expect((await photos('<img src="/1-300x200.jpg">'))[0]!.url).to.equal(`${AT}/1-300x200.jpg`);
    });

    it('gets its type from its URL, Liferay’s included; JPEG by default', async () => {
      const found = await photos(
        '<img src="/documents/1/0/anh.png/0c5e-1?t=1"><img src="/image?id=2"><img src="/a.webp?x=1"><a href="/image?id=3"><img src="/b.jpg"></a>',
      );
      expect(found.map(({ url, mime_type }) => [url.slice(AT.length), mime_type])).to.deep.equal([
        ['/documents/1/0/anh.png/0c5e-1?t=1', 'image/png'],
        ['/image?id=2', 'image/jpeg'],
        ['/a.webp?x=1', 'image/webp'],
        ['/b.jpg', 'image/jpeg'],
      ]);
    });

    it('is not an emoticon, tracking pixel, icon or script; lazy images count', async () => {
      const found = await photos(
        '<img src="/images/smilies/a.gif"><img src="/p.gif" width=1 height=1><img src="/i.png" width=16><img src="javascript:a()"><img src="data:image/gif;base64,R0" data-src="/b.jpg"><noscript><img src="/b.jpg"></noscript><a href="javascript:zoom()"><img src="/c.jpg"></a>',
      );
      expect(found.map(({ url }) => url)).to.deep.equal([`${AT}/b.jpg`, `${AT}/c.jpg`]);
    });

    it('has the caption of its own figure, not that of the gallery, as plain text', async () => {
      const found = await photos(
        '<figure><figure><img src="/1.jpg"><figcaption>Ảnh <b>một</b><script>x()</script></figcaption></figure><figure><a href="/2.jpg" data-caption="&lt;b&gt;Ảnh&lt;/b&gt; hai"><img src="/2s.jpg"></a></figure><figcaption>Tất cả</figcaption></figure><div class="wp-caption"><img src="/3.jpg"><p class="wp-caption-text">Ảnh ba</p></div>',
      );
      expect(found.map(({ title }) => title)).to.deep.equal(['Ảnh một', 'Ảnh hai', 'Ảnh ba']);
    });

    it('counts once if it is shown twice', async () => {
      expect(await photos('<img src="/1.jpg"><img src="/1.jpg">')).to.have.length(1);
    });
  });

  describe('an album', () => {
    it('takes title, date and summary from their selectors', async () => {
      const { feed } = await page(
        '<h1>Trang</h1><div class=g><img src="/1.jpg"></div><b class=t>Hội khỏe</b><i class=d>20/11/2025</i><p class=s>Một số hình ảnh</p>',
        { photos: '.g', title: '.t', date: '.d', summary: '.s' },
        'gallery',
      );
      expect(feed.items[0]).to.include({
        title: 'Hội khỏe',
        date_published: '2025-11-20T00:00:00+07:00',
        summary: 'Một số hình ảnh',
        image: `${AT}/1.jpg`,
      });
    });

    it('contains the photos of the content, not the page’s logo, banners and teasers', async () => {
      const { feed } = await page(
        '<header><img src="/logo.png"></header><nav><img src="/n.png"></nav><div><div><p>x</p><div><img src="/1.jpg"><p><img src="/2.jpg"></div></div><ul><li><a href="/bai-1"><img src="/t1.jpg"></a><li><a href="/bai-2"><img src="/t2.jpg"></a></ul></div>',
        {},
        'gallery',
      );
      expect(feed.items[0]!.attachments!.map(({ url }) => url)).to.deep.equal([`${AT}/1.jpg`, `${AT}/2.jpg`]);
      const two = await page(
        '<p class=g><img src=/1.jpg><p class=g><img src=/2.jpg>',
        { photos: '.g' },
        'gallery',
      );
      expect(two.feed.items[0]!.attachments).to.have.length(2);
    });

    it('is not lost for a photo whose address no browser accepts', async () => {
      const { feed } = await page(
        '<div class=gallery><a href="http://1.2.3.4.5/x"><img src="/1.jpg"></a><img src="http://1.2.3.4.5/2.jpg"><img src="/3.jpg"></div>',
        {},
        'gallery',
      );
      expect(feed.items[0]!.attachments!.map(({ url }) => url)).to.deep.equal([`${AT}/1.jpg`, `${AT}/3.jpg`]);
    });

    it('has the page’s title if there is no heading', async () => {
      const { feed } = await page(
        '<title>Ảnh đẹp</title><img src=/1.jpg><img src=/2.jpg>',
        { photos: 'img' },
        'gallery',
      );
      expect(feed.items[0]!.title).to.equal('Ảnh đẹp');
    });
  });
});
