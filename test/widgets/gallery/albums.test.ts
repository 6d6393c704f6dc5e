import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import {
  axeViolations,
  fakeNetwork,
  feed,
  json,
  openPage,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';
import {
  album,
  closeLightbox,
  historyOwner,
  links,
  openPhoto,
  PORTRAIT,
  readyGallery,
  SECOND_LANDSCAPE,
  singlePhoto,
  traverse,
  until,
  waitForLightbox,
} from './support.ts';

const PLACE = location.href;
const counter = (dialog: Element) => dialog.querySelector('.bar [aria-hidden]')!.textContent;
const $ = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)!;

describe('the albums of tct-gallery', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let items: Item[] = [];
  /** Events that a router of the page would take part in. */
  let pops: string[] = [];
  const listen = ({ type }: Event) => pops.push(type);
  beforeEach(() => {
    pops = [];
    addEventListener('popstate', listen);
    items = [singlePhoto('mot'), album('nb:1', { _tct: { school: 'nb', precision: 'day' } }), album('hai')];
    const schools = { nb: { name: 'Ninh Bình' }, hd: { name: 'Hải Dương' } };
    net = fakeNetwork(() => json(feed(items, { _tct: { schools } })));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    removeEventListener('popstate', listen);
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', PLACE);
  });
  const opened = (element: Element) => until(element.shadowRoot!, () => part(element, 'back'));
  const closed = (element: Element) => until(element.shadowRoot!, () => !part(element, 'back'));
  const focused = (element: Element, target: () => Element | null | undefined) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!target() || element.shadowRoot!.activeElement !== target()) return requestAnimationFrame(check);
        return resolve();
      };
      check();
    });
  /** Opens an album and waits until "back" would close it and its title has the focus. */
  const openAlbum = async (element: Element, index: number) => {
    links(element)[index]!.focus();
    links(element)[index]!.click();
    const frame = element.shadowRoot!.querySelector('iframe')!;
    if (!frame.contentWindow!.history.state)
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    await opened(element);
    await focused(element, () => $(element, '.album-head [role=heading]'));
  };
  const showGallery = () => readyGallery({ layout: 'albums', target: '_blank' });

  it('open to their photos, below title, facts and a link to the original page', async () => {
    const element = await showGallery();
    await openAlbum(element, 1);
    expect(part(element, 'back')!.textContent!.trim()).to.equal('‹ Tất cả album');
    const title = $(element, '.album-head [role=heading]');
    expect([title.textContent, title.ariaLevel]).to.deep.equal(['Nghiên cứu thực tế', '3']);
    expect(part(element, 'meta')!.textContent).to.match(/^4 ảnh.*Ninh BìnhXem trang gốc/);
    const link = $(element, '.album-head a') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://truong.example/nb:1',
      '_blank',
      'noopener',
    ]);
    expect(links(element)).to.have.length(4);
    expect($(element, '.root').classList.contains('grid')).to.equal(true);
  });

  it('close by the button, which returns the focus to the cover', async () => {
    const element = await showGallery();
    await openAlbum(element, 2);
    await traverse(element, () => part(element, 'back')!.click());
    await closed(element);
    expect(links(element)).to.have.length(3);
    await focused(element, () => links(element)[2]);
    expect(pops).to.deep.equal([]);
    expect(location.href).to.equal(PLACE);
  });

  it('close by “back”, and open again by “forward”, in entries of their own', async () => {
    const element = await showGallery();
    const entries = history.length;
    await openAlbum(element, 1);
    await traverse(element, () => history.back());
    await closed(element);
    await focused(element, () => links(element)[1]);
    await traverse(element, () => history.forward());
    await opened(element);
    expect(history.length - entries).to.be.at.most(1);
    expect(pops).to.deep.equal([]);
    await traverse(element, () => part(element, 'back')!.click());
  });

  it('open their photos in the lightbox; “back” leads to the album, then to the covers', async function () {
    // In a window with the entries of many test files before, WebKit once lost a “back” that a script asked for. That of
    // a single level is tested there in `back-entry.test.ts`.
    if (navigator.vendor.includes('Apple')) this.skip();
    const element = await showGallery();
    await openAlbum(element, 1);
    links(element)[1]!.focus();
    const dialog = await openPhoto(element, 1);
    expect(counter(dialog)).to.equal('2 / 4');
    await until(
      dialog,
      () => dialog.querySelector<HTMLImageElement>('.slide:not([inert]) img')?.src === PORTRAIT,
    );
    await traverse(element, () => history.back());
    await until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
    expect(part(element, 'back')).to.not.equal(null);
    await focused(element, () => links(element)[1]);
    await traverse(element, () => history.back());
    await closed(element);
    expect(historyOwner(element).history.state).to.equal(null);
  });

  it('leave no entry behind after a photo was opened and closed', async () => {
    const element = await showGallery();
    await openAlbum(element, 1);
    await openPhoto(element, 0);
    await closeLightbox(element);
    expect(part(element, 'back')).to.not.equal(null);
    await traverse(element, () => part(element, 'back')!.click());
    expect(historyOwner(element).history.state).to.equal(null);
    await closed(element);
  });

  it('open in the lightbox at once if they have a single photo', async () => {
    const element = await showGallery();
    expect(counter(await openPhoto(element, 0))).to.equal('1 / 1');
    expect(part(element, 'back')).to.equal(null);
  });

  it('fire tct-select without a photo, which the page can cancel', async () => {
    const element = await showGallery();
    const details: unknown[] = [];
    element.addEventListener('tct-select', (event) => {
      const { item, photo } = (event as CustomEvent).detail;
      details.push([item.id, photo]);
      event.preventDefault();
    });
    links(element)[1]!.click();
    await element.updateComplete;
    expect(details).to.deep.equal([['nb:1', undefined]]);
    expect(part(element, 'back')).to.equal(null);
  });

  it('stay open when the source is read again, and close when they are gone', async () => {
    const element = await showGallery();
    await openAlbum(element, 1);
    await element.reload();
    await element.updateComplete;
    expect(part(element, 'back')).to.not.equal(null);
    items = [singlePhoto('khac')];
    await element.reload();
    await closed(element);
    expect(links(element)).to.have.length(1);
  });

  it('show all their photos, and keep the number of covers', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      url: `${SECOND_LANDSCAPE}?${index}`,
      mime_type: 'image/jpeg',
    }));
    items = [album('1'), album('2'), album('3', { attachments: many }), album('4')];
    const element = await readyGallery({ layout: 'albums', limit: '1' });
    for (let covers = 1; covers < 3; covers++) {
      part(element, 'more')!.click();
      await until(element.shadowRoot!, () => links(element).length === covers + 1);
    }
    await openAlbum(element, 2);
    await until(element.shadowRoot!, () => links(element).length === 60);
    expect(part(element, 'more')).to.equal(null);
    await traverse(element, () => part(element, 'back')!.click());
    await until(element.shadowRoot!, () => links(element).length === 3);
    expect(part(element, 'more')).to.not.equal(null);
  });

  it('open a photo that the page’s URL names, in front of the covers', async () => {
    const src = uniqueUrl();
    const grid = await readyGallery({ src });
    const dialog = await openPhoto(grid, 2);
    const sent = location.href;
    dialog.close();
    await closeLightbox(grid);
    grid.remove();
    history.replaceState(null, '', sent);
    const element = await readyGallery({ src, layout: 'albums' });
    await waitForLightbox(element);
    expect(part(element, 'back')).to.equal(null);
  });

  for (const width of [180, 320, 900])
    it(`have no axe violations and fit into ${width} px`, async () => {
      const page = await openPage(
        `<main><h1>Trang</h1><div id="box"><tct-gallery src="/test/widgets/albums.json" layout="albums" loading="eager"></tct-gallery></div></main><script async src="/dist/embed/tct.js"></script><script src="/node_modules/axe-core/axe.min.js"></script>`,
      );
      page.document.querySelector<HTMLElement>('#box')!.style.width = `${width}px`;
      const element = page.document.querySelector('tct-gallery')!;
      await waitForState(element, 'ready');
      await until(element.shadowRoot!, () => links(element).length === 2);
      links(element)[0]!.click();
      await opened(element);
      expect(await axeViolations(page)).to.deep.equal([]);
      expect(element.scrollWidth).to.be.at.most(width);
      page.frameElement!.remove();
    });
});
