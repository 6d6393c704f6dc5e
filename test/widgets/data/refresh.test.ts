import { expect } from 'chai';
import { add, address, feed, inState, item, json, network, part, titles } from '../support.ts';

const MINUTE = 60_000;

/** The page's clock, what it does every minute, and its visibility, moved by the test. */
function clock() {
  const { setInterval, clearInterval } = window;
  const { now } = Date;
  let time = now();
  let visible = true;
  let count = 0;
  const timers = new Map<number, () => void>();
  Object.assign(window, {
    setInterval: (run: () => void, wait = 0) => {
      if (wait !== MINUTE) return setInterval(run, wait);
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
        time += MINUTE;
        for (const run of timers.values()) run();
      }
    },
    show(now: boolean) {
      visible = now;
      document.dispatchEvent(new Event('visibilitychange'));
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
  let net: ReturnType<typeof network>;
  let count = 0;
  beforeEach(() => {
    time = clock();
    count = 0;
    net = network(() => json(feed([item(String(++count))])));
  });
  afterEach(() => {
    document.body.replaceChildren();
    time.restore();
    net.restore();
  });

  const loaded = (element: Element) =>
    new Promise((resolve) => element.addEventListener('tct-load', resolve, { once: true }));

  it('asks again after so many minutes, and shows what is new without a flicker', async () => {
    const element = add({ src: address(), refresh: '10' });
    await inState(element, 'ready');
    time.pass(9);
    expect(net.asked).to.have.length(1);
    const again = loaded(element);
    time.pass(1);
    expect(element.getAttribute('state')).to.equal('ready');
    await again;
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin 2']);
  });

  it('waits while the page is hidden, and asks once when it is seen again', async () => {
    const element = add({ src: address(), refresh: '10' });
    await inState(element, 'ready');
    time.show(false);
    time.pass(60);
    expect(net.asked).to.have.length(1);
    const again = loaded(element);
    time.show(true);
    await again;
    expect(net.asked).to.have.length(2);
    time.show(false);
    time.show(true);
    expect(net.asked).to.have.length(2);
  });

  it('never asks without the attribute, nor after it was taken off, nor when the element is gone', async () => {
    const quiet = add({ src: address() });
    const stopped = add({ src: address(), refresh: '10' });
    const gone = add({ src: address(), refresh: '10' });
    for (const element of [quiet, stopped, gone]) await inState(element, 'ready');
    stopped.removeAttribute('refresh');
    await stopped.updateComplete;
    gone.remove();
    expect(time.timers.size).to.equal(2);
    time.pass(60);
    time.show(false);
    time.show(true);
    expect(net.asked).to.have.length(3);
  });

  it('lets the words for dates grow older without asking', async () => {
    net.restore();
    const posted = new Date(Date.now() + 7 * 60 * MINUTE).toISOString().slice(0, 19);
    net = network(() => json(feed([item('1', { date_published: `${posted}+07:00` })])));
    const element = add({ src: address() });
    await inState(element, 'ready');
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
    expect(net.asked).to.have.length(1);
  });

  it('is given up when the element leaves the page meanwhile, and made up for when it comes back', async () => {
    const element = add({ src: address(), refresh: '10' });
    await inState(element, 'ready');
    net.restore();
    let signal: AbortSignal | undefined;
    net = network((_, init) => {
      signal = init!.signal!;
      return new Promise(() => {});
    });
    time.pass(10);
    expect(net.asked).to.have.length(1);
    element.remove();
    await new Promise((resolve) => signal!.addEventListener('abort', resolve));
    net.restore();
    net = network(() => json(feed([item('new')])));
    const again = loaded(element);
    document.body.append(element);
    expect(titles(element)).to.deep.equal(['Tin 1']);
    await again;
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin new']);
  });
});
