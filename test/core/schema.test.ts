import { expect } from 'chai';
import {
  boolean,
  either,
  integer,
  list,
  number,
  object,
  oneOf,
  partial,
  record,
  text,
  withDefaults,
} from '../../core/schema.ts';

describe('a shape', () => {
  const one = object({ name: text(/./, 5) }, { on: boolean });

  it('gives what belongs there, and nothing else', () => {
    expect(one({ name: 'a', on: false, other: 1 })).to.deep.equal({ name: 'a', on: false });
    expect(one({ name: 'a' })).to.deep.equal({ name: 'a' });
    expect(partial<object>({ name: text() })({ name: '', other: 1 })).to.deep.equal({ name: '', other: 1 });
    expect(record(number())({ a: 1, b: 0 })).to.deep.equal({ a: 1, b: 0 });
    expect(withDefaults(one, { on: true })({ name: 'a' })).to.deep.equal({ name: 'a', on: true });
    expect(either(oneOf(true), number())(true)).to.equal(true);
    expect(list(boolean)([])).to.deep.equal([]);
  });

  it('refuses the rest, however deep', () => {
    const nowhere: [(value: unknown) => unknown, unknown[]][] = [
      [
        one,
        [{}, { name: '' }, { name: 'longer' }, { name: 'a', on: 1 }, { name: 'a', on: null }, [], 'a', null],
      ],
      [number(5, 10), [4, 11, '7', Number.NaN, Number.POSITIVE_INFINITY, null]],
      [integer(0, 23), [-1, 24, 1.5, '1']],
      [oneOf('a', 'b'), ['c', '', undefined]],
      [list(number()), [[1, '2'], [undefined], { 0: 1 }, '1']],
      [record(number()), [{ a: '1' }, [1], 'a', null]],
      [partial({ name: text() }), [{}, { name: 1 }, [], null]],
      [withDefaults(one, { on: true }), ['nonsense', 7, null, [], {}]],
      [either(oneOf(true), number()), [false, '1']],
    ];
    for (const [shape, values] of nowhere)
      for (const value of values) expect(shape(value), JSON.stringify(value)).to.equal(undefined);
  });

  it('takes no field of a value from elsewhere', () => {
    const value = JSON.parse('{"name":"a","__proto__":{"on":true}}');
    expect(one(value)).to.deep.equal({ name: 'a' });
    expect(Object.getPrototypeOf(record(one)(JSON.parse('{"__proto__":{"name":"a"}}')))).to.equal(
      Object.prototype,
    );
  });
});
