import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { Site, type SiteResponse } from '../../sites/site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

const LATER = 30 * HOUR_MS;

/** Answers with the pages and feeds given for its paths. */
class AlbumSite extends Site {
  readonly pages = new Map<string, string>();

  protected override answer(path: string, query: URLSearchParams): SiteResponse | undefined {
    const body = this.pages.get(query.size ? `${path}?${query}` : path);
    const type = body?.startsWith('<?xml')
      ? 'application/rss+xml'
      : body?.startsWith('[')
        ? 'application/json'
        : 'text/html';
    return body === undefined ? undefined : { headers: { 'Content-Type': `${type}; charset=utf-8` }, body };
  }
}

const cover = (id: number, title: string, date = '') =>
  `<div class="album-item"><a href="/album/${id}"><img src="/img/${id}-t.jpg" alt=""></a><h3><a href="/album/${id}">${title}</a></h3><span>${date}</span></div>`;
const listPage = (...covers: string[]) =>
  `<!doctype html><title>Thư viện ảnh</title><header><h1>Trường Chính trị tỉnh A</h1></header><h2>Thư viện ảnh</h2><div class="album-list">${covers.join('')}</div>`;
const photo = (name: string) =>
  `<a href="/img/${name}.jpg" title="Ảnh ${name}"><img src="/img/${name}-t.jpg" alt=""></a>`;
const albumPage = (title: string, photos: string, more = '') =>
  `<!doctype html><title>${title} - Trường Chính trị tỉnh A</title><header><h1>Trường Chính trị tỉnh A</h1></header><h2>${title}</h2><div class="photos">${photos}</div>${more}`;

const photosOf = (item: Item | undefined) =>
  item?.attachments?.map(({ url, title }) => [new URL(url).pathname, title]);

