import { expect } from 'chai';
import type { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { address, addTag, feed, inState, json, network } from '../support.ts';
import { ACROSS, links, opened, pictures, SMALL, UPRIGHT, until, WIDE } from './support.ts';

const FIGURES = `<p>Ảnh của Trường</p>
  <figure><a href="${ACROSS}"><img src="${SMALL}" alt="Đoàn học viên"></a><figcaption> Đoàn nghiên cứu </figcaption></figure>
  <a href="${UPRIGHT}" title="Khu dân cư"><img src="${UPRIGHT}" alt=""></a>`;

describe('photos inside the tag', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed([])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
    delete globalThis.tct;
  });
  const ready = async (inner: string, attributes: Record<string, string> = {}): Promise<TctGallery> => {
    const element = addTag('tct-gallery', attributes, inner);
    await inState(element, 'ready');
    await element.updateComplete;
    return element;
  };

  it('are the gallery, with nothing asked for', async () => {
    globalThis.tct = { version: '0', base: 'https://hub.example/', ahead: new Map() };
    const element = await ready(FIGURES, { captions: '' });
    expect(links(element).map(({ href }) => href)).to.deep.equal([ACROSS, UPRIGHT]);
    expect(pictures(element).map(({ src, alt }) => [src, alt])).to.deep.equal([
      [SMALL, 'Đoàn học viên'],
      [UPRIGHT, 'Khu dân cư'],
    ]);
    const captions = [...element.shadowRoot!.querySelectorAll('[part=caption]')];
    expect(captions.map(({ textContent }) => textContent)).to.deep.equal(['Đoàn nghiên cứu', 'Khu dân cư']);
    expect(net.asked).to.deep.equal([]);
    expect(element.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
  });

  it('are shown large like others', async () => {
    const element = await ready(FIGURES);
    links(element)[1]!.click();
    const dialog = await opened(element);
    expect(dialog.querySelector('[part=caption]')!.textContent).to.equal('Khu dân cư');
    dialog.close();
  });

  it('may come later, and may change', async () => {
    const element = addTag('tct-gallery', {});
    await inState(element, 'error');
    element.innerHTML = FIGURES;
    await until(element.shadowRoot!, () => links(element).length === 2);
    element.insertAdjacentHTML('beforeend', `<a href="${WIDE}"><img src="${WIDE}" alt="Toàn cảnh"></a>`);
    await until(element.shadowRoot!, () => links(element).length === 3);
    expect(net.asked).to.deep.equal([]);
  });

  it('are no more than the fallback where the tag names a source', async () => {
    const src = address();
    const element = addTag('tct-gallery', { src }, FIGURES);
    await inState(element, 'empty');
    expect(net.asked).to.deep.equal([src]);
    expect(links(element)).to.deep.equal([]);
  });

  it('that lead to a script are left out', async () => {
    const element = await ready(`<a href="javascript:alert(1)"><img src="${SMALL}" alt=""></a>${FIGURES}`);
    expect(links(element)).to.have.length(2);
  });

  it('need no links: other content stays the fallback', async () => {
    const element = addTag('tct-gallery', {}, '<a href="/anh">Ảnh của Trường</a>');
    await inState(element, 'error');
    expect(element.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });
});
