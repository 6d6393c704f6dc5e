import { expect } from 'chai';
import { hiddenBy } from '../../../hub/publish/hidden-by.ts';

const post = (title: string) => ({
  id: 'nb:1',
  key: 'nb:1',
  source: 'http://nb.example/',
  item: { id: '1', url: 'http://nb.example/1', title, content_text: '' },
  seen: 0,
  place: 0,
  missing: 0,
});
const hides = (words: string, title: string) => hiddenBy({ hide: [words] })(post(title));

/** Titles that look like one with “lừa đảo”. */
const DISGUISED: [how: string, title: string][] = [
  ['zero-width spaces and joiners', 'Cảnh báo L\u200bừ\u200ca đ\u200dả\u2060o\ufeff'],
  ['soft hyphens', 'L\u00adừ\u00ada đ\u00adả\u00ado'],
  ['marks and controls of direction', '\u202aL\u200eừa\u200f \u2066đ\u061cảo\u2069\u202c'],
  ['variation selectors', 'L\ufe0fừ\ufe00a đ\u{e0100}ảo'],
  ['tag characters', 'L\u{e004c}ừa\u{e0061} đ\u{e007f}ảo'],
  ['Hangul fillers and other invisible letters', 'L\u3164ừ\u115fa đ\uffa0ả\u17b4o\u180e\u034f'],
  ['controls', 'L\0ừa đ\x9dảo'],
  ['Cyrillic letters', 'Lừ\u0430 đ\u0430\u0309\u043e'],
  ['Greek letters', 'Lừ\u03b1 đ\u03b1\u0309\u03bf'],
  ['fullwidth letters', 'ＬỪＡ ĐẢＯ'],
  ['mathematical letters', '𝐋ừ𝓪 đ𝖆\u0309𝔬'],
  ['letters in circles and squares', 'Ⓛừ🅐 đ🅰\u0309🄾'],
  ['small capitals', 'ʟừᴀ đᴀ\u0309ᴏ'],
  ['Eth for Đ', 'LỪA \u00d0ẢO'],
  ['strokes through the letters', 'L\u0336ừ\u0336a\u0336 đ\u0337ả\u0338o\u20dd'],
  ['a second tone on the letter', 'Lừ\u0301a đả\u0303o'],
  ['decomposed letters', 'Lừa đảo'.normalize('NFD')],
];

describe('hide', () => {
  for (const [how, title] of DISGUISED)
    it(`sees through ${how}`, () => {
      for (const words of ['lừa đảo', 'lua dao', 'LỪA']) expect(hides(words, title), words).to.equal(true);
    });

  it('sees through them in its own words', () => {
    expect(hides('l\u200bừ\u0430 đảo', 'Cảnh báo lừa đảo')).to.equal(true);
  });

  it('means the same by words with and without marks as a search does', () => {
    expect(hides('lua dao', 'Lửa đạo')).to.equal(true);
    expect(hides('lừa đảo', 'Lửa đạo')).to.equal(false);
    expect(hides('đạo', 'Dạo chơi')).to.equal(false);
    expect(hides('tư', 'Tu dưỡng, từ bi')).to.equal(false);
    expect(hides('Hội nghị', 'Nghị quyết Đại hội')).to.equal(true);
    expect(hides('lan', 'GIA ĐÌNH')).to.equal(false);
    expect(hides('10/10', 'lo/lo')).to.equal(false);
  });

  it('hides by id and by link', () => {
    for (const words of ['nb:1', '1', 'https://www.nb.example/1/'])
      expect(hides(words, 'Tin')).to.equal(true);
    expect(hides('nb:2', 'Tin')).to.equal(false);
  });

  it('hides nothing by words without letters', () => {
    for (const words of ['\u200b', '\u0301', '\u00ad\ufe0f']) expect(hides(words, 'Tin')).to.equal(false);
  });
});
