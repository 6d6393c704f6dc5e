import { expect } from 'chai';
import { page } from '../read.ts';

const read = async (body: string) =>
  (await page(`<!doctype html><title>Văn bản</title><body>${body}`, {}, 'documents')).feed.items;
const seen = async (body: string) =>
  (await read(body)).map(({ title, url, attachments, _tct }) => [
    _tct?.document?.number,
    title,
    url?.replace('http://truong.example', ''),
    attachments?.map((file) => file.url.replace('http://truong.example', '')).join(),
    _tct?.document?.issued,
  ]);

const TWO = [
  ['57-NQ/TW', 'Nghị quyết về đột phá phát triển khoa học', '/vb/1', '/files/57.pdf', '2024-12-22'],
  ['155/QĐ-BGDĐT', 'Quyết định về việc công bố thủ tục hành chính', '/vb/2', '/files/155.pdf', '2026-01-15'],
];
type Parts = { number: string; subject: string; url: string; file: string; day: string };
const documents: Parts[] = TWO.map(([number, subject, url, file, issued]) => ({
  number: number!,
  subject: subject!,
  url: url!,
  file: file!,
  day: issued!.split('-').reverse().join('/'),
}));
const each = (write: (parts: Parts, index: number) => string) => documents.map(write).join('');

const PAGES: [name: string, body: string][] = [
  [
    'in an element each',
    `<h1>Văn bản chỉ đạo</h1>${each(({ number, subject, url, file, day }) => `<div class="vb-item"><div>Số/Ký hiệu: ${number}</div><div>Ngày ban hành: ${day}</div><div>Trích yếu: <a href="${url}">${subject}</a></div><div>Cơ quan ban hành: Bộ Chính trị</div><a href="${file}">Tải về</a></div>`)}`,
  ],
  [
    'as paragraphs one after another, with rules between',
    `<h1>Văn bản</h1><div>${each(({ number, subject, url, file, day }) => `<p><b>Số ký hiệu:</b> ${number}</p><p><b>Ngày ban hành:</b> ${day}</p><p><b>Trích yếu:</b> <a href="${url}">${subject}</a></p><p><a href="${file}">Tải về</a></p><hr>`)}</div>`,
  ],
  [
    'as lines of one paragraph',
    `<p>${each(({ number, subject, url, file, day }) => `Số ký hiệu: ${number}<br>Ngày ban hành: ${day}<br>Trích yếu: <a href="${url}">${subject}</a><br>Tệp: <a href="${file}">tải về</a><br><br>`)}</p>`,
  ],
  [
    'below a heading each, as siblings',
    `<h1>Văn bản</h1><div>${each(({ number, subject, url, file, day }) => `<h3><a href="${url}">${subject}</a></h3><p>Số hiệu: ${number}</p><p>Ngày ký: ${day}</p><p>Tệp: <a href="${file}">tải về</a></p>`)}</div>`,
  ],
  [
    'as a table each',
    each(
      ({ number, subject, url, file, day }) =>
        `<table><tr><td>Số ký hiệu<td>${number}<tr><td>Ngày ban hành<td>${day}<tr><td>Trích yếu<td><a href="${url}">${subject}</a><tr><td>Tải về<td><a href="${file}">PDF</a></table>`,
    ),
  ],
  [
    'as the rows of one table',
    `<table>${each(({ number, subject, url, file, day }) => `<tr><td>Số ký hiệu<td>${number}<tr><td>Ngày ban hành<td>${day}<tr><td>Trích yếu<td><a href="${url}">${subject}</a><tr><td>Tải về<td><a href="${file}">PDF</a>`)}</table>`,
  ],
  [
    'as one definition list',
    `<dl>${each(({ number, subject, url, file, day }) => `<dt>Số ký hiệu<dd>${number}<dt>Ngày ban hành<dd>${day}<dt>Trích yếu<dd><a href="${url}">${subject}</a><dt>Tệp<dd><a href="${file}">tải về</a>`)}</dl>`,
  ],
  [
    'as a list each, in sections',
    each(
      ({ number, subject, url, file, day }, index) =>
        `<section><h2>Năm ${2024 + index}</h2><ul><li>Số ký hiệu: ${number}<li>Ngày ban hành: ${day}<li>Trích yếu: <a href="${url}">${subject}</a><li><a href="${file}">Tải về</a></ul></section>`,
    ),
  ],
  [
    'in Joomla’s blog',
    `<div class="blog"><div class="page-header"><h1>Văn bản</h1></div>${each(({ number, subject, url, file, day }, index) => `<div class="items-row row-${index}"><div class="span12"><div class="item"><h2><a href="${url}">${subject}</a></h2><dl class="article-info"><dt>Chi tiết<dd>Lượt xem: 12</dl><p>Số ký hiệu: ${number}</p><p>Ngày ban hành: ${day}</p><p><a href="${file}">Tải về</a></p></div></div></div>`)}</div>`,
  ],
];

