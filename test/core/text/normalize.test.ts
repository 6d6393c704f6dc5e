import { expect } from 'chai';
import { fold } from '../../../core/text/fold.ts';
import { normalizeText, oneLine, truncate } from '../../../core/text/normalize.ts';

describe('text', () => {
  it('replaces Eth where Vietnamese writes Đ, and only there', () => {
    expect(normalizeText('QUYẾT \u00d0ỊNH \u00d0ại hội')).to.equal('QUYẾT ĐỊNH Đại hội');
    expect(normalizeText('Số 123/Q\u00d0-TCT, 42/2022/N\u00d0-CP, 12-\u00d0A/TU, 11-Q\u00d0/TW')).to.equal(
      'Số 123/QĐ-TCT, 42/2022/NĐ-CP, 12-ĐA/TU, 11-QĐ/TW',
    );
    expect(normalizeText('NOR\u00d0UR OG SU\u00d0UR, Gu\u00f0rún')).to.equal(
      'NOR\u00d0UR OG SU\u00d0UR, Gu\u00f0rún',
    );
  });

  it('composes decomposed letters, as windows-1258 gives them', () => {
    expect(normalizeText('Tie\u0302\u0301ng Vie\u0323\u0302t')).to.equal('Tiếng Việt');
  });

  it('drops control characters', () => {
    expect(normalizeText('a\0b\x08c\x7f')).to.equal('abc');
    expect(oneLine('a\0 b')).to.equal('a b');
  });

  it('reads C1 controls as windows-1252, and drops those that are no letters there', () => {
    expect(oneLine('\x93Đảng\x94 \x96 5 \x80\x85\x81\x9d')).to.equal('“Đảng” – 5 €…');
  });

  it('drops embeddings, overrides and isolates of direction, which would reorder what follows', () => {
    expect(oneLine('Tin\u202egpj.exe\u202c \u2066\u2067x\u2069\u202a\u202b\u202d')).to.equal('Tingpj.exe x');
  });

  it('drops halves of surrogate pairs and the byte order mark within a word', () => {
    expect(oneLine('a\ud83d b\ude00 Tr\ufeffường \ufffe')).to.equal('a b Trường');
    expect(oneLine('\ud83d\ufeffTrường, \ud83d\u0001\ude00')).to.equal('Trường,');
  });

  it('keeps the joiners of emoji and Persian, and marks of direction', () => {
    for (const text of ['👨\u200d👩\u200d👧 gia đình ❤\ufe0f', 'می\u200cخواهم', 'שלום\u200f! العربية'])
      expect(oneLine(text)).to.equal(text);
  });

  it('limits the marks of a letter, whatever stands between them', () => {
    const normal = oneLine(`x${'\u0344\0'.repeat(5000)}y`);
    expect(normal.length).to.be.below(20);
    expect(oneLine(normal)).to.equal(normal);
  });

  it('replaces any white space by single spaces', () => {
    expect(oneLine(' \n Tin\u00a0\u00a0tức\t–  sự\r\nkiện\u3000')).to.equal('Tin tức – sự kiện');
    expect(oneLine('đã gọn')).to.equal('đã gọn');
  });

  it('truncates after a word, within the limit, and never inside a character', () => {
    expect(truncate('Trường Chính trị', 40)).to.equal('Trường Chính trị');
    expect(truncate('Trường Chính trị tỉnh', 14)).to.equal('Trường Chính…');
    expect(truncate('một, hai, ba', 10)).to.equal('một, hai…');
    expect(truncate('😀😀😀😀', 4)).to.equal('😀…');
    expect(truncate('👨\u200d👩\u200d👧', 6)).to.equal('👨\u200d👩…');
    expect(truncate('x'.repeat(50), 10)).to.have.length(10);
  });

  it('folds NFC and NFD alike, đ and Eth too', () => {
    expect(fold('Đường ĐẶNG')).to.equal('duong dang');
    expect(fold('Đường'.normalize('NFD'))).to.equal('duong');
    expect(fold('\u00d0ảng')).to.equal('dang');
  });
});
