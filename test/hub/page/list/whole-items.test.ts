import { expect } from 'chai';
import { page, type SelectorFields } from '../read.ts';

const seen = async (html: string, item: string, chosen: SelectorFields = {}) =>
  (await page(html, { item, ...chosen })).feed.items.map(({ title, date_published, summary }) =>
    [title, date_published?.slice(0, 10), summary].filter((each) => each !== undefined),
  );
const SUMMARY = 'Sáng nay, Nhà trường khai giảng lớp K46 với 62 học viên.';

describe('an item that is only a part of its post is read with', () => {
  it('the line around a link, whether the date is before or behind it', async () => {
    const behind =
      '<p>- <a href=/1>Khai giảng lớp K46</a> (05/3/2024)<br>- <a href=/2>Bế giảng lớp K45</a> (04/3/2024)<br>Trang 1</p>';
    expect(await seen(behind, 'p a')).to.deep.equal([
      ['Khai giảng lớp K46', '2024-03-05'],
      ['Bế giảng lớp K45', '2024-03-04'],
    ]);
    const before =
      '<div><h2>Tin ngày 01/01/2020</h2>05/3/2024: <a href=/1>Khai giảng lớp K46</a><br>04/3/2024: <a href=/2>Bế giảng lớp K45</a></div>';
    expect(await seen(before, 'div a')).to.deep.equal([
      ['Khai giảng lớp K46', '2024-03-05'],
      ['Bế giảng lớp K45', '2024-03-04'],
    ]);
  });

  it('the lines below a link, up to the next', async () => {
    const html = `<div><a href=/1><b>Khai giảng lớp K46</b></a><br><i>05/3/2024</i><br>${SUMMARY}<br><br><a href=/2><b>Bế giảng lớp K45</b></a><br><i>04/3/2024</i><br>${SUMMARY}<br><br>Bản quyền thuộc về Trường Chính trị tỉnh</div>`;
    expect(await seen(html, 'div > a')).to.deep.equal([
      ['Khai giảng lớp K46', '2024-03-05', SUMMARY],
      ['Bế giảng lớp K45', '2024-03-04', SUMMARY],
    ]);
  });

  for (const [name, item, open, close] of [
    ['what follows a heading', 'h3', '<h3>', '</h3>'],
    ['the descriptions of a term', 'dt', '<dt>', '</dt>'],
    ['the rows below', 'tr:has(a)', '<tr><td>', ''],
  ] as const)
    it(name, async () => {
      const part = { h3: (text: string) => `<p>${text}</p>`, dt: (text: string) => `<dd>${text}</dd>` };
      const other = item === 'h3' || item === 'dt' ? part[item] : (text: string) => `<tr><td>${text}`;
      const post = (n: number, title: string) =>
        `${open}<a href=/${n}>${title}</a>${close}${other(`0${n}/3/2024`)}${other(SUMMARY)}`;
      const container = item === 'h3' ? 'div' : item === 'dt' ? 'dl' : 'table';
      const html = `<${container}>${post(1, 'Khai giảng lớp K46')}${post(2, 'Bế giảng lớp K45')}${other('Bản quyền thuộc về Trường Chính trị tỉnh')}</${container}>`;
      expect(await seen(html, item)).to.deep.equal([
        ['Khai giảng lớp K46', '2024-03-01', SUMMARY],
        ['Bế giảng lớp K45', '2024-03-02', SUMMARY],
      ]);
    });

  it('the title behind a term that is a date', async () => {
    const html =
      '<dl><dt>05/3/2024<dd><a href=/1>Khai giảng lớp K46</a><dt>04/3/2024<dd><a href=/2>Bế giảng lớp K45</a></dl>';
    expect(await seen(html, 'dt')).to.deep.equal([
      ['Khai giảng lớp K46', '2024-03-05'],
      ['Bế giảng lớp K45', '2024-03-04'],
    ]);
  });

  it('nothing else, where it is whole', async () => {
    const html =
      '<ul><li><a href=/1>Khai giảng lớp K46</a><li><a href=/2>Bế giảng lớp K45</a></ul><p>Cập nhật 05/3/2024</p>';
    expect(await seen(html, 'li')).to.deep.equal([['Khai giảng lớp K46'], ['Bế giảng lớp K45']]);
    expect(
      await seen('<h3><a href=/1>Khai giảng lớp K46</a></h3><ul><li>05/3/2024</ul>', 'h3'),
    ).to.deep.equal([['Khai giảng lớp K46']]);
  });
});

describe('the title of an item', () => {
  it('is the text of a link that is a script, without the date beside it', async () => {
    const link = (href: string) =>
      `<li class=tin><a href='${href}'>Bài viết số 1</a><span class=time>05/03/2024</span>`;
    for (const href of ['javascript:__doPostBack("a","b")', '#'])
      expect(await seen(`<ul>${link(href)}</ul>`, 'li')).to.deep.equal([['Bài viết số 1', '2024-03-05']]);
  });

  it('is the longest cell of a row without a link to it', async () => {
    const html =
      '<table><tr><td>1<td>Thông báo tuyển sinh<td>05/3/2024<td><a href=/1>Xem</a><tr><td>2<td>Thông báo nghỉ Tết<td>04/3/2024<td><a href=/2>Xem</a></table>';
    expect(await seen(html, 'tr')).to.deep.equal([
      ['Thông báo tuyển sinh', '2024-03-05'],
      ['Thông báo nghỉ Tết', '2024-03-04'],
    ]);
  });
});
