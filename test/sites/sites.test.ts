import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readFeed } from '../../core/index.ts';
import { type SampleCluster, startCluster } from './cluster.ts';
import { NEW_LIST } from './handmade-site.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

describe('the sample cluster', () => {
  let cluster: SampleCluster;
  beforeEach(async () => {
    cluster = await startCluster();
  });
  afterEach(() => cluster.stop());

  const read = async (url: string) => {
    const response = await fetch(url);
    return readFeed(new Uint8Array(await response.arrayBuffer()), {
      url,
      contentType: response.headers.get('content-type') ?? '',
    });
  };

  it('answers byte for byte as recorded, except for the addresses', async () => {
    const { wordpress, nukeviet } = cluster.sites;
    for (const [path, file] of [
      ['/feed/', 'feed-rss2.xml'],
      ['/feed/atom/', 'feed-atom.xml'],
      ['/feed/rdf/', 'feed-rdf.xml'],
      ['/feed/rss/', 'feed-rss092.xml'],
      ['/comments/feed/', 'feed-comments.xml'],
    ]) {
      const body = await (await fetch(wordpress.url(path!))).text();
      expect(body.replaceAll(wordpress.origin, 'http://127.0.0.1:8801'), path).to.equal(
        fixture(`wordpress/${file}`),
      );
    }
    for (const [path, file] of [
      ['/rss/', 'rss-news.xml'],
      ['/laws/rss/', 'rss-laws.xml'],
      ['/download/rss/', 'rss-download.xml'],
    ]) {
      const body = await (await fetch(nukeviet.url(path!))).text();
      expect(body.replaceAll(nukeviet.origin, 'http://127.0.0.1:8802'), path).to.equal(
        fixture(`nukeviet/${file}`),
      );
    }
  });

  it('WordPress answers 304 to a strong ETag or a date that matches, 200 to a weak ETag or where one of both differs', async () => {
    const url = cluster.sites.wordpress.url('/feed/');
    const { headers } = await fetch(url);
    const etag = headers.get('etag')!;
    const modified = headers.get('last-modified')!;
    expect(etag).to.equal('"0fd7ee96ac61c8289cb513f79ec8407a"');
    const status = async (given: Record<string, string>) => (await fetch(url, { headers: given })).status;
    expect(await status({ 'If-None-Match': etag, 'If-Modified-Since': modified })).to.equal(304);
    expect(await status({ 'If-None-Match': etag })).to.equal(304);
    expect(await status({ 'If-Modified-Since': modified })).to.equal(304);
    expect(await status({ 'If-None-Match': `W/${etag}` })).to.equal(200);
    expect(await status({ 'If-None-Match': '"other"', 'If-Modified-Since': modified })).to.equal(200);
  });

  it('WordPress REST paginates, limits page sizes, and answers the Origin header as recorded', async () => {
    const { wordpress } = cluster.sites;
    const answer = await fetch(wordpress.url('/wp-json/wp/v2/posts?_embed&per_page=20'));
    expect(answer.headers.get('x-wp-total')).to.equal('36');
    expect(answer.headers.get('link')).to.contain('page=2');
    expect(await answer.json()).to.have.length(20);
    expect((await fetch(wordpress.url('/wp-json/wp/v2/posts?per_page=1000'))).status).to.equal(400);
    const origin = async (from: string) =>
      (await fetch(wordpress.url('/wp-json/wp/v2/posts'), { headers: { Origin: from } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await origin('https://example.org')).to.equal('https://example.org');
    expect(await origin('chrome-extension://abc')).to.equal('');
  });

  it('NukeViet never answers 304, refuses extensions, redirects missing pages to the home page, and blocks floods for a minute', async () => {
    const { nukeviet } = cluster.sites;
    const now = Date.UTC(2026, 10, 23);
    nukeviet.setNow(now);
    const first = await fetch(nukeviet.url('/rss/'));
    const again = await fetch(nukeviet.url('/rss/'), {
      headers: { 'If-Modified-Since': first.headers.get('last-modified')! },
    });
    expect(again.status).to.equal(200);
    const refused = await fetch(nukeviet.url('/rss/'), { headers: { Origin: 'moz-extension://abc' } });
    expect([refused.status, await refused.text()].join()).to.match(/^200,[\s\S]*Incorrect Origin specified/);
    const missing = await fetch(nukeviet.url('/khong-co/'), { redirect: 'manual' });
    expect([missing.status, missing.headers.get('location')]).to.deep.equal([301, '/']);
    let last = first;
    for (let count = nukeviet.requests.length; count <= 40; count++)
      last = await fetch(nukeviet.url('/rss/'));
    expect([last.status, last.headers.get('retry-after')]).to.deep.equal([429, '60']);
    nukeviet.setNow(now + 61_000);
    expect((await fetch(nukeviet.url('/rss/'))).status).to.equal(200);
  });

  it('fails as set by setFault, and recovers', async () => {
    const { joomla, nukeviet } = cluster.sites;
    const url = joomla.url('/tin-tuc?format=feed');
    const fails = async (kind: 'reset' | 'truncate') => {
      joomla.setFault({ kind });
      return fetch(url)
        .then((answer) => answer.text())
        .then(
          () => false,
          () => true,
        );
    };
    expect(await fails('reset')).to.equal(true);
    expect(await fails('truncate')).to.equal(true);
    joomla.setFault({ kind: 'timeout' });
    expect(await fetch(url, { signal: AbortSignal.timeout(200) }).catch((error) => error.name)).to.equal(
      'TimeoutError',
    );
    joomla.setFault({ kind: 'status', status: 503, headers: { 'Retry-After': '600' } });
    expect((await fetch(url)).headers.get('retry-after')).to.equal('600');
    joomla.setFault({ kind: 'html' }, '/tin-tuc');
    expect(await read(url).catch(({ code }) => code)).to.equal('html');
    joomla.setFault(undefined);
    expect((await read(url)).items).to.have.length(10);
    nukeviet.databaseDown = true;
    expect(await read(nukeviet.url('/rss/')).catch(({ code }) => code)).to.equal('database');
  });

  it('publishes, edits and removes posts', async () => {
    const { wordpress, nukeviet, liferay } = cluster.sites;
    const titles = async (url: string) => (await read(url)).items.map(({ title }) => title);
    const cases = [
      [wordpress, '/feed/', '358'],
      [wordpress, '/feed/atom/', '356'],
      [wordpress, '/feed/rdf/', undefined],
      [wordpress, '/wp-json/wp/v2/posts', '355'],
      [nukeviet, '/rss/', '26'],
      [liferay, `/web/guest/tin-tuc/-/asset_publisher/${liferay.instance}/rss`, '120'],
    ] as const;
    for (const [site, path, old] of cases) {
      const before = await titles(site.url(path));
      const { id } = site.publish({ title: 'Tin <mới> & nóng', summary: 'Vừa xong' });
      expect((await titles(site.url(path)))[0], path).to.equal('Tin <mới> & nóng');
      site.remove(id);
      // RSS 1.0 has no id by which to find the post.
      if (!old) continue;
      site.edit(old, { title: 'Đã sửa' });
      expect((await titles(site.url(path)))[0], path).to.equal('Đã sửa');
      site.remove(old);
      expect((await titles(site.url(path)))[0], path).to.equal(before[1]);
    }
  });

  it('every CMS lists posts with title, link and date', async () => {
    const { sites } = cluster;
    const paths: [keyof SampleCluster['sites'], string][] = [
      ['liferay', `/web/guest/tin-tuc/-/asset_publisher/${sites.liferay.instance}/rss`],
      ['liferay', '/o/headless-delivery/v1.0/sites/20121/structured-contents'],
      ['joomla', '/tin-tuc?format=feed&type=rss'],
      ['joomla', '/tin-tuc?format=feed&type=atom'],
      ['dotnetnuke', '/rss.aspx?TabID=55&ModuleID=412'],
    ];
    for (const [site, path] of paths) {
      const { items } = await read(sites[site].url(path));
      expect(items, path).to.have.length(10);
      for (const item of items) {
        expect(item.title, path).to.be.a('string');
        expect(item.url, path).to.match(/^http:\/\/127/);
        expect(item.date_published, path).to.match(/^2026-.*\+07:00$/);
        expect(item.authors?.[0]?.name, path).to.equal(site === 'dotnetnuke' ? undefined : 'Ban Biên tập');
      }
    }
    sites.liferay.display = 'manual';
    expect(await read(sites.liferay.url(paths[0]![1])).catch(({ code }) => code)).to.equal('empty');
  });

  it('a handwritten page is encoded in windows-1258', async () => {
    const body = new Uint8Array(await (await fetch(cluster.sites.plainHtml.url('/cu/'))).arrayBuffer());
    const text = new TextDecoder('windows-1258').decode(body).normalize('NFC');
    expect(text).to.contain('Khai mạc Hội thi giảng viên dạy giỏi').and.to.contain('Trường Chính trị');
  });

  const page = async (url: string, init?: RequestInit) => (await fetch(url, init)).text();
  const newest = 'Khai mạc Hội thi giảng viên dạy giỏi';
  const oldest = 'ký giao ước thi đua';

  it('Web Forms page by postback, beside a list with addresses', async () => {
    const { webForms } = cluster.sites;
    const first = await page(webForms.url('/TinTuc.aspx'));
    for (const part of ['id="__VIEWSTATE" value="', '_grvTinTuc_ctl02_lnkTieuDe"', "'Page$2')", newest])
      expect(first).to.include(part);
    expect(first).to.not.match(new RegExp(`${oldest}|class=|href="TinTuc.aspx[?]`));
    const second = await page(webForms.url('/TinTuc.aspx'), { method: 'POST', body: '' });
    expect(second).to.include(oldest).and.not.include(newest);
    const notices = await page(webForms.url('/ThongBao.aspx'));
    expect(notices).to.include(newest).and.include('href="ThongBao.aspx?trang=2">Trang sau');
    expect(await page(webForms.url('/ThongBao.aspx?trang=2')))
      .to.include(oldest)
      .and.not.include('Trang sau');
    expect(await page(webForms.url('/ChiTiet.aspx?id=120'))).to.include(`<h1>${newest}`);
  });

  it('a school of 2005 has layout tables without class or id, in windows-1258', async () => {
    const body = await (await fetch(cluster.sites.oldTables.url('/tintuc.asp'))).arrayBuffer();
    const text = new TextDecoder('windows-1258').decode(body).normalize('NFC');
    expect(text).to.include(newest).and.include(oldest).and.include('(20/11/2026)');
    expect(text).to.not.match(/\s(?:class|id)=/i);
    expect((await fetch(cluster.sites.oldTables.url('/chitiet.asp?id=111'))).status).to.equal(200);
  });

  it('a site without classes has its dates in the text, and next pages', async () => {
    const { classless } = cluster.sites;
    const first = await page(classless.url('/tin-tuc.html'));
    expect(first)
      .to.include('Đăng ngày 20/11/2026 15:56.')
      .and.not.match(/\s(?:class|id)=/);
    const paths = ['tin-tuc.html', 'tin-tuc-trang-2.html', 'tin-tuc-trang-3.html'];
    const pages = await Promise.all(paths.map((path) => page(classless.url(`/${path}`))));
    expect(pages.map((text) => text.match(/<h3>/g)!.length)).to.deep.equal([4, 4, 2]);
    for (const [index, next] of paths.slice(1).entries()) expect(pages[index]).to.include(`href="${next}"`);
    expect(pages[2]).to.include(oldest).and.not.include('Trang sau');
  });

  it('albums have a cover each, and their photos on pages of their own', async () => {
    const { albums } = cluster.sites;
    const covers = await page(albums.url('/thu-vien-anh'));
    const paths = [...new Set(covers.match(/\/thu-vien-anh\/album-\d+/g))];
    expect(paths).to.have.length(6);
    for (const path of paths) {
      const album = await page(albums.url(path));
      for (const [, photo] of album.matchAll(/(?:href|src)="(\/uploads\/[^"]+)"/g))
        expect((await fetch(albums.url(photo!))).headers.get('content-type'), photo).to.equal('image/jpeg');
      expect(album.match(/<li><a href="\/uploads/g)).to.have.length.within(3, 5);
    }
  });

  it('a redesign gives the same posts new markup elsewhere, and leaves nothing of the old list', async () => {
    for (const site of [cluster.sites.webForms, cluster.sites.oldTables, cluster.sites.classless]) {
      const links = (text: string) =>
        [...text.matchAll(/href="([^"]+)"/gi)].map(([, path]) => path!.replace(/^\/?/, '/'));
      const before = links(await page(site.url(site.listPath)));
      site.redesign();
      const after = await page(site.url(NEW_LIST));
      expect(after.match(/class="_title_/g)).to.have.length(10);
      expect(before).to.include.members(links(after).filter((path) => path.includes('120')));
      const old = await fetch(site.url(site.listPath));
      expect(old.status).to.equal(200);
      expect(await old.text())
        .to.include(`href="${NEW_LIST}"`)
        .and.not.include(newest);
      site.redesign('script');
      const hidden = await page(site.url('/'));
      expect(hidden).to.not.match(/<a href="[^"]+">Tin tức/);
      expect(hidden).to.include('Tin tức');
    }
  });
});
