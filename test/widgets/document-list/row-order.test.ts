import { expect } from 'chai';
import { orderRows } from '../../../widgets/document-list/row-order.ts';
import { compareText } from '../../../widgets/document-list/vietnamese-order.ts';

const sorted = (texts: readonly string[]): string[] => orderRows(texts).rows.map((row) => texts[row]!);

describe('the order of Vietnamese texts', () => {
  for (const list of [
    ['An', 'Ăn', 'Ân', 'Ba', 'Da', 'Đa', 'Em', 'Êm', 'Ong', 'Ông', 'Ơn', 'Uy', 'Ưng', 'Y'],
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man'],
    ['2-QĐ/TW', '11-QĐ/TW', '100-QĐ/TW'],
    ['Quyết định', 'Quyết định 2', 'Quyết định 10'],
    ['2021-05-19', '2021-12-01', '2022-01-05', 'coming2022-01-05', 'expired2020-01-01'],
  ])
    it(list.join(' < '), () => {
      expect(sorted([...list].reverse())).to.deep.equal(list);
    });

  it('ignores case, leading zeros, and how a letter is composed', () => {
    expect(compareText('QUYẾT ĐỊNH 01', 'quyết định 1'.normalize('NFD'))).to.equal(0);
  });

  it('keeps the order of rows with equal texts, and puts empty texts last', () => {
    expect(orderRows(['b', '', 'A', 'a', '', 'B'])).to.deep.equal({ rows: [2, 3, 0, 5, 1, 4], filled: 4 });
  });
});
