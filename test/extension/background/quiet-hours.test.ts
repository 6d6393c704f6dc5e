import { expect } from 'chai';
import { isQuiet } from '../../../extension/background/quiet-hours.ts';

describe('quiet hours', () => {
  const defaults = { on: true, from: 18, to: 7, weekends: true };
  /** An hour in Vietnam, on a Monday or some days later. */
  const at = (hour: number, days = 0) => Date.UTC(2026, 10, 23 + days, hour - 7);

  it('are at night and on weekends, in Vietnam’s time', () => {
    expect([6, 7, 12, 17, 18, 23].map((hour) => isQuiet(defaults, at(hour)))).to.deep.equal([
      ...[true, false, false, false, true, true],
    ]);
    expect([4, 5, 6, 7].map((day) => isQuiet(defaults, at(12, day)))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ ...defaults, weekends: false }, at(12, 5))).to.equal(false);
    expect(isQuiet({ ...defaults, on: false }, at(2))).to.equal(false);
    expect([11, 12, 13].map((hour) => isQuiet({ ...defaults, from: 12, to: 13 }, at(hour)))).to.deep.equal([
      ...[false, true, false],
    ]);
    expect(isQuiet({ ...defaults, from: 8, to: 8 }, at(8))).to.equal(false);
  });
});
