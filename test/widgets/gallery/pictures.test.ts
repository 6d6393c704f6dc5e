import { expect } from 'chai';
import { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { address, feed, inState, item, json, network } from '../support.ts';
import {
  ACROSS,
  album,
  alone,
  arrived,
  gallery,
  LOST,
  links,
  OTHER,
  picture,
  pictures,
  SMALL,
  until,
} from './support.ts';

const HUB = 'https://hub.example/images/0123456789abcdef0123';

describe('the pictures of a gallery', () => {
  let net: ReturnType<typeof network>;
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });
  const show = (
    items: Parameters<typeof feed>[0],
    attributes: Record<string, string> = {},
    width?: number,
  ) => {
    net = network(() => json(feed(items)));
    return gallery(attributes, width);
  };
  /** A feed as the hub writes it. */
  const copied = (width: number, thumbnail = `${HUB}-640.webp`) =>
    item('1', { attachments: [picture(ACROSS, { _tct: { width, height: 2, thumbnail } })] });

  it('are the small ones, with all sizes for the browser to choose from', async () => {
    const sets = [];
    for (const width of [2400, 1200, 640]) sets.push(pictures(await show([copied(width)]))[0]!.srcset);
    expect(sets).to.deep.equal([
      `${HUB}-640.webp 640w,${HUB}-1600.webp 1600w,${ACROSS} 2400w`,
      `${HUB}-640.webp 640w,${HUB}-1200.webp 1200w,${ACROSS} 1200w`,
      `${HUB}-640.webp 640w,${ACROSS} 640w`,
    ]);
    expect(pictures(await show([copied(240, `${HUB}-240.webp`)]))[0]!.src).to.equal(`${HUB}-240.webp`);
  });

  it('tell their width by their names only where that is sure', async () => {
    const set = async (url: string) =>
      pictures(
        await show([
          item('1', { attachments: [picture(ACROSS, { _tct: { thumbnail: url, width: 1080 } })] }),
        ]),
      )[0]!.getAttribute('srcset');
    expect(await set('https://truong.example/khai-giang-2022.jpg')).to.equal(null);
    expect(await set('https://truong.example/images/anh-640.webp')).to.equal(null);
    expect(await set('https://truong.example/khai-giang-2022-300x200.jpg')).to.contain('300w');
  });

  it('have no choice where widths are not known', async () => {
    const element = await show([album()]);
    expect(pictures(element).map((image) => image.hasAttribute('srcset'))).to.deep.equal([
      ...[false, false, false, false],
    ]);
    expect(pictures(element)[0]!.src).to.equal(SMALL);
  });

  it('tell nobody where they are shown, and wait until they are near', async () => {
    const items = Array.from({ length: 400 }, (_, index) => alone(`xa-${index}`));
    const element = await show(items, { limit: '400' }, 320);
    await until(element.shadowRoot!, () => pictures(element).length === 400);
    const all = pictures(element);
    for (const image of all)
      expect([image.loading, image.referrerPolicy]).to.deep.equal(['lazy', 'no-referrer']);
    await arrived(all[0]!);
    expect(all[0]!.complete && all[0]!.naturalWidth).to.equal(1080);
    expect(all.at(-1)!.naturalWidth, 'one far below').to.equal(0);
  });

  it('that do not come are replaced by words', async () => {
    const element = await show([item('1', { title: 'Lễ khai giảng', attachments: [picture(LOST)] })]);
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
    const absent = element.shadowRoot!.querySelector('.broken')!;
    expect(absent.textContent).to.equal('Lễ khai giảngKhông tải được ảnh');
    const { height, width } = absent.parentElement!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(1.5, 0.01);
  });

  it('that do not come say what they show once, where a caption says it', async () => {
    const lost = () => [item('1', { attachments: [picture(LOST, { title: 'Lễ khai giảng' })] })];
    for (const [attributes, seen] of [
      [{}, true],
      [{ captions: '' }, false],
    ] as const) {
      const element = await show(lost(), attributes);
      await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
      const link = links(element)[0]!;
      expect(link.textContent, 'to screen readers').to.equal('Lễ khai giảngKhông tải được ảnh');
      const said = element.shadowRoot!.querySelector('.broken span')!.getBoundingClientRect();
      expect(said.width > 20).to.equal(seen);
    }
  });

  it('that do not come reach no further than the others, in a row that is wider than the page', async () => {
    const items = ['1', '2', '3', '4'].map((id) =>
      item(id, { attachments: [picture(`${LOST}?row-${id}`, { title: 'Lễ khai giảng' })] }),
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

  it('are looked for under their other addresses first', async () => {
    const element = await show([
      item('1', { attachments: [picture(OTHER, { _tct: { thumbnail: LOST } })] }),
      item('2', { attachments: [picture(`${LOST}?2`, { _tct: { thumbnail: SMALL, width: 1080 } })] }),
    ]);
    const [first, second] = pictures(element);
    await Promise.all([arrived(first!), arrived(second!)]);
    expect(first!.currentSrc).to.equal(OTHER);
    expect(second!.currentSrc).to.equal(SMALL);
    expect(element.shadowRoot!.querySelector('.broken')).to.equal(null);
  });

  it('are tried again when the source is read again', async () => {
    const element = await show([item('1', { attachments: [picture(LOST)] })]);
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.broken'));
    element.feed = feed([item('1', { attachments: [picture(OTHER)] })]);
    await until(element.shadowRoot!, () => pictures(element)[0]?.src === OTHER);
  });

  for (const [name, items] of [
    ['whose sizes are not known', () => [album()]],
    ['whose sizes are known', () => [alone('1', { _tct: { width: 1080, height: 720 } }), alone('2')]],
    ['that do not come', () => [item('1', { attachments: [picture(LOST)] })]],
  ] as const)
    for (const layout of ['grid', 'carousel', 'albums'])
      it(`${name} move nothing in ${layout}`, async function () {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
        let answer!: (response: Response) => void;
        net = network(() => new Promise((resolve) => (answer = resolve)));
        const tag = `tct-moves-${layout}-${name.length}`;
        document.body.innerHTML = `<h1>Trang</h1><${tag} layout="${layout}" src="${address()}" style="display:block;min-height:600px"></${tag}><p>Chân trang</p>`;
        let score = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) score += (entry as PerformanceEntry & { value: number }).value;
        };
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift' });
        customElements.define(tag, class extends TctGallery {});
        const element = document.querySelector(tag)!;
        await inState(element, 'loading');
        answer(json(feed([...items()])));
        await inState(element, 'ready');
        await Promise.allSettled(pictures(element).map((image) => image.decode()));
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        add(observer.takeRecords());
        observer.disconnect();
        expect(score).to.equal(0);
      });
});
