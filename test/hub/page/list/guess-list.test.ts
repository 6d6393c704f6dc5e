import { expect } from 'chai';
import { decodeBytes } from '../../../../core/read/charset.ts';
import { HtmlPage } from '../../../../hub/page/html-page.ts';
import { guessList } from '../../../../hub/page/list/guess-list.ts';
import { bytes } from '../../../fixture.ts';
import { DotNetNuke } from '../../../sites/dotnetnuke.ts';
import { PlainHtml } from '../../../sites/plain-html.ts';

const parsed = (html: string) => new HtmlPage(html, 'https://truong.example/');
const post = (index: number, more = '') =>
  `<div class="tin-item odd${index}"><h3><a href="/tin/${index}">Nhà trường tổ chức hội thảo khoa học số ${index}</a></h3>${more}</div>`;
const menu = `<nav>${[1, 2, 3, 4].map((index) => `<a href="/menu/${index}">Mục lục rất dài của trang thông tin ${index}</a>`).join('')}</nav>`;
const posts = (count: number, more?: string) =>
  [...Array(count).keys()].map((index) => post(index, more)).join('');

describe('guessing the list of posts on a page', () => {
  it('finds what repeats around links that look like titles', () => {
    expect(guessList(parsed(`${menu}<main>${posts(4)}</main>`))).to.equal('div.tin-item');
  });

  it('prefers a list with dates', () => {
    const plain = [1, 2, 3, 4].map(
      (index) => `<p class=vb><a href="/vb/${index}">Quyết định về việc ban hành quy chế số ${index}</a></p>`,
    );
    const dated = posts(3, '<span>23/11/2026</span>');
    expect(guessList(parsed(plain.join('') + dated))).to.equal('div.tin-item');
  });

  it('names a container where the items have no classes', () => {
    const rows = [1, 2, 3].map(
      (index) => `<tr><td><a href="?id=${index}">Khai mạc Hội thi giảng viên dạy giỏi ${index}</a></td></tr>`,
    );
    expect(guessList(parsed(`<table id=dstin>${rows.join('')}</table>`))).to.equal('#dstin tr');
  });

  it('finds nothing where nothing repeats', () => {
    expect(guessList(parsed(menu + post(1)))).to.equal(undefined);
    expect(guessList(parsed(''))).to.equal(undefined);
  });

  it('finds nothing in menus, links of other sites and photos', () => {
    const links = (of: (index: number) => string) => [1, 2, 3, 4, 5].map(of).join('');
    for (const list of [
      `<div class="menu">${links((n) => `<a href="/muc-${n}.html">Chuyên mục ${n}</a>`)}</div>`,
      `<ul>${links((n) => `<li><a href="/${n === 1 ? '' : `muc-luc-${n}.html`}">${n === 1 ? 'Trang chủ' : `Mục lục ${n}`}</a>`)}</ul>`,
      `<a href="/">Trang đầu</a><ul>${links((n) => `<li><a href="https://bao${n}.example/">Báo điện tử của cơ quan trung ương số ${n}</a>`)}</ul>${links((n) => `<a href="/${n}">x</a>`)}`,
      `<div>${links((n) => `<figure><a href="/anh-${n}/"><img src="/${n}.jpg"></a><figcaption>Các đại biểu dự hội thảo khoa học ${n}</figcaption></figure>`)}</div>`,
      `<p>${links((n) => `<a href="?trang=${n}">${n}</a>`)}</p>`,
    ])
      expect(
        guessList(parsed(`${list}<main>${'<p>Nội dung giới thiệu của trang.</p>'.repeat(20)}</main>`)),
        list,
      ).to.equal(undefined);
  });

  it('finds the lists of the sample sites', async () => {
    for (const [site, selector] of [
      [await new DotNetNuke().start(), 'div.tintuc'],
      [await new PlainHtml().start(), '#dstin tr'],
    ] as const) {
      const html = await (await fetch(site.url('/'))).text();
      expect(guessList(new HtmlPage(html, site.url('/')))).to.equal(selector);
      await site.stop();
    }
  });

  it('finds the lists of recorded WordPress and NukeViet pages', async () => {
    for (const [name, selector] of [
      ['wordpress/html-home.html', 'article.post'],
      ['nukeviet/html-category.html', 'div.panel-default'],
    ] as const)
      expect(guessList(parsed(decodeBytes(await bytes(name)))), name).to.equal(selector);
  });
});
