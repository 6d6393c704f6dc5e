import { expect } from 'chai';
import type { ListKind } from '../../../core/config/cluster.ts';
import { discoverSite, MAX_REQUESTS_PER_SITE } from '../../../hub/discover/discover-site.ts';
import { homeUrls } from '../../../hub/discover/open-home.ts';
import { HttpClient } from '../../../hub/http/client.ts';
import type { SiteResponse } from '../../sites/site.ts';
import { NOW } from '../start-hub.ts';
import {
  documentTable,
  feedLink,
  page,
  photos,
  restMedia,
  restPosts,
  rss,
  StaticSite,
} from './static-site.ts';

const POSTS = 'wp/v2/posts?_embed&per_page=50';
const CATEGORIES = 'wp/v2/categories?per_page=100&hide_empty=false&_fields=id,name,count,parent';
const FILES = 'wp/v2/media?media_type=application&per_page=50';
const IMAGES = 'wp/v2/media?media_type=image&per_page=50';
const REST_LINK = (root: string) => `<link rel="https://api.w.org/" href="{origin}${root}">`;
const WORDPRESS = '<meta name="generator" content="WordPress 6.1">';

describe('finding the best sources of a site', () => {
  let site: StaticSite;
  afterEach(() => site.stop());

  /** What is found from a page of a site, as paths. */
  async function find(pages: Record<string, string | SiteResponse>, path = '/') {
    site = await new StaticSite(pages).start();
    const client = new HttpClient({ userAgent: 'tct-hub/test', spacingMs: 0 }, [site.origin]);
    const result = await discoverSite(site.url(path), client, NOW);
    if ('refusal' in result) throw new Error(result.refusal);
    const paths = (kind: ListKind) =>
      result.chosen[kind].map(({ source }) => source.url.replace(site.origin, ''));
    return { ...result, news: paths('news'), documents: paths('documents'), gallery: paths('gallery') };
  }

  it('prefers WordPress’s REST API with many posts and pictures to its feed', async () => {
    const { news, tried } = await find({
      '/': page(WORDPRESS + feedLink('/feed/') + REST_LINK('/wp-json/')),
      '/feed/': rss(10),
      [`/wp-json/${POSTS}`]: restPosts(12),
    });
    expect(news).to.deep.equal([`/wp-json/${POSTS}`]);
    expect(tried.filter((each) => 'feed' in each)).to.have.length(2);
  });

  it('asks for all posts if WordPress says that there are more than 50', async () => {
    const total = (body: string) => ({ headers: { 'X-WP-Total': '66' }, body });
    const { news, chosen } = await find({
      '/': page(WORDPRESS + REST_LINK('/wp-json/')),
      [`/wp-json/${POSTS}`]: total(restPosts(50)),
      [`/wp-json/${POSTS.replace('50', '100')}`]: total(restPosts(66)),
    });
    expect(news).to.deep.equal(['/wp-json/wp/v2/posts?_embed&per_page=100']);
    expect(chosen.news[0]!.feed.items).to.have.length(66);
  });

  it('finds a WordPress in a folder, and its documents and albums', async () => {
    const { news, documents, gallery } = await find(
      {
        '/tct/': page(WORDPRESS + feedLink('/tct/feed/') + REST_LINK('/tct/wp-json/')),
        '/tct/feed/': rss(10),
        [`/tct/wp-json/${POSTS}`]: restPosts(12),
        [`/tct/wp-json/${FILES}`]: restMedia(3, 'application'),
        [`/tct/wp-json/${IMAGES}`]: restMedia(3, 'image'),
      },
      '/tct/',
    );
    expect(news).to.deep.equal([`/tct/wp-json/${POSTS}`]);
    expect(documents).to.deep.equal([`/tct/wp-json/${FILES}`]);
    expect(gallery).to.deep.equal([`/tct/wp-json/${IMAGES}`]);
    expect(site.asked.filter((path) => !path.startsWith('/tct/'))).to.deep.equal([]);
  });

  it('finds a WordPress in a folder by its files where no link names the API', async () => {
    const { news } = await find(
      {
        '/tct/': page(`<link rel="stylesheet" href="{origin}/tct/wp-content/themes/a/style.css">`),
        [`/tct/wp-json/${POSTS}`]: restPosts(12),
      },
      '/tct/',
    );
    expect(news).to.deep.equal([`/tct/wp-json/${POSTS}`]);
  });

  it('finds a WordPress without permalinks, whether its pages name the API or not', async () => {
    const plain = {
      '/?feed=rss2': rss(10),
      [`/?rest_route=/${POSTS.replace('?', '&')}`]: restPosts(12),
      [`/?rest_route=/${CATEGORIES.replace('?', '&')}`]: JSON.stringify([
        { id: 7, name: 'Văn bản', count: 2, parent: 0 },
      ]),
      '/?rest_route=/wp/v2/posts&_embed&categories=7&per_page=50': restPosts(2, {
        title: (index) => `Quyết định số ${index}/QĐ-TCT về quy chế`,
      }),
    };
    for (const link of [REST_LINK('/?rest_route=/'), REST_LINK('/index.php?rest_route=/'), '']) {
      const prefix = link.includes('index.php') ? '/index.php' : '/';
      const { news, documents } = await find({
        '/': page(WORDPRESS + feedLink('/?feed=rss2') + link),
        ...Object.fromEntries(
          Object.entries(plain).map(([path, body]) => [path.replace(/^\/\?rest/, `${prefix}?rest`), body]),
        ),
      });
      expect(news, link).to.deep.equal([`${prefix}?rest_route=/${POSTS.replace('?', '&')}`]);
      expect(documents, link).to.deep.equal([
        `${prefix}?rest_route=/wp/v2/posts&_embed&categories=7&per_page=50`,
      ]);
      await site.stop();
    }
  });

  it('takes documents and albums from the categories that read like them', async () => {
    const { documents, gallery } = await find({
      '/': page(WORDPRESS + REST_LINK('/wp-json/')),
      [`/wp-json/${POSTS}`]: restPosts(12),
      [`/wp-json/${CATEGORIES}`]: `<br />Notice: x in y.php [8192]<br />${JSON.stringify([
        { id: 1, name: 'Tin tức', count: 9, parent: 0 },
        { id: 3, name: 'Văn bản', count: 2, parent: 0 },
        { id: 4, name: 'Của Trường', count: 2, parent: 3 },
        { id: 5, name: 'Thư viện ảnh', count: 3, parent: 0 },
        { id: 6, name: 'Công văn', count: 0, parent: 0 },
        { id: 8, name: 'Học tập nghị quyết', count: 5, parent: 0 },
      ])}`,
      '/wp-json/wp/v2/posts?_embed&categories=3,4&per_page=50': restPosts(4, {
        title: (index) => `Quyết định số ${index}/QĐ-TCT về việc ban hành quy chế`,
      }),
      '/wp-json/wp/v2/posts?_embed&categories=5&per_page=50': restPosts(3, {
        title: (index) => `Hình ảnh hội thi lần ${index}`,
      }),
      [`/wp-json/${FILES}`]: restMedia(40, 'application'),
      [`/wp-json/${IMAGES}`]: restMedia(40, 'image'),
    });
    expect(documents).to.deep.equal(['/wp-json/wp/v2/posts?_embed&categories=3,4&per_page=50']);
    expect(gallery).to.deep.equal(['/wp-json/wp/v2/posts?_embed&categories=5&per_page=50']);
  });

  it('takes a category named “Thông báo” for documents only if its posts are', async () => {
    const categories = JSON.stringify([{ id: 3, name: 'Thông báo', count: 4, parent: 0 }]);
    const tagged = { _embedded: { 'wp:term': [[{ name: 'Thông báo' }]] } };
    for (const [title, isFound] of [
      [(index: number) => `Thông báo số ${index}/TB-TCT về việc tuyển sinh`, true],
      [(index: number) => `Thông báo tuyển sinh lớp thứ ${index}`, false],
    ] as const) {
      const posts = restPosts(6, { title }, tagged);
      const { documents } = await find({
        '/': page(WORDPRESS + REST_LINK('/wp-json/')),
        [`/wp-json/${POSTS}`]: posts,
        [`/wp-json/${CATEGORIES}`]: categories,
        '/wp-json/wp/v2/posts?_embed&categories=3&per_page=50': posts,
      });
      expect(documents.length === 1, title(1)).to.equal(isFound);
      await site.stop();
    }
  });

  it('prefers the feed of a Joomla menu item to that of a front page with four posts', async () => {
    const menu = ['gioi-thieu:Giới thiệu', 'tin-tuc:Tin tức - Sự kiện', 'van-ban:Văn bản', 'lien-he:Liên hệ']
      .map((each, index) => {
        const [path, name] = each.split(':');
        return `<li class="nav-item item-10${index}"><a href="/index.php/${path}">${name}</a></li>`;
      })
      .join('');
    const { news, documents } = await find({
      '/': page(
        `<meta name="generator" content="Joomla! - Open Source Content Management">${feedLink('/?format=feed&amp;type=rss')}`,
        `<ul class="mod-menu">${menu}</ul>`,
      ),
      '/?format=feed&type=rss': rss(4, { picture: true }),
      '/index.php/tin-tuc?format=feed&type=rss': rss(10, { picture: true }),
      '/index.php/van-ban?format=feed&type=rss': rss(3, {
        at: '/van-ban/',
        title: (index) => `${index}-NQ/TW Nghị quyết về công tác cán bộ`,
      }),
    });
    expect(news).to.deep.equal(['/index.php/tin-tuc?format=feed&type=rss']);
    expect(documents).to.deep.equal(['/index.php/van-ban?format=feed&type=rss']);
    expect(site.asked.some((path) => /gioi-thieu|lien-he|atom/.test(path))).to.equal(false);
  });

  it('prefers the whole list of news to the latest of it on a front page', async () => {
    const list = (count: number) =>
      `<ul class="ds">${[...Array(count).keys()].map((index) => `<li><a href="/bai/${index}/">Bài số ${index} của trường về công tác đào tạo</a> <span>${20 - (index % 20)}/10/2026</span></li>`).join('')}</ul>`;
    const { news } = await find({
      '/': page('', `<ul class="menu"><li><a href="/tin-tuc">Tin tức</a></li></ul>${list(8)}`),
      '/tin-tuc': page('', list(20)),
    });
    expect(news).to.deep.equal(['/tin-tuc']);
  });

  it('adds sources that have posts which the best one lacks', async () => {
    const { news } = await find({
      '/': page(feedLink('/rss/a') + feedLink('/rss/b') + feedLink('/rss/c')),
      '/rss/a': rss(10),
      '/rss/b': rss(6, { from: 11 }),
      '/rss/c': rss(4, { from: 3 }),
    });
    expect(news).to.deep.equal(['/rss/a', '/rss/b']);
  });

  it('adds no category that only reaches further back', async () => {
    const total = (body: string) => ({ headers: { 'X-WP-Total': '500' }, body });
    const { news } = await find({
      '/': page(
        WORDPRESS + REST_LINK('/wp-json/') + feedLink('/category/thi-dua/feed/') + feedLink('/khac/feed/'),
      ),
      [`/wp-json/${POSTS}`]: total(restPosts(50)),
      [`/wp-json/${POSTS.replace('50', '100')}`]: total(restPosts(100)),
      '/category/thi-dua/feed/': rss(10, { from: 95 }),
      // Its next post may be in it alone.
      '/khac/feed/': rss(10, { from: 200 }),
    });
    expect(news).to.deep.equal([`/wp-json/${POSTS.replace('50', '100')}`, '/khac/feed/']);
  });

  it('does not prefer a long feed that ended years ago', async () => {
    const old = rss(50, { at: '/cu/' }).replaceAll('2026', '2019');
    const { chosen } = await find({
      '/': page(feedLink('/rss/cu') + feedLink('/rss/moi')),
      '/rss/cu': old,
      '/rss/moi': rss(8),
    });
    expect(chosen.news[0]!.source.url).to.equal(site.url('/rss/moi'));
  });

  it('finds the feeds of Drupal and Backdrop, in a folder, and the pages that their menus name', async () => {
    for (const generator of ['Drupal 7 (http://drupal.org)', 'Backdrop CMS 1 (https://backdropcms.org)']) {
      const { news, documents, gallery, cms } = await find(
        {
          '/tct/': page(
            `<meta name="Generator" content="${generator}"><script>jQuery.extend(Drupal.settings, {"basePath":"\\/tct\\/","pathPrefix":""});window.Backdrop = {settings: {"basePath":"\\/tct\\/"}};</script>`,
            '<ul class="menu"><li><a href="/tct/taxonomy/term/2">Tin tức</a></li><li><a href="/tct/van-ban">Văn bản</a></li><li><a href="/tct/album">Thư viện ảnh</a></li></ul>',
          ),
          '/tct/rss.xml': rss(10),
          '/tct/taxonomy/term/2/feed': rss(5, { from: 8 }),
          '/tct/van-ban': page('', documentTable(3)),
          '/tct/album': page('', photos(4)),
        },
        '/tct/',
      );
      expect(cms).to.equal(generator.split(' ')[0]);
      expect(news).to.deep.equal(['/tct/rss.xml', '/tct/taxonomy/term/2/feed']);
      expect(documents).to.deep.equal(['/tct/van-ban']);
      expect(gallery).to.deep.equal(['/tct/album']);
      await site.stop();
    }
  });

  it('finds the feeds of DotNetNuke’s and SharePoint’s blocks', async () => {
    const dnn = await find({
      '/': page(
        '<meta name="generator" content="DotNetNuke">',
        '<div class="DnnModule DnnModule-412"></div><input value="{`sf_siteRoot`:`/`,`sf_tabId`:`56`}">',
      ),
      '/rss.aspx?TabID=56&ModuleID=412': rss(10),
    });
    expect(dnn.news).to.deep.equal(['/rss.aspx?TabID=56&ModuleID=412']);
    await site.stop();
    const list = '0c2b6b0e-58f7-4f1a-9d1e-2f6f0d1c3b4a';
    const sharePoint = await find(
      {
        '/tct/Pages/default.aspx': page(
          '<meta name="GENERATOR" content="Microsoft SharePoint">',
          `<script>var _spPageContextInfo = {webServerRelativeUrl: "\\u002ftct", listId: "{${list.toUpperCase()}}"};</script><script src="/_layouts/15/init.js"></script>`,
        ),
        [`/tct/_layouts/15/listfeed.aspx?List=%7B${list}%7D`]: rss(10),
      },
      '/tct/Pages/default.aspx',
    );
    expect(sharePoint.news).to.deep.equal([`/tct/_layouts/15/listfeed.aspx?List=%7B${list}%7D`]);
  });

  it('selects the items of a list of documents without a table', async () => {
    const item = (index: number) =>
      `<div class="vb-item"><a href="/vb/${index}">Quyết định số ${index}/QĐ-TCT về việc ban hành quy chế đào tạo</a> <span>0${index}/3/2026</span></div>`;
    const { chosen } = await find({
      '/': page('', '<a href="/van-ban">Văn bản</a>'),
      '/van-ban': page('', [1, 2, 3, 4].map(item).join('')),
    });
    expect(chosen.documents[0]!.facts).to.include({ posts: 4, numbers: 4 });
    await site.stop();
    const own = await find({ '/van-ban': page('', [1, 2, 3, 4].map(item).join('')) }, '/van-ban');
    expect(own).to.deep.include({ news: [], documents: ['/van-ban'] });
  });

  it('recognises a page of documents or an album as what it is', async () => {
    const documents = await find({ '/van-ban-phap-luat': page('', documentTable(3)) }, '/van-ban-phap-luat');
    expect(documents).to.deep.include({
      news: [],
      documents: ['/van-ban-phap-luat'],
      gallery: [],
      home: site.url('/'),
    });
    await site.stop();
    const table = await find({ '/danh-sach.aspx?id=3': page('', documentTable(4)) }, '/danh-sach.aspx?id=3');
    expect(table).to.deep.include({ news: [], documents: ['/danh-sach.aspx?id=3'], gallery: [] });
    await site.stop();
    const album = await find({ '/thu-vien-anh/hoi-thao': page('', photos(3)) }, '/thu-vien-anh/hoi-thao');
    expect(album).to.deep.include({ news: [], documents: [], gallery: ['/thu-vien-anh/hoi-thao'] });
  });

  it('recognises a feed of documents as what it is', async () => {
    const { news, documents } = await find(
      { '/laws/rss/': rss(3, { title: (index) => `[${index}/QĐ-TCT] Quyết định về quy chế` }) },
      '/laws/rss/',
    );
    expect({ news, documents }).to.deep.equal({ news: [], documents: ['/laws/rss/'] });
  });

  it('follows a link to a page of feeds', async () => {
    const { news, documents } = await find({
      '/': page('', '<a href="/rss.html">RSS</a>'),
      '/rss.html': page('', '<a href="/rss/tin-tuc.rss">Tin tức</a><a href="/rss/van-ban.rss">Văn bản</a>'),
      '/rss/tin-tuc.rss': rss(10),
      '/rss/van-ban.rss': rss(3, { title: (index) => `${index}-NQ/TW Nghị quyết về công tác cán bộ` }),
    });
    expect({ news, documents }).to.deep.equal({
      news: ['/rss/tin-tuc.rss'],
      documents: ['/rss/van-ban.rss'],
    });
  });

  it('finds NukeViet’s documents and albums where no menu names them, and a site in a folder', async () => {
    const { news, documents, gallery } = await find(
      {
        '/tct/': page(`<script>var nv_base_siteurl="/tct/";</script>${feedLink('/tct/rss/')}`),
        '/tct/rss/': rss(10),
        '/tct/vi/laws/rss/': rss(3, { title: (index) => `[${index}/QĐ-TCT] Quyết định về quy chế` }),
        '/tct/photos/': page('', photos(3)),
      },
      '/tct/',
    );
    expect({ news, documents, gallery }).to.deep.equal({
      news: ['/tct/rss/'],
      documents: ['/tct/vi/laws/rss/'],
      gallery: ['/tct/photos/'],
    });
  });

  it('does not take for a source what leads back to the homepage', async () => {
    const home = page('<script>var nv_base_siteurl="/";</script>', documentTable(1));
    const { tried } = await find({
      '/': home,
      '/vi/laws/rss/': { status: 302, headers: { Location: '/' } },
    });
    const laws = tried.find(({ source }) => source.url.endsWith('/vi/laws/rss/'));
    expect(laws).to.have.property('refusal', 'Địa chỉ này dẫn về trang đã đọc.');
  });

  it('asks for no page that robots.txt forbids, and reads the feeds that the page declares', async () => {
    const { news, documents } = await find({
      '/robots.txt': 'User-agent: *\nDisallow: /van-ban\nDisallow: /rss',
      '/': page(feedLink('/rss'), '<a href="/van-ban">Văn bản</a>'),
      '/rss': rss(10),
      '/van-ban': page('', documentTable(3)),
    });
    expect({ news, documents }).to.deep.equal({ news: ['/rss'], documents: [] });
    expect(site.asked).not.to.include('/van-ban');
  });

  it('sends a bounded number of requests, and counts all', async () => {
    const links = [...Array(60).keys()];
    const { requests } = await find({
      '/': page(
        WORDPRESS +
          REST_LINK('/wp-json/') +
          links.map((index) => feedLink(`/${index}/rss`, ['Tin', 'Văn bản', 'Album'][index % 3])).join(''),
        links
          .map(
            (index) => `<a href="/trang/${index}">${['Tin tức', 'Văn bản', 'Thư viện ảnh'][index % 3]}</a>`,
          )
          .join(''),
      ),
    });
    expect(requests).to.equal(site.requests.length).and.to.be.at.most(MAX_REQUESTS_PER_SITE);
  });

  it('does not accept an address without a host', () => {
    expect(homeUrls('ftp://truong.example')).to.deep.equal([]);
    expect(homeUrls('truong.example/vi')).to.deep.equal([
      'https://truong.example/vi',
      'http://truong.example/vi',
    ]);
  });
});
