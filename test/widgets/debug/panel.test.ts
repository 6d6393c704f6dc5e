import { expect } from 'chai';
import { axeViolations, waitForState } from '../support.ts';
import { NEWS, openListening, type Page, panelOf, SCRIPT, warning } from './support.ts';

const tag = (attributes: string) =>
  `<tct-latest-news src="${NEWS}" loading="eager" ${attributes}></tct-latest-news>`;
const find = (page: Page) => page.document.querySelector('tct-latest-news')!;
const hosts = (page: Page) => page.document.querySelectorAll('[data-tct-panel]');

describe('the panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('is never shown to visitors', async () => {
    const page = await openListening(tag('layout="card"') + SCRIPT);
    await warning(page, /layout/);
    await waitForState(find(page), 'ready');
    expect(hosts(page)).to.have.length(0);
  });

  it('says what was asked, what came, what was refused and how to mend it', async () => {
    const page = await openListening(tag('layout="card" debug') + SCRIPT);
    const { textContent } = await panelOf(find(page), /mục/);
    for (const text of [
      'Đã hỏi',
      'layout="card"',
      NEWS,
      'Đã nhận',
      '2 mục',
      'nb, hd',
      'Bị từ chối',
      'không phải giá trị hợp lệ',
      'Cách sửa',
      'layout="cards"',
      'Phiên bản',
      '0.1.0',
    ])
      expect(textContent).to.contain(text);
  });

  it('speaks English where the widget does', async () => {
    const page = await openListening(tag('layout="card" lang="en" debug') + SCRIPT);
    const { textContent } = await panelOf(find(page), /items/);
    expect(textContent).to.contain('How to mend it').and.not.to.contain('Cách sửa');
  });

  it('appears at a div, at all widgets of a script with debug, and for unknown tags', async () => {
    const page = await openListening(
      `<div data-tct="latest-news" data-src="${NEWS}" data-loading="eager" data-debug></div>${SCRIPT}`,
    );
    await panelOf(page.document.querySelector('[data-tct]')!, /Đã nhận/);
    const all = await openListening(
      `${tag('')}<tct-wether></tct-wether><script async debug src="/dist/embed/tct.js"></script>`,
    );
    expect((await panelOf(find(all), /mục/)).textContent).to.contain('không thấy gì sai');
    expect((await panelOf(all.document.querySelector('tct-wether')!)).textContent).to.contain(
      '<tct-weather>',
    );
  });

  it('appears if the page’s address asks for it, under the strictest policy', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/test/widgets/strict-csp.html?tct-debug';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as unknown as Page & { reports: string[] };
    for (const name of ['latest-news', 'document-list', 'weather', 'gallery'])
      await panelOf(page.document.querySelector(`tct-${name}`)!, /Đã nhận/);
    expect(page.reports).to.deep.equal([]);
  });

  it('appears if the code of the widget does not come', async () => {
    const page = await openListening(
      `${tag('debug')}<script async src="/broken/always/tct-latest-news.js/tct.js"></script>`,
    );
    expect((await panelOf(find(page))).textContent).to.contain('Không tải được mã của khối');
  });

  it('shows text as text', async () => {
    const page = await openListening(
      `${tag('debug layout="&lt;img src=x onerror=document.title=1&gt;"')}${SCRIPT}`,
    );
    const root = await panelOf(find(page), /onerror/);
    expect(root.querySelector('img')).to.equal(null);
  });

  it('copies all of it as text', async () => {
    const page = await openListening(tag('layout="card" debug') + SCRIPT);
    let copied = '';
    Object.defineProperty(page.navigator, 'clipboard', {
      value: { writeText: async (text: string) => (copied = text) },
    });
    const root = await panelOf(find(page), /mục/);
    root.querySelector('button')!.click();
    await panelOf(find(page), /Đã chép/);
    expect(copied).to.match(
      /^tct-latest-news: 1 điều cần sửa\nĐã hỏi:\n- <tct-latest-news[\s\S]*\nCách sửa:\n- Có lẽ/,
    );
  });

  for (const scheme of ['light', 'dark'])
    it(`has no axe violations, fits 180 px and resists the page’s styles, ${scheme}`, async () => {
      const page = await openListening(
        `<main><h1>Trang</h1><div style="width:180px">${tag('layout="card" debug')}</div></main>${SCRIPT}<script src="/node_modules/axe-core/axe.min.js"></script>`,
        `<style>:root{color-scheme:${scheme};background:Canvas;color:CanvasText}div{font-size:3px!important;letter-spacing:9px;text-transform:uppercase}main div div{display:none!important}</style>`,
      );
      const root = await panelOf(find(page), /mục/);
      const host = root.host as HTMLElement;
      expect(host.getClientRects()).to.have.length(1);
      expect(host.scrollWidth).to.be.at.most(180);
      const details = root.querySelector('details')!;
      expect(details.open).to.equal(true);
      expect(page.getComputedStyle(details).fontSize).to.equal('14px');
      expect(page.getComputedStyle(details).textTransform).to.equal('none');
      expect(await axeViolations(page)).to.deep.equal([]);
    });
});
