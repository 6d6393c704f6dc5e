import { expect } from 'chai';
import {
  canRefreshNow,
  initialPollState,
  isDue,
  MIN_WAIT_MS,
  markRequested,
  movedTo,
  nextPollAt,
  nextPollState,
  type PollOptions,
  type PollOutcome,
  type PollResponse,
  type PollState,
  requestHeaders,
  withInterval,
} from '../../../core/poll/next.ts';
import { fc } from '../../property.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Monday, 2:30 UTC. */
const NOW = Date.UTC(2026, 10, 23, 2, 30);

const answer = (
  status: number,
  headers: Record<string, string> = {},
  more: Partial<PollResponse> = {},
): PollOutcome => ({ status, headers: new Headers(headers), read: true, ...more });
const http = (at: number) => new Date(at).toUTCString();
const following = (outcome: PollOutcome, state = initialPollState(NOW), options: PollOptions = {}) =>
  nextPollState(state, outcome, NOW, options);
const wait = (outcome: PollOutcome, state?: PollState, options: PollOptions = {}) =>
  following(outcome, state, options).due - NOW;
const both = () => following(answer(200, { etag: '"a"', 'last-modified': 'then' }));

describe('request headers', () => {
  it('have no validators in the first request, but in later ones, also after a restart', () => {
    expect(requestHeaders(initialPollState(NOW))).to.have.all.keys('Accept');
    const kept = JSON.parse(JSON.stringify(following(answer(200, { etag: '"a"' }))));
    expect(requestHeaders(markRequested(kept, NOW))).to.have.all.keys('Accept', 'If-None-Match');
  });

  it('repeat both validators byte for byte', () => {
    const state = following(answer(200, { etag: 'W/"x y"', 'last-modified': 'Mon, 23 Nov 2026 0:15 GMT' }));
    expect(requestHeaders(state)).to.include({
      'If-None-Match': 'W/"x y"',
      'If-Modified-Since': 'Mon, 23 Nov 2026 0:15 GMT',
    });
  });

  it('never contain a validator that cannot be sent back, be it received or stored', () => {
    const unusable = [
      '"\u0001"',
      '"a\r\nX: y"',
      '"\u007f"',
      '"đ"',
      '"\ud83d\ude00"',
      '',
      `"${'a'.repeat(2000)}"`,
    ];
    for (const value of [...unusable, 5, {}, null] as string[]) {
      const headers = { get: (name: string) => (/^(?:etag|last-modified)$/.test(name) ? value : null) };
      const state = following({ status: 200, headers, read: true });
      expect(state, value).to.not.have.any.keys('etag', 'lastModified');
      const stored = { ...state, etag: value, lastModified: value };
      expect(requestHeaders(stored), value).to.have.all.keys('Accept');
      expect(() => new Headers(requestHeaders(stored)), value).to.not.throw();
    }
    for (const value of ['"a b"', 'W/"\u00e9\u0080"', '"\t"'])
      expect(requestHeaders({ ...initialPollState(NOW), etag: value }), value).to.include({
        'If-None-Match': value,
      });
  });

  it('never contain a validator that was not received', () => {
    const given = { date: http(NOW), expires: http(NOW + DAY) };
    expect(requestHeaders(following(answer(200, given, { newest: NOW })))).to.have.all.keys('Accept');
  });

  it('have the validators of the last response, whichever changed', () => {
    expect(following(answer(200, { etag: '"b"', 'last-modified': 'then' }), both())).to.include({
      etag: '"b"',
      lastModified: 'then',
    });
    expect(following(answer(200, { etag: '"a"', 'last-modified': 'now' }), both())).to.include({
      etag: '"a"',
      lastModified: 'now',
    });
  });

  it('have those of a 304, or the old ones if it gives none', () => {
    expect(following(answer(304, { etag: '"b"' }), both())).to.include({ etag: '"b"', lastModified: 'then' });
    expect(following(answer(304), both())).to.include({ etag: '"a"', lastModified: 'then' });
  });

  it('drop a validator that has disappeared', () => {
    const state = following(answer(200, { 'last-modified': 'now' }), both());
    expect(requestHeaders(state)).to.have.all.keys('Accept', 'If-Modified-Since');
  });

  it('have the old validators after a response that could not be read', () => {
    for (const failed of [answer(200, { etag: '"b"' }, { read: false }), answer(404, { etag: '"b"' })])
      expect(following(failed, both())).to.include({ etag: '"a"', lastModified: 'then', failures: 1 });
  });

  it('list the formats without causing a CORS preflight, and do not bypass caches', () => {
    const headers = requestHeaders(both());
    expect(headers).to.have.all.keys('Accept', 'If-None-Match', 'If-Modified-Since');
    expect(headers.Accept)
      .to.match(/feed\+json.*atom\+xml.*rss\+xml/)
      .and.have.length.at.most(128);
  });
});

