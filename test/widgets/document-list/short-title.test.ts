import { expect } from 'chai';
import { COLUMNS, type Column } from '../../../widgets/document-list/columns.ts';
import { toRow } from '../../../widgets/document-list/document-row.ts';
import { shortTitle } from '../../../widgets/document-list/short-title.ts';
import { documentItem } from './support.ts';

const FACTS = { number: '12/QĐ-TCT', issued: '2026-11-03', type: 'Quyết định' };
const short = (title: string, facts = FACTS, columns: readonly Column[] = COLUMNS) =>
  shortTitle(toRow(documentItem('1', title, facts), undefined, '2026-11-20'), columns);

describe('the title of a document', () => {
  for (const [title, shown] of [
    ['Quyết định số 12/QĐ-TCT ngày 03/11/2026 về việc triệu tập học viên', 'Về việc triệu tập học viên'],
    ['QUYẾT ĐỊNH SỐ 12/QĐ-TCT NGÀY 3-11-2026 VỀ VIỆC TRIỆU TẬP', 'VỀ VIỆC TRIỆU TẬP'],
    ['Quyết định số 12/QĐ-TCT, ngày 3 tháng 11 năm 2026, về việc triệu tập', 'Về việc triệu tập'],
    ['Quyết định 12 / QĐ–TCT: “Quy chế đào tạo” của Trường', '“Quy chế đào tạo” của Trường'],
    ['12/QĐ-TCT – V/v triệu tập học viên', 'V/v triệu tập học viên'],
    ['[12/QĐ-TCT] Triệu tập học viên', 'Triệu tập học viên'],
    ['Số: 12/QĐ-TCT ngày 03.11.2026 Triệu tập học viên', 'Triệu tập học viên'],
    ['Quyết định ngày 03/11/2026 về việc triệu tập học viên', 'Về việc triệu tập học viên'],
    // What leans on the type keeps it.
    [
      'Quyết định số 12/QĐ-TCT ngày 03/11/2026 của Hiệu trưởng về triệu tập',
      'Quyết định của Hiệu trưởng về triệu tập',
    ],
    // Another date is news.
    [
      'Quyết định số 12/QĐ-TCT ngày 04/11/2026 về việc triệu tập',
      'Quyết định ngày 04/11/2026 về việc triệu tập',
    ],
  ] as const)
    it(`“${title}” is shown as “${shown}”`, () => {
      expect(short(title)).to.equal(shown);
      expect(short(title.normalize('NFC')).normalize('NFC')).to.equal(shown);
    });

  for (const title of [
    'Quyết định số 12/QĐ-TCT',
    'Quyết định số 12/QĐ-TCT ngày 03/11/2026',
    'Quyết định số 12/QĐ-TCT.pdf',
    'Quyết định số 12/QĐ-TCT (bản chính)',
    'Quyết định số 12/QĐ-TCT và Kế hoạch số 13/KH-TCT về triệu tập',
    'Quyết định số 12/QĐ-TCT, số 13/QĐ-TCT về triệu tập',
    'Quyết định số 112/QĐ-TCT về triệu tập học viên',
    'Quyết định số 12/QĐ-TCTB về triệu tập học viên',
    '12/QĐ-TCT của Hiệu trưởng về triệu tập',
    'Quyết định về việc triệu tập học viên',
    'Quy chế ban hành kèm theo Quyết định số 12/QĐ-TCT ngày 03/11/2026',
    '12 chuyên đề bồi dưỡng',
    '',
  ])
    it(`“${title}” stays`, () => {
      expect(short(title)).to.equal(title);
    });

  it('keeps what no column shows', () => {
    const title = 'Quyết định số 12/QĐ-TCT ngày 03/11/2026 về việc triệu tập học viên';
    expect(short(title, FACTS, ['title'])).to.equal(title);
    expect(short(title, FACTS, ['title', 'issued', 'type'])).to.equal(title);
    expect(short(title, FACTS, ['number', 'title'])).to.equal(
      'Quyết định ngày 03/11/2026 về việc triệu tập học viên',
    );
    expect(short(title, FACTS, ['number', 'issued', 'title'])).to.equal(
      'Quyết định về việc triệu tập học viên',
    );
    expect(short('12 chuyên đề bồi dưỡng', { ...FACTS, number: '12' })).to.equal('12 chuyên đề bồi dưỡng');
    expect(short('Quyết định số 12 về bồi dưỡng', { ...FACTS, number: '12' })).to.equal('Về bồi dưỡng');
  });
});
