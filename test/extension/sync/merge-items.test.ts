import { expect } from 'chai';
import { mergeItems } from '../../../extension/sync/merge-items.ts';
import { fc, propertyRuns } from '../../property.ts';

const time = fc.constantFrom(1, 2, 3);
const field = fc.oneof(
  fc.record({ t: time }),
  fc.record({
    t: time,
    v: fc.constantFrom<unknown[]>(true, 30, 'vi', { id: 'a', news: ['x'] }, { news: ['x'], id: 'a' }),
  }),
);
/** Marks of some of four posts, sorted as they are stored. */
const marks = fc
  .tuple(
    ...['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'].map((hash) =>
      fc.constantFrom('', `${hash}00001`, `${hash}00002`),
    ),
  )
  .map((marks) => marks.join(''))
  .filter(Boolean);
const fields = fc.record({ on: field, every: field }, { requiredKeys: ['on'] });
const item = fc.record({ v: fc.constant(1 as const), fields, marks, before: time }, { requiredKeys: ['v'] });
const items = fc.record(
  { settings: item, 'school.a': item, 'school.b': item },
  { requiredKeys: ['settings'] },
);

describe('merging', () => {
  it('gives the same in any order, and nothing new if repeated', () => {
    fc.assert(
      fc.property(items, items, items, (a, b, c) => {
        const merged = mergeItems(a, b);
        expect(mergeItems(b, a)).to.deep.equal(merged);
        expect(mergeItems(mergeItems(c, b), a)).to.deep.equal(mergeItems(c, merged));
        expect(mergeItems(merged, b)).to.deep.equal(merged);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  it('drops the same, the oldest, where there are more marks than are kept', () => {
    const marks = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `${100_000 + from + index}${10_000 + from + index}`).join(
        '',
      );
    const a = { 'school.a': { v: 1 as const, marks: marks(0, 300) } };
    const b = { 'school.a': { v: 1 as const, marks: marks(200, 300) } };
    const merged = mergeItems(a, b);
    expect(merged['school.a']?.marks).to.equal(marks(100, 400));
    expect(merged['school.a']?.before).to.be.a('number');
    expect(mergeItems(b, a)).to.deep.equal(merged);
    expect(mergeItems(mergeItems(merged, a), b)).to.deep.equal(merged);
  });

  it('remembers the last hundred schools and words that were removed', () => {
    const removed = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 150 }, (_, index) => [
          `school.s${from + index}`,
          { v: 1 as const, fields: { own: { t: from + index + 1 } } },
        ]),
      );
    const live = { 'school.live': { v: 1 as const, fields: { own: { t: 1, v: true }, on: { t: 2 } } } };
    const merged = mergeItems({ ...removed(0), ...live }, removed(100));
    expect(Object.keys(merged)).to.have.length(101);
    expect(merged).to.have.property('school.live');
    expect(merged).to.have.property('school.s249');
    expect(merged).not.to.have.property('school.s149');
    const words = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`từ ${index}`, { t: index + 1 }]),
    );
    const { watch } = mergeItems({ watch: { v: 1, fields: words } }, {});
    expect(Object.keys(watch!.fields!)).to.have.length(100);
  });
});
