import { expect } from 'chai';
import { fakeNetwork, feed, json } from '../../support.ts';
import {
  album,
  closeLightbox,
  currentSlide,
  openPhoto,
  readyGallery,
  traverse,
  until,
  waitForPhoto,
} from '../support.ts';

describe('gestures in the lightbox', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let dialog: HTMLDialogElement;
  let element: Element;
  let stage: HTMLElement;
  /** Time of the events in milliseconds. */
  let now = 1000;
  beforeEach(async () => {
    net = fakeNetwork(() => json(feed([album()])));
    element = await readyGallery();
    dialog = await openPhoto(element, 1);
    stage = dialog.querySelector('.slider')!;
  });
  afterEach(async () => {
    await closeLightbox(element);
    net.restore();
    document.body.replaceChildren();
  });

  type At = [x: number, y: number];
  /** The photo's box at rest. */
  const boxOf = () => {
    const { left, top } = stage.getBoundingClientRect();
    const { clientHeight: height, clientWidth: width, offsetTop } = currentSlide(dialog);
    return { left, top: top + offsetTop, width, height };
  };
  /** Positions in pixels from the centre of the photo's box. */
  const send = (type: string, [x, y]: At, pointerType = 'touch', pointerId = 1) => {
    const box = boxOf();
    const event = new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId,
      pointerType,
      clientX: box.left + box.width / 2 + x,
      clientY: box.top + box.height / 2 + y,
    });
    Object.defineProperty(event, 'timeStamp', { value: now });
    stage.dispatchEvent(event);
  };
  /** A swipe between two positions in the given milliseconds. */
  const stroke = (from: At, to: At, pointerType = 'touch', takes = 1000) => {
    send('pointerdown', from, pointerType);
    for (let step = 1; step <= 4; step++) {
      now += takes / 4;
      send(
        'pointermove',
        [from[0] + ((to[0] - from[0]) * step) / 4, from[1] + ((to[1] - from[1]) * step) / 4],
        pointerType,
      );
    }
    send('pointerup', to, pointerType);
  };
  const tap = (at: At, pointerType = 'touch') => {
    send('pointerdown', at, pointerType);
    now += 50;
    send('pointerup', at, pointerType);
  };
  const counter = () => dialog.querySelector('.bar [aria-hidden]')!.textContent![0];
  const view = () => {
    const { a, e, f } = new DOMMatrix((currentSlide(dialog).firstChild as HTMLElement).style.transform);
    return { x: e, y: f, scale: a };
  };
  const track = () => (stage.firstChild as HTMLElement).style.transform;

  it('a horizontal swipe shows the next photo', () => {
    stroke([100, 0], [-100, 0]);
    expect(counter()).to.equal('3');
    stroke([-100, 0], [100, 5]);
    expect(counter()).to.equal('2');
  });

  it('the photo follows the finger and returns after a short drag', () => {
    const rest = track();
    send('pointerdown', [0, 0]);
    now += 1000;
    send('pointermove', [-60, 0]);
    expect(track()).to.not.equal(rest);
    expect(stage.classList.contains('animated')).to.equal(false);
    send('pointerup', [-60, 0]);
    expect([counter(), track()]).to.deep.equal(['2', rest]);
    expect(stage.classList.contains('animated')).to.equal(true);
  });

  it('a short swipe counts if it is quick', () => {
    stroke([30, 0], [-30, 0], 'touch', 80);
    expect(counter()).to.equal('3');
  });

  it('dragging with the mouse works too', () => {
    stroke([100, 0], [-100, 0], 'mouse');
    expect(counter()).to.equal('3');
  });

  it('nothing happens beyond the last photo', () => {
    for (let times = 0; times < 4; times++) stroke([100, 0], [-100, 0]);
    expect(counter()).to.equal('4');
  });

  it('a downward swipe closes the lightbox', async () => {
    await traverse(element, () => stroke([0, 0], [10, 200]));
    expect(dialog.open).to.equal(false);
  });

  it('a cancelled gesture has no effect', () => {
    send('pointerdown', [0, 0]);
    send('pointermove', [-200, 0]);
    send('pointercancel', [-200, 0]);
    expect(counter()).to.equal('2');
  });

  it('a double tap zooms in there, and another zooms out', () => {
    tap([40, 30]);
    now += 100;
    tap([42, 31]);
    const { scale, x, y } = view();
    expect(scale).to.be.at.least(2);
    // The point stays under the finger unless the photo's edge limits it.
    expect(x).to.be.at.most(0);
    expect(y).to.be.closeTo(31 * (1 - scale), 1.5);
    expect(dialog.querySelector('.zoomed')).to.not.equal(null);
    tap([0, 0]);
    now += 100;
    tap([0, 0]);
    expect(view()).to.deep.equal({ x: 0, y: 0, scale: 1 });
  });

  it('a double tap keeps the point under the finger, also horizontally', async () => {
    dialog.querySelector<HTMLElement>('.next')!.click();
    await waitForPhoto(dialog);
    tap([-60, 0]);
    now += 100;
    tap([-60, 0]);
    const { scale, x } = view();
    expect(scale).to.be.at.least(2);
    expect(x).to.be.closeTo(-60 * (1 - scale), 1);
  });

  it('a tap hides the controls, another shows them', async () => {
    const bare = () => dialog.querySelector('.controls-hidden');
    tap([0, 0]);
    await until(dialog, bare);
    now += 2000;
    tap([0, 0]);
    await until(dialog, () => !bare());
  });

  it('pinching zooms about the centre of the fingers', () => {
    send('pointerdown', [-50, 0], 'touch', 1);
    send('pointerdown', [50, 0], 'touch', 2);
    send('pointermove', [-100, 0], 'touch', 1);
    send('pointermove', [100, 0], 'touch', 2);
    expect(view()).to.deep.equal({ x: 0, y: 0, scale: 2 });
    send('pointerup', [-100, 0], 'touch', 1);
    send('pointerup', [100, 0], 'touch', 2);
    expect(view().scale).to.equal(2);
    expect(counter()).to.equal('2');
  });

  it('pinching respects the smallest and largest scale', () => {
    for (const [to, scale] of [
      [5, 1],
      [5000, 3],
    ] as const) {
      send('pointerdown', [-50, 0], 'touch', 1);
      send('pointerdown', [50, 0], 'touch', 2);
      send('pointermove', [to, 0], 'touch', 2);
      send('pointermove', [-to, 0], 'touch', 1);
      send('pointerup', [-to, 0], 'touch', 1);
      send('pointerup', [to, 0], 'touch', 2);
      expect(view().scale).to.equal(scale);
    }
  });

  it('a finger moves a zoomed photo up to its edge', () => {
    tap([0, 0], 'mouse');
    const { scale } = view();
    expect(scale).to.be.greaterThan(1);
    stroke([0, 0], [0, 50]);
    expect(view().y).to.be.closeTo(50, 1);
    stroke([0, 0], [0, 5000]);
    const { height } = boxOf();
    const frame = currentSlide(dialog).firstElementChild as HTMLElement;
    expect(view().y).to.be.closeTo((Math.min(height, frame.offsetHeight) * scale - height) / 2, 1);
    expect(counter()).to.equal('2');
  });

  it('a click zooms in, another zooms out; one beside the photo closes', async () => {
    tap([0, 0], 'mouse');
    expect(view().scale).to.be.greaterThan(1);
    tap([0, 0], 'mouse');
    expect(view().scale).to.equal(1);
    const { width } = boxOf();
    await traverse(element, () => tap([width / 2 - 2, 0], 'mouse'));
    expect(dialog.open).to.equal(false);
  });

  it('Ctrl with the wheel zooms, the wheel alone moves the photo, and the page does not scroll', () => {
    const wheel = (deltaY: number, ctrlKey: boolean) => {
      const { left, top, width, height } = boxOf();
      const event = new WheelEvent('wheel', {
        deltaY,
        ctrlKey,
        bubbles: true,
        cancelable: true,
        clientX: left + width / 2,
        clientY: top + height / 2,
      });
      stage.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel(100, false)).to.equal(true);
    expect(view().scale).to.equal(1);
    wheel(-120, true);
    expect(view().scale).to.be.greaterThan(1.5);
    wheel(20, false);
    expect(view().y).to.be.lessThan(0);
    wheel(5000, true);
    expect(view()).to.deep.equal({ x: 0, y: 0, scale: 1 });
  });

  it('the next photo is not zoomed', async () => {
    tap([0, 0], 'mouse');
    dialog.querySelector<HTMLElement>('.next')!.click();
    await waitForPhoto(dialog);
    expect(view().scale).to.equal(1);
    dialog.querySelector<HTMLElement>('.previous')!.click();
    expect(view().scale).to.equal(1);
  });
});
