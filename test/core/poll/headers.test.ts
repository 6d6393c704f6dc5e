import { expect } from 'chai';
import { freshForMs, retryAfterMs } from '../../../core/poll/headers.ts';

/** Half a minute before the date that RFC 9110 (5.6.7) prints in three ways. */
const NOW = Date.UTC(1994, 10, 6, 8, 49, 7);
const DATES = ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'];

const fresh = (headers: Record<string, string>) => freshForMs(new Headers(headers), NOW);
const retry = (value: string, more: Record<string, string> = {}) =>
  retryAfterMs(new Headers({ 'retry-after': value, ...more }), NOW);

describe('Retry-After', () => {
  it('is in seconds or a date in any of the three forms', () => {
    expect(retry('120')).to.equal(120_000);
    for (const date of DATES) expect(retry(date), date).to.equal(30_000);
  });

  it('is relative to the server’s clock, if it sends one', () =>
    expect(retry(DATES[0]!, { date: 'Sun, 06 Nov 1994 07:49:37 GMT' })).to.equal(3_600_000));

  it('is undefined if it cannot be parsed, and 0 if it is past', () => {
    for (const value of ['', '-1', 'soon', '1.5']) expect(retry(value), value).to.equal(undefined);
    expect(retryAfterMs(new Headers(), NOW)).to.equal(undefined);
    expect(retry('Sun, 06 Nov 1994 08:00:00 GMT')).to.equal(0);
  });
});

describe('freshness', () => {
  const cases: [headers: Record<string, string>, seconds: number | undefined][] = [
    [{}, undefined],
    [{ 'cache-control': 'private, must-revalidate' }, undefined],
    [{ 'cache-control': 'max-age=15, s-maxage=60, public' }, 15],
    [{ 'cache-control': 'public, s-maxage=60' }, undefined],
    [{ 'cache-control': 'Max-Age="60"' }, 60],
    [{ 'cache-control': 'max-age=60', age: '20' }, 40],
    [{ 'cache-control': 'max-age=60', age: '90' }, 0],
    [{ 'cache-control': 'max-age=60', age: 'old' }, 60],
    [{ 'cache-control': 'max-age=60', expires: DATES[0]! }, 60],
    [{ expires: DATES[0]! }, 30],
    [{ expires: DATES[0]!, date: 'Sun, 06 Nov 1994 08:48:37 GMT', age: '10' }, 50],
    [{ 'cache-control': 'no-store, max-age=60' }, 0],
    [{ 'cache-control': 'no-cache', expires: DATES[0]! }, 0],
    [{ 'cache-control': 'no-cache="Set-Cookie", max-age=60' }, 60],
    // MediaWiki, PHP, and two that are no dates.
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ expires: 'Thu, 19 Nov 1981 08:52:00 GMT' }, 0],
    [{ expires: '-1' }, 0],
    [{ expires: '0' }, 0],
  ];
  for (const [headers, seconds] of cases)
    it(`${JSON.stringify(headers)}: ${seconds} s`, () =>
      expect(fresh(headers)).to.equal(seconds === undefined ? undefined : seconds * 1000));

  it('is 0 for what NukeViet and WordPress send', () => {
    const nukeviet = {
      date: 'Mon, 23 Nov 2026 14:42:34 GMT',
      'last-modified': 'Mon, 23 Nov 2026 00:15:00 GMT',
      expires: 'Mon, 23 Nov 2026 00:15:00 GMT',
    };
    const wordpress = {
      'cache-control': 'no-cache, must-revalidate, max-age=0',
      expires: 'Wed, 11 Jan 1984 05:00:00 GMT',
    };
    expect(fresh(nukeviet)).to.equal(0);
    expect(
      fresh({ ...nukeviet, 'cache-control': 'max-age=0, no-cache, no-store, must-revalidate' }),
    ).to.equal(0);
    expect(fresh(wordpress)).to.equal(0);
  });
});
