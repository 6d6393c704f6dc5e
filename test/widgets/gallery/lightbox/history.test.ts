import { expect } from 'chai';
import { fakeNetwork, feed, json, uniqueUrl } from '../../support.ts';
import {
  album,
  closeLightbox,
  links,
  openPhoto,
  PORTRAIT,
  pressKey,
  readyGallery,
  singlePhoto,
  traverse,
  until,
  waitForLightbox,
} from '../support.ts';

const PLACE = location.href;
const named = () => new URLSearchParams(location.search).get('anh');
const counter = (dialog: Element) => dialog.querySelector('.bar [aria-hidden]')!.textContent!;

describe('the URL of a photo', () => {
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

  it('is in the page’s URL while the photo is open, besides other parameters', async () => {
    history.replaceState({ own: 1 }, '', `${PLACE}&trang=2#duoi`);
    const before = location.href;
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    const first = named();
    expect(first).to.match(/^[a-z\d]+$/);
    expect(new URLSearchParams(location.search).get('trang')).to.equal('2');
    expect(location.hash).to.equal('#duoi');
    pressKey(dialog, 'ArrowRight');
    expect(named())
      .to.match(/^[a-z\d]+$/)
      .and.not.equal(first);
    await closeLightbox(element);
    expect(location.href).to.equal(before);
    expect(history.state).to.deep.equal({ own: 1 });
  });

  it('closes the photo when the page moves in its own history', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    history.replaceState(null, '', `${PLACE}&trang=3`);
    dispatchEvent(new PopStateEvent('popstate'));
    await until(element.shadowRoot!, () => !dialog.isConnected);
    expect(location.href).to.equal(`${PLACE}&trang=3`);
  });

  it('is left by “back”, however many photos were shown, and entered again by “forward”', async () => {
    const element = await readyGallery();
    const entries = history.length;
    const dialog = await openPhoto(element);
    pressKey(dialog, 'ArrowRight');
    pressKey(dialog, 'ArrowRight');
    expect(history.length - entries).to.be.at.most(1);
    const shown = named();
    await traverse(element, () => history.back());
    await until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
    expect(location.href).to.equal(PLACE);
    await traverse(element, () => history.forward());
    expect(counter(await waitForLightbox(element))).to.equal('3 / 4');
    expect(named()).to.equal(shown);
  });

  it('works when a photo is opened right after another was closed', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    dialog.close();
    await until(element.shadowRoot!, () => !dialog.isConnected);
    links(element)[3]!.click();
    const next = await waitForLightbox(element);
    // The first photo's pending history change does not close the second.
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
    expect([next.open, counter(next)]).to.deep.equal([true, '4 / 4']);
    expect(named()).to.not.equal(null);
  });

  it('opens the photo on a page opened by the link, and disappears when it closes', async () => {
    const first = await readyGallery();
    const dialog = await openPhoto(first, 1);
    const sent = location.href;
    await closeLightbox(first);
    expect(dialog.open).to.equal(false);
    first.remove();
    history.replaceState(null, '', sent);
    const entries = history.length;
    const element = await readyGallery();
    expect(counter(await waitForLightbox(element))).to.equal('2 / 4');
    expect(history.length).to.equal(entries);
    const shown = element.shadowRoot!.querySelector('dialog')!;
    shown.close();
    await until(element.shadowRoot!, () => !shown.isConnected);
    expect(location.href).to.equal(PLACE);
  });

  it('finds a photo that is on an older page by now', async () => {
    const old = singlePhoto('cu');
    net.restore();
    const src = uniqueUrl();
    net = fakeNetwork((url) =>
      url === src
        ? json(feed([singlePhoto('moi')], { next_url: `${src}?2` }))
        : json(feed([{ ...old, date_published: '2020-01-01T00:00:00+07:00' }])),
    );
    const other = await readyGallery({ src: `${src}?2` });
    await openPhoto(other);
    const sent = location.href;
    await closeLightbox(other);
    other.remove();
    history.replaceState(null, '', sent);
    expect(counter(await waitForLightbox(await readyGallery({ src })))).to.equal('2 / 2');
  });

  it('opens nothing if the gallery has no such photo', async () => {
    history.replaceState(null, '', `${PLACE}&anh=khongco`);
    const element = await readyGallery();
    // Opening another photo proves that the lightbox was loaded.
    const dialog = await openPhoto(element, 1);
    expect(counter(dialog)).to.equal('2 / 4');
    await closeLightbox(element);
  });

  it('opens only one of two galleries that contain the photo', async () => {
    const first = await readyGallery();
    await openPhoto(first);
    const sent = location.href;
    await closeLightbox(first);
    first.remove();
    history.replaceState(null, '', sent);
    const both = [await readyGallery(), await readyGallery()];
    await Promise.race(both.map(waitForLightbox));
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    expect(both.filter((each) => each.shadowRoot!.querySelector('dialog'))).to.have.length(1);
  });

  it('is not written with no-share, but “back” still closes the photo', async () => {
    const element = await readyGallery({ 'no-share': '' });
    const dialog = await openPhoto(element);
    expect(location.href).to.equal(PLACE);
    expect(dialog.querySelector('[aria-label="Chia sẻ"]')).to.equal(null);
    await traverse(element, () => history.back());
    await until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
    history.replaceState(null, '', `${PLACE}&anh=1`);
    const other = await readyGallery({ 'no-share': '' });
    expect(other.shadowRoot!.querySelector('dialog')).to.equal(null);
  });

  describe('can be shared', () => {
    const share = async (clipboard: object | undefined) => {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      try {
        const element = await readyGallery();
        const dialog = await openPhoto(element, 1);
        dialog.querySelector<HTMLElement>('[aria-label="Chia sẻ"]')!.click();
        await until(
          dialog,
          () => dialog.querySelector('.message')!.textContent || dialog.querySelector('input'),
        );
        return dialog;
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
      }
    };

    it('by the clipboard', async () => {
      let copied = '';
      const dialog = await share({
        writeText: async (text: string) => {
          copied = text;
        },
      });
      expect(copied).to.equal(location.href);
      const message = dialog.querySelector('.message')!;
      expect(message.textContent).to.equal('Đã sao chép địa chỉ của ảnh');
      expect(message.getAttribute('role')).to.equal('status');
      pressKey(dialog, 'ArrowRight');
      expect(message.textContent).to.equal('');
    });

    it('as text to copy by hand where there is no clipboard', async () => {
      const dialog = await share(undefined);
      const box = dialog.querySelector('input')!;
      expect(box.value).to.equal(location.href);
      expect([box.readOnly, box.selectionEnd]).to.deep.equal([true, location.href.length]);
      // Keys in the text field do not change the photo.
      box.focus();
      expect(pressKey(dialog, 'ArrowRight').defaultPrevented).to.equal(false);
      expect(PORTRAIT).to.equal(dialog.querySelector<HTMLImageElement>('.slide:not([inert]) img')!.src);
    });
  });
});
