import { expect } from 'chai';
import type { Store } from '../../../extension/store/schema.ts';
import { renderedPages } from '../support/rendered.ts';
import { sampleStore } from '../support/sample-store.ts';

const textFor = (changes: Partial<Store>): string =>
  renderedPages(sampleStore([], changes), 'vi', Date.now()).options;
const on = { ...sampleStore([]).settings, sync: true };

describe('the state of sync', () => {
  it('says once what it takes: before it is switched on, or while nothing has come', () => {
    const needs = /Chỉ có tác dụng khi trình duyệt đã đăng nhập|hãy đăng nhập cùng một tài khoản/g;
    expect(textFor({})).to.match(needs);
    expect(textFor({ settings: on }).match(needs)).to.have.length(1);
  });
});