describe('documents whose labels are repeated on a page', () => {
  for (const [name, body] of PAGES) {
    it(`are read ${name}`, async () => {
      expect(await seen(body)).to.deep.equal(TWO);
    });
    it(`are read ${name}, in ASP.NET’s form with a login`, async () => {
      expect(
        await seen(
          `<form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="x"><div><input name="u"><input type="password" name="p"></div>${body}</form>`,
        ),
      ).to.deep.equal(TWO);
    });
  }

  it('without links and files, by their subjects', async () => {
    const body = each(
      ({ number, subject, day }) => `<p>Số: ${number}<br>Ngày ban hành: ${day}<br>Trích yếu: ${subject}</p>`,
    );
    expect((await seen(body)).map(([number, title]) => [number, title])).to.deep.equal(
      TWO.map(([number, title]) => [number, title]),
    );
  });

  it('are one document where the others are only named beside it', async () => {
    const body = `<div><h1>Kế hoạch thi đua năm 2024</h1><ul><li>Số ký hiệu: 12/KH-TCT<li>Ngày ban hành: 08/01/2024<li>Người ký: Nguyễn A<li>Cơ quan ban hành: Trường</ul><a href="/a.docx">Tải về</a></div><div><h3>Văn bản khác</h3>${each(({ number, url, subject }) => `<p><a href="${url}">${subject}</a> Số: ${number}</p><p>Số: ${number}</p>`)}</div>`;
    expect((await seen(body)).map(([number]) => number)).to.deep.equal(['12/KH-TCT']);
  });

  it('are not a search form', async () => {
    const form =
      '<form>Số ký hiệu: <input> Trích yếu: <input></form><form>Số ký hiệu: <input> Trích yếu: <input></form>';
    const body = `${form}<h1>Kế hoạch thi đua</h1><p>Số ký hiệu: 12/KH-TCT</p><p>Ngày ban hành: 08/01/2024</p><p>Người ký: Nguyễn A</p>`;
    expect((await seen(body)).map(([number, title]) => [number, title])).to.deep.equal([
      ['12/KH-TCT', 'Kế hoạch thi đua'],
    ]);
  });
});

describe('documents without a table or labels', () => {
  it('are a list of titles with numbers', async () => {
    const body = `<h1>Văn bản</h1><ul>${[1, 2, 3].map((n) => `<li><a href="/files/${n}-KH.pdf">Kế hoạch số ${n}/KH-TCT ngày 0${n}/01/2024 về việc thi đua</a>`).join('')}</ul>`;
    expect((await seen(body)).map(([number, , , , issued]) => [number, issued])).to.deep.equal([
      ['1/KH-TCT', '2024-01-01'],
      ['2/KH-TCT', '2024-01-02'],
      ['3/KH-TCT', '2024-01-03'],
    ]);
  });
});
