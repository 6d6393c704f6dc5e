import { expect } from 'chai';
import { proposeSources } from '../../../core/discover/from-html.ts';
import { bytes } from '../../fixture.ts';

const HOME = 'http://truong.example/';
const urls = (html: string, url = HOME) => proposeSources(html, { url }).proposals.map((each) => each.url);

describe('proposing sources from a page', () => {
  it('finds what a recorded WordPress declares, and its usual other feeds', async () => {
    const { cms, proposals } = proposeSources(await bytes('wordpress/html-home.html'), {
      url: 'http://127.0.0.1:8801/',
    });
    expect(cms).to.equal('WordPress');
    expect(proposals[0]).to.deep.include({
      url: 'http://127.0.0.1:8801/feed/',
      kind: 'news',
      declared: true,
    });
    expect(proposals.map(({ kind }) => kind)).to.include.members(['news', 'documents', 'gallery']);
    expect(proposals.some(({ url }) => url.includes('comments'))).to.equal(false);
  });

  it('finds what a recorded NukeViet declares', async () => {
    const { cms, proposals } = proposeSources(await bytes('nukeviet/html-home.html'), {
      url: 'http://127.0.0.1:8802/',
    });
    expect(cms).to.equal('NukeViet');
    expect(proposals[0]).to.deep.equal({
      url: 'http://127.0.0.1:8802/rss/',
      kind: 'news',
      declared: true,
      title: 'Tin Tức',
    });
    expect(proposals.find(({ title }) => title === 'Tin Tức - Văn bản')?.kind).to.equal('documents');
    expect(proposals.find(({ url }) => url.endsWith('/vi/laws/rss/'))).to.include({
      declared: false,
      kind: 'documents',
    });
  });

  it('finds the feeds on a recorded page that lists feeds', async () => {
    const { proposals } = proposeSources(await bytes('nukeviet/feeds-index.html'), {
      url: 'http://127.0.0.1:8802/feeds/',
    });
    expect(proposals.filter(({ declared }) => declared).map(({ url }) => url)).to.include(
      'http://127.0.0.1:8802/laws/rss/',
    );
  });

  it('builds a Liferay feed from the block’s id', () => {
    const page =
      '<body class="portlet-boundary"><div id="p_p_id_com_liferay_asset_publisher_web_portlet_AssetPublisherPortlet_INSTANCE_aB3x_">';
    expect(urls(page, `${HOME}web/guest/home`)).to.deep.equal([
      `${HOME}web/guest/home/-/asset_publisher/aB3x/rss`,
    ]);
  });

  it('builds a DotNetNuke feed from the page’s and the block’s id', () => {
    const page =
      '<meta name="generator" content="DotNetNuke"><div id="dnn_ctr412_ContentPane"><a href="/Default.aspx?tabid=55">';
    expect(urls(page)).to.deep.equal([`${HOME}rss.aspx?TabID=55&ModuleID=412`]);
  });

  it('recognizes Joomla, SharePoint and Drupal', () => {
    expect(
      proposeSources('<meta name="generator" content="Joomla! - Open Source">', { url: HOME }).cms,
    ).to.equal('Joomla');
    expect(proposeSources('<script src="/_layouts/15/init.js">', { url: HOME }).cms).to.equal('SharePoint');
    expect(urls('<meta name="Generator" content="Drupal 9">')).to.deep.equal([`${HOME}rss.xml`]);
  });

  it('puts the usual feeds of a site into the folder that the page says it is in', () => {
    const inFolder = (html: string) => urls(html, `${HOME}tct/trang`);
    expect(inFolder(`<link rel="https://api.w.org/" href="/tct/wp-json/">`)[0]).to.equal(
      `${HOME}tct/wp-json/wp/v2/posts?_embed&per_page=50`,
    );
    expect(inFolder(`<img src="/tct/wp-content/uploads/a.jpg">`)).to.include.members([
      `${HOME}tct/wp-json/wp/v2/posts?_embed&per_page=50`,
      `${HOME}tct/?rest_route=/wp/v2/posts&_embed&per_page=50`,
      `${HOME}tct/feed/`,
    ]);
    expect(inFolder('<script>var nv_base_siteurl="/tct/";</script>')[0]).to.equal(`${HOME}tct/vi/news/rss/`);
    expect(
      inFolder('<meta name="Generator" content="Backdrop CMS 1"><script>{"basePath":"\\/tct\\/"}</script>'),
    ).to.deep.equal([`${HOME}tct/rss.xml`]);
    // WordPress's own folder is not that of the site.
    expect(urls(`<img src="/wordpress/wp-content/a.jpg">`)).to.include(`${HOME}feed/`);
    expect(urls(`<img src="https://cdn.example/tct/wp-content/a.jpg">`)).to.include(`${HOME}feed/`);
  });

  it('proposes the feeds of Joomla’s menu items that may be lists, and of Drupal’s terms', () => {
    const menu = `<li class="item-101"><a href="/gioi-thieu">Giới thiệu</a></li><li class="nav-item item-102"><a href="/khoa">Khoa</a></li>
      <li class="sp-menu-item"><a href="/index.php?option=com_content&amp;view=category&amp;id=8">Tin tức</a></li><li class="item-3"><a href="/van-ban"><span>Văn bản</span></a></li>`;
    const { proposals } = proposeSources(`<meta name="generator" content="Joomla!">${menu}`, { url: HOME });
    expect(proposals.slice(2).map(({ url, kind }) => [url, kind])).to.deep.equal([
      [`${HOME}index.php?option=com_content&view=category&id=8&format=feed&type=rss`, 'news'],
      [`${HOME}van-ban?format=feed&type=rss`, 'documents'],
      [`${HOME}khoa?format=feed&type=rss`, 'news'],
    ]);
    expect(
      urls('<meta name="Generator" content="Drupal 9"><a href="/taxonomy/term/4">Tin</a>'),
    ).to.deep.equal([`${HOME}rss.xml`, `${HOME}taxonomy/term/4/feed`]);
  });

  it('resolves against <base>, refuses other schemes than http, and names each source once', () => {
    const page = `<base href="https://truong.example/portal/"><link rel="alternate" type="application/rss+xml" href="rss.xml">
      <link rel=alternate type=application/rss+xml href="javascript:alert(1)"><a href="http://www.truong.example/portal/rss.xml/">RSS</a>`;
    expect(urls(page)).to.deep.equal(['https://truong.example/portal/rss.xml']);
  });

  it('finds nothing in a page without feeds, and in hostile ones', () => {
    expect(urls('<html><a href="/lien-he">Liên hệ</a>')).to.deep.equal([]);
    for (const part of ['<a ', '<li class="item-1" ', '<li class="item-1"> ', '"/', 'dnn_ctr1', 'list: {'])
      for (const mark of [
        '',
        'Joomla-script-options ',
        '/wp-content/',
        'drupalSettings',
        '_spPageContextInfo',
        'dnn_ctr9 tabid=1',
      ])
        expect(urls(mark + part.repeat(50_000)).length, mark + part).to.be.below(8);
    expect(
      urls('<link rel="alternate" type="application/rss+xml" href="'.repeat(50_000)),
    ).to.have.length.below(2);
  });

  it('proposes nothing relative if the URL of the page is invalid', () => {
    for (const url of ['', 'tin', 'http://'])
      for (const page of ['<a href="/rss">RSS</a>', 'portlet-boundary _101_INSTANCE_abc_"', '/wp-content/'])
        expect(proposeSources(page, { url }).proposals, `${url} ${page}`).to.deep.equal([]);
  });
});
