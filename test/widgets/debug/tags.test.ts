import { expect } from 'chai';
import { waitForState } from '../support.ts';
import { NEWS, openListening, SCRIPT, warning } from './support.ts';

const DOCUMENTS_TAG =
  '<tct-document-list src="/test/widgets/documents.json" loading="eager"></tct-document-list>';

describe('a tag that is no widget', () => {
  afterEach(() => document.body.replaceChildren());

  it('is explained, with the name that is meant', async () => {
    for (const body of [
      `<tct-lastest-news></tct-lastest-news>${SCRIPT}`,
      `${SCRIPT}<script>document.body.insertAdjacentHTML('beforeend','<p><tct-lastest-news></tct-lastest-news></p>')</script>`,
    ]) {
      const page = await openListening(body);
      const [vi, en] = (await warning(page, /lastest/)).split('\n');
      expect(vi).to.match(/Không có khối nào tên <tct-lastest-news>.*<tct-latest-news>/);
      expect(en).to.match(/There is no widget named <tct-lastest-news>.*<tct-latest-news>/);
    }
  });

  it('is explained by the script that holds all widgets', async () => {
    const page = await openListening(
      '<tct-lastest-news></tct-lastest-news><script async src="/dist/embed/tct-all.js"></script>',
    );
    expect(await warning(page, /lastest/)).to.contain('<tct-latest-news>');
    const requests = page.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(requests.filter((name) => /tct-(?!all)/.test(name))).to.deep.equal([]);
  });

  it('is explained in a div', async () => {
    const page = await openListening(`<div data-tct="news"></div><div data-tct="wether"></div>${SCRIPT}`);
    expect(await warning(page, /data-tct="news"/)).to.match(/data-tct="latest-news"/);
    expect(await warning(page, /data-tct="wether"/)).to.match(/data-tct="weather"/);
  });

  it('is not mentioned if it is an element of the page', async () => {
    const page = await openListening(
      `${SCRIPT}<tct-menu></tct-menu><my-menu></my-menu><tct-nothing></tct-nothing>
      <script>addEventListener('DOMContentLoaded',function(){customElements.define('tct-menu',class extends HTMLElement{})})</script>`,
    );
    await warning(page, /tct-nothing/);
    expect(page.warned.filter((text) => /menu/.test(text))).to.deep.equal([]);
  });
});

describe('a misspelt attribute', () => {
  afterEach(() => document.body.replaceChildren());

  it('is explained on a div', async () => {
    const page = await openListening(
      `<div data-tct="latest-news" data-src="${NEWS}" data-loading="eager" data-debug data-limits="3" layout="cards" data-aos="fade" lang="vi"></div>${SCRIPT}`,
    );
    expect(await warning(page, /data-limits/)).to.match(/Có lẽ bạn muốn ghi data-limit\./);
    expect(await warning(page, /Trên <div>/)).to.match(/layout không có tác dụng\. Ghi data-layout\./);
    expect(page.warned).to.have.length(2);
  });

  it('is explained on a tag where debugging is asked for', async () => {
    const page = await openListening(
      `<tct-latest-news debug class="a" id="b" style="margin:0" aria-label="c" data-aos="d" hx-get="e" limits="3" data-layout="cards" src="${NEWS}" loading="eager"></tct-latest-news>${SCRIPT}`,
    );
    expect(await warning(page, /limits/)).to.match(/Có lẽ bạn muốn ghi limit\./);
    expect(await warning(page, /data-layout/)).to.match(/Ghi layout, không có data-\./);
    expect(page.warned).to.have.length(2);
  });
});

describe('a tag that is not closed', () => {
  afterEach(() => document.body.replaceChildren());

  const isShown = (page: Window, selector: string) =>
    page.document.querySelector(selector)!.getClientRects().length > 0;

  for (const [where, tag] of [
    ['as a tag', `<tct-latest-news src="${NEWS}" loading="eager" />`],
    ['as a div', `<div data-tct="latest-news" data-src="${NEWS}" data-loading="eager" />`],
  ] as const)
    it(`is explained, and the page behind it is shown again: ${where}`, async () => {
      const page = await openListening(
        `${SCRIPT}<main>${tag}<p id="next">Tiếp theo</p><nav><a href="/">Trang chủ</a></nav>${DOCUMENTS_TAG}</main><footer>Chân trang</footer>`,
      );
      const [vi, en] = (await warning(page, /không được đóng/)).split('\n');
      expect(vi).to.match(/Viết đủ thẻ đóng/);
      expect(en).to.match(/Write the closing tag/);
      for (const name of ['tct-latest-news', 'tct-document-list'])
        await waitForState(page.document.querySelector(name)!, 'ready');
      for (const selector of ['#next', 'nav', 'footer'])
        expect(isShown(page, selector), selector).to.equal(true);
      expect(page.document.querySelector('tct-latest-news nav, tct-latest-news tct-document-list')).to.equal(
        null,
      );
      expect(
        [...page.document.querySelector('main')!.children].map(({ localName }) => localName),
      ).to.deep.equal([where === 'as a tag' ? 'tct-latest-news' : 'div', 'p', 'nav', 'tct-document-list']);
    });

  it('is noticed at the end of a page that scripts have appended to', async () => {
    const page = await openListening(
      `${SCRIPT}<script>addEventListener('DOMContentLoaded',function(){document.body.append(document.createElement('iframe'))})</script>
      <tct-latest-news src="${NEWS}" loading="eager" /><p>Tiếp theo</p><footer>Chân trang</footer>`,
    );
    await warning(page, /không được đóng/);
    await waitForState(page.document.querySelector('tct-latest-news')!, 'ready');
    expect(isShown(page, 'footer')).to.equal(true);
  });

  it('is not suspected where the content is the widget’s own', async () => {
    const page = await openListening(
      `${SCRIPT}<section><tct-latest-news src="${NEWS}" loading="eager">
        <h2>Tin</h2><article><a href="/tin">Tin của trường</a><footer>2026</footer></article><ul><li>Một</li></ul>
      </tct-latest-news></section>
      <tct-gallery loading="eager"><nav>Ảnh</nav></tct-gallery><p>Hết</p><tct-nothing></tct-nothing>`,
    );
    await waitForState(page.document.querySelector('tct-latest-news')!, 'ready');
    await warning(page, /tct-nothing/);
    expect(page.warned.filter((text) => /không được đóng/.test(text))).to.deep.equal([]);
    expect(page.document.querySelectorAll('tct-latest-news article, tct-gallery nav')).to.have.length(2);
  });
});
