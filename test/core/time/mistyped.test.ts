import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { isFarAhead, mistypedMarker, sortDate } from '../../../core/time/mistyped.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { fc } from '../../property.ts';

const NOW = Date.parse('2024-03-05T15:47:30+07:00');
const at = (days: number) => formatVietnamTime(NOW + days * DAY_MS);
const post = (date_published?: string): Item => ({
  id: 'a',
  content_text: '',
  ...(date_published && { date_published }),
});

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
    const mistyped = sortDate({ item: post(at(400)), seen: 0, mistyped: NOW });
    expect(
      [mistyped, ...dates.map((date) => sortDate({ item: post(date), seen: NOW }))].sort(),
    ).to.deep.equal([dates[1], '2024-03-05', dates[0], dates[2], dates[3]]);
  });

  it('never sort a post before one of the day it was seen or later', () => {
    const days = fc.double({ min: -3_000, max: 3_000, noNaN: true });
    fc.assert(
      fc.property(days, days, (ahead, later) => {
        fc.pre(ahead > 1.0001);
        const today = formatVietnamTime(NOW + Math.abs(later) * DAY_MS);
        const item = post(at(ahead));
        const mistyped = mistypedMarker([item], NOW)(item)!;
        expect(sortDate({ item, seen: 0, mistyped }) < today).to.equal(true);
      }),
    );
  });

  it('are marked as long as the date stays', () => {
    const later = NOW + 7 * DAY_MS;
    const marker = (now: number, date?: string, known?: { item: Item; mistyped?: number }) =>
      mistypedMarker([post(date)], now)(post(date), known);
    const known = { item: post(at(7)), mistyped: NOW };
    expect(marker(NOW, at(7))).to.equal(NOW);
    expect(marker(later, at(7), known), 'its day has come').to.equal(NOW);
    expect(marker(later, at(6), known), 'corrected').to.equal(undefined);
    expect(marker(later, at(60), known), 'mistyped again').to.equal(later);
    expect(marker(later, undefined, known), 'without a date').to.equal(undefined);
    // A state from before there were markers.
    expect(marker(NOW, at(7), { item: post(at(7)) })).to.equal(NOW);
    expect(marker(later, at(7), { item: post(at(7)) })).to.equal(undefined);
  });

  it('are none if most dates of a feed lie ahead: then the clock is wrong', () => {
    const marked = (...dates: (string | undefined)[]) => {
      const items = dates.map((date) => post(date));
      const marker = mistypedMarker(items, NOW);
      return items.filter((item) => marker(item)).length;
    };
    expect(marked(at(9), at(8), at(-1))).to.equal(0);
    expect(marked(at(9), at(9), at(-1))).to.equal(0);
    expect(marked(at(9), at(8), at(-1), at(-2))).to.equal(2);
    expect(marked(at(9), undefined, undefined, at(-1))).to.equal(1);
    expect(marked(at(9))).to.equal(1);
  });

  it('are not guessed from when an unmarked post was first seen', () => {
    expect(sortDate({ item: post(at(30)), seen: NOW })).to.equal(at(30));
  });

  it('leave an undated post at the time it was first seen', () => {
    expect(sortDate({ item: post(), seen: NOW })).to.equal('2024-03-05T15:47:30+07:00');
  });
});
