import { expect } from 'chai';
import { emulatePrint, fakeNetwork, feed, json } from '../../support.ts';
import { album, closeLightbox, openPhoto, pressKey, readyGallery, singlePhoto } from '../support.ts';

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
});
