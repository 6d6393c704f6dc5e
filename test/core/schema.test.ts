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
  primitive,
  type Report,
  record,
  text,
  upTo,
  withDefault,
} from '../../core/schema.ts';

describe('a schema', () => {
  const one = object({ name: text(/./, 5) }, { on: boolean });

  it('returns what fits, without unknown fields', () => {
    expect(one({ name: 'a', on: false, other: 1 })).to.deep.equal({ name: 'a', on: false });
    expect(one({ name: 'a' })).to.deep.equal({ name: 'a' });
    expect(partial<object>({ name: text() })({ name: '', other: 1 })).to.deep.equal({ name: '', other: 1 });
    expect(record(number())({ a: 1, b: 0 })).to.deep.equal({ a: 1, b: 0 });
    expect(object({ on: withDefault(boolean, true) })({})).to.deep.equal({ on: true });
    expect(either(oneOf(true), number())(true)).to.equal(true);
    expect(list(boolean)([])).to.deep.equal([]);
    expect(primitive<number>('number', (value) => value % 2 === 0)(4)).to.equal(4);
  });

  it('returns undefined for any other value, at any depth', () => {
    const invalid: [(value: unknown) => unknown, unknown[]][] = [
      [
        one,
        [{}, { name: '' }, { name: 'longer' }, { name: 'a', on: 1 }, { name: 'a', on: null }, [], 'a', null],
      ],
      [number(5, 10), [4, 11, '7', Number.NaN, Number.POSITIVE_INFINITY, null]],
      [integer(0, 23), [-1, 24, 1.5, '1']],
      [oneOf('a', 'b'), ['c', '', undefined]],
      [list(number(), 1), [[]]],
      [primitive<number>('number', (value) => value % 2 === 0), [3, '4']],
      [list(number()), [[1, '2'], [undefined], { 0: 1 }, '1']],
      [record(number()), [{ a: '1' }, [1], 'a', null]],
      [partial({ name: text() }), [{}, { name: 1 }, [], null]],
      [withDefault(boolean, true), ['nonsense', 7, null]],
      [upTo(2, list(number())), [[1, 2, 3], [1, '2'], {}]],
      [record(number(), text(/^a/)), [{ b: 1 }]],
      [either(oneOf(true), number()), [false, '1']],
    ];
    for (const [shape, values] of invalid)
      for (const value of values) expect(shape(value), JSON.stringify(value)).to.equal(undefined);
  });

  it('leaves out only what does not fit, at any depth, and reports where it was', () => {
    const all = object(
      {
        id: number(),
        hour: withDefault(number(0, 23), 7),
        ones: upTo(3, list(one)),
        byName: record(list(number(), 1), text(/^[a-z]+$/)),
      },
      { word: oneOf('a', 'b'), until: either(oneOf(true), number()) },
    );
    const reports = (value: unknown): [value: unknown, paths: string[]] => {
      const paths: string[] = [];
      const report: Report = (path) => void paths.push(path);
      return [all(value, report), paths];
    };
    const whole = { id: 1, hour: 8, ones: [{ name: 'a' }], byName: { a: [1] }, word: 'a' };
    expect(reports(whole)).to.deep.equal([whole, []]);
    expect(
      reports({
        id: 1,
        hour: 24,
        ones: [{ name: 'a', on: 'yes' }, { name: '' }, null, { name: 'a' }],
        byName: { a: [1, '2', 3], b: [], c: ['x'], D: [1] },
        word: 'c',
        until: false,
      }),
    ).to.deep.equal([
      { id: 1, hour: 7, ones: [{ name: 'a' }], byName: { a: [1, 3] } },
      [
        ...['word', 'until', 'hour', 'ones.3…3', 'ones.0.on', 'ones.1.name', 'ones.2'],
        ...['byName.a.1', 'byName.b', 'byName.c.0', 'byName.c', 'byName.D'],
      ],
    ]);
    expect(reports({ ones: 7 })).to.deep.equal([undefined, ['id']]);
    expect(reports('nonsense')).to.deep.equal([undefined, ['']]);
  });

  it('ignores fields of the prototype', () => {
    const value = JSON.parse('{"name":"a","__proto__":{"on":true}}');
    expect(one(value)).to.deep.equal({ name: 'a' });
    expect(Object.getPrototypeOf(record(one)(JSON.parse('{"__proto__":{"name":"a"}}')))).to.equal(
      Object.prototype,
    );
  });
});
