import { expect } from 'chai';
import { cachedCopy, type fakeNetwork } from './support.ts';

/** Counts the page's listeners and long timers from now on. */
function countLeaks(): { left: () => { listeners: number; timers: number }; restore: () => void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const timers = new Set<unknown>();
  let listeners = 0;
  const ofPage = (target: unknown) => target === document || target === window || target === undefined;
  Object.assign(EventTarget.prototype, {
    addEventListener(this: EventTarget, ...given: Parameters<typeof addEventListener>) {
      if (ofPage(this)) listeners++;
      addEventListener.apply(this, given);
    },
    removeEventListener(this: EventTarget, ...given: Parameters<typeof removeEventListener>) {
      if (ofPage(this)) listeners--;
      removeEventListener.apply(this, given);
    },
  });
  const keep = (timer: unknown, wait?: number) => {
    // Short timers end by themselves.
    if (Number(wait) >= 60_000) timers.add(timer);
    return timer;
  };
  Object.assign(window, {
    setTimeout: (run: () => void, wait?: number) => keep(setTimeout(run, wait), wait),
    setInterval: (run: () => void, wait?: number) => keep(setInterval(run, wait), wait),
    clearTimeout: (timer: number) => {
      timers.delete(timer);
      clearTimeout(timer);
    },
    clearInterval: (timer: number) => {
      timers.delete(timer);
      clearInterval(timer);
    },
  });
  return {
    left: () => ({ listeners, timers: timers.size }),
    restore() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(window, { setTimeout, clearTimeout, setInterval, clearInterval });
    },
  };
}

/**
 * Runs a step a hundred times with an element that loads `src`, and expects no listeners and no timers to be left, and a
 * single request and cache entry.
 */
export async function expectNoLeaks(
  { requested }: ReturnType<typeof fakeNetwork>,
  src: string,
  each: (times: number) => Promise<void>,
): Promise<void> {
  const count = countLeaks();
  try {
    for (let times = 0; times < 100; times++) await each(times);
    await cachedCopy(src);
    expect(count.left()).to.deep.equal({ listeners: 0, timers: 0 });
    expect(requested).to.deep.equal([src]);
    // One entry for the response, none for the elements.
    expect(Object.keys(localStorage)).to.deep.equal([`tct:${src}`]);
  } finally {
    count.restore();
  }
}
