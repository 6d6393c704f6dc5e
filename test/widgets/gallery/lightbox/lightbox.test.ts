import { expect } from 'chai';
import type { Item } from '../../../../core/model/feed.ts';
import { address, feed, item, json, network } from '../../support.ts';
import {
  ACROSS,
  album,
  alone,
  close,
  gallery,
  key,
  LOST,
  links,
  OTHER,
  open,
  opened,
  picture,
  SMALL,
  shownIn,
  slide,
  there,
  UPRIGHT,
  until,
  WIDE,
} from '../support.ts';

describe('the lightbox', () => {
  let net: ReturnType<typeof network>;
  let items: Item[] = [];
  beforeEach(() => {
    items = [album()];
    net = network(() => json(feed(items)));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await close(element);
    net.restore();
    document.body.replaceChildren();
  });
  const $ = (dialog: Element, selector: string) => dialog.querySelector<HTMLElement>(selector)!;
  const named = (dialog: Element, name: string) => $(dialog, `[aria-label="${name}"]`);
  const said = (dialog: Element) => $(dialog, '.bar [role=status]').textContent;
  const counter = (dialog: Element) => $(dialog, '.bar [aria-hidden]').textContent;

  it('is a modal dialog in the gallery, with a name, that says which photo it shows', async () => {
    const element = await gallery({ heading: 'Ảnh của Trường' });
    const dialog = await open(element, 1);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(dialog.getRootNode()).to.equal(element.shadowRoot);
    const { left, top, width, height } = dialog.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    expect([left, top]).to.deep.equal([0, 0]);
    expect(width).to.be.at.least(clientWidth);
    expect(height).to.be.at.least(Math.min(clientHeight, innerHeight));
    expect(dialog.ariaLabel).to.equal('Xem ảnh: Ảnh của Trường');
    expect(said(dialog)).to.equal('Ảnh 2 / 4: Khu dân cư kiểu mẫu');
    expect(counter(dialog)).to.equal('2 / 4');
    expect(shownIn(dialog)).to.equal(UPRIGHT);
    expect(slide(dialog).querySelector('img')!.alt).to.equal('Khu dân cư kiểu mẫu');
    expect(element.shadowRoot!.activeElement).to.equal(named(dialog, 'Đóng'));
  });

  it('closes by its button and by Escape, and gives the focus back', async () => {
    const element = await gallery();
    for (const way of ['button', 'escape']) {
      links(element)[2]!.focus();
      const dialog = await open(element, 2);
      const gone = until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
      const left = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      if (way === 'button') named(dialog, 'Đóng').click();
      // What browsers do at Escape.
      else if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
      await gone;
      await left;
      expect(element.shadowRoot!.activeElement, way).to.equal(links(element)[2]);
    }
  });

  it('is turned by keys and buttons, and no further than there are photos', async () => {
    const dialog = await open(await gallery(), 0);
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
      expect(key(dialog, name).defaultPrevented, name).to.equal(true);
      expect(at(), name).to.equal(to);
    }
    named(dialog, 'Ảnh sau').click();
    expect(at()).to.equal('2');
    expect(said(dialog)).to.equal('Ảnh 2 / 4: Khu dân cư kiểu mẫu');
    // A key of the browser's or of another tool is none of ours.
    expect(key(dialog, 'ArrowLeft', { altKey: true }).defaultPrevented).to.equal(false);
    expect(key(dialog, 'x').defaultPrevented).to.equal(false);
    expect(at()).to.equal('2');
  });

  it('keeps the focus when there is nothing more to turn to', async () => {
    const element = await gallery();
    const dialog = await open(element, 2);
    const on = named(dialog, 'Ảnh sau');
    on.focus();
    on.click();
    expect(on.getAttribute('aria-disabled')).to.equal('true');
    expect(element.shadowRoot!.activeElement).to.equal(on);
    expect(named(dialog, 'Ảnh trước').getAttribute('aria-disabled')).to.equal('false');
  });

  it('has the neighbours ready, once the photo itself is there', async () => {
    const dialog = await open(await gallery(), 1);
    const sources = () => [...dialog.querySelectorAll<HTMLImageElement>('.slide img')].map(({ src }) => src);
    await until(dialog, () => !dialog.querySelector('.loading') && sources().length === 3);
    expect(sources().sort()).to.deep.equal([ACROSS, UPRIGHT, WIDE].sort());
    for (const each of dialog.querySelectorAll<HTMLElement>('.slide'))
      expect(each.inert).to.equal(each !== slide(dialog));
    key(dialog, 'End');
    await until(dialog, () => !dialog.querySelector('.loading'));
    expect(sources().sort()).to.deep.equal([OTHER, WIDE].sort());
  });

  it('shows the small picture until the large one is there', async () => {
    const element = await gallery();
    const { decode } = HTMLImageElement.prototype;
    let arrive!: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    HTMLImageElement.prototype.decode = () => arrived;
    try {
      links(element)[0]!.click();
      const dialog = await opened(element);
      expect(shownIn(dialog)).to.equal(SMALL);
      arrive();
      await there(dialog);
      expect(shownIn(dialog)).to.equal(ACROSS);
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('needs no sizes: a photo lies whole in the screen, in its own shape, in the middle, and is not enlarged', async () => {
    const element = await gallery();
    const dialog = await open(element, 0);
    for (const [index, width, height] of [
      [0, 1080, 720],
      [1, 720, 1080],
      [2, 2400, 600],
    ] as const) {
      if (index) key(dialog, 'ArrowRight');
      await there(dialog);
      const image = slide(dialog).querySelector('img')!;
      const box = slide(dialog).getBoundingClientRect();
      const frame = image.getBoundingClientRect();
      expect([image.naturalWidth, image.naturalHeight]).to.deep.equal([width, height]);
      expect(getComputedStyle(image).objectFit).to.equal('contain');
      expect(frame.width).to.be.at.most(Math.min(width, box.width) + 0.5);
      expect(frame.height).to.be.at.most(Math.min(height, box.height) + 0.5);
      expect(frame.left - box.left).to.be.closeTo(box.right - frame.right, 1);
      expect(frame.top - box.top).to.be.closeTo(box.bottom - frame.bottom, 1);
    }
  });

  it('takes the copy that the screen needs, and the next if it is not there', async () => {
    const hub = 'https://hub.example/images/0123456789abcdef0123';
    items = [
      item('1', {
        attachments: [picture(ACROSS, { _tct: { width: 9000, height: 6000, thumbnail: `${hub}-640.webp` } })],
      }),
    ];
    const asked: string[] = [];
    const { decode } = HTMLImageElement.prototype;
    HTMLImageElement.prototype.decode = function () {
      asked.push(this.src);
      return decode.call(this);
    };
    try {
      const dialog = await open(await gallery());
      expect(asked.at(0)).to.equal(
        innerWidth * devicePixelRatio > 640 ? `${hub}-1600.webp` : `${hub}-640.webp`,
      );
      expect(shownIn(dialog)).to.equal(ACROSS);
    } finally {
      HTMLImageElement.prototype.decode = decode;
    }
  });

  it('says where a photo does not come, and goes on', async () => {
    items = [item('1', { title: 'Lễ khai giảng', attachments: [picture(LOST)] }), alone('2')];
    const dialog = await open(await gallery());
    expect(slide(dialog).textContent).to.equal('Không tải được ảnh');
    key(dialog, 'ArrowRight');
    await there(dialog);
    expect(shownIn(dialog)).to.equal(`${ACROSS}?2`);
  });

  it('gives caption, people, school, day, and the page the photo is of', async () => {
    items = [
      album('nb:1', { authors: [{ name: 'Bùi Chiến Thắng' }], _tct: { school: 'nb', precision: 'day' } }),
      item('hd:2', {
        title: 'Ra quân',
        image: OTHER,
        authors: [{ name: 'Tin và ảnh: Ban Biên tập' }],
        _tct: { school: 'hd' },
      }),
    ];
    net.restore();
    const schools = { nb: { name: 'Ninh Bình' }, hd: { name: 'Hải Dương' } };
    net = network(() => json(feed(items, { _tct: { schools } })));
    const dialog = await open(await gallery({ target: '_blank' }), 0);
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
    key(dialog, 'End');
    expect(meta()[0]).to.equal('Tin và ảnh: Ban Biên tập');
    expect(meta()[3]).to.contain('Xem trang gốc');
  });

  it('lets a caption that is too long be scrolled by keys', async () => {
    items = [alone('1', { title: 'Rất dài '.repeat(300) }), alone('2')];
    const dialog = await open(await gallery());
    const caption = () => $(dialog, '[part=caption]');
    dialog.style.height = '300px';
    key(dialog, 'Home');
    expect(caption().scrollHeight).to.be.greaterThan(caption().clientHeight);
    expect(caption().tabIndex).to.equal(0);
    // Whose the photo is stays in sight.
    const { bottom } = $(dialog, '[part=meta]').getBoundingClientRect();
    expect(bottom).to.be.at.most(dialog.getBoundingClientRect().bottom);
    key(dialog, 'ArrowRight');
    expect(dialog.querySelector('.text [tabindex]')).to.equal(null);
  });

  it('offers photos as files only where the page allows it', async () => {
    const element = await gallery();
    const dialog = await open(element);
    expect(named(dialog, 'Tải ảnh về')).to.equal(null);
    await close(element);
    element.download = true;
    const again = await open(element, 1);
    const link = named(again, 'Tải ảnh về') as HTMLAnchorElement;
    expect([link.href, link.download, link.referrerPolicy]).to.deep.equal([UPRIGHT, '', 'no-referrer']);
  });

  it('is enlarged by button and keys, and moved by arrows', async () => {
    const dialog = await open(await gallery());
    const transform = () => new DOMMatrix((slide(dialog).firstChild as HTMLElement).style.transform);
    named(dialog, 'Phóng to').click();
    const { a: scale, e: x } = transform();
    expect(scale).to.be.greaterThan(1);
    key(dialog, 'ArrowRight');
    expect(transform().e).to.be.lessThan(x);
    expect(counter(dialog)).to.equal('1 / 4');
    named(dialog, 'Thu nhỏ').click();
    expect(transform().isIdentity).to.equal(true);
    key(dialog, '+');
    expect(transform().a).to.equal(1.5);
    key(dialog, '0');
    expect(transform().isIdentity).to.equal(true);
  });

  it('is shown on the full screen, if the browser can', async function () {
    if (!document.fullscreenEnabled) this.skip();
    const dialog = await open(await gallery());
    let asked: Element | undefined;
    Element.prototype.requestFullscreen = function () {
      asked = this;
      return Promise.resolve();
    };
    try {
      named(dialog, 'Toàn màn hình').click();
      expect(asked).to.equal(dialog.querySelector('.viewer'));
      asked = undefined;
      key(dialog, 'f');
      expect(asked).to.equal(dialog.querySelector('.viewer'));
    } finally {
      Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
    }
  });

  it('goes through all photos that were read, not only those shown, and fetches older ones when they are near', async () => {
    const src = address();
    net.restore();
    net = network((url) =>
      url === src
        ? json(
            feed(
              Array.from({ length: 6 }, (_, index) => alone(String(index))),
              { next_url: `${src}?2` },
            ),
          )
        : json(
            feed(
              [alone('8', {}), alone('9', {})].map((each) => ({
                ...each,
                date_published: '2020-01-01T00:00:00+07:00',
              })),
            ),
          ),
    );
    const dialog = await open(await gallery({ src, limit: '1' }));
    expect(counter(dialog)).to.equal('1 / 6+');
    key(dialog, 'ArrowRight');
    expect(net.asked).to.deep.equal([src]);
    key(dialog, 'ArrowRight');
    key(dialog, 'ArrowRight');
    await until(dialog, () => counter(dialog) === '4 / 8');
    expect(net.asked).to.deep.equal([src, `${src}?2`]);
    key(dialog, 'End');
    await there(dialog);
    expect(shownIn(dialog)).to.equal(`${ACROSS}?9`);
  });

  it('of an album cover shows that album', async () => {
    items = [album('1'), alone('2')];
    const dialog = await open(await gallery({ layout: 'albums' }), 0);
    expect(counter(dialog)).to.equal('1 / 4');
  });

  it('is opened for a page that renders items itself', async () => {
    const element = await gallery();
    element.renderItem = ({ caption }, { open }) => {
      const button = document.createElement('button');
      button.textContent = caption ?? '';
      button.addEventListener('click', open);
      return button;
    };
    await element.updateComplete;
    element.shadowRoot!.querySelectorAll<HTMLElement>('li button')[1]!.click();
    expect(counter(await opened(element))).to.equal('2 / 4');
  });

  it('goes with the gallery when that leaves the page', async () => {
    const element = await gallery();
    const dialog = await open(element);
    const left = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    element.remove();
    expect(dialog.open).to.equal(false);
    await left;
    document.body.append(element);
    expect(counter(await open(element, 3))).to.equal('4 / 4');
  });

  it('does without motion where somebody wants less', async () => {
    await open(await gallery());
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