describe('the next poll', () => {
  it('is in an hour, in a day for sources without validators that rarely post, or at the user’s interval', () => {
    const silent = { newest: NOW - 30 * DAY };
    expect(wait(answer(200))).to.equal(HOUR);
    expect(wait(answer(200, {}, { newest: NOW - HOUR }))).to.equal(HOUR);
    expect(wait(answer(200, { etag: '"a"' }, silent))).to.equal(HOUR);
    expect(wait(answer(200, {}, silent))).to.equal(DAY);
    expect(wait(answer(200, {}, silent), undefined, { interval: 15 * MINUTE })).to.equal(15 * MINUTE);
    expect(wait(answer(200), undefined, { interval: 0 })).to.equal(MIN_WAIT_MS);
  });

  it('stays in a day for such sources after responses without a feed', () => {
    const silent = following(answer(200, {}, { newest: NOW - 30 * DAY }));
    expect(wait(answer(304), silent)).to.equal(DAY);
    expect(wait(answer(500), silent)).to.equal(DAY);
  });

  it('is never sooner because of jitter', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(200, 304, 404, 429, 500),
        (random, status) => {
          const sure = wait(answer(status));
          expect(wait(answer(status), undefined, { random: () => random })).to.be.within(sure, sure * 1.1);
        },
      ),
    );
  });

  it('is not sooner because the machine woke up', () => {
    const state = JSON.parse(JSON.stringify(following(answer(200))));
    expect(isDue(state, NOW + HOUR - 1)).to.equal(false);
    expect(isDue(state, NOW + HOUR)).to.equal(true);
  });

  it('is not at once after a crash during the last poll', () => {
    const state = markRequested(both(), NOW + HOUR);
    expect(isDue(state, NOW + HOUR + MIN_WAIT_MS - 1)).to.equal(false);
    expect(canRefreshNow(state, NOW + HOUR + MIN_WAIT_MS - 1)).to.equal(false);
    expect(isDue(state, NOW + HOUR + MIN_WAIT_MS)).to.equal(true);
  });

  it('may be manual after a few minutes, but not before Retry-After', () => {
    for (const last of [answer(200), answer(500), answer(410)]) {
      expect(canRefreshNow(following(last), NOW + MIN_WAIT_MS - 1)).to.equal(false);
      expect(canRefreshNow(following(last), NOW + MIN_WAIT_MS)).to.equal(true);
    }
    const busy = following(answer(503, { 'retry-after': '3600' }));
    expect(canRefreshNow(busy, NOW + HOUR - 1)).to.equal(false);
    expect(canRefreshNow(busy, NOW + HOUR)).to.equal(true);
    expect(canRefreshNow(following(answer(429)), NOW + 4 * HOUR - 1)).to.equal(false);
    const mistyped = following(answer(503, { 'retry-after': '99999999999' }));
    expect(canRefreshNow(mistyped, NOW + DAY)).to.equal(true);
  });

  it('is after the longest of interval, max-age, Expires, ttl and sy:*, but within a day', () => {
    expect(wait(answer(200, { 'cache-control': 'public, max-age=7200' }))).to.equal(2 * HOUR);
    expect(wait(answer(200, { expires: http(NOW + 3 * HOUR) }))).to.equal(3 * HOUR);
    expect(wait(answer(200, {}, { rhythm: { minutes: 240 } }))).to.equal(4 * HOUR);
    const options = { interval: 5 * HOUR };
    expect(wait(answer(200, { 'cache-control': 'max-age=60' }), undefined, options)).to.equal(5 * HOUR);
    expect(wait(answer(200, { 'cache-control': 'max-age=31536000' }))).to.equal(DAY);
    expect(wait(answer(200, {}, { rhythm: { minutes: 525_600 } }))).to.equal(DAY);
  });

  it('still follows the feed’s hints and freshness after a 304, which often repeats neither', () => {
    const first = following(answer(200, {}, { rhythm: { minutes: 240 } }));
    expect(wait(answer(304), first)).to.equal(4 * HOUR);
    const second = following(answer(200, { 'cache-control': 'max-age=7200' }));
    expect(wait(answer(304), second)).to.equal(2 * HOUR);
    expect(wait(answer(304, { 'cache-control': 'max-age=10800' }), second)).to.equal(3 * HOUR);
    expect(wait(answer(200), second)).to.equal(HOUR);
  });

  it('is earlier by the Age of the response', () =>
    expect(wait(answer(200, { 'cache-control': 'max-age=7200', age: '1800' }))).to.equal(1.5 * HOUR));

  it('is not in the hours and days that the feed skips, in GMT', () => {
    const sparing = (rhythm: object, at = NOW) =>
      nextPollAt(following(answer(200, {}, { rhythm })), at)! - NOW;
    expect(sparing({ skipHours: [3, 4] })).to.equal(3 * HOUR);
    expect(sparing({ skipDays: [1] })).to.equal(22 * HOUR);
    expect(sparing({ skipDays: [1, 2], skipHours: [0] })).to.equal(47 * HOUR);
    // Nor if it is due within one of them.
    expect(sparing({ skipHours: [3, 4] }, NOW + 2 * HOUR)).to.equal(3 * HOUR);
    expect(sparing({ skipDays: [0, 1, 2, 3, 4, 5, 6] })).to.equal(HOUR);
    expect(isDue(following(answer(200, {}, { rhythm: { skipHours: [3] } })), NOW + HOUR)).to.equal(false);
  });

  it('is after Retry-After in seconds or as a date, but within a day', () => {
    expect(wait(answer(429, { 'retry-after': '18000' }))).to.equal(5 * HOUR);
    expect(wait(answer(503, { 'retry-after': http(NOW + 5 * HOUR) }))).to.equal(5 * HOUR);
    expect(wait(answer(200, { 'retry-after': '18000' }))).to.equal(5 * HOUR);
    expect(wait(answer(503, { 'retry-after': '60' }))).to.equal(2 * HOUR);
    expect(wait(answer(503, { 'retry-after': '99999999999' }))).to.equal(DAY);
  });

  it('is four hours after a 429 without Retry-After', () => expect(wait(answer(429))).to.equal(4 * HOUR));

  it('is never sooner than usual after an error', () => {
    for (let status = 400; status < 600; status++) expect(wait(answer(status))).to.be.at.least(HOUR);
    const slow = following(answer(200, { 'cache-control': 'max-age=14400' }));
    expect(wait(answer(500), slow)).to.be.at.least(4 * HOUR);
  });

  it('is twice as late after every failure, at most in a day, and at the usual time after a success', () => {
    let state = initialPollState(NOW);
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      state = following({ failure: 'timeout' }, state);
      return (state.due - NOW) / HOUR;
    });
    expect(waits).to.deep.equal([2, 4, 8, 16, 24, 24]);
    expect(state).to.deep.include({ failures: 6, problem: { kind: 'timeout' }, checked: NOW });
    const well = following(answer(200), state);
    expect(well).to.include({ failures: 0, due: NOW + HOUR, succeeded: NOW });
    expect(well).not.to.have.any.keys('problem', 'unreached');
  });

  it('is in a few minutes without a network, which does not count as a failure', () => {
    const failing = following(answer(500), both());
    for (const failure of ['offline', 'dns', 'login'] as const) {
      const later = nextPollState(failing, { failure }, NOW + DAY);
      expect(later).to.deep.equal({
        ...failing,
        due: NOW + DAY + MIN_WAIT_MS,
        earliest: NOW + DAY,
        unreached: failure,
      });
      expect(nextPollState(later, answer(200), NOW + 2 * DAY)).not.to.have.any.keys('problem', 'unreached');
      expect(nextPollState(later, answer(500), NOW + 2 * DAY)).not.to.have.property('unreached');
    }
  });

  it('follows a changed interval from the last poll on, but no sooner than the server asked for', () => {
    const minutes = (state: PollState, interval?: number) =>
      (withInterval(state, interval).due - NOW) / MINUTE;
    const good = both();
    expect(minutes(good, 15 * MINUTE)).to.equal(15);
    expect(minutes(good, 4 * HOUR)).to.equal(240);
    expect(minutes(good)).to.equal(60);
    expect(minutes(following(answer(500), good), 15 * MINUTE)).to.equal(30);
    expect(minutes(following(answer(200, { 'cache-control': 'max-age=7200' })), 15 * MINUTE)).to.equal(120);
    expect(minutes(following(answer(503, { 'retry-after': '36000' })), 15 * MINUTE)).to.equal(600);
    expect(minutes(following(answer(500), following(answer(500), good)), DAY)).to.equal(24 * 60);
    const unreached = following({ failure: 'dns' }, good);
    for (const state of [unreached, initialPollState(NOW)]) expect(withInterval(state, DAY)).to.equal(state);
  });

  it('is never automatic after a 410, and rarer with each 404', () => {
    const gone = following(answer(410));
    expect(gone).to.deep.include({ stopped: true, problem: { kind: 'status', status: 410 } });
    expect(nextPollAt(gone, NOW + 300 * DAY)).to.equal(undefined);
    expect(isDue(gone, NOW + 300 * DAY)).to.equal(false);
    for (const back of [answer(200), answer(404)])
      expect(isDue(following(back, gone), NOW + DAY)).to.equal(true);
    expect(wait(answer(404), following(answer(404)))).to.equal(4 * HOUR);
  });

  it('is not delayed by a clock that was ahead', () => {
    const ahead = nextPollState(initialPollState(NOW + 400 * DAY), answer(200), NOW + 400 * DAY);
    expect(isDue(ahead, NOW)).to.equal(true);
    expect(canRefreshNow(ahead, NOW)).to.equal(true);
    expect(canRefreshNow(markRequested(initialPollState(NOW + 400 * DAY), NOW + 400 * DAY), NOW)).to.equal(
      true,
    );
    // A small correction of the clock does not trigger a poll.
    expect(isDue(both(), NOW - MINUTE)).to.equal(false);
  });
});

