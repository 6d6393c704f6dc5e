import { expect } from 'chai';
import type { Item } from '../../../../core/model/feed.ts';
import {
  emulatePrint,
  fakeNetwork,
  feed,
  item,
  json,
  openPage,
  uniqueUrl,
  waitForState,
} from '../../support.ts';
import {
  album,
  closeLightbox,
  links,
  MISSING,
  openPhoto,
  picture,
  pressKey,
  readyGallery,
  singlePhoto,
  THUMBNAIL,
  until,
  waitForLightbox,
} from '../support.ts';

describe('the strip of thumbnails in the lightbox', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let items: Item[] = [];
  beforeEach(() => {
    items = [album()];
    net = fakeNetwork(() => json(feed(items)));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    net.restore();
    document.body.replaceChildren();
  });
  const thumbnails = (dialog: Element) => [...dialog.querySelectorAll<HTMLButtonElement>('.strip button')];
  const current = (dialog: Element) =>
    thumbnails(dialog).filter((each) => each.getAttribute('aria-current') === 'true');
  const counter = (dialog: Element) => dialog.querySelector('.bar [aria-hidden]')!.textContent;
  const many = (count: number) => Array.from({ length: count }, (_, index) => singlePhoto(String(index)));

  it('marks the current photo, which alone is a tab stop, and names each', async () => {
    const dialog = await openPhoto(await readyGallery(), 1);
    expect(thumbnails(dialog).map((each) => each.getAttribute('aria-label'))).to.deep.equal([
      'Ảnh 1 / 4: Đoàn học viên',
      'Ảnh 2 / 4: Khu dân cư kiểu mẫu',
      'Ảnh 3 / 4: Toàn cảnh',
      'Ảnh 4 / 4: Ảnh 4',
    ]);
    const states = () => thumbnails(dialog).map((each) => [each.getAttribute('aria-current'), each.tabIndex]);
    const other = ['false', -1];
    expect(states()).to.deep.equal([other, ['true', 0], other, other]);
    pressKey(dialog, 'ArrowRight');
    expect(states()).to.deep.equal([other, other, ['true', 0], other]);
    expect(dialog.querySelector('.strip')!.getAttribute('role')).to.equal('group');
    expect(dialog.querySelector('.strip')!.getAttribute('aria-label')).to.equal('Thư viện ảnh');
  });

  it('shows the photo that is chosen, and the arrow keys move the focus along', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element, 0);
    thumbnails(dialog)[2]!.focus();
    thumbnails(dialog)[2]!.click();
    expect(counter(dialog)).to.equal('3 / 4');
    expect(element.shadowRoot!.activeElement).to.equal(thumbnails(dialog)[2]);
    pressKey(dialog, 'ArrowLeft');
    expect(counter(dialog)).to.equal('2 / 4');
    expect(element.shadowRoot!.activeElement).to.equal(thumbnails(dialog)[1]);
    // The focus elsewhere stays there.
    const close = dialog.querySelector<HTMLElement>('[aria-label="Đóng"]')!;
    close.focus();
    pressKey(dialog, 'ArrowRight');
    expect(element.shadowRoot!.activeElement).to.equal(close);
  });

  it('is not there for two photos', async () => {
    items = many(2);
    const dialog = await openPhoto(await readyGallery(), 0);
    expect(dialog.querySelector('.strip')).to.equal(null);
  });

  it('creates only the thumbnails near the visible part, and scrolls to the current one', async () => {
    items = many(500);
    const dialog = await openPhoto(await readyGallery({ limit: '5' }), 0);
    const strip = dialog.querySelector<HTMLElement>('.strip')!;
    expect(thumbnails(dialog).length).to.be.at.most(Math.ceil(strip.clientWidth / 60) + 6);
    expect(strip.scrollWidth).to.equal(500 * 60);
    for (const image of strip.querySelectorAll('img'))
      expect([image.loading, image.decoding, image.referrerPolicy]).to.deep.equal([
        'lazy',
        'async',
        'no-referrer',
      ]);
    pressKey(dialog, 'End');
    expect(current(dialog)).to.have.length(1);
    const [last] = current(dialog);
    expect(last!.getAttribute('aria-label')).to.equal('Ảnh 500 / 500: Ảnh 499');
    // Far away: without motion.
    const box = last!.getBoundingClientRect();
    expect(box.right).to.be.at.most(strip.getBoundingClientRect().right + 1);
    expect(thumbnails(dialog).length).to.be.below(100);
    // In order, for screen readers.
    const lefts = thumbnails(dialog).map((each) => Number.parseInt(each.style.left, 10));
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => a - b));
  });

  it('scrolls with motion to a near photo, unless less motion is preferred', async () => {
    items = many(60);
    const dialog = await openPhoto(await readyGallery(), 0);
    const strip = dialog.querySelector<HTMLElement>('.strip')!;
    const { matchMedia } = window;
    const behaviors: unknown[] = [];
    strip.scrollTo = (options?: unknown) => behaviors.push((options as ScrollToOptions).behavior);
    let lessMotion = false;
    window.matchMedia = (query) =>
      /reduced-motion/.test(query)
        ? ({ matches: lessMotion } as MediaQueryList)
        : matchMedia.call(window, query);
    try {
      pressKey(dialog, 'ArrowRight');
      lessMotion = true;
      pressKey(dialog, 'ArrowRight');
      expect(behaviors).to.deep.equal(['smooth', 'auto']);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('shows the smallest copies, and numbers in the place of missing ones', async () => {
    items = [album(), item('hong', { attachments: [picture(MISSING)] })];
    const dialog = await openPhoto(await readyGallery(), 4);
    expect(thumbnails(dialog)[0]!.querySelector('img')!.src).to.equal(THUMBNAIL);
    await until(dialog, () => thumbnails(dialog)[4]!.textContent === '5');
  });

  it('includes older photos when they are loaded', async () => {
    const src = uniqueUrl();
    net.restore();
    net = fakeNetwork((url) =>
      json(
        url === src ? feed(many(4), { next_url: `${src}?2` }) : feed([singlePhoto('8'), singlePhoto('9')]),
      ),
    );
    const dialog = await openPhoto(await readyGallery({ src, limit: '1' }), 0);
    pressKey(dialog, 'ArrowRight');
    await until(dialog, () => counter(dialog) === '2 / 6');
    await until(dialog, () => thumbnails(dialog).length === 6);
    expect(current(dialog)).to.have.length(1);
  });

  it('is scrolled by the wheel and a finger without moving the page', async () => {
    items = many(60);
    const dialog = await openPhoto(await readyGallery(), 0);
    const strip = dialog.querySelector<HTMLElement>('.strip')!;
    const wheel = new WheelEvent('wheel', { deltaY: 200, bubbles: true, cancelable: true });
    current(dialog)[0]!.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(true);
    expect(strip.scrollLeft).to.equal(200);
    const { overscrollBehaviorX, touchAction } = getComputedStyle(strip);
    expect([overscrollBehaviorX, touchAction]).to.deep.equal(['contain', 'pan-x']);
  });

  it('is not printed', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element, 0);
    emulatePrint(element);
    expect(dialog.querySelector('.strip')!.getClientRects()).to.have.length(0);
  });

  it('leaves its room to the photo where the window is low', async () => {
    const page = await openPage(
      `<tct-gallery src="/test/widgets/albums.json" loading="eager"></tct-gallery><script async src="/dist/embed/tct.js"></script>`,
    );
    const element = page.document.querySelector('tct-gallery')!;
    await waitForState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length === 4);
    links(element)[0]!.click();
    const dialog = await waitForLightbox(element);
    const height = () => dialog.querySelector('.strip')!.getBoundingClientRect().height;
    expect(height()).to.equal(64);
    const { bottom } = dialog.querySelector('.text')!.getBoundingClientRect();
    expect(bottom).to.be.at.most(dialog.querySelector('.strip')!.getBoundingClientRect().top);
    page.frameElement!.setAttribute('style', 'width:600px;height:470px');
    expect(height()).to.equal(0);
    page.frameElement!.remove();
  });
});
