import { expect } from 'chai';
import { emulatePrint, fakeNetwork, feed, json } from '../../support.ts';
import {
  album,
  closeLightbox,
  currentSlide,
  historyOwner,
  openPhoto,
  pressKey,
  readyGallery,
  singlePhoto,
  until,
  waitForLightbox,
} from '../support.ts';

const PLACE = location.href;

describe('the lightbox above the page', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let items = [album()];
  beforeEach(() => {
    items = [album()];
    net = fakeNetwork(() => json(feed(items)));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', PLACE);
  });
  /** Puts the gallery into a container, as pages do. */
  const wrap = (element: Element, container: string): HTMLElement => {
    document.body.insertAdjacentHTML('afterbegin', container);
    const wrapper = document.body.firstElementChild as HTMLElement;
    (wrapper.querySelector('.inner') ?? wrapper).append(element);
    return wrapper;
  };
  const closed = (element: Element) =>
    until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));

  for (const [name, container, hide] of [
    ['is not displayed', '<div></div>', (box) => box.style.setProperty('display', 'none')],
    ['is hidden', '<div></div>', (box) => box.toggleAttribute('hidden', true)],
    [
      'is a closed <details>',
      '<details open><div class="inner"></div></details>',
      (box) => box.removeAttribute('open'),
    ],
    ['skips its content', '<div></div>', (box) => box.style.setProperty('content-visibility', 'hidden')],
  ] as [string, string, (box: HTMLElement) => void][])
    it(`closes when its container ${name}`, async function () {
      if (name === 'skips its content' && !CSS.supports('content-visibility', 'hidden')) this.skip();
      const element = await readyGallery();
      const box = wrap(element, container);
      const dialog = await openPhoto(element);
      hide(box);
      await closed(element);
      expect(dialog.open).to.equal(false);
      if (historyOwner(element).history.state)
        await new Promise((resolve) =>
          historyOwner(element).addEventListener('popstate', resolve, { once: true }),
        );
      expect(location.href).to.equal(PLACE);
    });

  it('does not stay open in a container that is hidden already', async () => {
    const element = await readyGallery();
    await openPhoto(element, 1);
    const shared = location.href;
    await closeLightbox(element);
    element.remove();
    history.replaceState(null, '', shared);
    const another = await readyGallery();
    await waitForLightbox(another);
    await closeLightbox(another);
    history.replaceState(null, '', shared);
    const hidden = document.createElement('div');
    hidden.hidden = true;
    document.body.append(hidden);
    const third = document.createElement('tct-gallery');
    third.setAttribute('src', another.src!);
    hidden.append(third);
    await until(third.shadowRoot ?? third, () => true);
    await new Promise<void>((resolve) => {
      const check = () => (location.href === PLACE ? resolve() : requestAnimationFrame(check));
      check();
    });
    expect(third.shadowRoot!.querySelector('dialog')).to.equal(null);
  });

  it('is seen in a container that is only invisible', async () => {
    const element = await readyGallery();
    const box = wrap(element, '<div></div>');
    const dialog = await openPhoto(element);
    box.style.visibility = 'hidden';
    expect(getComputedStyle(dialog.querySelector('.bar')!).visibility).to.equal('visible');
    for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
    expect(dialog.open).to.equal(true);
  });

  it('keeps the page from being scrolled by the wheel, Space or a finger, wherever that is', async () => {
    items = [singlePhoto('1', { title: 'Ngắn' }), singlePhoto('2', { title: 'Rất dài '.repeat(300) })];
    const dialog = await openPhoto(await readyGallery({ download: '' }));
    const wheel = (target: Element, more: WheelEventInit = {}) => {
      const event = new WheelEvent('wheel', { deltaY: 50, bubbles: true, cancelable: true, ...more });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const press = (target: HTMLElement, key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    for (const each of [dialog, ...dialog.querySelectorAll('.viewer *')]) {
      expect(wheel(each), each.outerHTML.slice(0, 80)).to.equal(true);
      expect(getComputedStyle(dialog).touchAction).to.equal('none');
    }
    for (const selector of ['.slider', '.text p', 'a.button'])
      expect(press(dialog.querySelector(selector)!, ' '), selector).to.equal(true);
    expect(press(dialog, ' ')).to.equal(true);
    // Buttons are pressed by Space.
    expect(press(dialog.querySelector('button')!, ' ')).to.equal(false);
    // Ctrl with the wheel zooms the page, where it does not zoom the photo.
    expect(wheel(dialog.querySelector('.bar')!, { ctrlKey: true })).to.equal(false);

    dialog.style.height = '300px';
    pressKey(dialog, 'End');
    const caption = dialog.querySelector<HTMLElement>('[part=caption]')!;
    expect(wheel(caption)).to.equal(false);
    expect(wheel(caption, { deltaX: 90 })).to.equal(true);
    expect(getComputedStyle(caption).touchAction).to.equal('pan-y');
    expect(getComputedStyle(caption).overscrollBehaviorY).to.equal('contain');
    for (const key of [' ', 'ArrowDown']) {
      const { scrollTop } = caption;
      expect(press(caption, key)).to.equal(true);
      expect(caption.scrollTop, key).to.be.greaterThan(scrollTop);
    }
  });

  it('fits into what is seen of a page zoomed by two fingers', async () => {
    const viewport = Object.assign(new EventTarget(), {
      ...{ scale: 2.5, offsetLeft: 120, offsetTop: 300, width: 156, height: 280 },
    });
    const real = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
    Object.defineProperty(window, 'visualViewport', { value: viewport, configurable: true });
    try {
      const element = await readyGallery();
      const dialog = await openPhoto(element);
      const box = () => {
        const { height, left, top, width } = dialog.getBoundingClientRect();
        return [left, top, width, height].map(Math.round);
      };
      expect(box()).to.deep.equal([120, 300, 156, 280]);
      // As large as on a page that is not zoomed.
      expect(dialog.clientWidth).to.equal(390);

      // Gestures follow the finger in what is seen.
      const slider = dialog.querySelector('.slider')!;
      const send = (type: string, clientX: number) =>
        slider.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerId: 1,
            pointerType: 'touch',
            clientX,
            clientY: 400,
          }),
        );
      send('pointerdown', 200);
      send('pointermove', 180);
      send('pointermove', 160);
      const shift = currentSlide(dialog).getBoundingClientRect().left - slider.getBoundingClientRect().left;
      // The first photo has none before it.
      expect(Math.round(shift)).to.equal(-40);
      send('pointercancel', 160);

      Object.assign(viewport, {
        scale: 1,
        offsetLeft: 0,
        offsetTop: 0,
        width: innerWidth,
        height: innerHeight,
      });
      viewport.dispatchEvent(new Event('resize'));
      expect(box().slice(0, 2)).to.deep.equal([0, 0]);
      expect(box()[2]).to.be.at.least(document.documentElement.clientWidth);
      await closeLightbox(element);
    } finally {
      Object.defineProperty(window, 'visualViewport', real);
    }
  });

  it('is printed once, without buttons', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    emulatePrint(element);
    // Anything fixed is repeated on every page.
    expect(getComputedStyle(dialog).position).to.equal('absolute');
    for (const each of dialog.querySelectorAll<HTMLElement>('.bar,button,.button,input'))
      expect(each.getClientRects(), each.outerHTML).to.have.length(0);
    expect(dialog.querySelector('[part=caption]')!.getClientRects()).to.have.length(1);
  });

  it('is the same on a page written from right to left', async () => {
    const element = await readyGallery();
    wrap(element, '<div dir="rtl"></div>');
    const dialog = await openPhoto(element);
    const left = (selector: string) => dialog.querySelector(selector)!.getBoundingClientRect().left;
    expect(left('.previous')).to.be.below(left('.next'));
  });
});