describe('the poll state', () => {
  it('contains the reason of a failed poll', () => {
    expect(following(answer(200, {}, { read: false })).problem).to.deep.equal({ kind: 'not-a-feed' });
    expect(following(answer(404)).problem).to.deep.equal({ kind: 'status', status: 404 });
    expect(following({ failure: 'tls' }).problem).to.deep.equal({ kind: 'tls' });
    expect(following(answer(304)).problem).to.deep.equal({ kind: 'status', status: 304 });
  });

  it('contains the times of the last poll and the last success', () => {
    const failing = nextPollState(both(), answer(500), NOW + HOUR);
    expect(failing).to.include({ checked: NOW + HOUR, succeeded: NOW });
  });

  it('names a new URL once the source has redirected there for a week', () => {
    const to = 'https://x.vn/feed/';
    const at = (day: number, state: PollState, movedTo?: string, status = 200) =>
      nextPollState(state, answer(status, {}, { movedTo }), NOW + day * DAY);
    const first = at(0, initialPollState(NOW), to);
    expect(movedTo(first)).to.equal(undefined);
    expect(movedTo(at(6, first, to))).to.equal(undefined);
    expect(movedTo(at(7, first, to))).to.equal(to);
    expect(movedTo(at(7, at(6, first, to, 304), to, 304))).to.equal(to);
    expect(movedTo(at(7, at(6, first), to))).to.equal(undefined);
    expect(movedTo(at(7, first, 'https://y.vn/'))).to.equal(undefined);
    // A page that is gone often redirects to the front page permanently.
    expect(movedTo(at(9, at(1, initialPollState(NOW), to, 404), to, 404))).to.equal(undefined);
  });
});
