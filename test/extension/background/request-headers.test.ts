/** What a poll sends, observed in the built background. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import type { FakeResponse } from '../support/fake-server.ts';
import { NOW, storeOf } from '../support/installed-extension.ts';
import { A, both, conditional, feed, ok, subscribe, validatorsOf } from '../support/polled-feed.ts';

describe('the requests of a poll', () => {
  it('sends one unconditional request, even across worker deaths, restarts and updates', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(HOUR_MS);
    browser.killWorker();
    await browser.restart();
    await browser.advance(5 * HOUR_MS);
    browser.fire('runtime.onInstalled', { reason: 'update' });
    await browser.advance(DAY_MS);
    const [first, ...rest] = browser.server.requestsTo(A);
    expect(validatorsOf(first!)).to.deep.equal([null, null]);
    expect(rest).to.have.length.above(20);
    for (const request of rest) expect(request.status).to.equal(304);
  });

  it('returns both validators byte for byte', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(3 * HOUR_MS);
    expect(validatorsOf(browser.server.requestsTo(A)[1]!)).to.deep.equal(Object.values(both));
  });

  it('sends no validator that the server did not give', async () => {
    const browser = await subscribe(() => ok({ expires: new Date(NOW + HOUR_MS).toUTCString() }));
    await browser.advance(2 * DAY_MS);
    for (const request of browser.server.requestsTo(A))
      expect(validatorsOf(request)).to.deep.equal([null, null]);
  });

  it('sends the validators of the last response, even of a 304, and drops those that are gone', async () => {
    const responses: FakeResponse[] = [
      ok(both),
      ok({ ...both, etag: '"2"' }),
      { status: 304, headers: { etag: '"3"' } },
      ok({ 'last-modified': 'later' }),
      ok(),
    ];
    let requests = 0;
    const browser = await subscribe(() => responses[Math.min(requests++, 4)]!);
    await browser.advance(8 * HOUR_MS);
    expect(browser.server.requestsTo(A).slice(0, 6).map(validatorsOf)).to.deep.equal([
      [null, null],
      [both.etag, both['last-modified']],
      ['"2"', both['last-modified']],
      ['"3"', both['last-modified']],
      [null, 'later'],
      [null, null],
    ]);
  });

  it('keeps validators and posts when a response is not a feed', async () => {
    let requests = 0;
    const browser = await subscribe(() =>
      requests++ ? { headers: { etag: '"bad"' }, body: '<!DOCTYPE html><title>Lỗi</title>' } : ok(both),
    );
    await browser.advance(6 * HOUR_MS);
    expect(validatorsOf(browser.server.requestsTo(A).at(-1)!)).to.deep.equal(Object.values(both));
    expect(storeOf(browser).posts).to.have.length(3);
  });

  it('forgets the validators of a truncated feed', async () => {
    let requests = 0;
    const browser = await subscribe(() => (requests++ ? ok(both) : ok(both, feed().slice(0, 600))));
    await browser.advance(2 * HOUR_MS);
    expect(validatorsOf(browser.server.requestsTo(A)[1]!)).to.deep.equal([null, null]);
  });

  it('sends plain GET requests without cookies or referrer, stating what it accepts and who it is', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(DAY_MS);
    expect(new Set(browser.server.requests.map(({ url }) => url))).to.deep.equal(new Set([A]));
    for (const { init, headers, method } of browser.server.requests) {
      expect(method).to.equal('GET');
      expect(init).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
      expect(headers.get('accept')).to.include('application/rss+xml');
      expect(headers.get('user-agent')).to.match(/^Mozilla.* tct-widgets\/[\d.]+$/);
      for (const name of ['cookie', 'referer', 'pragma', 'cache-control'])
        expect(headers.get(name), name).to.equal(null);
      // The browser negotiates compression itself; our own header would interfere.
      expect(headers.get('accept-encoding')).to.equal(null);
    }
  });
});
