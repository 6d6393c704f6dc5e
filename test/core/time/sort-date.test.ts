import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS } from '../../../core/time/duration.ts';
import { isFarAhead, seenWithDate, sortDate } from '../../../core/time/sort-date.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';

const NOW = Date.parse('2024-03-05T15:47:30+07:00');
const at = (days: number) => formatVietnamTime(NOW + days * DAY_MS);

describe('dates that are mistyped', () => {
  it('lie more than a day ahead', () => {
    expect([0, 1, 1.01, 30, -30].map((days) => isFarAhead(at(days), NOW))).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('sort a post behind those of the day it was first seen, and before those of the day before', () => {
    const dates = ['2024-03-05T00:00:00+07:00', '2024-03-04T23:59:59+07:00', at(0), at(0.9)];
    expect([sortDate(at(400), NOW), ...dates.map((date) => sortDate(date, NOW))].sort()).to.deep.equal([
      dates[1],
      '2024-03-05',
      dates[0],
      dates[2],
      dates[3],
    ]);
  });

  it('never sort a post before one of the day it was seen or later', () => {
    const days = fc.double({ min: -3_000, max: 3_000, noNaN: true });
    fc.assert(
      fc.property(days, days, (ahead, later) => {
        fc.pre(ahead > 1.0001);
        const today = formatVietnamTime(NOW + Math.abs(later) * DAY_MS);
        expect(sortDate(at(ahead), NOW) < today).to.equal(true);
      }),
    );
  });

  it('are right if the post is published again with a new date', () => {
    const known = { date: at(0), seen: NOW };
    const later = NOW + 7 * DAY_MS;
    expect(seenWithDate(known, at(7), later)).to.equal(later);
    expect(seenWithDate(known, at(0), later)).to.equal(NOW);
    expect(seenWithDate(known, undefined, later)).to.equal(NOW);
    // Mistyped from the beginning: it stays so when its day has come.
    expect(seenWithDate({ date: at(7), seen: NOW }, at(7), later)).to.equal(NOW);
  });

  it('leave an undated post at the time it was first seen', () => {
    expect(sortDate(undefined, NOW)).to.equal('2024-03-05T15:47:30+07:00');
  });

  it('are not known of a post for which that time was lost', () => {
    expect(sortDate(at(0), 0)).to.equal(at(0));
  });
});
