/** How sources are polled, observed in the built background over days of fake time. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { permissionFor } from '../../../extension/schools/configuration.ts';
import type { RequestHandler } from '../support/fake-server.ts';
import {
  editStore,
  gapsBetween,
  installExtension,
  NOW,
  requestHeader,
  storeOf,
  unreadTitles,
} from '../support/installed-extension.ts';
import { A, B, both, conditional, feed, ok, refresh, serveAll, subscribe } from '../support/polled-feed.ts';
import { rss } from '../support/rss.ts';

describe('polling', () => {
  it('sends one request at a time to a host, a second apart; other hosts do not wait', async () => {
    const feeds = ['1', '2', '3', '4'].map((name) => `https://truong-a.example/${name}`);
    const slow = () => ({ ...ok(both), takes: 3000 });
    const browser = await installExtension({ ...serveAll(feeds, slow), [B]: () => ok(both) });
    await browser.advance(2 * DAY_MS);
    const host = browser.server.requests.filter(({ url }) => url !== B);
    expect(host).to.have.length.above(40);
    for (const gap of gapsBetween(host)) expect(gap).to.be.at.least(1000);
    expect(browser.server.requestsTo(B)[0]!.at).to.equal(NOW);
  });

  it('keeps that distance across worker deaths and manual refreshes', async () => {
    const feeds = ['1', '2', '3'].map((name) => `https://truong-a.example/${name}`);
    const browser = await installExtension(serveAll(feeds, () => ({ ...ok(both), takes: 500 })));
    for (let time = 0; time < 40; time++) {
      await browser.advance(700);
      browser.killWorker();
      void refresh(browser);
      await browser.settle();
    }
    await browser.advance(HOUR_MS);
    for (const gap of gapsBetween(browser.server.requests)) expect(gap).to.be.at.least(1000);
  });

  it('learns from the server whether dates ahead are wrong, or the clock is', async () => {
    const body = rss(
      [1, 2, 3].map((day) => ({ guid: `${day}`, title: `Bài ${day}`, date: NOW + day * 9 * DAY_MS })),
    );
    for (const [server, unread] of [
      [NOW, []],
      [NOW + 30 * DAY_MS, ['Bài 1', 'Bài 2', 'Bài 3']],
    ] as const) {
      const browser = await subscribe(() => ok({ date: new Date(server).toUTCString() }, body));
      await browser.advance(MINUTE_MS);
      expect(unreadTitles(browser).sort()).to.deep.equal(unread);
    }
  });

  it('catches up gradually after sleep', async () => {
    const feeds = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://truong-${name}.example/rss`);
    const browser = await installExtension(serveAll(feeds, () => ok(both)));
    await browser.advance(5 * HOUR_MS);
    const before = browser.server.requests.length;
    await browser.sleep(9 * HOUR_MS);
    await browser.advance(10 * MINUTE_MS);
    const caught = browser.server.requests.slice(before);
    expect(new Set(caught.map(({ url }) => url)).size).to.equal(6);
    for (const gap of gapsBetween(caught)) expect(gap).to.be.at.least(29_000);
  });

  it('follows redirects, and offers the new URL after a week', async () => {
    const to = 'https://moi.truong-a.example/rss';
    const browser = await subscribe((request) => ({ ...conditional(both)(request), url: to }));
    await browser.advance(6 * DAY_MS);
    expect(browser.badge.text).to.equal('');
    await browser.advance(2 * DAY_MS);
    expect(storeOf(browser).sources[A]!.poll.moved!.to).to.equal(to);
    expect(browser.badge.text).to.equal('!');
  });

  it('gives up on a silent server after 20 s, and on an endless body after some megabytes', async () => {
    const browser = await subscribe(() => ({ fault: 'timeout' }), { [B]: () => ({ fault: 'endless' }) });
    await browser.advance(10 * MINUTE_MS);
    const [request] = browser.server.requestsTo(A);
    expect(request!.end! - request!.at).to.equal(20_000);
    const { sources } = storeOf(browser);
    expect(sources[A]!.poll.problem).to.deep.equal({ kind: 'timeout' });
    expect(sources[B]!.poll.problem).to.deep.equal({ kind: 'too-large' });
  });

  it('does not parse the body of a 304', async () => {
    let body: string | undefined = feed();
    const browser = await subscribe((request) =>
      requestHeader(request, 'if-none-match') ? { status: 304, headers: both, body: body! } : ok(both, body!),
    );
    await browser.advance(MINUTE_MS);
    const before = JSON.stringify(storeOf(browser).posts);
    body = undefined;
    await browser.advance(DAY_MS);
    expect(JSON.stringify(storeOf(browser).posts)).to.equal(before);
  });

  it('never polls a host without permission, and shows that it is missing', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(HOUR_MS);
    browser.granted.delete(permissionFor(A));
    browser.fire('permissions.onRemoved', {});
    const before = browser.server.requests.length;
    await browser.advance(2 * DAY_MS);
    expect(browser.server.requests).to.have.length(before);
    expect(storeOf(browser).denied).to.deep.equal([permissionFor(A)]);
    expect(browser.badge.text).to.equal('!');
    browser.granted.add(permissionFor(A));
    browser.fire('permissions.onAdded', {});
    await browser.advance(MINUTE_MS);
    expect(browser.server.requests.length).to.equal(before + 1);
    expect(browser.badge.text).to.equal('');
  });

  it('does not poll while paused, except manually, then continues', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(HOUR_MS / 2);
    await editStore(browser, (store) => ({
      ...store,
      settings: { ...store.settings, paused: browser.now() + 6 * HOUR_MS },
    }));
    await browser.advance(5 * HOUR_MS);
    expect(browser.badge.text).to.equal('nghỉ');
    expect(browser.server.requestsTo(A)).to.have.length(1);
    expect(await refresh(browser)).to.deep.equal({ asked: 1 });
    await browser.advance(2 * HOUR_MS);
    expect(browser.badge.text).to.equal('');
    expect(browser.server.requestsTo(A)).to.have.length.above(2);
  });

  it('polls other sources while one is dead', async () => {
    let count = 3;
    const handler: RequestHandler = () => ok({ etag: `"${count}"` }, feed(count));
    const browser = await subscribe(() => ({ fault: 'timeout' }), { [B]: handler });
    await browser.advance(2 * HOUR_MS);
    count = 4;
    await browser.advance(2 * HOUR_MS);
    expect(unreadTitles(browser)).to.deep.equal(['Bài 3']);
    expect(browser.badge.text).to.match(/^1/);
  });

  it('sets the alarm again if the browser has forgotten it', async () => {
    const browser = await subscribe(conditional(both));
    await browser.restart(true);
    await browser.advance(5 * HOUR_MS);
    expect(browser.server.requestsTo(A)).to.have.length.above(4);
  });

  it('logs no errors', async () => {
    const browser = await subscribe(conditional(both));
    await browser.advance(3 * DAY_MS);
    expect(browser.errors).to.deep.equal([]);
  });
});
