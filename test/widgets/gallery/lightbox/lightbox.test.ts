import { expect } from 'chai';
import type { Item } from '../../../../core/model/feed.ts';
import { fakeNetwork, feed, item, json, uniqueUrl } from '../../support.ts';
import {
  album,
  closeLightbox,
  currentSlide,
  LANDSCAPE,
  links,
  MISSING,
  openPhoto,
  PANORAMA,
  PORTRAIT,
  picture,
  pressKey,
  readyGallery,
  SECOND_LANDSCAPE,
  shownUrl,
  singlePhoto,
  THUMBNAIL,
  traverse,
  until,
  waitForLightbox,
  waitForPhoto,
} from '../support.ts';

describe('the lightbox', () => {
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
  const $ = (dialog: Element, selector: string) => dialog.querySelector<HTMLElement>(selector)!;
  const named = (dialog: Element, name: string) => $(dialog, `[aria-label="${name}"]`);
  const status = (dialog: Element) => $(dialog, '.bar [role=status]').textContent;
  const counter = (dialog: Element) => $(dialog, '.bar [aria-hidden]').textContent;

  it('is a modal dialog with a name, and announces the photo', async () => {
    const element = await readyGallery({ heading: 'Ảnh của Trường' });
    const dialog = await openPhoto(element, 1);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(dialog.getRootNode()).to.equal(element.shadowRoot);
    const { left, top, width, height } = dialog.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    expect([left, top]).to.deep.equal([0, 0]);
    expect(width).to.be.at.least(clientWidth);
    expect(height).to.be.at.least(Math.min(clientHeight, innerHeight));
    expect(dialog.ariaLabel).to.equal('Xem ảnh: Ảnh của Trường');
    expect(status(dialog)).to.equal('Ảnh 2 / 4: Khu dân cư kiểu mẫu');
    expect(counter(dialog)).to.equal('2 / 4');
    expect(shownUrl(dialog)).to.equal(PORTRAIT);
    expect(currentSlide(dialog).querySelector('img')!.alt).to.equal('Khu dân cư kiểu mẫu');
    expect(element.shadowRoot!.activeElement).to.equal(named(dialog, 'Đóng'));
  });

  it('closes by its button and Escape, and restores the focus', async () => {
    const element = await readyGallery();
    for (const way of ['button', 'escape']) {
      links(element)[2]!.focus();
      const dialog = await openPhoto(element, 2);
      const gone = until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
      await traverse(element, () => {
        if (way === 'button') named(dialog, 'Đóng').click();
        // As browsers do on Escape.
        else if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
      });
      await gone;
      expect(element.shadowRoot!.activeElement, way).to.equal(links(element)[2]);
    }
  });

  it('moves between photos by keys and buttons, and stops at either end', async () => {
    const dialog = await openPhoto(await readyGallery(), 0);
    const at = () => counter(dialog)!.split(' ')[0];
    named(dialog, 'Ảnh trước').click();
    expect(at()).to.equal('1');
    for (const [name, to] of [
      ['ArrowRight', '2'],
      ['PageDown', '3'],
      ['ArrowRight', '4'],
      ['ArrowRight', '4'],
      ['ArrowLeft', '3'],
      ['PageUp', '2'],
      ['End', '4'],
      ['Home', '1'],
    ] as const) {
      expect(pressKey(dialog, name).defaultPrevented, name).to.equal(true);
      expect(at(), name).to.equal(to);
    }
    named(dialog, 'Ảnh sau').click();
    expect(at()).to.equal('2');
    expect(status(dialog)).to.equal('Ảnh 2 / 4: Khu dân cư kiểu mẫu');
    // Leaves shortcuts of the browser alone.
    expect(pressKey(dialog, 'ArrowLeft', { altKey: true }).defaultPrevented).to.equal(false);
    expect(pressKey(dialog, 'x').defaultPrevented).to.equal(false);
    expect(at()).to.equal('2');
  });

  it('keeps the focus at the last photo', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element, 2);
    const on = named(dialog, 'Ảnh sau');
    on.focus();
    on.click();
    expect(on.getAttribute('aria-disabled')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(on);
    expect(named(dialog, 'Ảnh trước').getAttribute('aria-disabled')).to.equal('false');
  });

  it('preloads the neighbours after the photo itself', async () => {
    const dialog = await openPhoto(await readyGallery(), 1);
    const sources = () => [...dialog.querySelectorAll<HTMLImageElement>('.slide img')].map(({ src }) => src);
    await until(dialog, () => !dialog.querySelector('.loading') && sources().length === 3);
    expect(sources().sort()).to.deep.equal([LANDSCAPE, PORTRAIT, PANORAMA].sort());
    for (const each of dialog.querySelectorAll<HTMLElement>('.slide'))
      expect(each.inert).to.equal(each !== currentSlide(dialog));
    pressKey(dialog, 'End');
    await until(dialog, () => !dialog.querySelector('.loading'));
    expect(sources().sort()).to.deep.equal([SECOND_LANDSCAPE, PANORAMA].sort());
  });

  it('shows the thumbnail until the large copy is loaded', async () => {
    const element = await readyGallery();
    const { decode } = HTMLImageElement.prototype;
    let arrive!: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    HTMLImageElement.prototype.decode = () => arrived;
    try {
      links(element)[0]!.click();
      const dialog = await waitForLightbox(element);
      expect(shownUrl(dialog)).to.equal(THUMBNAIL);
      arrive();
      await waitForPhoto(dialog);
      expect(shownUrl(dialog)).to.equal(LANDSCAPE);
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('fits a photo of unknown size into the screen, centred and not enlarged', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element, 0);
    for (const [index, width, height] of [
      [0, 1080, 720],
      [1, 720, 1080],
      [2, 2400, 600],
    ] as const) {
      if (index) pressKey(dialog, 'ArrowRight');
      await waitForPhoto(dialog);
      const image = currentSlide(dialog).querySelector('img')!;
      const box = currentSlide(dialog).getBoundingClientRect();
      const frame = image.getBoundingClientRect();
      expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([width, height]);
      expect(getComputedStyle(image).objectFit).to.equal('contain');
      expect(frame.width).to.be.at.most(Math.min(width, box.width) + 0.5);
      expect(frame.height).to.be.at.most(Math.min(height, box.height) + 0.5);
      expect(frame.left - box.left).to.be.closeTo(box.right - frame.right, 1);
      expect(frame.top - box.top).to.be.closeTo(box.bottom - frame.bottom, 1);
    }
  });

  it('loads the copy that suits the screen, or the next one if that is missing', async () => {
    const hub = 'https://hub.example/images/0123456789abcdef0123';
    items = [
      item('1', {
        attachments: [
          picture(LANDSCAPE, { _tct: { width: 9000, height: 6000, thumbnail: `${hub}-640.webp` } }),
        ],
      }),
    ];
    const requested: string[] = [];
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = function () {
      requested.push(this.src);
      return decode.call(this);
    };
    try {
      const dialog = await openPhoto(await readyGallery());
      expect(requested.at(0)).to.equal(
        innerWidth * devicePixelRatio > 640 ? `${hub}-1600.webp` : `${hub}-640.webp`,
      );
      expect(shownUrl(dialog)).to.equal(LANDSCAPE);
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('shows a message for a broken photo and continues', async () => {
    items = [item('1', { title: 'Lễ khai giảng', attachments: [picture(MISSING)] }), singlePhoto('2')];
    const dialog = await openPhoto(await readyGallery());
    expect(currentSlide(dialog).textContent).to.equal('Không tải được ảnh');
    pressKey(dialog, 'ArrowRight');
    await waitForPhoto(dialog);
    expect(shownUrl(dialog)).to.equal(`${LANDSCAPE}?2`);
  });

  it('shows caption, authors, school, date and a link to the original page', async () => {
    items = [
      album('nb:1', { authors: [{ name: 'Bùi Chiến Thắng' }], _tct: { school: 'nb', precision: 'day' } }),
      item('hd:2', {
        title: 'Ra quân',
        image: SECOND_LANDSCAPE,
        authors: [{ name: 'Tin và ảnh: Ban Biên tập' }],
        _tct: { school: 'hd' },
      }),
    ];
    net.restore();
    const schools = { nb: { name: 'Ninh Bình' }, hd: { name: 'Hải Dương' } };
    net = fakeNetwork(() => json(feed(items, { _tct: { schools } })));
    const dialog = await openPhoto(await readyGallery({ target: '_blank' }), 0);
    const meta = () => [...$(dialog, '[part=meta]').children].map((each) => each.textContent!.trim());
    expect($(dialog, '[part=caption]').textContent).to.equal('Đoàn nghiên cứu thực tế');
    expect([meta()[0], meta()[1], meta()[3]]).to.deep.equal([
      'Ảnh: Bùi Chiến Thắng',
      'Ninh Bình',
      'Nghiên cứu thực tế (mở trong cửa sổ mới)',
    ]);
    expect($(dialog, 'time').getAttribute('datetime')).to.equal('2026-11-20');
    const link = dialog.querySelector<HTMLAnchorElement>('[part=meta] a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://truong.example/nb:1',
      '_blank',
      'noopener',
    ]);
    pressKey(dialog, 'End');
    expect(meta()[0]).to.equal('Tin và ảnh: Ban Biên tập');
    expect(meta()[3]).to.contain('Xem trang gốc');
  });

  it('makes a long caption scrollable by keys', async () => {
    items = [singlePhoto('1', { title: 'Rất dài '.repeat(300) }), singlePhoto('2')];
    const dialog = await openPhoto(await readyGallery());
    const caption = () => $(dialog, '[part=caption]');
    dialog.style.height = '300px';
    pressKey(dialog, 'Home');
    expect(caption().scrollHeight).to.be.greaterThan(caption().clientHeight);
    expect(caption().tabIndex).to.equal(0);
    // The credits stay visible.
    const { bottom } = $(dialog, '[part=meta]').getBoundingClientRect();
    expect(bottom).to.be.at.most(dialog.getBoundingClientRect().bottom);
    pressKey(dialog, 'ArrowRight');
    expect(dialog.querySelector('.text [tabindex]')).to.equal(null);
  });

  it('offers downloads only with the download attribute', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    expect(named(dialog, 'Tải ảnh về')).to.equal(null);
    await closeLightbox(element);
    element.download = true;
    const again = await openPhoto(element, 1);
    const link = named(again, 'Tải ảnh về') as HTMLAnchorElement;
    expect([link.href, link.download, link.referrerPolicy]).to.deep.equal([PORTRAIT, '', 'no-referrer']);
  });

  it('zooms by button and keys, and pans by arrow keys', async () => {
    const dialog = await openPhoto(await readyGallery());
    const transform = () => new DOMMatrix((currentSlide(dialog).firstChild as HTMLElement).style.transform);
    named(dialog, 'Phóng to').click();
    const { a: scale, e: x } = transform();
    expect(scale).to.be.greaterThan(1);
    pressKey(dialog, 'ArrowRight');
    expect(transform().e).to.be.lessThan(x);
    expect(counter(dialog)).to.equal('1 / 4');
    named(dialog, 'Thu nhỏ').click();
    expect(transform().isIdentity).to.equal(true);
    pressKey(dialog, '+');
    expect(transform().a).to.equal(1.5);
    pressKey(dialog, '0');
    expect(transform().isIdentity).to.equal(true);
  });

  it('can be shown full screen if the browser supports it', async function () {
    if (!document.fullscreenEnabled) this.skip();
    const dialog = await openPhoto(await readyGallery());
    let requested: Element | undefined;
    Element.prototype.requestFullscreen = function () {
      requested = this;
      return Promise.resolve();
    };
    try {
      named(dialog, 'Toàn màn hình').click();
      expect(requested).to.equal(dialog.querySelector('.viewer'));
      requested = undefined;
      pressKey(dialog, 'f');
      expect(requested).to.equal(dialog.querySelector('.viewer'));
    } finally {
      Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
    }
  });

  it('covers all loaded photos, and loads older ones near the end', async () => {
    const src = uniqueUrl();
    net.restore();
    net = fakeNetwork((url) =>
      url === src
        ? json(
            feed(
              Array.from({ length: 6 }, (_, index) => singlePhoto(String(index))),
              { next_url: `${src}?2` },
            ),
          )
        : json(
            feed(
              [singlePhoto('8', {}), singlePhoto('9', {})].map((each) => ({
                ...each,
                date_published: '2020-01-01T00:00:00+07:00',
              })),
            ),
          ),
    );
    const dialog = await openPhoto(await readyGallery({ src, limit: '1' }));
    expect(counter(dialog)).to.equal('1 / 6+');
    pressKey(dialog, 'ArrowRight');
    expect(net.requested).to.deep.equal([src]);
    pressKey(dialog, 'ArrowRight');
    pressKey(dialog, 'ArrowRight');
    await until(dialog, () => counter(dialog) === '4 / 8');
    expect(net.requested).to.deep.equal([src, `${src}?2`]);
    pressKey(dialog, 'End');
    await waitForPhoto(dialog);
    expect(shownUrl(dialog)).to.equal(`${LANDSCAPE}?9`);
  });

  it('can be opened by a custom renderItem', async () => {
    const element = await readyGallery();
    element.renderItem = ({ caption }, { open }) => {
      const button = document.createElement('button');
      button.textContent = caption ?? '';
      button.addEventListener('click', open);
      return button;
    };
    await element.updateComplete;
    element.shadowRoot!.querySelectorAll<HTMLElement>('li button')[1]!.click();
    expect(counter(await waitForLightbox(element))).to.equal('2 / 4');
  });

  it('closes when the gallery is removed', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    element.remove();
    expect(dialog.open).to.equal(false);
    document.body.append(element);
    expect(counter(await openPhoto(element, 3))).to.equal('4 / 4');
  });

  it('has no animation for users who prefer reduced motion', async () => {
    await openPhoto(await readyGallery());
    const rules = document
      .querySelector('tct-gallery')!
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
      .map((rule) => `${rule.conditionText} ${[...rule.cssRules].map(({ cssText }) => cssText).join(' ')}`);
    expect(
      rules.some((text) => /prefers-reduced-motion: reduce.*dialog.*transition: none/.test(text)),
    ).to.equal(true);
    expect(rules.some((text) => /forced-colors: active.*dialog.*border/.test(text))).to.equal(true);
  });
});
