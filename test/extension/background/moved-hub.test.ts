/** A hub that answers at another address is followed there, and the user may make that its own. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import { hubUrl, sourcesOf } from '../../../extension/schools/configuration.ts';
import { followMovedHub } from '../../../extension/schools/hub-move.ts';
import { sourcesNeedingAttention } from '../../../extension/schools/sources-needing-attention.ts';
import { FakeHub, followHub, HUB } from '../support/fake-hub.ts';
import type { FakeResponse } from '../support/fake-server.ts';
import { editStore, storeOf, unreadTitles } from '../support/installed-extension.ts';
import { renderedPages } from '../support/rendered.ts';

const seen = ({ browser }: FakeHub) => renderedPages(storeOf(browser), 'vi', browser.now());

/** A hub that has been moved, and answers at both addresses: at the former by redirects. */
async function movedHub(to: string): Promise<{ hub: FakeHub; moved: FakeHub }> {
  const hub = await followHub('a', 'b');
  const moved = new FakeHub(hub.browser, hub.schools, to);
  moved.posts.push(...hub.posts);
  hub.movedTo = to;
  return { hub, moved };
}

describe('a hub that has moved', () => {
  for (const to of ['https://moi.cum.example/', 'https://tin.cum.example/moi/', 'http://tin.cum.example/'])
    it(`is followed without any permission, and loses nothing: to ${to}`, async () => {
      const { hub, moved } = await movedHub(to);
      const { browser } = hub;
      await browser.advance(1.2 * DAY_MS);
      moved.publish('b', 'mới');
      hub.publish('b', 'mới');
      await browser.advance(2 * HOUR_MS);
      expect(unreadTitles(browser)).to.deep.equal(['Bài mới']);
      expect(storeOf(browser).denied).to.deep.equal([]);
      expect(browser.badge.text).to.equal('1');
      // What is known of its files is kept, so that nothing is read for a first time again.
      for (const { url, school } of sourcesOf(storeOf(browser))) {
        expect(url.startsWith(to) || url === `${HUB}cluster.json`, url).to.equal(true);
        if (school) expect(storeOf(browser).sources[url]!.since).to.equal(storeOf(browser).since[school]);
      }
      expect(Object.keys(storeOf(browser).sources)).to.have.length(7);
      expect(seen(hub).popup).not.to.match(/Chưa được phép|đã chuyển/);
    });

  it('offers its new address after a week, and goes on there', async () => {
    const { hub, moved } = await movedHub('https://moi.cum.example/');
    const { browser } = hub;
    await browser.advance(6 * DAY_MS);
    expect(seen(hub).popup).not.to.include('đã chuyển');
    expect(hubUrl(storeOf(browser))).to.equal(HUB);
    await browser.advance(4 * DAY_MS);
    expect(browser.badge.text).to.equal('!');
    const { popup, options } = seen(hub);
    expect(popup).to.include('Trạm thu tin (tin.cum.example) đã chuyển hẳn sang địa chỉ khác');
    expect(options).to.include('Trạm đã chuyển hẳn sang https://moi.cum.example/cluster.json');
    expect(options).to.include('Dùng địa chỉ mới');
    await editStore(browser, followMovedHub);
    const before = hub.requests().length;
    const posts = storeOf(browser).posts.length;
    moved.publish('a', 'mới');
    await browser.advance(2 * DAY_MS);
    expect(hubUrl(storeOf(browser))).to.equal('https://moi.cum.example/');
    expect(browser.badge.text).to.equal('1');
    expect(storeOf(browser).posts).to.have.length(posts + 1);
    expect(hub.requests()).to.have.length(before);
  });

  it('is not offered one that a policy would have to change, nor a place that names no list', async () => {
    const { hub } = await movedHub('https://moi.cum.example/');
    const { browser } = hub;
    browser.policy = { hub: HUB };
    browser.fire('storage.onChanged', { hub: { newValue: HUB } }, 'managed');
    await browser.advance(10 * DAY_MS);
    expect(sourcesNeedingAttention(storeOf(browser))).to.deep.equal([]);
    expect(storeOf(browser).denied).to.deep.equal([]);
    expect(seen(hub).options).not.to.include('Dùng địa chỉ mới');
    expect(followMovedHub(storeOf(browser))).to.deep.equal(storeOf(browser));
  });

  it('for some days only has no other address', async () => {
    const { hub } = await movedHub('https://tam.cum.example/');
    const { browser } = hub;
    await browser.advance(3 * DAY_MS);
    hub.movedTo = undefined;
    await browser.advance(6 * DAY_MS);
    expect(hubUrl(storeOf(browser))).to.equal(HUB);
    for (const { url } of sourcesOf(storeOf(browser))) expect(url.startsWith(HUB), url).to.equal(true);
    expect(JSON.stringify(storeOf(browser).sources)).not.to.include('tam.cum.example');
    hub.publish('a', 'mới');
    await browser.advance(2 * HOUR_MS);
    expect(unreadTitles(browser)).to.deep.equal(['Bài mới']);
  });

  for (const [name, response] of [
    ['a portal', { url: 'http://portal.example/', body: '<title>Đăng nhập WiFi</title><form></form>' }],
    ['a page', { url: 'https://www.cum.example/', body: '<title>Trang chủ</title><p>Xin chào' }],
    ['another JSON file', { url: 'https://api.example/x.json', body: '{"schools":"none"}' }],
    ['itself, in a loop', { fault: 'reset' }],
  ] as const)
    it(`is not where ${name} is that it redirects to`, async () => {
      const hub = await followHub('a', 'b');
      hub.respond = () => response as FakeResponse;
      await hub.browser.advance(9 * DAY_MS);
      const { sources, moved } = storeOf(hub.browser);
      expect(moved).to.deep.equal({});
      for (const { poll } of Object.values(sources)) expect(poll).not.to.have.property('moved');
      expect(seen(hub).popup).not.to.include('đã chuyển');
      for (const { url } of sourcesOf(storeOf(hub.browser))) expect(url.startsWith(HUB), url).to.equal(true);
      hub.respond = undefined;
      await hub.browser.advance(2 * DAY_MS + 10 * MINUTE_MS);
      expect(seen(hub).popup).not.to.match(/Trạm thu tin \(|đăng nhập/);
    });
});
