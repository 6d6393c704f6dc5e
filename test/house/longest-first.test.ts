import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { LONGEST_TEST_FILES, longestFirst } from '../runner/longest-first.ts';

describe('the order of test files', () => {
  it('knows the longest by their names', () => {
    expect(LONGEST_TEST_FILES.filter((file) => !existsSync(file))).to.deep.equal([]);
  });

  it('begins with the longest, and keeps that of the others', () => {
    const [first, second] = LONGEST_TEST_FILES;
    expect(longestFirst(['b', second!, 'a', first!])).to.deep.equal([first, second, 'b', 'a']);
  });
});
