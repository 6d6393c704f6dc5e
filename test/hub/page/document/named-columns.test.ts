import { expect } from 'chai';
import type { PageSource } from '../../../../core/config/cluster.ts';
import { page } from '../read.ts';

const row = (index: number, cell = 'td') =>
  `<tr><${cell}>${index}</${cell}><td>1${index}/QĐ-TCT</td><td>0${index}/03/2025</td><td>Ban hành quy chế làm việc số ${index}</td><td><a href="/tep/${index}.pdf">Mở</a></td></tr>`;
const rows = [1, 2, 3].map((index) => row(index)).join('');
const table = (head: string) => `<table id=vb>${head}${rows}</table>`;
const head = (texts: string[], cell = 'th') =>
  `<tr>${texts.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`;

async function read(html: string, columns?: PageSource['columns']) {
  const { feed } = await page(html, { table: '#vb', ...(columns && { columns }) }, 'documents');
  return feed.items.map(({ title, attachments, _tct }) => ({
    title,
    number: _tct?.document?.number,
    issued: _tct?.document?.issued,
    file: attachments?.[0]?.url,
  }));
}

const RIGHT = [1, 2, 3].map((index) => ({
  title: `Ban hành quy chế làm việc số ${index}`,
  number: `1${index}/QĐ-TCT`,
  issued: `2025-03-0${index}`,
  file: `http://truong.example/tep/${index}.pdf`,
}));

describe('columns of a table that are named', () => {
  const odd = head(['TT', 'Mã VB nội bộ', 'Lúc ra', 'Tên', 'Bản mềm'], 'td');

  it('by the text of their header, whatever its case', async () => {
    const columns = { number: 'mã vb nội bộ', issued: 'Lúc ra', title: 'Tên', file: 'Bản mềm' };
    expect(await read(table(odd), columns)).to.deep.equal(RIGHT);
    expect(await read(table(odd)), 'without').not.to.deep.equal(RIGHT);
  });

  it('by their number, where headers are empty or there are none', async () => {
    const columns = { number: 2, issued: 3, title: 4, file: 5 };
    for (const header of ['', head(['', '', '', '', '']), head(['', '', '', '', ''], 'td'), odd])
      expect((await read(table(header), columns)).slice(-3), header).to.deep.equal(RIGHT);
  });

  it('beside those that are recognised', async () => {
    const half = head(['TT', 'Số ký hiệu', 'Lúc ra', 'Trích yếu', 'Tải về']);
    expect(await read(table(half), { issued: 'Lúc ra' })).to.deep.equal(RIGHT);
  });

  it('are recognised as ever if the table has other ones', async () => {
    const known = head(['TT', 'Số ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Tải về']);
    expect(await read(table(known), { number: 'Mã VB nội bộ' })).to.deep.equal(RIGHT);
  });
});
