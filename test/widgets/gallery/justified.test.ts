import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { fakeNetwork, feed, item, json } from '../support.ts';
import {
  imageLoaded,
  LANDSCAPE,
  MISSING,
  PANORAMA,
  PORTRAIT,
  picture,
  pictures,
  readyGallery,
  until,
} from './support.ts';

const SIZES = { [LANDSCAPE]: [1080, 720], [PORTRAIT]: [720, 1080], [PANORAMA]: [2400, 600] };
const GAP_PX = 8;

const photo = (url: string, index: number, known = true): Item => {
  const [width, height] = SIZES[url] ?? [];
  return item(`${index}`, {
    title: `Ảnh ${index}`,
    attachments: [picture(`${url}?${index}`, known ? { _tct: { width, height } } : {})],
  });
};

describe('the layout justified', () => {
  let net: ReturnType<typeof fakeNetwork>;
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });
  const show = (items: Item[], width: number, attributes: Record<string, string> = {}) => {
    net = fakeNetwork(() => json(feed(items)));
    return readyGallery({ layout: 'justified', limit: '100', ...attributes }, width);
  };
  /** The boxes of the photos, row by row. */
  const rowsOf = (element: Element) => {
    const rows = new Map<number, DOMRect[]>();
    for (const tile of element.shadowRoot!.querySelectorAll('.tile')) {
      const box = tile.getBoundingClientRect();
      const top = Math.round(box.top);
      rows.set(top, [...(rows.get(top) ?? []), box]);
    }
    return [...rows.values()];
  };
  const mixed = (known = true) =>
    Array.from({ length: 23 }, (_, index) =>
      photo([LANDSCAPE, LANDSCAPE, PORTRAIT, LANDSCAPE, PANORAMA][index % 5]!, index, known),
    );

  for (const width of [180, 320, 480, 768, 1280])
    it(`fills ${width} px with rows of equal height, in the photos’ own proportions`, async () => {
      const element = await show(mixed(), width);
      const rows = rowsOf(element);
      for (const [index, row] of rows.entries()) {
        const heights = row.map(({ height }) => height);
        expect(Math.max(...heights) - Math.min(...heights), `row ${index}`).to.be.below(1);
        const used = row.reduce((sum, box) => sum + box.width, GAP_PX * (row.length - 1));
        if (index < rows.length - 1) expect(used, `row ${index}`).to.be.closeTo(width, 1);
        else expect(used).to.be.at.most(width + 1);
        expect(heights[0]).to.be.within(30, 400);
      }
      expect(element.scrollWidth).to.be.at.most(width);
      const shown = rows.flat().map((box) => box.width / box.height);
      // One that fills its row alone may be cropped.
      if (width === 1280)
        for (const [index, ratio] of shown.entries())
          expect(ratio).to.be.closeTo([1.5, 1.5, 2 / 3, 1.5, 4][index % 5]!, 0.05);
    });

  it('does not blow up the last row', async () => {
    const rows = rowsOf(await show([photo(LANDSCAPE, 1), photo(PORTRAIT, 2)], 1280));
    expect(rows).to.have.length(1);
    expect(rows[0]![0]!.height).to.be.closeTo(192, 0.5);
    expect(rows[0]![0]!.width).to.be.closeTo(288, 0.5);
  });

  it('takes the proportions from the picture where the feed has no size', async () => {
    const element = await show(
      [PANORAMA, PORTRAIT, MISSING].map((url, index) => photo(url, index, false)),
      1280,
    );
    const tiles = () =>
      rowsOf(element)
        .flat()
        .map((box) => box.width / box.height);
    for (const image of pictures(element).slice(0, 2)) await imageLoaded(image);
    await until(element.shadowRoot!, () => Math.abs(tiles()[1]! - 2 / 3) < 0.01);
    expect(tiles()[0]).to.be.closeTo(4, 0.05);
    expect(tiles()[2]).to.be.closeTo(1.5, 0.01);
  });

  it('does not move anything when pictures of known size load', async () => {
    const element = await show(mixed(), 768);
    const before = rowsOf(element);
    for (const image of pictures(element).slice(0, 6)) await imageLoaded(image);
    await element.updateComplete;
    expect(rowsOf(element)).to.deep.equal(before);
  });

  it('crops what would be a mere line', async () => {
    const items = [
      item('1', { attachments: [picture(LANDSCAPE, { _tct: { width: 100, height: 2000 } })] }),
      item('2', { attachments: [picture(`${LANDSCAPE}?2`, { _tct: { width: 9000, height: 100 } })] }),
    ];
    const [high, wide] = rowsOf(await show(items, 1280)).flat();
    expect(high!.width / high!.height).to.be.closeTo(0.5, 0.01);
    expect(wide!.width / wide!.height).to.be.closeTo(4, 0.01);
  });

  it('asks for copies as wide as it shows them, also where the browser cannot compute that', async () => {
    const element = await show([photo(LANDSCAPE, 1), photo(PANORAMA, 2)], 1280);
    expect(pictures(element).map(({ sizes }) => sizes)).to.deep.equal(['auto, 330px', 'auto, 880px']);
  });

  it('shows captions as the grid does', async () => {
    const element = await show(mixed(), 768);
    expect(element.shadowRoot!.querySelector('[part=caption]')).to.equal(null);
    element.captions = true;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[part=caption]')).to.have.length(23);
  });

  it('keeps its look after the lightbox has added its styles', async () => {
    const element = await show(mixed(), 768, { layout: 'grid' });
    element.shadowRoot!.querySelector<HTMLElement>('.tile')!.click();
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('dialog[open]'));
    element.layout = 'justified';
    await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('.justified'));
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    expect(getComputedStyle(dialog.querySelector('.slider')!).position).to.equal('absolute');
    expect(getComputedStyle(element.shadowRoot!.querySelector('ul')!).display).to.equal('flex');
    dialog.close();
  });
});
