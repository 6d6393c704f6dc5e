import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import type { PointRequest } from '../../../hub/console/context.ts';
import { axeViolations } from '../../axe.ts';
import { type BrowserId, NAMES } from '../../runner/browsers.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { type FakePages, fakePoint } from './fake-point.ts';
import { type PointPageServer, servePointPage } from './point-page-server.ts';
import { PointedPage } from './pointed-page.ts';

const HOME = 'http://truong.example/';
const DOCUMENTS = 'http://truong.example/vanban';

const post = (number: number) =>
  `<div class="tin"><h3><a href="/tin/${number}.html">Khai giảng lớp Trung cấp lý luận chính trị khóa ${number}</a></h3><span class="ngay">${number}/11/2026</span><p>Sáng nay, nhà trường khai giảng lớp khóa ${number}.</p></div>`;
const PAGES = {
  [HOME]: `<!doctype html><title>Trang chủ</title><style>.cao{min-height:100vh} a:focus{outline:9px solid}</style><body>
    <form action="/tim"><input name="tu"><button>Tìm</button></form><p><a class="vb" href="/vanban">Văn bản</a></p>
    <div class="cao">${Array.from({ length: 12 }, (_, index) => post(index + 1)).join('')}</div>
    <p class="trang"><a href="/?trang=2">Trang 2</a></p><iframe src="/vanban" width="300" height="120"></iframe>`,
  [DOCUMENTS]: `<!doctype html><title>Văn bản</title><table width="1400"><tr><th>Số hiệu</th><th>Ngày</th><th>Nội dung</th></tr>
    ${[4, 5, 6].map((day) => `<tr class="vb"><td>${day}/QĐ-TCT</td><td>${day}/10/2026</td><td><a href="/${day}.pdf">Quyết định số ${day} về việc mở lớp</a></td></tr>`).join('')}</table>`,
};
const request: PointRequest = { url: HOME, kind: 'news', schoolName: 'Trường A' };

