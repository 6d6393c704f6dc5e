import { expect } from 'chai';
import { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { addNews, fakeNetwork, feed, item, json, part, titles, uniqueUrl, waitForState } from '../support.ts';

describe('the lifecycle of a widget', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed(Array.from({ length: 9 }, (_, index) => item(String(index))))));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('keeps properties and attributes set before it was defined', async () => {
    const src = uniqueUrl();
    const early = document.createElement('tct-late-news') as unknown as TctLatestNews;
    early.src = src;
    early.limit = 2;
    early.setAttribute('heading', 'Tin sớm');
    document.body.append(early);
    customElements.define('tct-late-news', class extends TctLatestNews {});
    await waitForState(early, 'ready');
    expect(net.requested).to.deep.equal([src]);
    expect(titles(early)).to.have.length(2);
    expect(part(early, 'heading')!.textContent).to.equal('Tin sớm');
    early.limit = 4;
    await early.updateComplete;
    expect(titles(early)).to.have.length(4);
  });

  it('keeps its data when moved', async () => {
    const element = addNews({ src: uniqueUrl(), search: '' });
    await waitForState(element, 'ready');
    part(element, 'more')!.click();
    await element.updateComplete;
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(net.requested).to.have.length(1);
    expect(titles(element)).to.have.length(9);
  });

  it('continues loading when moved, and loads when it returns', async () => {
    const src = uniqueUrl();
    const element = addNews({ src });
    await waitForState(element, 'loading');
    document.body.prepend(element);
    await waitForState(element, 'ready');
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await element.updateComplete;
    expect(titles(element)).to.have.length(5);
    expect(net.requested).to.deep.equal([src]);
  });

  it('leaks nothing when added and removed 100 times', async () => {
    const src = uniqueUrl();
    const listeners = new Map<unknown, number>();
    const timers = new Set<number>();
    let begun = 0;
    const { addEventListener, removeEventListener, setInterval, clearInterval } = window;
    const count = (type: string, by: number) => listeners.set(type, (listeners.get(type) ?? 0) + by);
    Object.assign(window, {
      addEventListener(...given: Parameters<typeof addEventListener>) {
        count(given[0], 1);
        addEventListener(...given);
      },
      removeEventListener(...given: Parameters<typeof removeEventListener>) {
        count(given[0], -1);
        removeEventListener(...given);
      },
      setInterval: (...given: Parameters<typeof setInterval>) => {
        const timer = setInterval(...given) as unknown as number;
        timers.add(timer);
        begun++;
        return timer;
      },
      clearInterval: (timer: number) => {
        timers.delete(timer);
        clearInterval(timer);
      },
    });
    try {
      for (let times = 0; times < 100; times++) {
        const element = addNews({ src, refresh: '5' });
        await waitForState(element, 'ready');
        element.remove();
      }
      expect(net.requested).to.deep.equal([src]);
      expect(listeners.get('visibilitychange')).to.equal(0);
      expect([begun, timers.size]).to.deep.equal([100, 0]);
      expect(document.querySelectorAll('tct-latest-news')).to.have.length(0);
    } finally {
      Object.assign(window, { addEventListener, removeEventListener, setInterval, clearInterval });
    }
  });

  it('tolerates invalid attributes', async () => {
    for (const limit of ['abc', '-1', '0', '2.5', '']) {
      const element = addNews({
        src: uniqueUrl(),
        limit,
        layout: 'bảng',
        'heading-level': limit === '0' ? '9' : 'x',
        'new-for': 'x',
        refresh: '-3',
      });
      await waitForState(element, 'ready');
      expect(titles(element), limit).to.have.length(limit === '2.5' ? 2 : 5);
      expect(part(element, 'heading')!.getAttribute('aria-level')).to.equal('2');
    }
  });

  it('returns to the default when an attribute is removed', async () => {
    const element = addNews({ src: uniqueUrl(), layout: 'cards', heading: 'Tin', search: '' });
    await waitForState(element, 'ready');
    for (const name of ['layout', 'heading', 'search']) element.removeAttribute(name);
    await element.updateComplete;
    expect(part(element, 'heading')!.textContent).to.equal('Tin mới');
    expect(part(element, 'search')).to.equal(null);
    expect(element.shadowRoot!.querySelector('.root')!.classList.contains('list')).to.equal(true);
  });

  it('exposes its state to style sheets', async function () {
    const element = addNews({ src: uniqueUrl() });
    await waitForState(element, 'ready');
    let matched: boolean;
    try {
      matched = element.matches(':state(ready)');
    } catch {
      this.skip();
    }
    expect(matched).to.equal(true);
    expect(element.matches(':state(loading)')).to.equal(false);
  });
});
