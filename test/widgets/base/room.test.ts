import { expect } from 'chai';
import { openPage, waitForState } from '../support.ts';

const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';
const TAGS = [
  '<tct-latest-news src="/test/widgets/long-words.json" layout="list" search loading="eager"></tct-latest-news>',
  '<tct-latest-news src="/test/widgets/long-words.json" layout="cards" loading="eager"></tct-latest-news>',
  '<tct-latest-news src="/test/widgets/long-words.json" layout="headlines" loading="eager"></tct-latest-news>',
  '<tct-document-list src="/test/widgets/long-words.json" columns="number issued title type issuer signer field school validity files" loading="eager"></tct-document-list>',
  '<tct-document-list src="/test/widgets/long-words.json" columns="number title" loading="eager"></tct-document-list>',
];
/** Rooms around a widget. */
const rooms = (width: number): Record<string, (tag: string) => string> => ({
  'a block': (tag) => `<div id="room" style="width:${width}px">${tag}</div>`,
  'a table cell': (tag) =>
    `<table cellpadding="0" cellspacing="0"><tr><td id="room" width="${width}">${tag}</td><td>x</td></tr></table>`,
  'a float': (tag) => `<div id="room" style="float:left;width:${width}px">${tag}</div>`,
  'a flex container': (tag) => `<div id="room" style="display:flex;width:${width}px">${tag}</div>`,
  'a flex item': (tag) =>
    `<div style="display:flex;width:${width}px"><div id="room" style="flex:1">${tag}</div></div>`,
  'a grid': (tag) => `<div id="room" style="display:grid;width:${width}px">${tag}</div>`,
  'a page from right to left': (tag) => `<div id="room" dir="rtl" style="width:${width}px">${tag}</div>`,
  'display: contents': (tag) =>
    `<div id="room" style="width:${width}px">${tag.replace(' ', ' style="display:contents" ')}</div>`,
  'small rems': (tag) =>
    `<style>html{font-size:62.5%}</style><div id="room" style="width:${width}px;font-size:14px">${tag}</div>`,
});

describe('long words and narrow rooms', () => {
  afterEach(() => document.body.replaceChildren());

  async function ready(
    tag: string,
    room: (tag: string) => string,
  ): Promise<[page: Window, element: Element]> {
    const page = await openPage(room(tag) + SCRIPT);
    const element = page.document.querySelector(tag.slice(1).split(' ')[0]!)!;
    await waitForState(element, 'ready');
    await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
    return [page, element];
  }

  for (const width of [180, 500])
    for (const [name, room] of Object.entries(rooms(width)))
      it(`leave ${name} of ${width} px as it is, and are all inside it`, async () => {
        for (const tag of TAGS) {
          const [page, element] = await ready(tag, room);
          const box = page.document.querySelector('#room')!.getBoundingClientRect();
          expect(box.width, tag).to.be.within(width - 1, width + 1);
          const root = element.shadowRoot!;
          const inside = [
            ...root.querySelectorAll('.root, li, tr, td:not(:empty), input, select, button, [part]'),
          ];
          for (const each of inside) {
            const { left, right, width: own } = each.getBoundingClientRect();
            if (!own) continue;
            const where = `${tag} ${each.outerHTML.slice(0, 80)}`;
            expect(left, where).to.be.above(box.left - 1);
            expect(right, where).to.be.below(box.right + 1);
          }
          expect(root.querySelector('.root')!.getBoundingClientRect().width, tag).to.be.above(width - 2);
        }
      });

  it('leave a page without a doctype as it is', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:600px;height:900px';
    document.body.append(frame);
    const page = frame.contentDocument!;
    page.open();
    page.write(`<table width=400><tr><td id="room" width="180">${TAGS[3]}<td>x</table>${SCRIPT}`);
    page.close();
    expect(page.compatMode).to.equal('BackCompat');
    const element = page.querySelector('tct-document-list')!;
    await waitForState(element, 'ready');
    expect(page.querySelector('#room')!.getBoundingClientRect().width).to.be.below(400);
    expect(page.documentElement.scrollWidth).to.be.at.most(600);
  });

  it('fill a float without a width', async () => {
    const [page, element] = await ready(TAGS[0]!, (tag) => `<div style="float:left">${tag}</div>`);
    expect(element.getBoundingClientRect().width).to.equal(page.document.body.clientWidth);
  });
});
