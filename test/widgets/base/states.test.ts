import { expect } from 'chai';
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

describe('the states of a widget', () => {
  let made: TctLatestNews[] = [];
  let net: ReturnType<typeof fakeNetwork> | undefined;
  const show = (attributes: Record<string, string>, inner?: string) => {
    const element = addNews(attributes, inner);
    made.push(element);
    return element;
  };
  afterEach(() => {
    for (const element of made) element.remove();
    made = [];
    net?.restore();
    localStorage.clear();
  });

  it('is loading, then ready', async () => {
    let answer!: (response: Response) => void;
    net = fakeNetwork(() => new Promise((resolve) => (answer = resolve)));
    const element = show({ src: uniqueUrl() });
    await waitForState(element, 'loading');
    expect(element.shadowRoot!.querySelectorAll('.skeleton-line')).to.have.length(10);
    answer(json(feed([item('1'), item('2')])));
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1', 'Tin 2']);
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.equal(null);
  });

  it('empty', async () => {
    net = fakeNetwork(() => json(feed([])));
    const element = show({ src: uniqueUrl() });
    await waitForState(element, 'empty');
    expect(element.shadowRoot!.textContent).to.contain('Chưa có tin nào');
  });

  it('is error with a retry button and an event', async () => {
    let broken = true;
    net = fakeNetwork(() => (broken ? new Response('', { status: 503 }) : json(feed([item('1')]))));
    const element = document.createElement('tct-latest-news');
    const errorEvent = new Promise<CustomEvent>((resolve) =>
      element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
    );
    element.src = uniqueUrl();
    document.body.append(element);
    made.push(element);
    await waitForState(element, 'error');
    expect(String((await errorEvent).detail.error)).to.contain('503');
    broken = false;
    part(element, 'error')!.querySelector('button')!.click();
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
  });

  it('focuses the first post or the button after a retry, unless the focus was moved', async () => {
    let broken = true;
    let wait = Promise.resolve();
    net = fakeNetwork(() =>
      wait.then(() => (broken ? new Response('', { status: 503 }) : json(feed([item('1')])))),
    );
    const field = document.createElement('input');
    document.body.append(field);
    for (const [elsewhere, good, on] of [
      [false, false, 'Thử lại'],
      [false, true, 'Tin 1'],
      [true, true, undefined],
    ] as const) {
      broken = true;
      const element = show({ src: uniqueUrl() });
      await waitForState(element, 'error');
      await element.updateComplete;
      const button = part(element, 'error')!.querySelector('button')!;
      button.focus();
      let release!: () => void;
      wait = new Promise((resolve) => (release = resolve));
      broken = !good;
      button.click();
      await waitForState(element, 'loading');
      await element.updateComplete;
      if (elsewhere) field.focus();
      release();
      await waitForState(element, good ? 'ready' : 'error');
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(element.shadowRoot!.activeElement?.textContent).to.equal(on);
    }
    field.remove();
  });

  it('is error without any source', async () => {
    net = fakeNetwork(() => json(feed([])));
    const element = show({});
    await waitForState(element, 'error');
    expect(net.requested).to.deep.equal([]);
  });

  it('is stale with the cached copy and its time', async () => {
    const src = uniqueUrl();
    let broken = false;
    net = fakeNetwork(() => (broken ? new Response('', { status: 500 }) : json(feed([item('1')]))));
    const first = show({ src });
    await waitForState(first, 'ready');
    broken = true;
    await first.reload();
    // Responses are shared for a minute, so that only a different URL reaches the cache.
    localStorage.setItem(`tct:${src}?2`, await cachedCopy(src));
    const second = show({ src: `${src}?2` });
    await waitForState(second, 'stale');
    expect(titles(second)).to.deep.equal(['Tin 1']);
    expect(second.shadowRoot!.textContent).to.contain('bản lưu');
  });

  it('keeps the fallback until there is data', async () => {
    let answer!: (response: Response) => void;
    net = fakeNetwork(() => new Promise((resolve) => (answer = resolve)));
    const element = show({ src: uniqueUrl() }, '<a href="/tin">Tin tức</a>');
    await waitForState(element, 'loading');
    const slot = element.shadowRoot!.querySelector('slot')!;
    expect([slot.hidden, element.shadowRoot!.querySelector('.skeleton-line')]).to.deep.equal([false, null]);
    answer(json(feed([item('1')])));
    await waitForState(element, 'ready');
    expect(slot.hidden).to.equal(true);
    net.restore();
    net = fakeNetwork(() => new Response('', { status: 404 }));
    const broken = show({ src: uniqueUrl() }, '<a href="/tin">Tin tức</a>');
    await waitForState(broken, 'error');
    expect(broken.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
  });

  it('names a broken source and shows the others', async () => {
    const good = uniqueUrl();
    net = fakeNetwork((url) => (url === good ? json(feed([item('1')])) : new Response('', { status: 500 })));
    const element = show({ src: `${good} https://hong.example/rss` });
    await waitForState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
    expect(element.shadowRoot!.textContent).to.contain('Chưa tải được: hong.example');
  });

  it('ignores white space as fallback, and replaces the skeleton by a later one', async () => {
    net = fakeNetwork(() => new Promise(() => {}));
    const element = show({ src: uniqueUrl() }, '\n  \u00a0 ');
    await waitForState(element, 'loading');
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.not.equal(null);
    element.append(document.createElement('p'));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (element.shadowRoot!.querySelector('.skeleton-line')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    });
    expect(part(element, 'heading')).to.equal(null);
  });
});
