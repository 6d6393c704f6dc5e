import { mock } from 'node:test';
import { expect } from 'chai';
import { ReadingTimer, readingTimeMs } from '../../../extension/pages/reading-timer.ts';

describe('the time for which a message is shown', () => {
  let isHeld = false;
  let ended = 0;
  const start = (ms: number) => {
    const timer = new ReadingTimer(() => isHeld);
    timer.start(ms, () => ended++);
    return timer;
  };

  /** Second by second, as real time passes. */
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 1000) mock.timers.tick(Math.min(left, 1000));
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    isHeld = false;
    ended = 0;
  });
  afterEach(() => mock.timers.reset());

  it('is longer for a long text, and if there is a button to reach', () => {
    const short = readingTimeMs('Đã lưu.', false);
    expect(short).to.be.within(4000, 6000);
    expect(readingTimeMs('Đã lưu.', true)).to.be.above(short);
    expect(readingTimeMs('Đã gắn sao. Bài gắn sao không bao giờ bị xóa.', false)).to.be.above(short + 2000);
  });

  it('ends once', () => {
    start(5000);
    pass(4999);
    expect(ended).to.equal(0);
    pass(60_000);
    expect(ended).to.equal(1);
  });

  it('stands still while the message is held, and goes on afterwards', () => {
    start(5000);
    pass(3000);
    isHeld = true;
    pass(600_000);
    expect(ended).to.equal(0);
    isHeld = false;
    pass(1000);
    expect(ended, 'what was left').to.equal(0);
    pass(1000);
    expect(ended).to.equal(1);
  });

  it('begins again with the next message, and can be stopped', () => {
    const timer = start(5000);
    pass(4000);
    timer.start(5000, () => (ended += 10));
    pass(4000);
    expect(ended).to.equal(0);
    pass(1000);
    expect(ended).to.equal(10);
    timer.start(5000, () => ended++);
    timer.stop();
    pass(60_000);
    expect(ended).to.equal(10);
  });
});
