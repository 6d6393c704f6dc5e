import { expect } from 'chai';
import type { Feed, Item } from '../../../core/model/feed.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import type { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import {
  addNews,
  cachedCopy,
  fakeNetwork,
  feed,
  item,
  json,
  part,
  titles,
  uniqueUrl,
  waitForState,
} from '../support.ts';

/** The number of posts shown once nothing is loading. */
async function settled(element: TctLatestNews): Promise<number> {
  while (part(element, 'more')?.ariaBusy === 'true') await new Promise(requestAnimationFrame);
  return titles(element).length;
}

/** Clicks “Xem thêm” and returns the number of posts shown then. */
async function more(element: TctLatestNews): Promise<number> {
  part(element, 'more')!.click();
  await element.updateComplete;
  return settled(element);
}

describe('the sources of a widget', () => {
  let made: TctLatestNews[] = [];
  let net: ReturnType<typeof fakeNetwork> | undefined;
  const show = (attributes: Record<string, string>) => {
    const element = addNews(attributes);
    made.push(element);
    return element;
  };
  afterEach(() => {
    for (const element of made) element.remove();
    made = [];
    net?.restore();
    delete globalThis.tct;
  });

  it('are requested without credentials and referrer', async () => {
    net = fakeNetwork(() => json(feed([item('1')])));
    await waitForState(show({ src: uniqueUrl() }), 'ready');
    expect(net.inits[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('shows a feed set by a script without any request, and src again without it', async () => {
    net = fakeNetwork(() => json(feed([item('of src')])));
    const element = document.createElement('tct-latest-news');
    element.feed = feed([item('of the script')]);
    element.src = uniqueUrl();
    made.push(element);
    document.body.append(element);
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin of the script']);
    element.feed = feed([]);
    await waitForState(element, 'empty');
    expect(net.requested).to.deep.equal([]);
    element.feed = undefined;
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin of src']);
  });

  it('are merged, newest first, without duplicates', async () => {
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    const hub = { _tct: { school: 'nb' } };
    const one = [item('nb:1', hub), item('nb:3', { ...hub, date_published: '2026-11-22T08:00:00+07:00' })];
    const two = [item('nb:1', hub), item('nb:2', { ...hub, date_published: '2026-11-21T08:00:00+07:00' })];
    net = fakeNetwork((url) => json(feed(url === a ? one : two)));
    const element = show({ src: `${a} ${b}` });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin nb:3', 'Tin nb:2', 'Tin nb:1']);
  });

  it('are never ahead of others because their date is mistyped', async () => {
    const hours = 3_600_000;
    const dated = (id: string, ago: number) =>
      item(id, { date_published: formatVietnamTime(Date.now() - ago * hours) });
    const mistyped = (id: string) => item(id, { date_published: '2162-11-22T08:00:00+07:00' });
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) =>
      json(
        feed(
          url === a
            ? [mistyped('nhầm đầu'), dated('ngày mai', -20), dated('hôm nay', 0), dated('tuần trước', 7 * 24)]
            : [dated('hôm kia', 2 * 24), mistyped('nhầm giữa'), dated('tháng trước', 30 * 24)],
          { home_page_url: `https://${url === a ? 'a' : 'b'}.example/` },
        ),
      ),
    );
    const element = show({ src: `${a} ${b}`, limit: '10' });
    await waitForState(element, 'ready');
    const found = titles(element).map((title) => title!.replace('Tin ', ''));
    expect(found).to.have.length(7);
    expect(found.indexOf('nhầm đầu')).to.be.greaterThan(found.indexOf('ngày mai'));
    expect(found.slice(found.indexOf('hôm kia'))).to.deep.equal([
      'hôm kia',
      'nhầm giữa',
      'tuần trước',
      'tháng trước',
    ]);
  });

  for (const years of [0, 0.01, 6])
    it(`keep the order of a hub, and merge by dates, if the clock is ${years} years slow`, async () => {
      const { now } = Date;
      Date.now = () => now() - years * 365 * 86_400_000;
      const dated = (id: string, hoursAgo: number) =>
        item(id, {
          date_published: formatVietnamTime(now() - hoursAgo * 3_600_000),
          _tct: { school: id[0]! },
        });
      const hub = (id: string) =>
        feed(
          id === 'a'
            ? [dated('a1', 1), dated('a2', 5), dated('a3', 30), dated('a nhầm', -9_999), dated('a4', 900)]
            : [dated('b1', 3), dated('b2', 20), dated('b3', 40)],
          { _tct: { schools: { [id]: { name: id } } } },
        );
      const [a, b] = [uniqueUrl(), uniqueUrl()];
      net = fakeNetwork((url) => json(hub(url === a ? 'a' : 'b')));
      try {
        const element = show({ src: `${b} ${a}`, limit: '10' });
        await waitForState(element, 'ready');
        const order = ['a1', 'b1', 'a2', 'b2', 'a3', 'a nhầm', 'b3', 'a4'];
        expect(titles(element)).to.deep.equal(order.map((id) => `Tin ${id}`));
      } finally {
        Date.now = now;
      }
    });

  it('keep posts of two schools with the same guid apart', async () => {
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) =>
      json(
        feed([item('news_1', { title: url === a ? 'A' : 'B' })], {
          home_page_url: url === a ? 'https://a.example/' : 'https://b.example/',
        }),
      ),
    );
    const element = show({ src: `${a} ${b}` });
    await waitForState(element, 'ready');
    expect(titles(element)).to.have.members(['A', 'B']);
  });

  it('are fetched once for several widgets', async () => {
    net = fakeNetwork(() => json(feed([item('1')])));
    const src = uniqueUrl();
    const all = [show({ src }), show({ src }), show({ src })];
    await Promise.all(all.map((element) => waitForState(element, 'ready')));
    expect(net.requested).to.deep.equal([src]);
  });

  it('never show a late response after src has changed', async () => {
    const [slow, fast] = [uniqueUrl(), uniqueUrl()];
    let late!: (response: Response) => void;
    net = fakeNetwork((url) =>
      url === slow ? new Promise((resolve) => (late = resolve)) : json(feed([item('nhanh')])),
    );
    const element = show({ src: slow });
    await waitForState(element, 'loading');
    element.src = fast;
    await waitForState(element, 'ready');
    late(json(feed([item('chậm')])));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin nhanh']);
  });

  it('are aborted when the widget is removed, not when it is moved', async () => {
    const signals: AbortSignal[] = [];
    net = fakeNetwork((_, init) => {
      signals.push(init!.signal!);
      return new Promise(() => {});
    });
    const element = show({ src: uniqueUrl() });
    await waitForState(element, 'loading');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.updateComplete;
    expect([signals.length, signals[0]!.aborted]).to.deep.equal([1, false]);
    box.remove();
    await new Promise((resolve) => signals[0]!.addEventListener('abort', resolve));
    expect(signals[0]!.aborted).to.equal(true);
  });

  it('default to the hub that serves the script, for the cluster or the named schools', async () => {
    globalThis.tct = { version: 'x', base: 'https://hub.example/base/', ahead: new Map() };
    net = fakeNetwork(() => json(feed([item(`${Math.random()}`)])));
    await waitForState(show({}), 'ready');
    await waitForState(show({ school: 'nb hd' }), 'ready');
    expect(net.requested).to.deep.equal([
      'https://hub.example/base/news.json',
      'https://hub.example/base/schools/nb/news.json',
      'https://hub.example/base/schools/hd/news.json',
    ]);
  });

  it('take over the request that the loader has sent', async () => {
    const src = uniqueUrl();
    globalThis.tct = {
      version: 'x',
      base: '',
      ahead: new Map([[src, Promise.resolve(json(feed([item('trước')])))]]),
    };
    net = fakeNetwork(() => json(feed([])));
    const element = show({ src });
    await waitForState(element, 'ready');
    expect([titles(element), net.requested]).to.deep.equal([['Tin trước'], []]);
  });

  it('show more items, then load the next page, on “Xem thêm”, and focus the first added post', async () => {
    const src = uniqueUrl();
    const next = `${src}?page=2`;
    const page = (from: number) =>
      [...Array(4).keys()].map((n) =>
        item(String(from + n), { date_published: `2026-11-${20 - from - n}T08:00:00+07:00` }),
      );
    net = fakeNetwork((url) => json(url === src ? feed(page(0), { next_url: next }) : feed(page(4))));
    const element = show({ src, limit: '3' });
    await waitForState(element, 'ready');
    expect(await more(element)).to.equal(4);
    expect(net.requested).to.deep.equal([src]);
    expect(await more(element)).to.equal(8);
    expect(net.requested).to.deep.equal([src, next]);
    expect(element.shadowRoot!.activeElement?.textContent).to.equal('Tin 4');
    expect(part(element, 'more')).to.equal(null);
  });

  it('load one page however often “Xem thêm” is pressed, and announce loading and failure', async () => {
    const src = uniqueUrl();
    const page = (from: number) =>
      Array.from({ length: 5 }, (_, index) =>
        item(String(from + index), { date_published: `2026-11-${28 - from - index}T08:00:00+07:00` }),
      );
    /** Settles with the function that answers the next request for the second page. */
    let asked!: Promise<(response: Response) => void>;
    let onAsked!: (answer: (response: Response) => void) => void;
    const expectRequest = () => {
      asked = new Promise((resolve) => (onAsked = resolve));
    };
    expectRequest();
    net = fakeNetwork((url) =>
      url === src
        ? json(feed(page(0), { title: 'Trường A', next_url: `${src}?2` }))
        : new Promise((resolve) => onAsked(resolve)),
    );
    const element = show({ src, limit: '2' });
    await waitForState(element, 'ready');
    for (const shown of [4, 5]) expect(await more(element)).to.equal(shown);
    for (let times = 0; times < 3; times++) part(element, 'more')!.click();
    await element.updateComplete;
    expect(part(element, 'more')!.textContent).to.equal('Đang tải…');
    (await asked)(new Response('', { status: 503 }));
    expectRequest();
    expect(await settled(element)).to.equal(5);
    expect(part(element, 'more')!.textContent).to.equal('Xem thêm');
    expect(element.shadowRoot!.textContent).to.contain('Chưa tải được: Trường A');
    for (let times = 0; times < 3; times++) part(element, 'more')!.click();
    await element.updateComplete;
    (await asked)(json(feed(page(5))));
    expect(await settled(element)).to.equal(8);
    expect(element.shadowRoot!.textContent).to.not.contain('Chưa tải được');
    expect(net.requested).to.deep.equal([src, `${src}?2`, `${src}?2`]);
  });

  it('are filtered by school and tag, and searched without diacritics', async () => {
    const posts = [
      item('1', { title: 'Đại hội chi bộ', tags: ['Đảng'], _tct: { school: 'nb' } }),
      item('2', { title: 'Khai giảng', tags: ['Đào tạo'], _tct: { school: 'hd' } }),
    ];
    net = fakeNetwork(() =>
      json(feed(posts, { _tct: { schools: { nb: { name: 'Ninh Bình' }, hd: { name: 'Hải Dương' } } } })),
    );
    const tagged = show({ src: uniqueUrl(), tag: 'Đào tạo' });
    await waitForState(tagged, 'ready');
    expect(titles(tagged)).to.deep.equal(['Khai giảng']);
    const ofSchool = show({ src: uniqueUrl(), school: 'nb' });
    await waitForState(ofSchool, 'ready');
    expect(titles(ofSchool)).to.deep.equal(['Đại hội chi bộ']);
    const searched = show({ src: uniqueUrl(), search: '' });
    await waitForState(searched, 'ready');
    expect(part(searched, 'meta')!.textContent).to.contain('Ninh Bình');
    const type = async (text: string) => {
      const box = part<HTMLInputElement>(searched, 'search')!;
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await searched.updateComplete;
      return titles(searched);
    };
    expect(await type('dai hoi')).to.deep.equal(['Đại hội chi bộ']);
    expect(await type('đai')).to.deep.equal(['Đại hội chi bộ']);
    expect(await type('đại giang')).to.deep.equal([]);
    expect(await type('giang')).to.deep.equal(['Khai giảng']);
    expect(await type('giàng')).to.deep.equal([]);
  });

  /** After two minutes, responses are no longer shared. */
  const later = async (work: () => Promise<void>) => {
    const { now } = Date;
    Date.now = () => now() + 120_000;
    try {
      await work();
    } finally {
      Date.now = now;
    }
  };

  it('stay on display when a refresh fails, also without storage', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new Error('forbidden');
    };
    let broken = false;
    net = fakeNetwork(() => (broken ? new Response('', { status: 500 }) : json(feed([item('1')]))));
    try {
      const element = addNews({ src: uniqueUrl() });
      await waitForState(element, 'ready');
      broken = true;
      await later(() => element.reload());
      await waitForState(element, 'stale');
      expect(titles(element)).to.deep.equal(['Tin 1']);
      element.remove();
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('keep older posts when refreshed', async () => {
    const [src, next] = [uniqueUrl(), uniqueUrl()];
    const page = (from: number) =>
      [0, 1, 2, 3, 4].map((index) =>
        item(String(from + index), { date_published: `2026-10-${25 - from - index}T08:00:00+07:00` }),
      );
    net = fakeNetwork((url) => json(url === next ? feed(page(5)) : feed(page(0), { next_url: next })));
    const element = addNews({ src });
    await waitForState(element, 'ready');
    part(element, 'more')!.click();
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (titles(element).length < 10) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    });
    await later(() => element.reload());
    await element.updateComplete;
    expect(titles(element)).to.have.length(10);
    expect(net.requested).to.deep.equal([src, next, src]);
    element.remove();
  });

  const onDay = (id: string, day: string, more: Partial<Item> = {}) =>
    item(id, { ...more, date_published: `2026-11-${day}T08:00:00+07:00` });
  it('show a post of the hub and of the school’s own feed once, with the school’s name', async () => {
    const [hub, own] = [uniqueUrl(), uniqueUrl()];
    const schools = { nb: { name: 'Ninh Bình', home: 'https://www.nb.example/' } };
    net = fakeNetwork((url) =>
      json(
        url === hub
          ? feed([onDay('nb:1', '20', { _tct: { school: 'nb' } })], { _tct: { schools } })
          : feed([onDay('1', '20'), onDay('2', '19')], {
              title: 'Trang tin',
              home_page_url: 'http://nb.example',
            }),
      ),
    );
    for (const src of [`${hub} ${own}`, `${own} ${hub}`]) {
      const element = show({ src });
      await waitForState(element, 'ready');
      expect(titles(element).length, src).to.equal(2);
      expect(part(element, 'meta')!.textContent, 'of one school only').to.not.contain('Ninh Bình');
      element.renderItem = (_, { school }) => school ?? 'alone';
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('li')!.textContent).to.equal('alone');
    }
  });

  it('give each post its school’s name, or its feed’s title', async () => {
    const [hub, own] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) =>
      json(
        url === hub
          ? feed([onDay('nb:1', '20', { _tct: { school: 'nb' } })], {
              _tct: { schools: { nb: { name: 'Ninh Bình' } } },
            })
          : feed([onDay('1', '19')], { title: 'Trang Hưng Yên' }),
      ),
    );
    const element = show({ src: `${hub} ${own}` });
    await waitForState(element, 'ready');
    const metas = [...element.shadowRoot!.querySelectorAll('[part=meta]')].map(
      (each) => each.lastElementChild!.textContent,
    );
    expect(metas).to.deep.equal(['Ninh Bình', 'Trang Hưng Yên']);
  });

  it('hold back older posts until every source has loaded that far', async () => {
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    const pages: Record<string, Feed> = {
      [a]: feed([onDay('a20', '20'), onDay('a19', '19')], { next_url: `${a}?2` }),
      [`${a}?2`]: feed([onDay('a18', '18'), onDay('a15', '15')]),
      [b]: feed([onDay('b20', '20'), onDay('b17', '17'), onDay('b10', '10')]),
    };
    net = fakeNetwork((url) => json(pages[url]));
    const element = show({ src: `${a} ${b}`, limit: '9' });
    await waitForState(element, 'ready');
    const ids = () => titles(element).map((title) => title.slice(4));
    expect(ids()).to.deep.equal(['a20', 'b20', 'a19']);
    await more(element);
    expect(ids()).to.deep.equal(['a20', 'b20', 'a19', 'a18', 'b17', 'a15', 'b10']);
    expect(element.shadowRoot!.activeElement!.textContent).to.equal('Tin a18');
  });

  it('do not wait for a source that fails, and keep the button', async () => {
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) =>
      url === a
        ? json(feed([onDay('a20', '20')], { next_url: `${a}?2` }))
        : url === b
          ? json(feed([onDay('b10', '10')]))
          : new Response('', { status: 500 }),
    );
    const element = show({ src: `${a} ${b}` });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin a20']);
    await more(element);
    expect(titles(element)).to.deep.equal(['Tin a20', 'Tin b10']);
    expect(part(element, 'more')).to.not.equal(null);
  });

  it('name an invalid URL and show the others', async () => {
    const good = uniqueUrl();
    net = fakeNetwork((url) =>
      url === good ? json(feed([item('1')])) : Promise.reject(new TypeError(`Invalid URL ${url}`)),
    );
    const element = show({ src: `http://[ ${good}` });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
    expect(element.shadowRoot!.textContent).to.contain('Chưa tải được: http://[');
    await waitForState(show({ src: 'https://' }), 'error');
  });

  it('fire tct-load for every feed', async () => {
    const [a, b] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) => json(feed([item(url)], { title: url })));
    const element = document.createElement('tct-latest-news');
    made.push(element);
    const loadedTitles: string[] = [];
    element.addEventListener('tct-load', (event) =>
      loadedTitles.push((event as CustomEvent<{ feed: Feed }>).detail.feed.title),
    );
    element.src = `${a} ${b}`;
    document.body.append(element);
    await waitForState(element, 'ready');
    expect(loadedTitles).to.deep.equal([a, b]);
  });

  it('match tags ignoring case, and are empty without a match', async () => {
    net = fakeNetwork(() => json(feed([item('1', { tags: ['Đào tạo'] })])));
    const element = show({ src: uniqueUrl(), tag: 'ĐÀO TẠO' });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
    element.tag = 'Đào';
    await waitForState(element, 'empty');
    expect(element.shadowRoot!.textContent).to.contain('Chưa có tin nào.');
    await waitForState(show({ src: uniqueUrl(), tag: 'đảng' }), 'empty');
  });

  it('are searched on older pages too', async () => {
    const src = uniqueUrl();
    const older = (page: number) => (page < 4 ? { next_url: `${src}?${page}` } : {});
    net = fakeNetwork((url) => {
      const page = Number(url.split('?')[1] ?? 1);
      const tags = page === 1 || page === 3 ? ['Đảng'] : ['khác'];
      return json(feed([onDay(String(page), String(20 - page), { tags })], older(page + 1)));
    });
    const element = show({ src, tag: 'Đảng' });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
    await more(element);
    expect(titles(element)).to.deep.equal(['Tin 1', 'Tin 3']);
    expect(part(element, 'more')).to.equal(null);
    const searched = show({ src: `${src}?1`, search: '' });
    await waitForState(searched, 'ready');
    const box = part<HTMLInputElement>(searched, 'search')!;
    box.value = 'tin 3';
    box.dispatchEvent(new Event('input'));
    await searched.updateComplete;
    expect(titles(searched)).to.deep.equal([]);
    await more(searched);
    expect(titles(searched)).to.deep.equal(['Tin 3']);
  });

  it('cache at most fifty posts per URL', async () => {
    const src = uniqueUrl();
    net = fakeNetwork(() => json(feed(Array.from({ length: 60 }, (_, index) => item(String(index))))));
    await waitForState(show({ src }), 'ready');
    expect(JSON.parse(await cachedCopy(src)).data.items).to.have.length(50);
  });

  it('open the more link in the posts’ target', async () => {
    net = fakeNetwork(() => json(feed([item('1')])));
    const element = show({ src: uniqueUrl(), 'more-href': 'https://truong.example/tin', target: 'tin' });
    await waitForState(element, 'ready');
    expect(part<HTMLAnchorElement>(element, 'more')!.target).to.equal('tin');
  });
});
