import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';

/** A tone mark on the second vowel of oa, oe or uy at the end of a word (xoá, khoẻ, tuỳ). In quy, the u belongs to the q. */
const NEW_STYLE = /[\p{L}\p{M}]*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/giu;

/** Text that is delivered or read: neither what others wrote in fixtures, nor what tests expect of it. */
const files = execFileSync('git', ['ls-files', '-z', '*.ts', '*.md', '*.html', '*.json', '*.css'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file && !file.startsWith('test/'));

describe('Vietnamese texts', () => {
  it('put tone marks in the traditional place (xóa, khóa, tùy)', () => {
    const found = files.flatMap((file) =>
      (readFileSync(file, 'utf8').normalize('NFC').match(NEW_STYLE) ?? []).map((word) => `${file}: ${word}`),
    );
    expect(found).to.deep.equal([]);
  });
});
