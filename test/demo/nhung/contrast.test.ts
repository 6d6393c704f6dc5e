import { expect } from 'chai';
import { contrast, grade, hexOf, over, parseColour, textOn } from '../../../demo/nhung/contrast.ts';

const colour = (text: string) => parseColour(text)!;

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast(colour('#000'), colour('#fff'))).to.be.closeTo(21, 0.001);
    expect(contrast(colour('#777'), colour('#ffffff'))).to.be.closeTo(4.478, 0.001);
    expect(contrast(colour('rgb(179, 38, 30)'), colour('#fff'))).to.be.closeTo(6.536, 0.01);
  });

  it('does not depend on the order', () => {
    expect(contrast(colour('#b3261e'), colour('#fff'))).to.equal(contrast(colour('#fff'), colour('#b3261e')));
  });

  it('has the levels of WCAG for text, and one for signs', () => {
    expect([4.49, 4.5, 6.99, 7].map((ratio) => grade(ratio, 'text'))).to.deep.equal([
      'fail',
      'AA',
      'AA',
      'AAA',
    ]);
    expect([2.99, 3].map((ratio) => grade(ratio, 'sign'))).to.deep.equal(['fail', 'AA']);
  });

  it('is measured on what is seen of half-transparent colours', () => {
    expect(hexOf(over(colour('rgba(0, 0, 0, 0.5)'), colour('#fff')))).to.equal('#808080');
  });

  it('decides between black and white on a colour', () => {
    expect(hexOf(textOn(colour('#b3261e')))).to.equal('#ffffff');
    expect(hexOf(textOn(colour('#ffd54a')))).to.equal('#000000');
  });

  it('reads no other notations', () => {
    for (const text of ['red', '#12', 'rgb(1)', '']) expect(parseColour(text), text).to.equal(undefined);
  });
});
