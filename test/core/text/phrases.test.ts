import { expect } from 'chai';
import { phrase, SearchedText } from '../../../core/text/phrases.ts';

const has = (text: string, words: string) => {
  const wanted = phrase(words);
  return !!wanted && new SearchedText([text]).has(wanted);
};

const FOUND: [phrase: string, text: string][] = [
  ['tuyển sinh', 'Thông báo TUYỂN SINH năm 2026'],
  ['tuyen sinh', 'Thông báo tuyển sinh năm 2026'],
  ['tuyen sinh', 'Thong bao tuyen sinh'],
  ['TUYEN  SINH', 'Tuyển\u00a0sinh'],
  ['tuyển sinh', 'tuyển\n sinh'],
  ['“tuyển sinh”', '#Tuyển sinh!'],
  ['tuyển sinh'.normalize('NFD'), 'tuyển sinh'.normalize('NFC')],
  ['tuyển sinh'.normalize('NFC'), 'tuyển sinh'.normalize('NFD')],
  ['tuyển sinh', '🎓Tuyển\u200b sinh🎓'],
  ['tuyen sinh', '𝗧𝘂𝘆𝗲̂̉𝗻 𝘀𝗶𝗻𝗵'],
  ['hòa bình', 'Tỉnh Hoà Bình'],
  ['Hoà Bình', 'tỉnh hòa bình'],
  ['khoẻ', 'sức khỏe'],
  ['thủy', 'thuỷ lợi'],
  ['toàn quốc', 'tòan quốc'],
  ['da', 'đa'],
  ['dai hoc', 'Đại học'],
  ['đại hội', 'ÐẠI HỘI'],
  ['số 12', 'Nghị quyết số 12-NQ/TW'],
  ['số 12', 'Số: 12'],
  ['12-NQ/TW', 'Nghị quyết 12 - NQ/TW, ngày 16/3'],
  ['12-NQ/TW', '(12–NQ/TW)'],
  ['12-NQ/TW', '12/NQ-TW'],
  ['12-nq/tw', 'số 12 NQ/TW.'],
  ['155/QĐ-BGDĐT', 'Quyết định số 155 /QÐ–BGDÐT'],
  ['8/3', 'Mừng ngày 08-03'],
  ['02/9', 'Nghỉ lễ 2/9/2026'],
  ['Mác-Lênin', 'chủ nghĩa Mác – Lênin'],
  ['TP HCM', 'tại TP. HCM'],
  ['Nguyễn Văn A', 'ThS. Nguyễn Văn A: bài giảng'],
];

const NOT_FOUND: [phrase: string, text: string][] = [
  ['số 12', 'số 123'],
  ['số 12', 'số 12a'],
  ['2/9', '12/9'],
  ['sinh', 'sinhh vàsinh'],
  ['tuyển sinh', 'tuyen sinh'],
  ['tuyển sinh', 'tuyến sinh'],
  ['đa', 'da'],
  ['Nam Định', 'trong năm định hướng'],
  ['tuyển sinh', 'Kết quả thi tuyển. Sinh viên nhập học'],
  ['tuyển sinh', 'thi tuyển, sinh hoạt'],
  ['tuyển sinh', 'tuyển học sinh'],
  ['…', 'Không có chữ nào…'],
  ['  ', '  '],
];

describe('phrases', () => {
  for (const [words, text] of FOUND)
    it(`“${words}” is in “${text.trim()}”`, () => expect(has(text, words)).to.equal(true));
  for (const [words, text] of NOT_FOUND)
    it(`“${words}” is not in “${text.trim()}”`, () => expect(has(text, words)).to.equal(false));

  it('do not go on in the next text', () => {
    const text = new SearchedText(['Thi tuyển', 'sinh hoạt', 'ôn tập']);
    expect(text.has(phrase('tuyển sinh')!)).to.equal(false);
    expect(text.has(phrase('sinh hoạt')!)).to.equal(true);
  });
});
