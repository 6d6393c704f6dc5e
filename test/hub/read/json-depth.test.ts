import { expect } from 'chai';
import { isNestedTooDeeply, MAX_JSON_DEPTH } from '../../../hub/read/json-depth.ts';

const isDeep = (text: string) => isNestedTooDeeply(new TextEncoder().encode(text));
const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;

describe('the depth of JSON', () => {
  it('is limited', () => {
    expect(isDeep(nested(MAX_JSON_DEPTH))).to.equal(false);
    expect(isDeep(nested(MAX_JSON_DEPTH + 2))).to.equal(true);
    expect(isDeep(`\ufeff \n${nested(200)}`)).to.equal(true);
  });

  it('counts no brackets in texts, nor those that are closed', () => {
    expect(isDeep(JSON.stringify(['['.repeat(200), `"${'\\['.repeat(200)}`]))).to.equal(false);
    expect(isDeep(JSON.stringify(Array(200).fill([{}])))).to.equal(false);
  });

  it('is no matter of other formats', () => expect(isDeep(`<rss>${'['.repeat(200)}`)).to.equal(false));
});
