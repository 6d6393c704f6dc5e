import { expect } from 'chai';
import { isClean } from '../../../core/text/is-clean.ts';
import { line, lines, normalizeText, oneLine, truncate } from '../../../core/text/normalize.ts';
import { hardText } from '../../hard-text.ts';
import { fc, propertyRuns } from '../../property.ts';

const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/u;

const holds = (property: (text: string, max: number) => void) =>
  fc.assert(fc.property(hardText, fc.integer({ min: 10, max: 2000 }), property), {
    numRuns: propertyRuns(5000),
  });

describe('normalizing any text', () => {
  it('leaves NFC without controls', () => {
    holds((text, max) => {
      for (const normal of [normalizeText(text), oneLine(text), lines(text), line(text, max) ?? '']) {
        expect(normal).to.equal(normal.normalize('NFC'));
        expect(normal).to.not.match(CONTROL);
      }
    });
  });

  it('twice gives the same as once, also when the text is cut', () => {
    holds((text, max) => {
      for (const normalize of [
        normalizeText,
        oneLine,
        (given: string) => line(given, max) ?? '',
        (given: string) => lines(given, max),
      ]) {
        const once = normalize(text);
        expect(normalize(once)).to.equal(once);
      }
    });
  });

  it('keeps within the limit, and gives one trimmed line', () => {
    holds((text, max) => {
      expect(lines(text, max).length).to.be.at.most(max);
      expect(truncate(text, max).length).to.be.at.most(max);
      const short = line(text, max) ?? '';
      expect(short.length).to.be.at.most(max);
      expect(short).to.equal(short.trim());
      expect(short).to.not.match(/[\n\r\t]| {2}/);
    });
  });

  it('calls clean only what normalizing does not change', () => {
    holds((text) => {
      if (text === text.trim() && isClean(text))
        expect(normalizeText(text).replace(/\s+/g, ' ')).to.equal(text);
    });
  });
});