describe('albums', () => {
  let hub: Hub;
  let site: AlbumSite;
  beforeEach(async () => {
    site = await new AlbumSite().start();
    hub = await startHub();
    site.pages.set(
      '/albums',
      listPage(
        cover(1, 'Lễ khai giảng', '05/09/2022'),
        cover(2, 'Hội thao chào mừng 20/11'),
        cover(3, 'Về nguồn'),
      ),
    );
    site.pages.set('/album/1', albumPage('Lễ khai giảng', photo('1a') + photo('1b')));
    const others = `<h3>Album khác</h3><div class="album-list">${cover(1, 'Lễ khai giảng')}${cover(3, 'Về nguồn')}${cover(4, 'Tọa đàm')}</div>`;
    site.pages.set(
      '/album/2',
      albumPage('Hội thao', `<p>Ngày đăng: 18/11/2022</p>${photo('2a')}${photo('2b')}`, others),
    );
    site.pages.set('/album/3', albumPage('Về nguồn', photo('3a') + photo('3b')));
  });
  afterEach(async () => {
    await hub.stop();
    await site.stop();
  });
  const run = (now: number, ...gallery: (string | object)[]) =>
    hub.run(
      now,
      {},
      {
        ...hub.configuration,
        schools: [
          {
            id: 'a',
            name: 'Trường',
            home: site.url('/vi/'),
            gallery: gallery.map((source) =>
              typeof source === 'string' ? { url: site.url(source), kind: 'page' } : source,
            ),
          },
        ],
      },
    );
  const published = async () => (await hub.feed('gallery.json')).items;
  const titled = async (title: string) => (await published()).find((item) => item.title === title);
  const requested = () => site.requests.map(({ path }) => path).filter((path) => path !== '/robots.txt');

  describe('in a list', () => {
    it('get the photos and dates of their own pages', async () => {
      expect((await run(NOW, '/albums')).failing).to.deep.equal([]);
      const items = await published();
      expect(items.map(({ title }) => title)).to.have.members([
        'Lễ khai giảng',
        'Hội thao chào mừng 20/11',
        'Về nguồn',
      ]);
      expect(photosOf(await titled('Lễ khai giảng'))).to.deep.equal([
        ['/img/1a.jpg', 'Ảnh 1a'],
        ['/img/1b.jpg', 'Ảnh 1b'],
      ]);
      const second = await titled('Hội thao chào mừng 20/11');
      expect(photosOf(second)).to.deep.equal([
        ['/img/2a.jpg', 'Ảnh 2a'],
        ['/img/2b.jpg', 'Ảnh 2b'],
      ]);
      expect(second).to.include({
        url: site.url('/album/2'),
        image: site.url('/img/2-t.jpg'),
        date_published: '2022-11-18T00:00:00+07:00',
      });
      expect(second!._tct!.precision).to.equal('day');
      // By the dates that they show; the one without a date counts from now.
      expect(items.map(({ url }) => url!.at(-1))).to.deep.equal(['3', '2', '1']);
    });

    it('have their pages fetched once, and stay whole', async () => {
      await run(NOW, '/albums');
      expect(requested()).to.have.members(['/albums', '/album/1', '/album/2', '/album/3']);
      const before = await published();
      site.requests.length = 0;
      site.pages.set(
        '/albums',
        listPage(
          cover(3, 'Về nguồn'),
          cover(1, 'Lễ khai giảng', '05/09/2022'),
          cover(2, 'Hội thao chào mừng 20/11'),
        ),
      );
      await run(NOW + LATER, '/albums');
      expect(requested()).to.deep.equal(['/albums']);
      expect(await published()).to.have.deep.members(before);
    });

    it('have their pages fetched again after an edit, and keep their photos if the page has none', async () => {
      await run(NOW, '/albums');
      site.requests.length = 0;
      site.pages.set(
        '/albums',
        listPage(
          cover(1, 'Lễ khai giảng khóa mới', '05/09/2022'),
          cover(2, 'Hội thao chào mừng 20/11, có sửa'),
          cover(3, 'Về nguồn'),
        ),
      );
      site.pages.set('/album/1', albumPage('Lễ khai giảng', photo('1a') + photo('1b') + photo('1c')));
      site.pages.set('/album/2', 'Đang bảo trì');
      await run(NOW + LATER, '/albums');
      expect(requested()).to.have.members(['/albums', '/album/1', '/album/2']);
      expect(photosOf(await titled('Lễ khai giảng khóa mới'))).to.have.length(3);
      expect(photosOf(await titled('Hội thao chào mừng 20/11, có sửa'))).to.have.length(2);
    });

    it('have all pages of theirs read, but not those of other albums', async () => {
      const next = (href: string) =>
        `<ul class="pagination"><li><a href="${href}">Sau</a></li></ul><a rel="next" href="/album/2">Album sau</a>`;
      site.pages.set(
        '/album/1',
        albumPage('Lễ khai giảng', photo('1a') + photo('1b'), next('/album/1?page=2')),
      );
      site.pages.set(
        '/album/1?page=2',
        albumPage('Lễ khai giảng', photo('1c') + photo('1d'), next('/album/1?page=3')),
      );
      site.pages.set('/album/1?page=3', albumPage('Lễ khai giảng', photo('1e') + photo('1f')));
      await run(NOW, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))!.map(([path]) => path)).to.deep.equal(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `/img/1${letter}.jpg`),
      );
      expect(photosOf(await titled('Hội thao chào mừng 20/11'))).to.have.length(2);
    });

    it('are not fetched where robots.txt disallows it, nor from other sites', async () => {
      const list = listPage(cover(1, 'Lễ khai giảng'), cover(2, 'Hội thao'), cover(3, 'Về nguồn'));
      site.pages.set('/albums', list);
      site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /album/');
      await run(NOW, '/albums');
      expect(requested()).to.deep.equal(['/albums']);
      expect(await published()).to.have.length(3);
    });

    it('wait for the next poll if the site does not answer', async () => {
      site.setFault({ kind: 'status', status: 503 }, '/album/');
      await run(NOW, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.equal(undefined);
      site.setFault(undefined);
      await run(NOW + LATER, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.have.length(2);
    });

    it('wait for the next poll behind a test of the browser', async () => {
      const page = site.pages.get('/album/1')!;
      site.pages.set(
        '/album/1',
        '<!doctype html><script>document.cookie="D1N=1";location.reload(true)</script>',
      );
      await run(NOW, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.equal(undefined);
      site.pages.set('/album/1', page);
      await run(NOW + LATER, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.have.length(2);
    });

    it('are completed by the next poll if only the first of their pages could be read', async () => {
      const more = '<a href="/album/1?page=2">2</a>';
      site.pages.set('/album/1', albumPage('Lễ khai giảng', photo('1a') + photo('1b'), more));
      site.pages.set('/album/1?page=2', albumPage('Lễ khai giảng', photo('1c') + photo('1d')));
      site.setFault({ kind: 'status', status: 503 }, '/album/1?page=2');
      await run(NOW, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.have.length(2);
      site.setFault(undefined);
      await run(NOW + LATER, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.have.length(4);
    });

    it('do not wait for one whose page is broken', async () => {
      site.setFault({ kind: 'status', status: 500 }, '/album/3');
      await run(NOW, '/albums');
      expect(photosOf(await titled('Lễ khai giảng'))).to.have.length(2);
      expect(photosOf(await titled('Hội thao chào mừng 20/11'))).to.have.length(2);
    });

    it('take nothing from where a deleted album leads', async () => {
      for (const home of ['/', '/vi/', '/albums']) {
        site.setFault({ kind: 'status', status: 302, headers: { Location: home } }, '/album/1');
        if (home !== '/albums') site.pages.set(home, albumPage('Trang chủ', photo('x') + photo('y')));
        await run(NOW, '/albums');
        expect(await titled('Lễ khai giảng'), home).not.to.have.property('attachments');
        await hub.stop();
        hub = await startHub();
      }
    });

    it('have their photos copied like those in a list', async () => {
      hub.configuration = { ...hub.configuration, images: true };
      await run(NOW, '/albums');
      expect(requested()).to.include.members(['/img/1-t.jpg', '/img/1a.jpg', '/img/1b.jpg']);
    });

    it('have the photos that the selector finds on their pages', async () => {
      site.pages.set(
        '/album/1',
        albumPage('Lễ khai giảng', photo('1a') + photo('1b'), `<div class="slide">${photo('1c')}</div>`),
      );
      await run(NOW, { url: site.url('/albums'), kind: 'page', item: '.album-item', photos: '.slide' });
      expect(photosOf(await titled('Lễ khai giảng'))).to.deep.equal([['/img/1c.jpg', 'Ảnh 1c']]);
    });
  });

  it('that one source knows whole are not replaced by the covers of another', async () => {
    for (const sources of [
      ['/albums', '/album/2'],
      ['/album/2', '/albums'],
    ]) {
      site.requests.length = 0;
      await hub.stop();
      hub = await startHub();
      await run(NOW, ...sources);
      expect(requested().filter((path) => path === '/album/2')).to.have.length(1);
      const albums = (await published()).filter(({ url }) => url === site.url('/album/2'));
      expect(albums).to.have.length(1);
      expect(photosOf(albums[0])).to.have.length(2);
      await run(NOW + LATER, ...sources);
      expect(photosOf((await published()).find(({ url }) => url === site.url('/album/2')))).to.have.length(2);
    }
  });

  it('keep their photos when only a list with their covers is left', async () => {
    await run(NOW, '/album/2');
    site.setFault({ kind: 'status', status: 503 }, '/album/');
    await run(NOW + LATER, '/albums');
    expect(photosOf((await published()).find(({ url }) => url === site.url('/album/2')))).to.have.length(2);
  });

  describe('that are posts of a feed', () => {
    const figure = (number: number, caption: string) =>
      `<figure class="wp-block-image"><a href="/u/${number}.jpg"><img src="/u/${number}-1024x683.jpg" alt="Đại biểu ${number}"/></a><figcaption>${caption}</figcaption></figure>`;
    const content = `<p>Một số hình ảnh.</p><figure class="wp-block-gallery">${figure(1, 'Ảnh 1: đại biểu tham dự')}${figure(2, 'Ảnh 2: quang cảnh')}</figure>`;
    const expected = [
      ['/u/1.jpg', 'Ảnh 1: đại biểu tham dự'],
      ['/u/2.jpg', 'Ảnh 2: quang cảnh'],
    ];
    const feed = (item: string) =>
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Thư viện ảnh</title><item><title>Khai giảng</title><link>${site.url('/bai/1')}</link>${item}</item></channel></rss>`;

    it('have every photo of their content, with its caption', async () => {
      const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const file = `<enclosure url="${site.url('/u/1-300x200.jpg')}" type="image/jpeg"/>`;
      for (const item of [
        `<content:encoded><![CDATA[${content}]]></content:encoded>`,
        `<description><![CDATA[<img src="/u/1-150x150.jpg">Tóm tắt]]></description><content:encoded><![CDATA[${content}]]></content:encoded>`,
        `<description>${escaped}</description>`,
        `${file}<content:encoded><![CDATA[${content}]]></content:encoded>`,
      ]) {
        site.pages.set('/feed', feed(item));
        await run(NOW, { url: site.url('/feed') });
        const album = (await published())[0];
        expect(photosOf(album), item).to.deep.equal(expected);
        expect(requested()).not.to.include('/bai/1');
        await hub.stop();
        hub = await startHub();
      }
    });

    it('have them from WordPress’s REST API, too', async () => {
      const post = {
        id: 7,
        type: 'post',
        link: site.url('/bai/1'),
        guid: { rendered: site.url('/?p=7') },
        date_gmt: '2026-09-05T02:30:00',
        title: { rendered: 'Khai giảng' },
        content: { rendered: content },
      };
      site.pages.set('/wp-json/wp/v2/posts?categories=3', JSON.stringify([post]));
      await run(NOW, { url: site.url('/wp-json/wp/v2/posts?categories=3') });
      expect(photosOf((await published())[0])).to.deep.equal(expected);
    });

    it('have those of their own pages where the feed has only a cover', async () => {
      site.pages.set(
        '/feed',
        feed('<description><![CDATA[<img src="/u/1-150x150.jpg">Tóm tắt]]></description>'),
      );
      site.pages.set('/bai/1', `<title>Khai giảng</title><article><h1>Khai giảng</h1>${content}</article>`);
      await run(NOW, { url: site.url('/feed') });
      expect(photosOf((await published())[0])).to.deep.equal(expected);
    });

    it('are albums only in a gallery', async () => {
      site.pages.set('/feed', feed(`<content:encoded><![CDATA[${content}]]></content:encoded>`));
      await hub.run(
        NOW,
        {},
        {
          ...hub.configuration,
          schools: [{ id: 'a', name: 'Trường', home: site.url('/'), news: site.url('/feed') }],
        },
      );
      const [post] = (await hub.feed('news.json')).items;
      expect(post).to.include({ title: 'Khai giảng', image: site.url('/u/1-1024x683.jpg') });
      expect(post).not.to.have.property('attachments');
    });
  });
});
