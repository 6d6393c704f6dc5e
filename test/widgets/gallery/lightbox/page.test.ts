import { expect } from 'chai';
import { emulatePrint, fakeNetwork, feed, json } from '../../support.ts';
import { album, closeLightbox, openPhoto, readyGallery } from '../support.ts';

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
