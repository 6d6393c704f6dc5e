import { expect } from 'chai';
import { addWatchWords } from '../../../extension/options/watch-words.ts';
import { MAX_WATCH_WORD_CHARS, MAX_WATCH_WORDS, watchWords } from '../../../extension/store/schema.ts';

describe('watch words that are typed', () => {
  it('are added once each, one or several at a time', () => {
    expect(addWatchWords([], ' tuyển   sinh ')).to.deep.equal(['tuyển sinh']);
    expect(addWatchWords(['tuyển sinh'], 'Tuyển Sinh; 12-NQ/TW, hội nghị\nthi đua')).to.deep.equal([
      'tuyển sinh',
      '12-NQ/TW',
      'hội nghị',
      'thi đua',
    ]);
  });

  it('are left out if they cannot be watched for', () => {
    const tooLong = 'a'.repeat(MAX_WATCH_WORD_CHARS + 1);
    expect(addWatchWords(['a'], `,, ; !!! ;${tooLong}`)).to.deep.equal(['a']);
    const many = Array.from({ length: 2 * MAX_WATCH_WORDS }, (_, index) => `từ ${index}`);
    const words = addWatchWords([], many.join('\n'));
    expect(words).to.deep.equal(many.slice(0, MAX_WATCH_WORDS));
    expect(watchWords(words)).to.deep.equal(words);
  });
});
