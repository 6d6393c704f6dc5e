import { expect } from 'chai';
import { fakeNetwork, feed, json } from '../../support.ts';
import {
  album,
  closeLightbox,
  openPhoto,
  pressKey,
  readyGallery,
  until,
  waitForLightbox,
} from '../support.ts';

const PLACE = location.href;
const named = () => new URLSearchParams(location.search).get('anh');
const counter = (dialog: Element) => dialog.querySelector('.bar [aria-hidden]')!.textContent!;

describe('the parameter of a photo', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([album()])));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', PLACE);
  });

  for (const [query, sent] of [
    ['?', '?&anh=KEY'],
    ['?tim=%D0%E0&muc=a/b%20c+d%2f&&xem', '?tim=%D0%E0&muc=a/b%20c+d%2f&&xem&anh=KEY'],
    ['?anh=12&x=1', '?anh=12&x=1&tct-anh=KEY'],
    ['?x=1&anh=', '?x=1&anh=&tct-anh=KEY'],
    ['?danh=1', '?danh=1&anh=KEY'],
  ] as const)
    it(`is added to “${query}” and removed as text`, async () => {
      const page = `${location.origin}${location.pathname}`;
      history.replaceState(null, '', `${page}${query}#muc?anh=1`);
      const before = location.href;
      const element = await readyGallery();
      const dialog = await openPhoto(element);
      const keys = new Set<string>();
      for (let step = 0; step < 2; step++) {
        const key = new URLSearchParams(location.search)
          .getAll(sent.includes('tct-') ? 'tct-anh' : 'anh')
          .at(-1)!;
        keys.add(key);
        expect(location.href).to.equal(`${page}${sent.replace('KEY', key)}#muc?anh=1`);
        pressKey(dialog, 'ArrowRight');
      }
      expect(keys.size).to.equal(2);
      const shared = location.href;
      await closeLightbox(element);
      expect(location.href).to.equal(before);

      element.remove();
      history.replaceState(null, '', shared);
      const another = await readyGallery();
      expect(counter(await waitForLightbox(another))).to.equal('3 / 4');
      await closeLightbox(another);
      expect(location.href).to.equal(before);
    });

  it('is removed from before the page’s parameters too, and stays if the page has changed it', async () => {
    const first = await readyGallery();
    await openPhoto(first, 1);
    const key = named()!;
    await closeLightbox(first);
    first.remove();
    const page = `${location.origin}${location.pathname}`;
    history.replaceState(null, '', `${page}?anh=${key}&x=%D0`);
    const element = await readyGallery();
    const dialog = await waitForLightbox(element);
    pressKey(dialog, 'ArrowRight');
    expect(location.search).to.match(/^\?anh=[a-z\d]+&x=%D0$/);
    pressKey(dialog, 'ArrowLeft');
    await closeLightbox(element);
    expect(location.href).to.equal(`${page}?x=%D0`);
    const again = await openPhoto(element);
    history.replaceState(null, '', `${page}?anh=cua-trang`);
    again.close();
    await until(element.shadowRoot!, () => !again.isConnected);
    expect(location.href).to.equal(`${page}?anh=cua-trang`);
  });

  it('is not touched with no-share, whatever the page’s own parameter is', async () => {
    const page = `${location.origin}${location.pathname}?anh=12&x=1`;
    history.replaceState(null, '', page);
    const element = await readyGallery({ 'no-share': '' });
    pressKey(await openPhoto(element), 'ArrowRight');
    expect(location.href).to.equal(page);
    await closeLightbox(element);
    expect(location.href).to.equal(page);
  });
});
