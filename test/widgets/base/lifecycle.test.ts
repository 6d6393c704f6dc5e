import { expect } from 'chai';
import { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { add, address, feed, inState, item, json, network, part, titles } from '../support.ts';

describe('the life of an element', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed(Array.from({ length: 9 }, (_, index) => item(String(index))))));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('takes over what was set before it was defined', async () => {
    const src = address();
    const early = document.createElement('tct-late-news') as unknown as TctLatestNews;
    early.src = src;
    early.limit = 2;
    early.setAttribute('heading', 'Tin sớm');
    document.body.append(early);
    customElements.define('tct-late-news', class extends TctLatestNews {});
    await inState(early, 'ready');
    expect(net.asked).to.deep.equal([src]);
    expect(titles(early)).to.have.length(2);
    expect(part(early, 'heading')!.textContent).to.equal('Tin sớm');
    early.limit = 4;
    await early.updateComplete;
    expect(titles(early)).to.have.length(4);
  });

  it('keeps what it has when it is moved', async () => {
    const element = add({ src: address(), search: '' });
    await inState(element, 'ready');
    part(element, 'more')!.click();
    await element.updateComplete;
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(net.asked).to.have.length(1);
    expect(titles(element)).to.have.length(9);
  });

  it('goes on loading when it is moved meanwhile, and loads when it comes back', async () => {
    const src = address();
    const element = add({ src });
    await inState(element, 'loading');
    document.body.prepend(element);
    await inState(element, 'ready');
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await element.updateComplete;
    expect(titles(element)).to.have.length(5);
    expect(net.asked).to.deep.equal([src]);
  });

  it('leaves nothing behind: 100 times added and removed', async () => {
    const src = address();
    const listeners = new Map<unknown, number>();
    const timers = new Set<number>();
    let begun = 0;
    const { addEventListener, removeEventListener } = document;
    const { setInterval, clearInterval } = window;
    const count = (type: string, by: number) => listeners.set(type, (listeners.get(type) ?? 0) + by);
    Object.assign(document, {
      addEventListener(this: Document, ...given: Parameters<typeof addEventListener>) {
        count(given[0], 1);
        addEventListener.apply(this, given);
      },
      removeEventListener(this: Document, ...given: Parameters<typeof removeEventListener>) {
        count(given[0], -1);
        removeEventListener.apply(this, given);
      },
    });
    Object.assign(window, {
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
        const element = add({ src, refresh: '5' });
        await inState(element, 'ready');
        element.remove();
      }
      expect(net.asked).to.deep.equal([src]);
      expect(listeners.get('visibilitychange')).to.equal(0);
      expect([begun, timers.size]).to.deep.equal([100, 0]);
      expect(document.querySelectorAll('tct-latest-news')).to.have.length(0);
    } finally {
      // What was put over the prototype's own is taken off again.
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(document, name);
      Object.assign(window, { setInterval, clearInterval });
    }
  });

  it('shows the list whatever is written into its attributes', async () => {
    for (const limit of ['abc', '-1', '0', '2.5', '']) {
      const element = add({
        src: address(),
        limit,
        layout: 'bảng',
        'heading-level': limit === '0' ? '9' : 'x',
        'new-for': 'x',
        refresh: '-3',
      });
      await inState(element, 'ready');
      expect(titles(element), limit).to.have.length(limit === '2.5' ? 2 : 5);
      expect(part(element, 'heading')!.getAttribute('aria-level')).to.equal('2');
    }
  });

  it('goes back to the usual when an attribute is taken off', async () => {
    const element = add({ src: address(), layout: 'cards', heading: 'Tin', search: '' });
    await inState(element, 'ready');
    for (const name of ['layout', 'heading', 'search']) element.removeAttribute(name);
    await element.updateComplete;
    expect(part(element, 'heading')!.textContent).to.equal('Tin mới');
    expect(part(element, 'search')).to.equal(null);
    expect(element.shadowRoot!.querySelector('.root')!.classList.contains('list')).to.equal(true);
  });

  it('says its state to style sheets', async function () {
    const element = add({ src: address() });
    await inState(element, 'ready');
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
