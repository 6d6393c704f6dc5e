import { expect } from 'chai';
import { add, address, feed, inState, item, json, network, titles } from './support.ts';

const MINUTE = 60_000;

/** The page's clock, timers and visibility, moved by the test. */
function clock() {
  const { setTimeout, clearTimeout } = window;
  const { now } = Date;
  let time = now();
  let visible = true;
  let count = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  Object.assign(window, {
    // Short ones are the browser's own business.
    setTimeout: (run: () => void, wait = 0) => {
      if (wait < MINUTE) return setTimeout(run, wait);
      timers.set(++count + 1e9, { at: time + wait, run });
      return count + 1e9;
    },
    clearTimeout: (timer: number) => (timers.delete(timer) ? undefined : clearTimeout(timer)),
  });
  Date.now = () => time;
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (visible ? 'visible' : 'hidden'),
  });
  return {
    timers,
    pass(milliseconds: number) {
      time += milliseconds;
      for (const [timer, { at, run }] of timers)
        if (at <= time) {
          timers.delete(timer);
          run();
        }
    },
    show(now: boolean) {
      visible = now;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    restore() {
      Object.assign(window, { setTimeout, clearTimeout });
      Date.now = now;
      Reflect.deleteProperty(document, 'visibilityState');
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
    time.pass(9 * MINUTE);
    expect(net.asked).to.have.length(1);
    const again = loaded(element);
    time.pass(MINUTE);
    expect(element.getAttribute('state')).to.equal('ready');
    await again;
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Tin 2']);
  });

  it('waits while the page is hidden, and asks once when it is seen again', async () => {
    const element = add({ src: address(), refresh: '10' });
    await inState(element, 'ready');
    time.show(false);
    time.pass(60 * MINUTE);
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
    expect(time.timers.size).to.equal(0);
    time.pass(60 * MINUTE);
    time.show(false);
    time.show(true);
    expect(net.asked).to.have.length(3);
  });
});
