import { expect } from 'chai';
import { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { fakeNetwork, feed, item, json, uniqueUrl, waitForState } from '../support.ts';
import {
  album,
  imageLoaded,
  LANDSCAPE,
  links,
  MISSING,
  picture,
  pictures,
  readyGallery,
  SECOND_LANDSCAPE,
  singlePhoto,
  THUMBNAIL,
  until,
} from './support.ts';

const HUB = 'https://hub.example/images/0123456789abcdef0123';

describe('the pictures of tct-gallery', () => {
  let net: ReturnType<typeof fakeNetwork>;
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });
  const show = (
    items: Parameters<typeof feed>[0],
    attributes: Record<string, string> = {},
    width?: number,
  ) => {
    net = fakeNetwork(() => json(feed(items)));
    return readyGallery(attributes, width);
  };
  /** A feed in the hub's format. */
  const copied = (width: number, thumbnail = `${HUB}-640.webp`) =>
    item('1', { attachments: [picture(LANDSCAPE, { _tct: { width, height: 2, thumbnail } })] });

  it('are thumbnails with all sizes in srcset', async () => {
    const sets = [];
    for (const width of [2400, 1200, 640]) sets.push(pictures(await show([copied(width)]))[0]!.srcset);
    expect(sets).to.deep.equal([
      `${HUB}-640.webp 640w,${HUB}-1600.webp 1600w,${LANDSCAPE} 2400w`,
      `${HUB}-640.webp 640w,${HUB}-1200.webp 1200w,${LANDSCAPE} 1200w`,
      `${HUB}-640.webp 640w,${LANDSCAPE} 640w`,
    ]);
    expect(pictures(await show([copied(240, `${HUB}-240.webp`)]))[0]!.src).to.equal(`${HUB}-240.webp`);
  });

  it('take their width from the file name only where that is certain', async () => {
    const set = async (url: string) =>
      pictures(
        await show([
          item('1', { attachments: [picture(LANDSCAPE, { _tct: { thumbnail: url, width: 1080 } })] }),
        ]),
      )[0]!.getAttribute('srcset');
    expect(await set('https://truong.example/khai-giang-2022.jpg')).to.equal(null);
    expect(await set('https://truong.example/images/anh-640.webp')).to.equal(null);
    expect(await set('https://truong.example/khai-giang-2022-300x200.jpg')).to.contain('300w');
  });

  it('have no srcset if widths are unknown', async () => {
    const element = await show([album()]);
    expect(pictures(element).map((image) => image.hasAttribute('srcset'))).to.deep.equal([
      ...[false, false, false, false],
    ]);
    expect(pictures(element)[0]!.src).to.equal(THUMBNAIL);
  });

  it('send no referrer and load lazily', async () => {
    const items = Array.from({ length: 400 }, (_, index) => singlePhoto(`xa-${index}`));
    const element = await show(items, { limit: '400' }, 320);
    await until(element.shadowRoot!, () => pictures(element).length === 400);
    const all = pictures(element);
    for (const image of all)
      expect([image.loading, image.referrerPolicy]).to.deep.equal(['lazy', 'no-referrer']);
    await imageLoaded(all[0]!);
    expect(all[0]!.complete && all[0]!.naturalWidth).to.equal(1080);
    expect(all.at(-1)!.naturalWidth, 'one far below').to.equal(0);
  });

  it('that fail are replaced by a message', async () => {
    const element = await show([item('1', { title: 'Lễ khai giảng', attachments: [picture(MISSING)] })]);
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
    const absent = element.shadowRoot!.querySelector('.broken')!;
    expect(absent.textContent).to.equal('Lễ khai giảngKhông tải được ảnh');
    const { height, width } = absent.parentElement!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(1.5, 0.01);
  });

  it('that fail show their description only once if there is a caption', async () => {
    const lost = () => [item('1', { attachments: [picture(MISSING, { title: 'Lễ khai giảng' })] })];
    for (const [attributes, seen] of [
      [{}, true],
      [{ captions: '' }, false],
    ] as const) {
      const element = await show(lost(), attributes);
      await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
      const link = links(element)[0]!;
      expect(link.textContent, 'to screen readers').to.equal('Lễ khai giảngKhông tải được ảnh');
      const message = element.shadowRoot!.querySelector('.broken span')!.getBoundingClientRect();
      expect(message.width > 20).to.equal(seen);
    }
  });

  it('that fail do not widen a carousel', async () => {
    const items = ['1', '2', '3', '4'].map((id) =>
      item(id, { attachments: [picture(`${MISSING}?row-${id}`, { title: 'Lễ khai giảng' })] }),
    );
    document.documentElement.scrollLeft = 0;
    const before = document.documentElement.scrollWidth;
    const element = await show(items, { layout: 'carousel' }, innerWidth);
    const last = links(element)[3]!;
    last.scrollIntoView();
    element.shadowRoot!.querySelector('ul')!.scrollLeft = 9999;
    await until(element.shadowRoot!, () => last.querySelector('.broken'));
    element.shadowRoot!.querySelector('ul')!.scrollLeft = 0;
    expect(document.documentElement.scrollWidth).to.be.at.most(Math.max(before, innerWidth + 16));
  });

  it('fall back to their other copies first', async () => {
    const element = await show([
      item('1', { attachments: [picture(SECOND_LANDSCAPE, { _tct: { thumbnail: MISSING } })] }),
      item('2', { attachments: [picture(`${MISSING}?2`, { _tct: { thumbnail: THUMBNAIL, width: 1080 } })] }),
    ]);
    const [first, second] = pictures(element);
    await Promise.all([imageLoaded(first!), imageLoaded(second!)]);
    expect(first!.currentSrc).to.equal(SECOND_LANDSCAPE);
    expect(second!.currentSrc).to.equal(THUMBNAIL);
    expect(element.shadowRoot!.querySelector('.broken')).to.equal(null);
  });

  it('are tried again when the source is reloaded', async () => {
    const element = await show([item('1', { attachments: [picture(MISSING)] })]);
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
    element.feed = feed([item('1', { attachments: [picture(SECOND_LANDSCAPE)] })]);
    await until(element.shadowRoot!, () => pictures(element)[0]?.src === SECOND_LANDSCAPE);
  });

  for (const [name, items] of [
    ['whose sizes are not known', () => [album()]],
    [
      'whose sizes are known',
      () => [singlePhoto('1', { _tct: { width: 1080, height: 720 } }), singlePhoto('2')],
    ],
    ['that do not come', () => [item('1', { attachments: [picture(MISSING)] })]],
  ] as const)
    for (const layout of ['grid', 'carousel', 'albums'])
      it(`${name} shift nothing in ${layout}`, async function () {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
        let answer!: (response: Response) => void;
        net = fakeNetwork(() => new Promise((resolve) => (answer = resolve)));
        const tag = `tct-moves-${layout}-${name.length}`;
        document.body.innerHTML = `<h1>Trang</h1><${tag} layout="${layout}" src="${uniqueUrl()}" style="display:block;min-height:600px"></${tag}><p>Chân trang</p>`;
        let score = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) score += (entry as PerformanceEntry & { value: number }).value;
        };
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift' });
        customElements.define(tag, class extends TctGallery {});
        const element = document.querySelector(tag)!;
        await waitForState(element, 'loading');
        answer(json(feed([...items()])));
        await waitForState(element, 'ready');
        await Promise.allSettled(pictures(element).map((image) => image.decode()));
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        add(observer.takeRecords());
        observer.disconnect();
        expect(score).to.equal(0);
      });
});
