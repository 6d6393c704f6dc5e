import { expect } from 'chai';
import { MINUTE_MS } from '../../../core/time/duration.ts';
import { addNews, fakeNetwork, feed, item, json, part, titles, uniqueUrl, waitForState } from '../support.ts';

/** A fake clock, interval and page visibility. */
function clock() {
  const { setInterval, clearInterval } = window;
  const { now } = Date;
  let time = now();
  let visible = true;
  let count = 0;
  const timers = new Map<number, () => void>();
  Object.assign(window, {
    setInterval: (run: () => void, wait = 0) => {
      if (wait !== MINUTE_MS) return setInterval(run, wait);
      timers.set(++count + 1e9, run);
      return count + 1e9;
    },
    clearInterval: (timer: number) => (timers.delete(timer) ? undefined : clearInterval(timer)),
  });
  Date.now = () => time;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => !visible });
  return {
    timers,
    pass(minutes: number) {
      for (; minutes > 0; minutes--) {
        time += MINUTE_MS;
        for (const run of timers.values()) run();
      }
    },
    show(now: boolean) {
      visible = now;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    restore() {
      Object.assign(window, { setInterval, clearInterval });
      Date.now = now;
      Reflect.deleteProperty(document, 'hidden');
    },
  };
}

describe('refresh', () => {
  let time: ReturnType<typeof clock>;
  let net: ReturnType<typeof fakeNetwork>;
  let count = 0;
  beforeEach(() => {
    time = clock();
    count = 0;
    net = fakeNetwork(() => json(feed([item(String(++count))])));
  });
  afterEach(() => {
    document.body.replaceChildren();
    time.restore();
    net.restore();
  });

  const loaded = (element: Element) =>
    new Promise((resolve) => element.addEventListener('tct-load', resolve, { once: true }));

  it('loads again after the given minutes and shows new posts without flicker', async () => {
    const element = addNews({ src: uniqueUrl(), refresh: '10' });
    await waitForState(element, 'ready');
    time.pass(9);
    expect(net.requested).to.have.length(1);
    const again = loaded(element);
    time.pass(1);
    expect(element.getAttribute('state')).to.equal('ready');
    await again;
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin 2']);
  });

  it('waits while the page is hidden, and loads once when it is visible again', async () => {
    const element = addNews({ src: uniqueUrl(), refresh: '10' });
    await waitForState(element, 'ready');
    time.show(false);
    time.pass(60);
    expect(net.requested).to.have.length(1);
    const again = loaded(element);
    time.show(true);
    await again;
    expect(net.requested).to.have.length(2);
    time.show(false);
    time.show(true);
    expect(net.requested).to.have.length(2);
  });

  it('never loads without the attribute or after the element was removed', async () => {
    const quiet = addNews({ src: uniqueUrl() });
    const stopped = addNews({ src: uniqueUrl(), refresh: '10' });
    const gone = addNews({ src: uniqueUrl(), refresh: '10' });
    for (const element of [quiet, stopped, gone]) await waitForState(element, 'ready');
    stopped.removeAttribute('refresh');
    await stopped.updateComplete;
    gone.remove();
    expect(time.timers.size).to.equal(2);
    time.pass(60);
    time.show(false);
    time.show(true);
    expect(net.requested).to.have.length(3);
  });

  it('updates relative dates without a request', async () => {
    net.restore();
    const posted = new Date(Date.now() + 7 * 60 * MINUTE_MS).toISOString().slice(0, 19);
    net = fakeNetwork(() => json(feed([item('1', { date_published: `${posted}+07:00` })])));
    const element = addNews({ src: uniqueUrl() });
    await waitForState(element, 'ready');
    const words = () => part(element, 'meta')!.querySelector('[aria-hidden]')!.textContent;
    expect(words()).to.equal('Vừa xong');
    time.pass(5);
    await element.updateComplete;
    expect(words()).to.equal('5 phút trước');
    time.show(false);
    time.pass(5);
    await element.updateComplete;
    expect(words(), 'hidden').to.equal('5 phút trước');
    time.show(true);
    await element.updateComplete;
    expect(words(), 'seen again').to.equal('10 phút trước');
    expect(net.requested).to.have.length(1);
  });

  it('is aborted when the element is removed, and repeated when it returns', async () => {
    const element = addNews({ src: uniqueUrl(), refresh: '10' });
    await waitForState(element, 'ready');
    net.restore();
    let signal: AbortSignal | undefined;
    net = fakeNetwork((_, init) => {
      signal = init!.signal!;
      return new Promise(() => {});
    });
    time.pass(10);
    expect(net.requested).to.have.length(1);
    element.remove();
    await new Promise((resolve) => signal!.addEventListener('abort', resolve));
    net.restore();
    net = fakeNetwork(() => json(feed([item('new')])));
    const again = loaded(element);
    document.body.append(element);
    expect(titles(element)).to.deep.equal(['Tin 1']);
    await again;
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin new']);
  });
});
