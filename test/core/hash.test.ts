import { expect } from 'chai';
import { hashText } from '../../core/hash.ts';

describe('hashText', () => {
  it('never changes, because stored keys of posts contain it', () => {
    expect(hashText('')).to.equal('wvjl67o803');
    expect(hashText('Trường Chính trị')).to.equal('7r6y7h1j90');
  });
});
