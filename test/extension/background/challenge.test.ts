import { expect } from 'chai';
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import type { FakeResponse } from '../support/fake-server.ts';
import { gapsBetween, installExtension, storeOf } from '../support/installed-extension.ts';
import { A, B, ok, subscribe } from '../support/polled-feed.ts';
import { renderedPages } from '../support/rendered.ts';

const PAGE = '<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>';

describe('a challenge in place of a feed', () => {
  for (const status of [200, 403, 503]) {
    const challenge = (): FakeResponse => ({ status, headers: { 'content-type': 'text/html' }, body: PAGE });

    it(`has a code of its own, and is retried less and less often: ${status}`, async () => {
      const browser = await subscribe(challenge);
      await browser.advance(5 * DAY_MS);
      const { instead, poll } = storeOf(browser).sources[A]!;
      expect(instead).to.deep.equal({ code: 'challenge', detail: 'Just a moment...' });
      expect(poll.failures).to.be.greaterThan(3);
      const gaps = gapsBetween(browser.server.requestsTo(A));
      expect(gaps[0]).to.be.at.least(2 * HOUR_MS - 1000);
      for (const [index, gap] of gaps.slice(1, 3).entries()) expect(gap).to.be.greaterThan(gaps[index]!);
      expect(gaps.length).to.be.lessThan(10);
    });

    it(`is told in words of its own: ${status}`, async () => {
      const browser = await subscribe(challenge, { [B]: () => ok() });
      await browser.advance(2 * DAY_MS);
      const { popup, options } = renderedPages(storeOf(browser), 'vi', browser.now());
      expect(popup).to.match(
        /Trang kiểm tra trình duyệt hoặc trang đăng nhập hiện ra thay cho tin: Trường 0/,
      );
      expect(popup).to.not.include('Nguồn tin cần xem lại');
      expect(options).to.include('trang kiểm tra trình duyệt hoặc trang đăng nhập (“Just a moment...”)');
      expect(renderedPages(storeOf(browser), 'en', browser.now()).options).to.include(
        'ask the site’s webmaster',
      );
    });
  }

  it('is forgotten once the feed comes', async () => {
    let response: FakeResponse = { body: PAGE };
    const browser = await subscribe(() => response);
    await browser.advance(HOUR_MS);
    response = ok();
    await browser.advance(DAY_MS);
    expect(storeOf(browser).sources[A]).to.not.have.property('instead');
    expect(storeOf(browser).posts).to.have.length(3);
  });

  it('is named for a hub’s list of schools, too', async () => {
    const browser = await installExtension({});
    const hub = 'https://tin.truong.example/';
    browser.policy = { hub };
    browser.server.respondAt(`${hub}cluster.json`, () => ({ body: PAGE }));
    browser.fire('runtime.onInstalled', { reason: 'install' });
    await browser.advance(HOUR_MS);
    expect(storeOf(browser).sources[`${hub}cluster.json`]!.instead!.code).to.equal('challenge');
  });
});
