/** The demo's difficult pages of partners, each with the scripts of `dist/embed/` and without. */
import { expect } from 'chai';
import { part, titles, waitForState } from '../support.ts';
import { differences, type HostWindow, names, styles } from './host-page.ts';

interface Case {
  /** What a visitor does to see the widgets. */
  act?: (page: HostWindow) => void;
  /** Tags of the widgets in the page, its shadow roots and frames. */
  widgets?: string[];
  folder?: string;
}

const NEWS = 'tct-latest-news';
const WEATHER = 'tct-weather';
const DOCUMENTS = 'tct-document-list';
const GALLERY = 'tct-gallery';
const TITLE = 'Sơ kết phong trào thi đua 6 tháng đầu năm';
const OF_TESTS = '/test/widgets/pages/';

const click = (selector: string) => (page: HostWindow) =>
  page.document.querySelector<HTMLElement>(selector)!.click();

const PAGES: Record<string, Case> = {
  'amd-liferay': {},
  requirejs: {},
  prototype: { folder: OF_TESTS },
  mootools: { folder: OF_TESTS },
  jquery: {},
  bootstrap: { widgets: [NEWS, WEATHER, GALLERY] },
  inline: {},
  'lang-en': {},
  'plain-http': { widgets: [NEWS, WEATHER, DOCUMENTS, GALLERY] },
  quirks: {},
  'windows-1252': {},
  'windows-1258': {},
  csp: { widgets: [NEWS, WEATHER, DOCUMENTS, GALLERY] },
  copies: {},
  module: {},
  injected: {},
  bundled: {},
  hidden: {
    widgets: [NEWS, WEATHER, DOCUMENTS, NEWS, NEWS, WEATHER],
    act: (page) => {
      click('[data-show]')(page);
      page.document.querySelector('details')!.open = true;
      const float = page.document.getElementById('float')!;
      // Where there are no popovers, it is a part of the page like others.
      float.togglePopover?.();
    },
  },
  htmx: { widgets: [NEWS], act: click('[hx-get]') },
};

/** Opens a page in a frame. Resolves when it has loaded. */
async function open(path: string): Promise<HostWindow> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:800px;height:5000px';
  frame.src = path;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as HostWindow;
}

/** The widgets in a page, its shadow roots and frames. */
function widgetsIn(root: Document | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    if (element.localName.startsWith('tct-')) return [element];
    if (element.localName === 'iframe') {
      const { contentDocument } = element as HTMLIFrameElement;
      return contentDocument ? widgetsIn(contentDocument) : [];
    }
    return element.shadowRoot ? widgetsIn(element.shadowRoot) : [];
  });
}

/** Resolves with the page's widgets once they are there and ready. */
async function ready(page: HostWindow, tags: string[]): Promise<HTMLElement[]> {
  const found = () => widgetsIn(page.document);
  while (found().length < tags.length) await new Promise(requestAnimationFrame);
  const widgets = found();
  for (const widget of widgets)
    while (!widget.hasAttribute('state')) {
      widget.scrollIntoView();
      await new Promise(requestAnimationFrame);
    }
  expect(widgets.map(({ localName }) => localName).sort()).to.deep.equal([...tags].sort());
  for (const widget of widgets) await waitForState(widget, 'ready');
  for (const widget of widgets) await (widget as HTMLElementTagNameMap[typeof NEWS]).updateComplete;
  return widgets;
}

describe('difficult pages of partners', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [name, { act, widgets: tags = [NEWS, WEATHER], folder = '/demo/pages/' }] of Object.entries(
    PAGES,
  ))
    it(`${name}.html shows its widgets, and stays as it was`, async function () {
      if (folder === OF_TESTS && !(await fetch(`/demo/libraries/${name}.js`)).ok) this.skip();
      const page = await open(`${folder}${name}.html`);
      act?.(page);
      const widgets = await ready(page, tags);
      for (const widget of widgets) {
        const { width, height } = widget.shadowRoot!.querySelector('.root')!.getBoundingClientRect();
        expect(width, widget.localName).to.be.greaterThan(100);
        expect(height, widget.localName).to.be.greaterThan(20);
        if (widget.localName !== NEWS) continue;
        expect(titles(widget)).to.include(TITLE);
        if (!widget.hasAttribute('heading')) expect(part(widget, 'heading')!.textContent).to.equal('Tin mới');
        const [first, second] = widget.shadowRoot!.querySelectorAll('[part=item]');
        expect(second!.getBoundingClientRect().top).to.be.at.least(first!.getBoundingClientRect().bottom - 1);
        expect(first!.getBoundingClientRect().width).to.be.greaterThan(100);
      }
      expect(page.seen).to.deep.equal([]);

      const without = await open(`${folder}${name}.html?without`);
      act?.(without);
      if (name === 'htmx')
        while (!without.document.querySelector('#here *')) await new Promise(requestAnimationFrame);
      expect(differences(names(page), names(without))).to.deep.equal([]);
      expect(differences(styles(page), styles(without))).to.deep.equal([]);
    });

  it('moved.html moves, copies and puts back a widget', async () => {
    const page = await open('/demo/pages/moved.html');
    await ready(page, [NEWS, WEATHER]);
    click('#move')(page);
    const [news] = await ready(page, [NEWS, WEATHER]);
    expect(news!.closest('main')).to.not.equal(null);
    click('#clone')(page);
    await ready(page, [NEWS, NEWS, WEATHER]);
    click('#remove')(page);
    await ready(page, [NEWS, NEWS, WEATHER]);
    for (const widget of widgetsIn(page.document).filter(({ localName }) => localName === NEWS))
      expect(titles(widget)).to.include(TITLE);
    expect(page.seen).to.deep.equal([]);
  });

  it('turbo.html goes to the next page and back', async () => {
    const page = await open('/demo/pages/turbo.html');
    await ready(page, [NEWS, WEATHER]);
    for (const [title, tags] of [
      ['Trang sau, dùng Turbo', [NEWS, DOCUMENTS]],
      ['Trang dùng Turbo', [NEWS, WEATHER]],
    ] as const) {
      const rendered = new Promise((resolve) => page.addEventListener('turbo:load', resolve, { once: true }));
      click('#next')(page);
      await rendered;
      expect(page.document.querySelector('h1')!.textContent).to.equal(title);
      await ready(page, [...tags]);
    }
    expect(page.seen).to.deep.equal([]);
  });
});
