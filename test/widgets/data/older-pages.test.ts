import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { addPage, type FeedAnswer } from '../../../widgets/data/older-pages.ts';
import '../../../widgets/document-list/define.ts';
import {
  addElement,
  addNews,
  fakeNetwork,
  feed,
  item,
  json,
  part,
  titles,
  uniqueUrl,
  waitForState,
} from '../support.ts';

/** A post of the given position in an endless list, newest first. */
const nth = (index: number, more: Partial<Item> = {}) =>
  item(String(index), {
    ...more,
    date_published: new Date(Date.parse('2026-11-20T00:00:00Z') - index * 60_000)
      .toISOString()
      .replace(/\.000Z/, '+07:00'),
  });

describe('older pages', () => {
  let net: ReturnType<typeof fakeNetwork>;
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    delete globalThis.tct;
  });

  /** Presses “Xem thêm” and resolves when nothing is loading. */
  async function press(element: ReturnType<typeof addNews>): Promise<void> {
    part(element, 'more')!.click();
    await element.updateComplete;
    while (part(element, 'more')?.ariaBusy === 'true') await new Promise(requestAnimationFrame);
  }

  /** Shows a list whose first page names another one, and presses for it. */
  async function follow(src: string, next: string, finalUrl = src): Promise<string[]> {
    net = fakeNetwork((url) => {
      const response = json(url === src ? feed([nth(0)], { next_url: next }) : feed([nth(1)]));
      if (url === src) Object.defineProperty(response, 'url', { value: finalUrl });
      return response;
    });
    const element = addNews({ src });
    await waitForState(element, 'ready');
    if (part(element, 'more')) await press(element);
    return net.requested.slice(1);
  }

  for (const [what, next] of [
    ['another host', 'https://stranger.example/2.json'],
    ['a subdomain', 'https://x.hub.example/2.json'],
    ['another port', 'https://hub.example:8443/2.json'],
    ['a host that ends like it', 'https://stranger-hub.example/2.json'],
    ['a host that begins like it', 'https://hub.example.stranger.example/2.json'],
    ['a host behind a user name', 'https://hub.example@stranger.example/2.json'],
    ['an address inside the network', 'http://192.168.1.1/reboot'],
  ] as const)
    it(`are not requested from ${what}`, async () => {
      expect(await follow(uniqueUrl(), next)).to.deep.equal([]);
    });

  for (const [what, next] of [
    ['the same host', 'https://hub.example/2.json'],
    ['its http: form', 'http://hub.example/2.json'],
    ['its www. form', 'https://www.hub.example/2.json'],
  ] as const)
    it(`are requested from ${what}`, async () => {
      expect(await follow(uniqueUrl(), next)).to.deep.equal([next]);
    });

  it('are requested from where a redirect has led', async () => {
    const next = 'https://moved.example/2.json';
    expect(await follow(uniqueUrl(), next, 'https://moved.example/news.json')).to.deep.equal([next]);
  });

  it('are requested from the hub that serves the script', async () => {
    globalThis.tct = { base: 'https://cluster.example/tin/' };
    const next = 'https://cluster.example/tin/news-1.json';
    expect(await follow(uniqueUrl(), next)).to.deep.equal([next]);
  });

  for (const [what, place] of [
    ['on an older page', 3],
    ['at the end of the first page', 1],
  ] as const)
    it(`keep a post with a mistyped date ${what} in a reload, and no copies`, async () => {
      const src = uniqueUrl();
      const mistyped = item('m', { date_published: '2062-11-20T08:00:00+07:00' });
      const all = [nth(1), nth(2), nth(3), nth(4), nth(5)];
      all.splice(place, 0, mistyped);
      const options = { _tct: { schools: { nb: { name: 'Ninh Bình' } } } };
      let first = all.slice(0, 2);
      net = fakeNetwork((url) =>
        json(
          url === src
            ? feed(first, { ...options, next_url: `${src}?1` })
            : // An archive page begins with copies of posts on the first.
              feed(all.slice(1), options),
        ),
      );
      const loaded: Item[][] = [];
      const element = addNews({ src, limit: '10' });
      element.addEventListener('tct-load', ({ detail }) => loaded.push(detail.feed.items));
      await waitForState(element, 'ready');
      await press(element);
      const shown = () => titles(element).map((title) => title!.slice('Tin '.length));
      const ids = all.map(({ id }) => id);
      expect(shown()).to.deep.equal(ids);
      const { now } = Date;
      try {
        for (const [minutes, posts, expected] of [
          [2, [nth(0), all[0]!], ['0', ...ids]],
          [4, [nth(0), all[0]!], ['0', ...ids]],
          // The newest was withdrawn.
          [6, [all[0]!, all[1]!], ids],
        ] as const) {
          Date.now = () => now() + minutes * 60_000;
          first = [...posts];
          await element.reload();
          await element.updateComplete;
          expect(shown()).to.deep.equal(expected);
          expect(loaded.at(-1)!.map(({ id }) => id)).to.deep.equal(expected);
        }
      } finally {
        Date.now = now;
      }
    });

  /** Searches for what no document contains, which loads all pages. */
  async function searchAll(src: string): Promise<void> {
    const element = addElement('tct-document-list', { src });
    await waitForState(element, 'ready');
    const search = part<HTMLInputElement>(element, 'search')!;
    search.value = 'không có';
    search.dispatchEvent(new Event('input'));
    while (part(element, 'meta')!.textContent !== 'Không tìm thấy văn bản nào')
      await new Promise(requestAnimationFrame);
  }

  it('are at most ten for one press while nothing matches', async () => {
    const src = uniqueUrl();
    net = fakeNetwork((url) => {
      const page = Number(url.split('?')[1] ?? 0);
      return json(feed([nth(page, { tags: [page ? 'khác' : 'Đảng'] })], { next_url: `${src}?${page + 1}` }));
    });
    const element = addNews({ src, tag: 'Đảng' });
    await waitForState(element, 'ready');
    await press(element);
    expect(net.requested).to.have.length(11);
    await press(element);
    expect(net.requested).to.have.length(21);
  });

  it('that brought nothing to show do not count as a press', async () => {
    const src = uniqueUrl();
    net = fakeNetwork((url) => {
      const page = Number(url.split('?')[1] ?? 0);
      const tags = page % 11 ? ['khác'] : ['Đảng'];
      const items = Array.from({ length: page ? 40 : 10 }, (_, index) => nth(40 * page + index, { tags }));
      return json(feed(items, { next_url: `${src}?${page + 1}` }));
    });
    const element = addNews({ src, tag: 'Đảng', limit: '10' });
    await waitForState(element, 'ready');
    const shown = () => element.shadowRoot!.querySelectorAll('[part=item]').length;
    await press(element);
    expect(shown()).to.equal(10);
    await press(element);
    expect(shown()).to.equal(20);
    expect(net.requested).to.have.length(12);
  });

  it('end, in an endless list', async () => {
    const src = uniqueUrl();
    net = fakeNetwork((url) => {
      const page = Number(url.split('?')[1] ?? 0);
      return json(feed([nth(page)], { next_url: `${src}?${page + 1}` }));
    });
    await searchAll(src);
    expect(net.requested).to.have.length(201);
    expect(new Set(net.requested).size).to.equal(201);
  });

  for (const [what, nextOf] of [
    ['itself', () => ''],
    ['the first', (page: number) => (page < 3 ? `?${page + 1}` : '')],
    ['an earlier one', (page: number) => `?${page < 3 ? page + 1 : 2}`],
  ] as const)
    it(`are loaded once if the last leads back to ${what}`, async () => {
      const src = uniqueUrl();
      net = fakeNetwork((url) => {
        const page = Number(url.split('?')[1] ?? 0);
        return json(feed([nth(page)], { next_url: src + nextOf(page) }));
      });
      await searchAll(src);
      expect(net.requested).to.deep.equal([...new Set(net.requested)]);
      expect(net.requested.length).to.be.at.most(4);
    });

  it('of documents stay after a reload, although some were published later than others', () => {
    const document = (id: string, issued: string, day: string) =>
      item(id, { date_published: `${day}T08:00:00+07:00`, _tct: { document: { number: id, issued } } });
    const newest = [document('1', '2026-11-20', '2026-11-20'), document('2', '2026-11-01', '2026-11-02')];
    const older = [document('3', '2026-01-05', '2026-11-19'), document('4', '2025-12-01', '2025-12-01')];
    const answer: FeedAnswer = { url: uniqueUrl(), data: feed(newest), at: 0 };
    addPage(answer, feed(older), uniqueUrl());
    const reloaded = answer.withOlderPages!({ url: answer.url, data: feed(newest), at: 1 });
    expect(reloaded.data!.items.map(({ id }) => id).join('')).to.equal('1234');
    const withdrawn = answer.withOlderPages!({ url: answer.url, data: feed(newest.slice(1)), at: 1 });
    expect(withdrawn.data!.items.map(({ id }) => id).join('')).to.equal('234');
  });
});
