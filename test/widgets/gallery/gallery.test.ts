import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import type { Photo } from '../../../widgets/gallery/photo.ts';
import {
  addElement,
  fakeNetwork,
  feed,
  item,
  json,
  loggedErrors,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';
import {
  album,
  LANDSCAPE,
  links,
  MISSING,
  PANORAMA,
  PORTRAIT,
  picture,
  pictures,
  readyGallery,
  SECOND_LANDSCAPE,
  singlePhoto,
  until,
} from './support.ts';

const count = (element: Element) => element.shadowRoot!.querySelectorAll('[part=item]').length;
const text = (element: Element, selector: string) =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((each) => each.textContent!.trim());

describe('tct-gallery', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let items: Item[] = [];
  beforeEach(() => {
    items = [album()];
    net = fakeNetwork(() => json(feed(items)));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('shows the photos of albums in order, each linking to the photo', async () => {
    items = [album('nb:1'), singlePhoto('nb:2')];
    const element = await readyGallery();
    expect(links(element).map(({ href }) => href)).to.deep.equal([
      ...[LANDSCAPE, PORTRAIT, PANORAMA, SECOND_LANDSCAPE],
      `${LANDSCAPE}?nb:2`,
    ]);
    expect(part(element, 'heading')!.textContent).to.equal('Thư viện ảnh');
  });

  it('names every photo by its alternative text, its caption or its number', async () => {
    const element = await readyGallery();
    expect(pictures(element).map(({ alt }) => alt)).to.deep.equal([
      'Đoàn học viên',
      'Khu dân cư kiểu mẫu',
      'Toàn cảnh',
      'Ảnh 4',
    ]);
  });

  it('does not use a camera’s file name as a caption', async () => {
    items = ['IMG_20220726_083012', 'thuc-te-04', 'DSC00123.JPG', 'Lễ khai giảng', 'panorama'].map(
      (title, index) =>
        item(String(index), { title, attachments: [picture(`${SECOND_LANDSCAPE}?${index}`)] }),
    );
    const element = await readyGallery({ captions: '' });
    expect(text(element, '[part=caption]')).to.deep.equal(['Lễ khai giảng', 'panorama']);
  });

  it('shows captions in the grid only with the captions attribute', async () => {
    const element = await readyGallery();
    expect(part(element, 'caption')).to.equal(null);
    element.captions = true;
    await element.updateComplete;
    expect(text(element, '[part=caption]')).to.deep.equal([
      'Đoàn nghiên cứu thực tế',
      'Khu dân cư kiểu mẫu',
      'Toàn cảnh',
    ]);
  });

  it('limits a long caption to three lines but lets screen readers read all of it', async () => {
    const title =
      'Đoàn cán bộ, giảng viên và học viên chụp ảnh lưu niệm trong chuyến nghiên cứu thực tế. '.repeat(4);
    items = [
      item('1', { attachments: [picture(SECOND_LANDSCAPE, { title: title.trim(), _tct: { alt: 'Đoàn' } })] }),
    ];
    for (const layout of ['grid', 'carousel']) {
      const element = await readyGallery({ layout, captions: '' }, 320);
      const caption = part(element, 'caption')!;
      const { fontSize, lineHeight } = getComputedStyle(caption);
      expect(caption.offsetHeight, fontSize).to.be.closeTo(3 * Number.parseFloat(lineHeight), 2);
      expect(caption.textContent).to.equal(title.trim());
    }
  });

  it('shows a skeleton of the photos while loading', async () => {
    net.restore();
    net = fakeNetwork(() => new Promise(() => {}));
    for (const layout of ['grid', 'carousel', 'albums']) {
      const element = addElement('tct-gallery', { src: uniqueUrl(), layout });
      element.style.width = '600px';
      await waitForState(element, 'loading');
      await element.updateComplete;
      const bones = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.skeleton-line:first-child')];
      expect(bones, layout).to.have.length(12);
      for (const { offsetHeight, offsetWidth } of bones) {
        expect(offsetWidth, layout).to.be.above(150);
        expect(offsetWidth / offsetHeight, layout).to.be.closeTo(1.5, 0.02);
      }
    }
  });

  it('shows the picture of a post without photos, and skips posts and files without pictures', async () => {
    items = [
      item('1', { image: LANDSCAPE }),
      item('2'),
      item('3', { attachments: [{ url: 'https://truong.example/1.pdf', mime_type: 'application/pdf' }] }),
    ];
    const element = await readyGallery();
    expect(links(element).map(({ href }) => href)).to.deep.equal([LANDSCAPE]);
  });

  it('reads WordPress media', async () => {
    const media = (id: number, name: string, width: number, height: number) => ({
      id,
      type: 'attachment',
      link: `https://truong.example/${id}`,
      date_gmt: '2026-11-20T01:00:00',
      guid: { rendered: `https://truong.example/?p=${id}` },
      title: { rendered: name },
      caption: { rendered: `<p>Chú thích ${id}</p>` },
      alt_text: `Mô tả ${id}`,
      media_type: 'image',
      mime_type: 'image/jpeg',
      source_url: `https://truong.example/${name}.jpg`,
      media_details: {
        width,
        height,
        sizes: { medium: { source_url: `https://truong.example/${name}-300x200.jpg` } },
      },
    });
    net.restore();
    net = fakeNetwork(() => json([media(1, 'a', 2048, 1365), media(2, 'b', 600, 900)]));
    const element = await readyGallery({ captions: '' });
    expect(links(element).map(({ href }) => href)).to.deep.equal([
      'https://truong.example/a.jpg',
      'https://truong.example/b.jpg',
    ]);
    expect(pictures(element)[0]!.srcset).to.equal(
      'https://truong.example/a-300x200.jpg 300w,https://truong.example/a.jpg 2048w',
    );
    expect(text(element, '[part=caption]')).to.deep.equal(['Chú thích 1', 'Chú thích 2']);
  });

  it('reads Media RSS', async () => {
    net.restore();
    net = fakeNetwork(
      () =>
        new Response(
          `<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Ảnh</title><item><title>Lễ ra quân</title>
          <media:content url="${LANDSCAPE}" medium="image"><media:thumbnail url="${SECOND_LANDSCAPE}"/><media:title>Ra quân</media:title></media:content>
          <media:content url="${PORTRAIT}" type="image/jpeg"/></item></channel></rss>`,
        ),
    );
    const element = await readyGallery();
    expect(links(element).map(({ href }) => href)).to.deep.equal([LANDSCAPE, PORTRAIT]);
    expect(pictures(element).map(({ src }) => src)).to.deep.equal([SECOND_LANDSCAPE, PORTRAIT]);
  });

  it('shows album covers with name, number of photos, date and school', async () => {
    items = [
      album('nb:1', { _tct: { school: 'nb', precision: 'day' } }),
      item('hd:2', { title: 'Hội thao', image: SECOND_LANDSCAPE, _tct: { school: 'hd' } }),
    ];
    net.restore();
    const schools = { nb: { name: 'Ninh Bình' }, hd: { name: 'Hải Dương' } };
    net = fakeNetwork(() => json(feed(items, { _tct: { schools } })));
    const element = await readyGallery({ layout: 'albums', target: '_blank' });
    expect(text(element, '.name')).to.deep.equal(['Nghiên cứu thực tế', 'Hội thao']);
    const [first, second] = text(element, '[part=meta]');
    expect(first).to.match(/^4 ảnh.*Ninh Bình$/);
    expect(second).to.match(/^[^4].*Hải Dương$/);
    // The photos of the second album are only on its own page.
    expect(links(element).map(({ href, target }) => [href, target])).to.deep.equal([
      ['https://truong.example/nb:1', ''],
      ['https://truong.example/hd:2', '_blank'],
    ]);
  });

  it('fires tct-select, which the page can cancel', async () => {
    const element = await readyGallery();
    let chosen: { item: Item; photo: Photo } | undefined;
    element.addEventListener('tct-select', (event) => {
      chosen = (event as CustomEvent).detail;
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    links(element)[1]!.dispatchEvent(click);
    expect(chosen!.item.id).to.equal('album');
    expect(chosen!.photo.url).to.equal(PORTRAIT);
    expect(click.defaultPrevented).to.equal(true);
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null);
  });

  it('leaves clicks with modifier keys to the browser', async () => {
    const element = await readyGallery();
    let taken = true;
    element.addEventListener('click', (event) => {
      taken = event.defaultPrevented;
      event.preventDefault();
    });
    links(element)[0]!.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(taken).to.equal(false);
  });

  it('shows more, also from the next page, and focuses the first added photo', async () => {
    const src = uniqueUrl();
    net.restore();
    net = fakeNetwork((url) =>
      url === src
        ? json(feed([singlePhoto('1'), singlePhoto('2'), singlePhoto('3')], { next_url: `${src}?2` }))
        : json(feed([singlePhoto('4')])),
    );
    const element = await readyGallery({ src, limit: '2' });
    expect(count(element)).to.equal(2);
    part(element, 'more')!.click();
    await element.updateComplete;
    expect(count(element)).to.equal(3);
    expect(element.shadowRoot!.activeElement).to.equal(links(element)[2]);
    part(element, 'more')!.click();
    // The button disappears when everything is shown.
    await until(element.shadowRoot!, () => count(element) === 4 && !part(element, 'more'));
  });

  it('renders a thousand photos in batches, in order', async () => {
    items = Array.from({ length: 1000 }, (_, index) => singlePhoto(String(index)));
    const element = addElement('tct-gallery', { src: uniqueUrl(), limit: '1000' });
    let drawn = 0;
    let most = 0;
    await until(element.shadowRoot!, () => {
      const { length } = links(element);
      most = Math.max(most, length - drawn);
      drawn = length;
      return length === 1000;
    });
    expect(most).to.be.at.most(50);
    expect(links(element).map(({ href }) => href)).to.deep.equal(
      items.map(({ attachments }) => attachments![0]!.url),
    );
  });

  it('adapts to its container, not to the window', async () => {
    const columns = async (width: number, layout: string) => {
      const element = await readyGallery({ layout }, width);
      const lefts = [...element.shadowRoot!.querySelectorAll('[part=item]')].map(
        (each) => each.getBoundingClientRect().left,
      );
      element.remove();
      return new Set(lefts.map(Math.round)).size;
    };
    items = Array.from({ length: 12 }, (_, index) => singlePhoto(String(index)));
    expect([
      await columns(320, 'grid'),
      await columns(600, 'grid'),
      await columns(900, 'grid'),
    ]).to.deep.equal([2, 3, 4]);
    expect([await columns(320, 'albums'), await columns(900, 'albums')]).to.deep.equal([1, 3]);
  });

  it('takes columns and aspect ratio from custom properties', async () => {
    const element = await readyGallery();
    element.style.setProperty('--tct-columns', '2');
    element.style.setProperty('--tct-ratio', '1');
    const [one, , three] = [...element.shadowRoot!.querySelectorAll('[part=item]')].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(three!.left).to.equal(one!.left);
    expect(one!.height).to.be.closeTo(one!.width, 0.1);
  });

  it('renders with renderItem, which can open the lightbox', async () => {
    const element = await readyGallery();
    element.renderItem = ({ caption }) => caption ?? '–';
    await element.updateComplete;
    expect(text(element, 'li')).to.deep.equal([
      'Đoàn nghiên cứu thực tế',
      'Khu dân cư kiểu mẫu',
      'Toàn cảnh',
      '–',
    ]);
  });

  it('falls back to the default where renderItem throws', async () => {
    const element = await readyGallery();
    const mistake = new TypeError('photo.tags is undefined');
    element.renderItem = ({ caption }) => {
      if (caption === 'Toàn cảnh') throw mistake;
      return caption ?? '–';
    };
    expect(await loggedErrors(() => element.updateComplete)).to.deep.equal([mistake]);
    const drawn = [...element.shadowRoot!.querySelectorAll('li')];
    expect(drawn.map((each) => !!each.querySelector('a.tile'))).to.deep.equal([false, false, true, false]);
    expect(drawn[0]!.textContent).to.equal('Đoàn nghiên cứu thực tế');
  });

  it('shows a message when there is nothing', async () => {
    // Posts without a picture do not count.
    for (items of [[], [item('1')]]) {
      const element = addElement('tct-gallery', { src: uniqueUrl() });
      await waitForState(element, 'empty');
      await element.updateComplete;
      expect(element.shadowRoot!.textContent).to.contain('Chưa có ảnh nào.');
    }
  });

  it('shows an error message when loading fails', async () => {
    net.restore();
    net = fakeNetwork(() => new Response('', { status: 500 }));
    const element = addElement('tct-gallery', { src: uniqueUrl() });
    await waitForState(element, 'error');
    await element.updateComplete;
    expect(part(element, 'error')!.textContent).to.contain('Không tải được thư viện ảnh.');
  });

  it('speaks English on an English page', async () => {
    const element = await readyGallery({ lang: 'en', layout: 'carousel' });
    await new Promise<void>((resolve) => {
      const look = () => part(element, 'heading')?.textContent === 'Photos' && resolve();
      new MutationObserver(look).observe(element.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      look();
    });
    expect(part(element, 'turn')!.getAttribute('aria-label')).to.equal('Previous photo');
  });

  it('treats text as text, not as HTML', async () => {
    items = [
      item('x', {
        title: '<img src=x>',
        attachments: [picture(MISSING, { title: '<b onclick=alert(1)>Chữ</b>' })],
      }),
    ];
    const element = await readyGallery({ captions: '' });
    expect(text(element, '[part=caption]')).to.deep.equal(['<b onclick=alert(1)>Chữ</b>']);
    expect(element.shadowRoot!.querySelector('b')).to.equal(null);
  });
});
