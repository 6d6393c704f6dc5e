import { expect } from 'chai';
import type { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { addElement, fakeNetwork, feed, json, uniqueUrl, waitForState } from '../support.ts';
import {
  closeLightbox,
  LANDSCAPE,
  links,
  openPhoto,
  PANORAMA,
  PORTRAIT,
  pictures,
  THUMBNAIL,
  until,
} from './support.ts';

const FIGURES = `<p>Ảnh của Trường</p>
  <figure><a href="${LANDSCAPE}"><img src="${THUMBNAIL}" alt="Đoàn học viên"></a><figcaption> Đoàn nghiên cứu </figcaption></figure>
  <a href="${PORTRAIT}" title="Khu dân cư"><img src="${PORTRAIT}" alt=""></a>`;

describe('photos inside the tag', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
    delete globalThis.tct;
  });
  const ready = async (inner: string, attributes: Record<string, string> = {}): Promise<TctGallery> => {
    const element = addElement('tct-gallery', attributes, inner);
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };

  it('become the gallery without any request', async () => {
    globalThis.tct = { version: '0', base: 'https://hub.example/', ahead: new Map() };
    const element = await ready(FIGURES, { captions: '' });
    expect(links(element).map(({ href }) => href)).to.deep.equal([LANDSCAPE, PORTRAIT]);
    expect(pictures(element).map(({ src, alt }) => [src, alt])).to.deep.equal([
      [THUMBNAIL, 'Đoàn học viên'],
      [PORTRAIT, 'Khu dân cư'],
    ]);
    const captions = [...element.shadowRoot!.querySelectorAll('[part=caption]')];
    expect(captions.map(({ textContent }) => textContent)).to.deep.equal(['Đoàn nghiên cứu', 'Khu dân cư']);
    expect(net.requested).to.deep.equal([]);
    expect(element.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
  });

  it('open in the lightbox', async () => {
    const element = await ready(FIGURES);
    const dialog = await openPhoto(element, 1);
    expect(dialog.querySelector('[part=caption]')!.textContent).to.equal('Khu dân cư');
    await closeLightbox(element);
  });

  it('may be added or changed later', async () => {
    const element = addElement('tct-gallery', {});
    await waitForState(element, 'error');
    element.innerHTML = FIGURES;
    await until(element.shadowRoot!, () => links(element).length === 2);
    element.insertAdjacentHTML(
      'beforeend',
      `<a href="${PANORAMA}"><img src="${PANORAMA}" alt="Toàn cảnh"></a>`,
    );
    await until(element.shadowRoot!, () => links(element).length === 3);
    expect(net.requested).to.deep.equal([]);
  });

  const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  for (const [name, image, shown] of [
    ['data-src', `src="${PLACEHOLDER}" data-src="${THUMBNAIL}"`, THUMBNAIL],
    [
      'a relative data-lazy-src',
      `src="${PLACEHOLDER}" data-lazy-src="${new URL(THUMBNAIL).pathname}"`,
      THUMBNAIL,
    ],
    ['data-original', `src="${PLACEHOLDER}" data-original="${THUMBNAIL}"`, THUMBNAIL],
    ['data-src without src', `data-src="${THUMBNAIL}"`, THUMBNAIL],
    ['data-src beside a placeholder file', `src="/trong.gif" data-src="${THUMBNAIL}"`, THUMBNAIL],
    ['data-original beside a picture', `src="${THUMBNAIL}" data-original="${PANORAMA}"`, THUMBNAIL],
    ['nothing but a placeholder', `src="${PLACEHOLDER}"`, LANDSCAPE],
    ['a script in data-src', `src="${PLACEHOLDER}" data-src="javascript:alert(1)"`, LANDSCAPE],
  ] as const)
    it(`are shown before a lazy loader has loaded them: ${name}`, async () => {
      const element = await ready(`<a href="${LANDSCAPE}"><img ${image} alt="Đoàn"></a>`);
      expect(pictures(element).map(({ src }) => src)).to.deep.equal([shown]);
    });

  it('are read again when their src changes or when some are added deeper inside', async () => {
    const element = await ready(
      `<div><a href="${LANDSCAPE}"><img src="${PLACEHOLDER}" alt="Đoàn"></a></div>`,
    );
    expect(pictures(element)[0]!.src).to.equal(LANDSCAPE);
    element.querySelector('img')!.src = THUMBNAIL;
    await until(element.shadowRoot!, () => pictures(element)[0]!.src === THUMBNAIL);
    element
      .querySelector('div')!
      .insertAdjacentHTML('beforeend', `<a href="${PORTRAIT}"><img src="${PORTRAIT}" alt=""></a>`);
    await until(element.shadowRoot!, () => links(element).length === 2);
    element.querySelector('a')!.href = PANORAMA;
    await until(element.shadowRoot!, () => links(element)[0]!.href === PANORAMA);
    expect(net.requested).to.deep.equal([]);
  });

  it('are only the fallback if the tag has a src', async () => {
    const src = uniqueUrl();
    const element = addElement('tct-gallery', { src }, FIGURES);
    await waitForState(element, 'empty');
    expect(net.requested).to.deep.equal([src]);
    expect(links(element)).to.deep.equal([]);
  });

  it('are ignored if they link to a script', async () => {
    const element = await ready(
      `<a href="javascript:alert(1)"><img src="${THUMBNAIL}" alt=""></a>${FIGURES}`,
    );
    expect(links(element)).to.have.length(2);
  });

  it('need links: other content stays the fallback', async () => {
    const element = addElement('tct-gallery', {}, '<a href="/anh">Ảnh của Trường</a>');
    await waitForState(element, 'error');
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});
