/** Whose fault it is that nothing new arrives, as the pages and the badge tell it. */
import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time/duration.ts';
import type { FakeBrowser } from '../support/fake-browser.ts';
import { FakeHub, followHub, subscribeToHub } from '../support/fake-hub.ts';
import type { FakeResponse, RequestHandler } from '../support/fake-server.ts';
import { installExtension, storeOf } from '../support/installed-extension.ts';
import { A, B, both, conditional, ok, refresh, subscribe } from '../support/polled-feed.ts';
import { renderedPages } from '../support/rendered.ts';

const page = (title: string, rest = ''): FakeResponse => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><head><title>${title}</title></head><body>${rest}</body></html>`,
});
const PORTALS: Record<string, FakeResponse> = {
  'a login': page('Đăng nhập WiFi', '<p>Xin chào quý khách</p>'),
  'a login form': page('Welcome', '<form>Connect to the hotel Wi-Fi<button>Go</button></form>'),
  'a login of status 403': { ...page('Đăng nhập WiFi'), status: 403 },
  'a login on another host': { ...page('Đăng nhập WiFi'), url: 'http://portal.example/login' },
  'network authentication required': { ...page('Hello'), status: 511 },
  'a redirect by script': page('', '<script>location.href="http://1.1.1.1/captive?x=1"</script>'),
};
const TEST = page('Just a moment...', '<script>window._cf_chl_opt={}</script>');
const DEAD: FakeResponse = { fault: 'reset' };
const OTHER = 'https://truong-c.example/rss';

const seen = (browser: FakeBrowser) => renderedPages(storeOf(browser), 'vi', browser.now()).popup;
const pollsOf = (browser: FakeBrowser) => Object.values(storeOf(browser).sources).map(({ poll }) => poll);

/** What the popup says, hour by hour. */
async function seenHourly(browser: FakeBrowser, hours: number): Promise<string[]> {
  const texts: string[] = [];
  for (let hour = 0; hour < hours; hour++) {
    await browser.advance(HOUR_MS);
    texts.push(seen(browser));
  }
  return texts;
}

describe('a dead hub', () => {
  for (const [name, response] of [
    ['that does not answer', DEAD],
    ['that never finishes', { fault: 'timeout' }],
  ] as const)
    it(`is the hub’s fault, and stays it: one ${name}`, async () => {
      const hub = await followHub('a', 'b');
      await hub.browser.advance(2 * HOUR_MS);
      hub.respond = () => response;
      for (const text of (await seenHourly(hub.browser, 14)).slice(2)) {
        expect(text).to.include('Trạm thu tin (tin.cum.example) không trả lời');
        expect(text).not.to.match(
          /không có mạng|Không trang nào|đòi đăng nhập|Nguồn tin cần xem lại|: Trường a/i,
        );
      }
      expect(hub.requests('schools/')).to.have.length(4);
      hub.respond = undefined;
      await refresh(hub.browser);
      expect(seen(hub.browser)).not.to.include('không trả lời');
    });

  for (const [name, response, words] of [
    ['500', { status: 500 }, /Tin của trạm thu tin \(tin\.cum\.example\) không đọc được/],
    ['410', { status: 410 }, /Tin của trạm thu tin \(tin\.cum\.example\) không đọc được/],
    ['HTML', page('Trang chủ', '<a href=/x>Tin</a>'.repeat(20)), /Tin của trạm thu tin/],
    ['a test of the browser', TEST, /Trạm thu tin \(tin\.cum\.example\) trả về trang kiểm tra trình duyệt/],
  ] as const)
    it(`is the hub’s fault when it answers with ${name}`, async () => {
      const hub = await followHub('a', 'b');
      hub.respond = () => response as FakeResponse;
      await hub.browser.advance(4 * HOUR_MS);
      expect(seen(hub.browser)).to.match(words);
      expect(seen(hub.browser)).not.to.match(/mạng ở đây|không có mạng|Nguồn tin cần xem lại|: Trường a/i);
    });

  it('is told from a dead list of schools', async () => {
    const hub = await followHub('a', 'b');
    hub.missing.add('cluster.json');
    await hub.browser.advance(6 * DAY_MS);
    expect(seen(hub.browser)).to.include(
      'Danh sách trường của trạm thu tin không đọc được (tin.cum.example)',
    );
    expect(seen(hub.browser)).not.to.include('Trạm thu tin (');
  });

  it('is known at once when other servers answer', async () => {
    const hub = await followHub('a', 'b');
    const { browser } = hub;
    browser.server.respondAt(A, conditional(both));
    browser.granted.add('*://truong-a.example/*');
    const own = { id: 'own', name: 'Trường riêng', news: [A], documents: [] };
    await browser.writeStore({ ...storeOf(browser), own: [own] });
    await browser.advance(HOUR_MS);
    hub.respond = () => DEAD;
    await browser.advance(4 * HOUR_MS);
    expect(seen(browser)).to.include('Trạm thu tin (tin.cum.example) không trả lời');
    expect(seen(browser)).not.to.include('Trường riêng.');
  });
});

describe('a network that requires a login', () => {
  for (const [name, portal] of Object.entries(PORTALS)) {
    it(`is neither the hub’s fault nor the schools’: ${name}`, async () => {
      const hub = await followHub('a', 'b');
      await hub.browser.advance(3 * HOUR_MS);
      hub.respond = () => portal;
      for (const text of (await seenHourly(hub.browser, 4)).slice(2)) {
        expect(text).to.include('Mạng ở đây đòi đăng nhập');
        expect(text).not.to.match(/Trạm thu tin \(|Nguồn tin cần xem lại|RSS/);
      }
      expect(hub.browser.badge.title).to.include('đòi đăng nhập');
      for (const poll of pollsOf(hub.browser)) expect(poll).to.include({ failures: 0 });
      hub.respond = undefined;
      hub.publish('b', 'mới');
      await hub.browser.advance(10 * MINUTE_MS);
      expect(seen(hub.browser)).not.to.include('đăng nhập');
      expect(hub.browser.badge.text).to.equal('1');
    });
  }

  for (const name of ['a login', 'a login on another host'])
    it(`is no fault of schools that are read directly: ${name}`, async () => {
      let answer: RequestHandler = conditional(both);
      const handler: RequestHandler = (request) => answer(request);
      const browser = await subscribe(handler, { [B]: handler, [OTHER]: handler });
      await browser.advance(3 * HOUR_MS);
      answer = () => PORTALS[name]!;
      for (const text of (await seenHourly(browser, 5)).slice(2)) {
        expect(text).to.include('Mạng ở đây đòi đăng nhập');
        expect(text).not.to.match(/Nguồn tin cần xem lại|hiện ra thay cho tin/);
      }
      for (const poll of pollsOf(browser)) expect(poll).to.include({ failures: 0 });
      answer = conditional(both);
      await browser.advance(10 * MINUTE_MS);
      for (const poll of pollsOf(browser)) expect(poll).not.to.have.any.keys('unreached', 'problem');
      expect(browser.badge.text).to.equal('');
    });

  it('is known by one page for all schools, even if it does not look like a login', async () => {
    let portal = false;
    const answer: RequestHandler = (request) =>
      portal ? page('Khách sạn Hoa Sen', '<p>Xin chào</p>') : conditional(both)(request);
    const browser = await subscribe(answer, { [B]: answer });
    await browser.advance(3 * HOUR_MS);
    portal = true;
    await browser.advance(3 * HOUR_MS);
    expect(seen(browser)).to.include('Mạng ở đây đòi đăng nhập');
    for (const poll of pollsOf(browser)) expect(poll).to.include({ failures: 0 });
  });

  it('is no fault of the hub’s list of schools, either, which is rarely asked', async () => {
    const hub = await followHub('a', 'b');
    const { browser } = hub;
    let portal: FakeResponse | undefined;
    browser.server.respondAt(A, (request) => portal ?? conditional(both)(request));
    browser.granted.add('*://truong-a.example/*');
    const own = { id: 'own', name: 'Trường riêng', news: [A], documents: [] };
    await browser.writeStore({ ...storeOf(browser), own: [own] });
    await browser.advance(23 * HOUR_MS);
    portal = page('Khách sạn Hoa Sen', '<p>Xin chào</p>');
    hub.respond = () => portal!;
    const before = hub.requests('cluster.json').length;
    await browser.advance(5 * HOUR_MS);
    expect(hub.requests('cluster.json').length).to.be.above(before);
    expect(seen(browser)).to.include('Mạng ở đây đòi đăng nhập');
    for (const poll of pollsOf(browser)) expect(poll).to.include({ failures: 0 });
  });

  it('is known by a redirect that may not be followed', async () => {
    const hub = new FakeHub(await installExtension({}), ['a', 'b'], 'http://tin.cum.example/');
    await subscribeToHub(hub);
    await hub.browser.advance(2 * HOUR_MS);
    hub.respond = ({ init }) => (init.redirect === 'manual' ? { type: 'opaqueredirect' } : DEAD);
    for (const text of (await seenHourly(hub.browser, 4)).slice(1)) {
      expect(text).to.include('Mạng ở đây đòi đăng nhập');
      expect(text).not.to.include('Trạm thu tin (');
    }
    for (const poll of pollsOf(hub.browser)) expect(poll).to.include({ failures: 0 });
  });

  it('may also last for a single poll, of which nothing is remembered', async () => {
    const hub = await followHub('a', 'b');
    await hub.browser.advance(2 * HOUR_MS);
    const before = storeOf(hub.browser).sources;
    let once = 2;
    hub.respond = () => (once-- > 0 ? PORTALS['a login']! : { status: 304 });
    await refresh(hub.browser);
    hub.respond = undefined;
    await hub.browser.advance(10 * MINUTE_MS);
    for (const [url, { poll, instead }] of Object.entries(storeOf(hub.browser).sources)) {
      expect(poll, url).not.to.have.any.keys('problem', 'unreached', 'moved');
      expect(poll).to.include({ failures: 0 });
      expect(instead).to.equal(before[url]!.instead);
    }
  });

  it('is not the network’s fault after a day of one server, which then asks for it itself', async () => {
    const hub = await followHub('a', 'b');
    hub.respond = () => PORTALS['a login']!;
    await hub.browser.advance(2 * DAY_MS);
    expect(seen(hub.browser)).to.include('Trạm thu tin (tin.cum.example) trả về trang kiểm tra trình duyệt');
    expect(seen(hub.browser)).not.to.include('Mạng ở đây đòi');
  });

  it('is no excuse for one school’s own login while others answer', async () => {
    let isClosed = false;
    const closing: RequestHandler = (request) =>
      isClosed ? PORTALS['a login']! : conditional(both)(request);
    const browser = await subscribe(closing, { [B]: conditional(both), [OTHER]: () => ok(both) });
    await browser.advance(3 * HOUR_MS);
    isClosed = true;
    await browser.advance(DAY_MS);
    expect(seen(browser)).to.match(/đăng nhập hiện ra thay cho tin: Trường 0\b/);
    expect(seen(browser)).not.to.include('Mạng ở đây đòi');
    expect(storeOf(browser).sources[A]!.poll.failures).to.be.above(2);
  });

  it('is none where every school tests the browser', async () => {
    const browser = await subscribe(() => TEST, { [B]: () => TEST });
    await browser.advance(2 * DAY_MS);
    expect(seen(browser)).to.include('hiện ra thay cho tin: Trường 0, Trường 1');
    expect(seen(browser)).not.to.include('Mạng ở đây đòi');
  });
});

describe('a missing connection', () => {
  it('is the browser’s word, or that of several silent servers, and never that of one', async () => {
    let down = false;
    const dying: RequestHandler = (request) => (down ? DEAD : conditional(both)(request));
    const browser = await subscribe(dying, { [B]: conditional(both) });
    await browser.advance(3 * HOUR_MS);
    down = true;
    for (const text of await seenHourly(browser, 12))
      expect(text).not.to.match(/không có mạng|Không trang nào/i);
    const both2 = await subscribe(dying, { [B]: dying });
    for (const text of (await seenHourly(both2, 3)).slice(1))
      expect(text).to.include('không trang nào trả lời');
  });

  it('of a hub that the browser knows of is no fault of the hub’s', async () => {
    const hub = await followHub('a', 'b');
    await hub.browser.advance(2 * HOUR_MS);
    hub.browser.online = false;
    for (const text of (await seenHourly(hub.browser, 12)).slice(1)) {
      expect(text).to.include('Máy không có mạng');
      expect(text).not.to.include('Trạm thu tin (');
    }
    hub.browser.online = true;
    await hub.browser.advance(8 * MINUTE_MS);
    expect(seen(hub.browser)).not.to.include('mạng');
    for (const poll of pollsOf(hub.browser)) expect(poll).to.include({ failures: 0 });
  });
});
