import { expect } from 'chai';
import fc from 'fast-check';
import {
  isDue,
  MANUAL_FLOOR,
  next,
  type Outcome,
  type PollState,
  plan,
  requestHeaders,
  unpolled,
} from '../../../core/poll/next.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23, 2, 30);

const answer = (status: number, headers: Record<string, string> = {}, more: object = {}): Outcome => ({
  status,
  headers: new Headers(headers),
  read: true,
  ...more,
});
const http = (at: number) => new Date(at).toUTCString();
const following = (outcome: Outcome, state = unpolled(NOW), options = {}) =>
  next(state, outcome, NOW, options);
const wait = (outcome: Outcome, state?: PollState, options = {}) =>
  following(outcome, state, options).due - NOW;

describe('polite polling', () => {
  it('1: the first request is unconditional, later ones are not', () => {
    expect(requestHeaders(unpolled(NOW))).to.have.all.keys('Accept');
    expect(requestHeaders(following(answer(200, { etag: '"a"' })))).to.have.all.keys(
      'Accept',
      'If-None-Match',
    );
  });

  it('2: sends both validators back, byte for byte', () => {
    const state = following(answer(200, { etag: 'W/"x y"', 'last-modified': 'Mon, 23 Nov 2026 0:15 GMT' }));
    expect(requestHeaders(state)).to.include({
      'If-None-Match': 'W/"x y"',
      'If-Modified-Since': 'Mon, 23 Nov 2026 0:15 GMT',
    });
  });

  it('3: never invents a validator', () => {
    expect(requestHeaders(following(answer(200, { date: http(NOW) })))).to.have.all.keys('Accept');
  });

  it('4, 5: stores what changed, also when the other did not', () => {
    const first = following(answer(200, { etag: '"a"', 'last-modified': 'same' }));
    expect(following(answer(200, { etag: '"b"', 'last-modified': 'same' }), first)).to.include({
      etag: '"b"',
      lastModified: 'same',
    });
  });

  it('6: a 304 updates the validators it carries and keeps the rest', () => {
    const first = following(answer(200, { etag: '"a"', 'last-modified': 'then' }));
    expect(following(answer(304, { etag: '"b"' }), first)).to.include({ etag: '"b"', lastModified: 'then' });
  });

  it('7: drops a validator that has disappeared', () => {
    const first = following(answer(200, { etag: '"a"', 'last-modified': 'then' }));
    expect(following(answer(200, { 'last-modified': 'now' }), first)).not.to.have.property('etag');
  });

  it('8: keeps the old validators when the body could not be read', () => {
    const first = following(answer(200, { etag: '"a"' }));
    const second = following(answer(200, { etag: '"error page"' }, { read: false }), first);
    expect(second).to.include({ etag: '"a"', failures: 1 });
    expect(second.problem).to.deep.equal({ kind: 'not-a-feed' });
  });

  it('9: waits an hour, a day where there are no validators and the poster is silent, or as the user says', () => {
    expect(wait(answer(200, { etag: '"a"' }))).to.equal(HOUR);
    expect(wait(answer(200, {}, { newest: NOW - 30 * DAY }))).to.equal(DAY);
    expect(wait(answer(200, {}, { newest: NOW - HOUR }))).to.equal(HOUR);
    expect(wait(answer(200, {}, { newest: NOW - 30 * DAY }), undefined, { interval: 15 * MINUTE })).to.equal(
      15 * MINUTE,
    );
  });

  it('10: jitter only adds', () => {
    expect(wait(answer(200), undefined, { random: () => 0.999 })).to.be.within(HOUR, HOUR * 1.1);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(200, 304, 404, 429, 500),
        (random, status) => {
          expect(wait(answer(status), undefined, { random: () => random })).to.be.at.least(HOUR);
        },
      ),
    );
  });

  it('11: waking up is no reason to poll', () => {
    const state = JSON.parse(JSON.stringify(following(answer(200))));
    expect(isDue(state, NOW + HOUR - 1)).to.equal(false);
    expect(isDue(state, NOW + HOUR)).to.equal(true);
  });

  it('12: a user’s wish has a floor, and a busy source is not asked at all', () => {
    const state = following(answer(200));
    expect(isDue(state, NOW + MANUAL_FLOOR - 1, true)).to.equal(false);
    expect(isDue(state, NOW + MANUAL_FLOOR, true)).to.equal(true);
    expect(isDue(following(answer(429, { 'retry-after': '3600' })), NOW + 30 * MINUTE, true)).to.equal(false);
  });

  it('13: the longest of interval, max-age, Expires, ttl and sy, capped at a week', () => {
    expect(wait(answer(200, { 'cache-control': 'public, max-age=7200' }))).to.equal(2 * HOUR);
    expect(wait(answer(200, { date: http(NOW), expires: http(NOW + 3 * HOUR) }))).to.equal(3 * HOUR);
    expect(wait(answer(200, {}, { rhythm: { minutes: 240 } }))).to.equal(4 * HOUR);
    expect(wait(answer(200, { 'cache-control': 'max-age=60' }), undefined, { interval: 5 * HOUR })).to.equal(
      5 * HOUR,
    );
    expect(wait(answer(200, { 'cache-control': 'max-age=31536000' }))).to.equal(7 * DAY);
  });

  it('13: expired or forbidden freshness has no effect (NukeViet, WordPress)', () => {
    expect(wait(answer(200, { expires: 'Mon, 23 Nov 2026 00:11:00 GMT' }))).to.equal(HOUR);
    expect(
      wait(
        answer(200, {
          expires: 'Wed, 11 Jan 1984 05:00:00 GMT',
          'cache-control': 'no-cache, must-revalidate, max-age=0',
        }),
      ),
    ).to.equal(HOUR);
    expect(wait(answer(200, { expires: '0' }))).to.equal(HOUR);
  });

  it('13: a 304 keeps the rhythm of the feed', () => {
    const first = following(answer(200, { etag: '"a"' }, { rhythm: { minutes: 240 } }));
    expect(wait(answer(304), first)).to.equal(4 * HOUR);
  });

  it('14: Age is taken off', () => {
    expect(wait(answer(200, { 'cache-control': 'max-age=7200', age: '1800' }))).to.equal(1.5 * HOUR);
  });

  it('15: spares the hours and days the feed names, in GMT', () => {
    expect(wait(answer(200, {}, { rhythm: { skipHours: [3, 4] } }))).to.equal(2.5 * HOUR);
    expect(following(answer(200, {}, { rhythm: { skipDays: [1] } })).due).to.equal(Date.UTC(2026, 10, 24));
    const always = { skipHours: [...Array(24).keys()] };
    expect(wait(answer(200, {}, { rhythm: always }))).to.equal(HOUR);
  });

  it('16: Retry-After in seconds and as a date, capped', () => {
    expect(wait(answer(429, { 'retry-after': '7200' }))).to.equal(2 * HOUR);
    expect(wait(answer(503, { 'retry-after': http(NOW + 5 * HOUR) }))).to.equal(5 * HOUR);
    expect(wait(answer(503, { 'retry-after': '60' }))).to.equal(HOUR);
    expect(wait(answer(503, { 'retry-after': '99999999999' }))).to.equal(7 * DAY);
  });

  it('17: a 429 that does not say when waits four hours', () => expect(wait(answer(429))).to.equal(4 * HOUR));

  it('20: failures back off to a day, a success forgets them', () => {
    let state = unpolled(NOW);
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      state = following(answer(500), state);
      return (state.due - NOW) / HOUR;
    });
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 24, 24]);
    const well = following(answer(200), state);
    expect(well).to.include({ failures: 0, due: NOW + HOUR });
    expect(well).not.to.have.property('problem');
  });

  it('21: being offline is no fault of the feed', () => {
    const first = following(answer(200, { etag: '"a"' }));
    const second = following({ failure: 'offline' }, first);
    expect(second).to.include({ failures: 0, checked: NOW, etag: '"a"' });
    expect(second).not.to.have.property('problem');
    expect(following({ failure: 'timeout' }).problem).to.deep.equal({ kind: 'timeout' });
  });

  it('22: 410 stops, 404 backs off', () => {
    const gone = following(answer(410));
    expect(gone.stopped).to.equal(true);
    expect(isDue(gone, NOW + 300 * DAY)).to.equal(false);
    expect(isDue(following(answer(404)), NOW + HOUR)).to.equal(true);
  });

  it('23, 24: one host is asked once a second, and what was slept through is spread', () => {
    const due = (host: string, overdue = 0): { host: string; state: PollState } => ({
      host,
      state: { due: NOW - overdue, failures: 0, checked: NOW - DAY },
    });
    expect(
      plan([due('a'), due('a'), due('b')], NOW).map(({ source, at }) => [source.host, at - NOW]),
    ).to.deep.equal([
      ['a', 0],
      ['b', 0],
      ['a', 1000],
    ]);
    const woken = plan(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => due(`host${n}`, 8 * HOUR)),
      NOW,
    ).map(({ at }) => at - NOW);
    expect(new Set(woken)).to.have.property('size', 10);
    expect(Math.max(...woken)).to.be.within(5 * MINUTE, 10 * MINUTE);
  });

  it('28: asks no cache to be passed by', () => {
    expect(Object.keys(requestHeaders(following(answer(200, { etag: '"a"' }))))).not.to.include.members([
      'Cache-Control',
      'Pragma',
    ]);
  });

  it('30: a lasting redirect is offered', () => {
    expect(following(answer(200, {}, { movedTo: 'https://x.vn/feed/' }))).to.include({
      movedTo: 'https://x.vn/feed/',
      failures: 0,
    });
  });

  it('is not stopped by a clock that was ahead', () => {
    const state = next(unpolled(NOW + 400 * DAY), answer(200), NOW + 400 * DAY);
    expect(isDue(state, NOW)).to.equal(true);
    expect(isDue(following(answer(200)), NOW - DAY, true)).to.equal(true);
  });
});
