/** When sources are polled, observed in the built background over days of fake time. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import type { FakeResponse, RequestHandler } from '../support/fake-server.ts';
import { editStore, gapsBetween, NOW, storeOf } from '../support/installed-extension.ts';
import { A, B, both, conditional, feed, ok, refresh, subscribe } from '../support/polled-feed.ts';
import { rss } from '../support/rss.ts';

describe('the poll schedule', () => {
  const gapsAfter = async (response: FakeResponse, days = 1) => {
    const browser = await subscribe(() => response);
    await browser.advance(days * DAY_MS);
    return gapsBetween(browser.server.requestsTo(A));
  };

  it('waits an hour between polls, and a day if the feed is old and sends no validators', async () => {
    const usual = await gapsAfter(ok(both));
    expect(usual).to.have.length.above(18);
    for (const gap of usual) expect(gap).to.be.within(HOUR_MS, 1.1 * HOUR_MS + 2 * MINUTE_MS);
    const old = rss([{ guid: 'a', title: 'Cũ', date: NOW - 30 * DAY_MS }]);
    for (const gap of await gapsAfter(ok({}, old), 5)) expect(gap).to.be.at.least(DAY_MS);
  });

  it('follows the interval that the user chose', async () => {
    const browser = await subscribe(() => ok());
    await editStore(browser, (store) => ({ ...store, choices: { t0: { on: true, every: 15 } } }));
    await browser.advance(DAY_MS);
    for (const gap of gapsBetween(browser.server.requestsTo(A)).slice(1))
      expect(gap).to.be.within(15 * MINUTE_MS, 20 * MINUTE_MS);
  });

  it('does not poll because of a restart, an update or an alarm', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(10 * MINUTE_MS);
    for (let time = 0; time < 5; time++) {
      await browser.restart(time % 2 === 1);
      browser.fire('runtime.onInstalled', { reason: 'update' });
      browser.fire('alarms.onAlarm', { name: 'poll' });
      await browser.advance(MINUTE_MS);
    }
    expect(browser.server.requestsTo(A)).to.have.length(1);
  });

  it('lets the user refresh at any time, but not twice in five minutes', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(10 * MINUTE_MS);
    expect(await refresh(browser)).to.deep.equal({ asked: 1 });
    expect(await refresh(browser)).to.deep.equal({ asked: 0 });
    await browser.advance(5 * MINUTE_MS);
    expect(await refresh(browser, [A])).to.deep.equal({ asked: 1 });
    expect(browser.server.requestsTo(A)).to.have.length(3);
  });

  for (const [why, answer, least] of [
    ['max-age', ok({ 'cache-control': 'max-age=14400' }), 4 * HOUR_MS],
    ['Expires', ok({ expires: new Date(NOW + 2000 * DAY_MS).toUTCString() }), DAY_MS],
    ['ttl', ok({}, feed(3, '<ttl>180</ttl>')), 3 * HOUR_MS],
    [
      'sy:*',
      ok(
        {},
        feed(
          3,
          '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>',
        ),
      ),
      DAY_MS,
    ],
    ['max-age less Age', ok({ 'cache-control': 'max-age=14400', age: '3600' }), 3 * HOUR_MS],
  ] as const)
    it(`waits for ${why}, at most a day`, async () => {
      const found = await gapsAfter(answer, 4);
      expect(found).to.have.length.above(2);
      for (const gap of found)
        expect(gap).to.be.within(least, Math.min(1.1 * least, 1.1 * DAY_MS) + 2 * MINUTE_MS);
    });

  it('skips the hours and days that the feed names, in GMT', async () => {
    const channel =
      '<skipHours><hour>4</hour><hour>5</hour><hour>6</hour></skipHours><skipDays><day>Wednesday</day></skipDays>';
    const browser = await subscribe(() => ok({}, feed(3, channel)));
    await browser.advance(4 * DAY_MS);
    const times = browser.server.requestsTo(A).map(({ at }) => new Date(at));
    expect(times).to.have.length.above(50);
    for (const time of times) {
      expect(time.getUTCHours()).not.to.be.within(4, 6);
      expect(time.getUTCDay()).not.to.equal(3);
    }
  });

  for (const [why, answer, least] of [
    ['waits for Retry-After in seconds', { status: 429, headers: { 'retry-after': '20000' } }, 20_000_000],
    ['waits for Retry-After as a date', { status: 503, headers: { 'retry-after': 'AT' } }, 6 * HOUR_MS],
    ['waits at most a day for Retry-After', { status: 503, headers: { 'retry-after': '99999999' } }, DAY_MS],
    ['waits four hours after a 429 without Retry-After', { status: 429 }, 4 * HOUR_MS],
  ] as const)
    it(why, async () => {
      let requests = 0;
      const browser = await subscribe(({ at }) =>
        requests++
          ? ok()
          : ({
              status: answer.status,
              headers: {
                'retry-after': 'headers' in answer ? answer.headers['retry-after'] : '',
                ...('headers' in answer &&
                  answer.headers['retry-after'] === 'AT' && {
                    'retry-after': new Date(at + 6 * HOUR_MS + 1000).toUTCString(),
                  }),
              },
            } as FakeResponse),
      );
      // A manual refresh must wait as well.
      await browser.advance(HOUR_MS);
      await refresh(browser);
      await browser.advance(3 * DAY_MS);
      expect(gapsBetween(browser.server.requestsTo(A))[0]).to.be.within(least, 1.1 * least + 2 * MINUTE_MS);
    });

  it('applies the Retry-After of one feed to no other feed on its host', async () => {
    const other = 'https://truong-a.example/van-ban';
    const browser = await subscribe(() => ({ status: 429, headers: { 'retry-after': '80000' } }), {
      [other]: () => ok(both),
    });
    await browser.advance(12 * HOUR_MS);
    expect(browser.server.requestsTo(A)).to.have.length(1);
    expect(browser.server.requestsTo(other)).to.have.length.above(8);
  });

  it('doubles the interval with every failure up to a day, and resets it after a success', async () => {
    let broken = true;
    const browser = await subscribe(() => (broken ? { status: 500 } : ok(both)));
    await browser.advance(6 * DAY_MS);
    const found = gapsBetween(browser.server.requestsTo(A)).map((gap) => Math.round(gap / HOUR_MS));
    expect(found.slice(0, 4)).to.satisfy(
      ([a, b, c, d]: number[]) => a! >= 2 && b! >= 4 && c! >= 8 && d! >= 16,
    );
    for (const gap of gapsBetween(browser.server.requestsTo(A)))
      expect(gap).to.be.within(2 * HOUR_MS, 1.1 * DAY_MS + 2 * MINUTE_MS);
    broken = false;
    await browser.advance(2 * DAY_MS);
    expect(gapsBetween(browser.server.requestsTo(A)).at(-1)).to.be.within(
      HOUR_MS,
      1.1 * HOUR_MS + 2 * MINUTE_MS,
    );
  });

  it('counts no failure while offline, and polls again within minutes', async () => {
    const browser = await subscribe(conditional(both), { [B]: conditional(both) });
    await browser.advance(2 * HOUR_MS);
    browser.online = false;
    await browser.advance(DAY_MS);
    for (const { poll } of Object.values(storeOf(browser).sources)) expect(poll.failures).to.equal(0);
    expect(browser.badge.title).to.include('mạng');
    browser.online = true;
    const before = browser.server.requests.length;
    await browser.advance(8 * MINUTE_MS);
    expect(browser.server.requests.length - before).to.equal(2);
    expect(browser.badge.title).not.to.include('mạng');
  });

  it('counts no failure when no server responds, even if the browser believes it is online', async () => {
    let down = false;
    const handler: RequestHandler = (request) => (down ? { fault: 'reset' } : conditional(both)(request));
    const browser = await subscribe(handler, { [B]: handler });
    await browser.advance(2 * HOUR_MS);
    down = true;
    await browser.advance(DAY_MS);
    for (const { poll } of Object.values(storeOf(browser).sources)) expect(poll.failures).to.equal(0);
    down = false;
    await browser.advance(8 * MINUTE_MS);
    for (const { poll } of Object.values(storeOf(browser).sources))
      expect(poll.unreached).to.equal(undefined);
  });

  it('counts a failure if other servers respond, or if it happens again', async () => {
    const browser = await subscribe(() => ({ fault: 'reset' }), { [B]: conditional(both) });
    await browser.advance(DAY_MS);
    expect(storeOf(browser).sources[A]!.poll.failures).to.be.above(2);
    const alone = await subscribe(() => ({ fault: 'reset' }));
    await alone.advance(2 * DAY_MS);
    expect(storeOf(alone).sources[A]!.poll.failures).to.be.above(2);
    expect(alone.server.requestsTo(A)).to.have.length.below(20);
  });

  it('stops after a 410 and shows it; polls less and less after a 404', async () => {
    let requests = 0;
    const browser = await subscribe(() => (requests++ ? { status: 410 } : ok(both)));
    await browser.advance(5 * DAY_MS);
    expect(browser.server.requestsTo(A)).to.have.length(2);
    expect(browser.badge.text).to.equal('!');
    const missing = await subscribe(() => ({ status: 404 }));
    await missing.advance(5 * DAY_MS);
    expect(missing.server.requestsTo(A)).to.have.length.below(12);
  });
});
