import { expect } from 'chai';
import { emulatePrint, fakeNetwork, feed, json, part } from '../support.ts';
import { readyGallery, singlePhoto } from './support.ts';

describe('the carousel', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const { matchMedia, setInterval, clearInterval } = window;
  /** Recorded timers by id: callback and milliseconds. */
  const timers = new Map<number, { tick: () => void; every: number }>();
  let lessMotion = false;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed(Array.from({ length: 8 }, (_, index) => singlePhoto(String(index))))));
    lessMotion = false;
    timers.clear();
    let last = 1e9;
    Object.assign(window, {
      matchMedia: (query: string) =>
        /reduced-motion/.test(query) ? { matches: lessMotion } : matchMedia.call(window, query),
      // Ignores the timer that all widgets have.
      setInterval: (tick: () => void, every: number) => {
        if (every === 60_000) return setInterval(tick, every);
        timers.set(++last, { tick, every });
        return last;
      },
      clearInterval: (timer: number) => timers.delete(timer) || clearInterval(timer),
    });
  });
  afterEach(() => {
    Object.assign(window, { matchMedia, setInterval, clearInterval });
    net.restore();
    document.body.replaceChildren();
  });
  const list = (element: Element) => part(element, 'list')!;
  const buttons = (element: Element) => [
    ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button[part=turn]'),
  ];
  /** Index of the photo at the row's start once scrolling has ended. */
  const at = async (element: Element, index: number) => {
    const row = list(element);
    const distance = () => {
      const most = row.scrollWidth - row.clientWidth;
      const [first, photo] = [row.children[0]!, row.children[index]!].map((each) =>
        each.getBoundingClientRect(),
      );
      const start = document.body.dir === 'rtl' ? first!.right - photo!.right : photo!.left - first!.left;
      return Math.min(most, start);
    };
    while (Math.abs(Math.abs(row.scrollLeft) - distance()) > 2)
      await new Promise((resolve) => row.addEventListener('scroll', resolve, { once: true }));
  };
  const tick = () => {
    for (const each of timers.values()) each.tick();
  };

  it('is a scrollable row with snapping', async () => {
    const element = await readyGallery({ layout: 'carousel' }, 320);
    const row = list(element);
    expect(row.scrollWidth).to.be.greaterThan(row.clientWidth * 5);
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(row).scrollSnapType).to.contain('x mandatory');
  });

  it('prints all photos', async () => {
    const element = await readyGallery({ layout: 'carousel' }, 600);
    emulatePrint(element);
    const { clientWidth, offsetHeight, scrollWidth } = list(element);
    expect(scrollWidth).to.equal(clientWidth);
    for (const { offsetHeight: photo } of list(element).children as HTMLCollectionOf<HTMLElement>)
      expect(photo).to.be.below(offsetHeight / 2);
  });

  it('scrolls by the visible photos with buttons, and wraps around', async () => {
    lessMotion = true;
    const element = await readyGallery({ layout: 'carousel' }, 1100);
    const [back, on] = buttons(element);
    expect([back!.ariaLabel, on!.ariaLabel]).to.deep.equal(['Ảnh trước', 'Ảnh sau']);
    on!.click();
    await at(element, 3);
    on!.click();
    await at(element, 7);
    on!.click();
    await at(element, 0);
    back!.click();
    await at(element, 7);
  });

  it('turns on a page written from right to left', async () => {
    lessMotion = true;
    document.body.dir = 'rtl';
    try {
      const element = await readyGallery({ layout: 'carousel' }, 1100);
      const [back, on] = buttons(element);
      on!.click();
      await at(element, 3);
      on!.click();
      await at(element, 7);
      on!.click();
      await at(element, 0);
      back!.click();
      await at(element, 7);
      back!.click();
      await at(element, 2);
    } finally {
      document.body.removeAttribute('dir');
    }
  });

  it('does not move by itself without autoplay', async () => {
    const element = await readyGallery({ layout: 'carousel' });
    expect(timers.size).to.equal(0);
    expect(buttons(element)).to.have.length(2);
    await readyGallery({ layout: 'carousel', autoplay: '0' });
    // A grid does not scroll.
    await readyGallery({ autoplay: '5' });
    expect(timers.size).to.equal(0);
  });

  it('moves by itself at the interval of autoplay, with a pause button', async () => {
    const element = await readyGallery({ layout: 'carousel', autoplay: '9' }, 320);
    expect([...timers.values()].map(({ every }) => every)).to.deep.equal([9000]);
    tick();
    await at(element, 1);
    const [pause] = buttons(element);
    expect(pause!.textContent).to.equal('Tạm dừng');
    pause!.click();
    await element.updateComplete;
    expect(timers.size).to.equal(0);
    expect(pause!.textContent).to.equal('Tự chuyển ảnh');
    pause!.click();
    expect(timers.size).to.equal(1);
  });

  for (const [autoplay, every] of [
    ['', 6000],
    ['nhanh', 6000],
    ['0.01', 2000],
    ['-3', 2000],
  ] as const)
    it(`autoplay="${autoplay}" is every ${every} ms`, async () => {
      await readyGallery({ layout: 'carousel', autoplay });
      expect([...timers.values()].map((each) => each.every)).to.deep.equal([every]);
    });

  it('does not move while hovered or focused', async () => {
    const element = await readyGallery({ layout: 'carousel', autoplay: '5' }, 320);
    buttons(element)[0]!.focus();
    // Scrolls without animation.
    lessMotion = true;
    const before = list(element).scrollLeft;
    tick();
    await new Promise(requestAnimationFrame);
    expect(list(element).scrollLeft).to.equal(before);
  });

  it('starts paused for users who prefer reduced motion', async () => {
    lessMotion = true;
    const element = await readyGallery({ layout: 'carousel', autoplay: '5' });
    expect(timers.size).to.equal(0);
    const [play] = buttons(element);
    expect(play!.textContent).to.equal('Tự chuyển ảnh');
    play!.click();
    expect(timers.size).to.equal(1);
  });

  it('stops when removed or switched to a grid, and resumes when it returns', async () => {
    const element = await readyGallery({ layout: 'carousel', autoplay: '5' });
    element.remove();
    expect(timers.size).to.equal(0);
    document.body.append(element);
    expect(timers.size).to.equal(1);
    element.layout = 'grid';
    await element.updateComplete;
    expect(timers.size).to.equal(0);
  });
});
