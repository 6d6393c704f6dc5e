import { expect } from 'chai';
import { feed, json, network, onPaper, part } from '../support.ts';
import { alone, gallery } from './support.ts';

describe('a carousel', () => {
  let net: ReturnType<typeof network>;
  const { matchMedia, setInterval, clearInterval } = window;
  /** What would be done after how many milliseconds, by the timer's number. */
  const timers = new Map<number, { tick: () => void; every: number }>();
  let lessMotion = false;
  beforeEach(() => {
    net = network(() => json(feed(Array.from({ length: 8 }, (_, index) => alone(String(index))))));
    lessMotion = false;
    timers.clear();
    let last = 1e9;
    Object.assign(window, {
      matchMedia: (query: string) =>
        /reduced-motion/.test(query) ? { matches: lessMotion } : matchMedia.call(window, query),
      // What all widgets do by the minute is none of it.
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
  /** The photo at the left edge, once scrolling has ended where it should. */
  const at = async (element: Element, index: number) => {
    const row = list(element);
    const left = () => {
      const most = row.scrollWidth - row.clientWidth;
      return Math.min(
        most,
        (row.children[index] as HTMLElement).offsetLeft - (row.children[0] as HTMLElement).offsetLeft,
      );
    };
    while (Math.abs(row.scrollLeft - left()) > 2)
      await new Promise((resolve) => row.addEventListener('scroll', resolve, { once: true }));
  };
  const tick = () => {
    for (const each of timers.values()) each.tick();
  };

  it('is a row that snaps, and scrolls in itself', async () => {
    const element = await gallery({ layout: 'carousel' }, 320);
    const row = list(element);
    expect(row.scrollWidth).to.be.greaterThan(row.clientWidth * 5);
    expect(element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(row).scrollSnapType).to.contain('x mandatory');
  });

  it('is whole on paper', async () => {
    const element = await gallery({ layout: 'carousel' }, 600);
    onPaper(element);
    const { clientWidth, offsetHeight, scrollWidth } = list(element);
    expect(scrollWidth).to.equal(clientWidth);
    for (const { offsetHeight: photo } of list(element).children as HTMLCollectionOf<HTMLElement>)
      expect(photo).to.be.below(offsetHeight / 2);
  });

  it('is turned by buttons, by as many photos as are seen; behind the last comes the first', async () => {
    lessMotion = true;
    const element = await gallery({ layout: 'carousel' }, 1100);
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

  it('stands still unless it was asked to turn', async () => {
    const element = await gallery({ layout: 'carousel' });
    expect(timers.size).to.equal(0);
    expect(buttons(element)).to.have.length(2);
    await gallery({ layout: 'carousel', autoplay: '0' });
    // A grid has nothing to turn.
    await gallery({ autoplay: '5' });
    expect(timers.size).to.equal(0);
  });

  it('turns by itself as often as it was asked to, with a button that stops it', async () => {
    const element = await gallery({ layout: 'carousel', autoplay: '9' }, 320);
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
      await gallery({ layout: 'carousel', autoplay });
      expect([...timers.values()].map((each) => each.every)).to.deep.equal([every]);
    });

  it('does not turn under somebody who is on it', async () => {
    const element = await gallery({ layout: 'carousel', autoplay: '5' }, 320);
    buttons(element)[0]!.focus();
    // So that it would be there at once.
    lessMotion = true;
    const before = list(element).scrollLeft;
    tick();
    await new Promise(requestAnimationFrame);
    expect(list(element).scrollLeft).to.equal(before);
  });

  it('waits for the button where somebody wants less motion', async () => {
    lessMotion = true;
    const element = await gallery({ layout: 'carousel', autoplay: '5' });
    expect(timers.size).to.equal(0);
    const [play] = buttons(element);
    expect(play!.textContent).to.equal('Tự chuyển ảnh');
    play!.click();
    expect(timers.size).to.equal(1);
  });

  it('stops when it leaves the page or becomes a grid, and goes on when it comes back', async () => {
    const element = await gallery({ layout: 'carousel', autoplay: '5' });
    element.remove();
    expect(timers.size).to.equal(0);
    document.body.append(element);
    expect(timers.size).to.equal(1);
    element.layout = 'grid';
    await element.updateComplete;
    expect(timers.size).to.equal(0);
  });
});
