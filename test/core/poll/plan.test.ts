import { expect } from 'chai';
import { initialPollState, nextPollState, type PollState } from '../../../core/poll/next.ts';
import { groupByHost, HOST_SPACING_MS, planPolls } from '../../../core/poll/plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 23, 2, 30);
const STEP = MINUTE / 2;

const answer = (status = 200, headers = {}) => ({ status, headers: new Headers(headers), read: true });
/** A source that was read successfully at its last poll, and has been due since an hour after. */
const source = (id: string, checked: number) => ({
  id,
  state: nextPollState(initialPollState(checked), answer(), checked),
});
const times = (sources: { id: string; state: PollState }[], now: number) =>
  planPolls(sources, now).map(({ source, at }) => [source.id, at - now]);

describe('a plan for several sources', () => {
  it('polls one source of a host at a time, and no host delays another', () => {
    const urls = [
      'http://x.vn/feed',
      'https://www.X.vn/comments/feed',
      'http://y.vn/rss',
      'http://x.vn:8080/feed',
    ];
    const queues = groupByHost(urls.map((url) => ({ url })));
    expect(HOST_SPACING_MS).to.be.at.least(1000);
    expect(queues.map((queue) => queue.map(({ url }) => urls.indexOf(url)))).to.deep.equal([
      [0, 1],
      [2],
      [3],
    ]);
  });

  it('does not apply one source’s hints to others of its host', () => {
    const busy = { id: 'busy', state: nextPollState(initialPollState(NOW), answer(429), NOW) };
    expect(times([busy, source('well', NOW)], NOW)).to.deep.equal([
      ['well', HOUR],
      ['busy', 4 * HOUR],
    ]);
  });

  it('polls due and new sources at once, the others when they are due, stopped ones never', () => {
    const gone = { id: 'gone', state: nextPollState(initialPollState(NOW), answer(410), NOW) };
    const sources = [source('later', NOW - HOUR / 2), source('due', NOW - HOUR), gone];
    const added = [1, 2, 3].map((n) => ({ id: `new ${n}`, state: initialPollState(NOW - HOUR) }));
    expect(times([...sources, ...added], NOW)).to.deep.equal([
      ['new 1', 0],
      ['new 2', 0],
      ['new 3', 0],
      ['due', 0],
      ['later', HOUR / 2],
    ]);
  });

  it('polls overdue sources one after the other, the longest overdue first', () => {
    const asleep = [3, 9, 6].map((hours) => source(`${hours}`, NOW - hours * HOUR));
    expect(times(asleep, NOW)).to.deep.equal([
      ['9', 0],
      ['6', STEP],
      ['3', 2 * STEP],
    ]);
    const soon = source('soon', NOW - HOUR + STEP / 2);
    expect(times([...asleep, soon], NOW)[1]).to.deep.equal(['soon', STEP / 2]);
  });

  it('keeps the spacing however often it is called', () => {
    let sources = [3, 9, 6].map((hours) => source(`${hours}`, NOW - hours * HOUR));
    const polled: [string, number][] = [];
    for (let now = NOW; now < NOW + 5 * MINUTE; now += 1000) {
      for (const { source, at } of planPolls(sources, now)) {
        if (at > now) continue;
        polled.push([source.id, now - NOW]);
        const state = nextPollState(source.state, answer(), now);
        sources = sources.map((each) => (each === source ? { ...each, state } : each));
      }
    }
    expect(polled).to.deep.equal([
      ['9', 0],
      ['6', STEP],
      ['3', 2 * STEP],
    ]);
  });

  it('also spaces them after a network outage, or after the clock was set back', () => {
    const unreached = [1, 2].map((n) => ({
      id: `${n}`,
      state: nextPollState(source('', NOW - HOUR).state, { failure: 'offline' as const }, NOW - 5 * MINUTE),
    }));
    expect(times(unreached, NOW)).to.deep.equal([
      ['1', 0],
      ['2', STEP],
    ]);
    expect(times([source('a', NOW + 100 * HOUR), source('b', NOW + 200 * HOUR)], NOW)).to.deep.equal([
      ['a', 0],
      ['b', STEP],
    ]);
  });
});