for (const id of ['chromium', 'firefox'] satisfies BrowserId[])
  describe(`the view for pointing, in ${NAMES[id]}`, () => {
    let browser: Browser;
    let server: PointPageServer;
    let fake: FakePages;
    let tab: Page;
    let view: PointedPage;

    before(async function () {
      browser = await launchBrowser(this, id, 'pointing was not tested in it');
    });
    after(() => browser?.close());
    beforeEach(async () => {
      fake = fakePoint(PAGES);
      server = await servePointPage(fake);
    });
    afterEach(async () => {
      await tab.close();
      await server.stop();
    });

    async function open(changes: Partial<PointRequest> & { lang?: 'vi' | 'en' } = {}, width = 1280) {
      tab = await browser.newPage();
      await tab.setViewport({ width, height: 800 });
      await tab.goto(server.address({ ...request, ...changes }));
      view = new PointedPage(tab);
      await view.settle();
    }
    const html = () =>
      tab.evaluate(() => document.querySelector('iframe')!.contentDocument!.documentElement.outerHTML);
    const said = () => view.text('tct-console-point-page > [role=status]');

    it('finds the fellows of a headline by one click, and says what another would do', async () => {
      await open();
      expect(await view.text('.summary')).to.match(/Hãy bấm vào tiêu đề một bài/);
      await view.hover('.tin a', 3);
      expect(await view.text('.outline.is-hover')).to.equal('bấm để lấy');
      await view.click('.tin a', 3);
      expect(await view.outlined('item')).to.equal(12);
      expect(await view.text('.counts')).to.equal(
        '12 bài, không bài nào có ảnh, cả 12 có ngày, chưa biết trang sau.',
      );
      expect(await view.texts('.pick .name')).to.deep.equal([
        'lấy Khai giảng lớp Trung cấp lý luận chính trị khóa 4',
      ]);
      await view.hover('.tin .ngay', 5);
      expect(await view.text('.outline.is-hover')).to.equal('bấm để bỏ ra');
      await view.click('.tin .ngay', 5);
      expect(await view.outlined('item')).to.equal(11);
      expect(await view.outlined('left')).to.equal(1);
      await view.hover('.tin .ngay', 5);
      await view.hover('.tin a', 6);
      await view.click('.tin .ngay', 5);
      expect(await view.outlined('item'), 'included again').to.equal(12);
    });

    it('undoes by Ctrl+Z and by button, takes back a pick, and starts over', async () => {
      await open();
      await view.click('.tin a');
      await view.click('.tin a', 2);
      expect(await view.outlined('item')).to.equal(11);
      await tab.keyboard.down('Control');
      await tab.keyboard.press('z');
      await tab.keyboard.up('Control');
      await view.settle();
      expect(await view.outlined('item')).to.equal(12);
      await view.press('Ngày');
      await view.click('.tin .ngay', 1);
      expect(fake.asked.at(-1)!.picks).to.have.property('date');
      await view.press('Lùi một bước');
      await view.settle();
      expect(fake.asked.at(-1)!.picks).not.to.have.property('date');
      await tab.click('.pick .remove');
      await view.settle();
      expect(await view.texts('.pick')).to.deep.equal([]);
      expect(await tab.evaluate(() => document.activeElement !== document.body), 'the focus').to.equal(true);
      await view.press('Lùi một bước');
      await view.settle();
      await view.press('Làm lại từ đầu');
      await view.settle();
      expect(fake.asked.at(-1)!.picks).to.deep.equal({ items: [], not: [] });
    });

    it('lets nothing in the page have an event or the focus, and changes nothing in it', async () => {
      await open();
      const before = await html();
      await view.click('.tin a');
      await view.click('button');
      await view.click('input');
      await tab.focus('.point-modes button');
      const focused = new Set<string>();
      for (let presses = 0; presses < 14; presses++) {
        await view.keys('Tab');
        focused.add(await tab.evaluate(() => document.activeElement!.localName));
      }
      expect([...focused]).not.to.include('iframe');
      const inner = await tab.evaluate(() => {
        const { contentDocument, contentWindow } = document.querySelector('iframe')!;
        return [contentDocument!.activeElement!.localName, contentWindow!.scrollY];
      });
      expect(inner).to.deep.equal(['body', 0]);
      expect(await html()).to.equal(before);
    });

    it('is used by keyboard alone', async () => {
      await open();
      await tab.focus('.point-modes button[aria-pressed=true]');
      while (!(await tab.evaluate(() => document.activeElement!.matches('.overlay')))) await view.keys('Tab');
      await view.keys('Home', 'ArrowDown', 'ArrowDown');
      expect(await said()).to.equal('liên kết “Khai giảng lớp Trung cấp lý luận chính trị khóa 1”');
      await view.keys('Enter');
      await view.settle();
      expect(await view.outlined('item')).to.equal(12);
      await view.keys('ArrowDown', 'ArrowDown', 'ArrowDown');
      expect(await said()).to.equal(
        'liên kết “Khai giảng lớp Trung cấp lý luận chính trị khóa 2”, mục 2 trong 12 mục giống nhau',
      );
      await view.keys('Delete');
      await view.settle();
      expect(await view.outlined('item')).to.equal(11);
      await view.keys('ArrowLeft', 'ArrowLeft');
      expect(await view.under('cursor')).to.match(/^Khai giảng.*Sáng nay/);
      await view.keys('ArrowRight', 'ArrowRight');
      expect(await said()).to.match(/^liên kết .*khóa 2”/);
      await view.keys('Escape');
      expect(await tab.evaluate(() => document.activeElement!.textContent)).to.equal('Tiêu đề');
    });

    it('goes to another page by link, by address and into an inner frame, and back', async () => {
      await open();
      await tab.keyboard.down('Alt');
      await view.click('a.vb');
      await tab.keyboard.up('Alt');
      expect(await tab.$eval('.point-address input', (input) => input.value)).to.equal(DOCUMENTS);
      await view.press('Trang trước');
      await view.settle();
      await view.press('Đi theo liên kết');
      await view.click('a.vb');
      expect(await view.under('item')).to.equal(undefined);
      expect(await tab.$eval('iframe', ({ title }) => title)).to.equal('Văn bản');
      await view.press('Trang trước');
      await view.settle();
      await tab.click('.over button');
      await view.settle();
      expect(await tab.$eval('iframe', ({ title }) => title)).to.equal('Văn bản');
      const field = (await tab.$('.point-address input'))!;
      await field.click({ count: 3 });
      await field.type('truong.example/mat\n');
      await tab.waitForSelector('.point-address .trouble span');
      expect(await view.text('#point-address-wrong')).to.equal('Không mở được trang này.');
      expect(await tab.$eval('iframe', ({ title }) => title), 'the page before stays').to.equal('Văn bản');
    });

    it('names the columns of a table by a click on their heads', async () => {
      await open({ url: DOCUMENTS, kind: 'documents' });
      await view.click('tr.vb a');
      expect(await view.outlined('item')).to.equal(3);
      expect(await view.outlined('head')).to.equal(3);
      await view.click('th', 1);
      expect(
        await tab.evaluate(() => document.activeElement!.closest('label')!.firstChild!.textContent),
      ).to.equal('Ngày');
      await tab.select('.columns li:nth-child(2) select', 'issued');
      await view.settle();
      const { columns } = fake.asked.at(-1)!.picks;
      expect(Object.keys(columns!)).to.deep.equal(['issued']);
      expect(await view.texts('.pick .name')).to.include('Ngày ban hành Ngày');
      const scrolls = await tab.$eval(
        '.point-scroller',
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      );
      expect(scrolls, 'we scroll a wide page').to.equal(true);
    });

    it('accepts what was read, or nothing', async () => {
      await open();
      await view.click('.tin a');
      await view.press('Dùng danh sách này');
      const accepted = await tab.evaluate(() => globalThis.accepted?.source);
      expect(accepted).to.deep.include({ url: HOME, kind: 'page', item: 'div.tin' });
      await tab.close();
      await open();
      await view.press('Bỏ, quay lại');
      expect(await tab.evaluate(() => globalThis.accepted)).to.equal(null);
    });

    it('has what it needs at 320 px, and moves its divider by keyboard on a wide screen', async () => {
      await open({}, 320);
      await view.click('.tin a');
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(overflow).to.equal(false);
      await view.press('Mở rộng bảng');
      expect(await tab.$eval('.point-panel', ({ clientHeight }) => clientHeight)).to.be.greaterThan(300);
      await tab.setViewport({ width: 1280, height: 800 });
      const width = () => tab.$eval('.point-panel', ({ clientWidth }) => clientWidth);
      const before = await width();
      await tab.focus('.divider');
      await view.keys('ArrowLeft');
      expect(await width()).to.be.greaterThan(before);
    });

    for (const [lang, scheme] of [
      ['vi', 'light'],
      ['en', 'dark'],
    ] as const)
      it(`is accessible: ${lang}, ${scheme}`, async () => {
        await open({ lang, url: DOCUMENTS, kind: 'documents' });
        if (id === 'chromium')
          await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await axeViolations(tab), 'before').to.deep.equal([]);
        await view.click('tr.vb a');
        await view.click('tr.vb a', 1);
        await tab.$eval('.selectors', (details) => details.setAttribute('open', ''));
        await view.press(lang === 'vi' ? 'Bảng đã đọc' : 'Table of what was read');
        expect(await axeViolations(tab), 'after').to.deep.equal([]);
      });
  });
