import { expect } from 'chai';
import * as fc from 'fast-check';
import { sortKey } from '../../../core/text/collation.ts';
import { propertyRuns } from '../../property-runs.ts';

const sorted = (texts: string[]) =>
  [...texts].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));

describe('the order of Vietnamese texts', () => {
  for (const list of [
    ['An', 'Ăn', 'Ân', 'Ba', 'Da', 'Đa', 'Em', 'Êm', 'Ong', 'Ông', 'Ơn', 'Uy', 'Ưng', 'Y'],
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man'],
    ['2-QĐ/TW', '11-QĐ/TW', '100-QĐ/TW'],
    ['Quyết định', 'Quyết định 2', 'Quyết định 10'],
    ['', '1', 'a'],
  ])
    it(list.join(' < '), () => {
      expect(sorted([...list].reverse())).to.deep.equal(list);
    });

  it('does not mind case, leading zeros, or how a letter is composed', () => {
    expect(sortKey('QUYẾT ĐỊNH 01')).to.equal(sortKey('quyết định 1'.normalize('NFD')));
  });

  it('is that of the platform’s Vietnamese collation', () => {
    const { compare } = new Intl.Collator('vi', { numeric: true, sensitivity: 'accent' });
    const letter = fc.constantFrom(
      ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵAĐÔƯ019 ',
    );
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [sortKey(one), sortKey(other)];
        expect(Math.sign(compare(one, other)), `${one} | ${other}`).to.equal(a < b ? -1 : a > b ? 1 : 0);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});
