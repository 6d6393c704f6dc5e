import { expect } from 'chai';
import { historyOwner, until, waitForLightbox } from '../gallery/support.ts';
import { axeViolations, openPage, waitForState } from '../support.ts';

/** Every widget with the attributes that show as many of its parts as possible. */
const WIDGETS: [tag: string, attributes: string][] = [
  ['tct-latest-news', 'src="/test/widgets/news.json" search'],
  ['tct-document-list', 'src="/test/widgets/documents.json"'],
  [
    'tct-document-list',
    'src="/test/widgets/documents.json" pages limit="1" columns="title validity signer files"',
  ],
  ['tct-weather', 'src="/test/widgets/weather.json"'],
  ['tct-weather', 'src="/test/widgets/weather.json" layout="compact" places="da-nang"'],
  ['tct-gallery', 'src="/test/widgets/albums.json" captions'],
  ['tct-gallery', 'src="/test/widgets/albums.json" layout="carousel" autoplay="5"'],
  ['tct-gallery', 'src="/test/widgets/albums.json" layout="albums"'],
];

/** Every widget in each layout. */
const SETTINGS: [tag: string, attributes: string][] = [
  ...['list', 'cards', 'headlines', 'compact'].map((layout): [string, string] => [
    'tct-latest-news',
    `search layout="${layout}"`,
  ]),
  ['tct-document-list', ''],
  ...['full', 'compact', 'now', 'strip'].map((layout): [string, string] => [
    'tct-weather',
    `layout="${layout}"`,
  ]),
  ...['grid', 'justified', 'carousel', 'albums'].map((layout): [string, string] => [
    'tct-gallery',
    `layout="${layout}"`,
  ]),
];
const FILES: Record<string, string> = {
  'tct-latest-news': 'news',
  'tct-document-list': 'documents',
  'tct-weather': 'weather',
  'tct-gallery': 'albums',
};
/** The response that leads to each state. */
const ANSWERS: Record<string, string> = {
  loading: 'new Promise(function(){})',
  empty: 'Promise.resolve(new Response(JSON.stringify(NOTHING)))',
  error: "Promise.resolve(new Response('', {status:503}))",
  stale: 'Promise.reject(new Error("offline"))',
};

const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';

describe('every widget', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [tag, attributes] of WIDGETS)
    for (const width of [320, 900])
      it(`<${tag} ${attributes}> has no axe violations at ${width} px and does not overflow`, async () => {
        const page = await openPage(
          `<main><h1>Trang</h1><${tag} ${attributes} loading="eager"></${tag}></main>${SCRIPT}<script src="/node_modules/axe-core/axe.min.js"></script>`,
        );
        page.frameElement!.setAttribute('style', `width:${width}px;height:900px`);
        const element = page.document.querySelector(tag)!;
        await waitForState(element, 'ready');
        await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
        expect((await axeViolations(page)).join()).to.equal('');
        for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('button[aria-expanded=false]'))
          button.click();
        await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
        expect(await axeViolations(page), 'all open').to.deep.equal([]);
        expect(page.document.documentElement.scrollWidth).to.be.at.most(width);
      });

  for (const [tag, attributes] of SETTINGS)
    for (const scheme of ['light', 'dark'])
      it(`<${tag} ${attributes}> has no axe violations in any state, ${scheme}`, async () => {
        const file = `/test/widgets/${FILES[tag]}.json`;
        const answered = await (await fetch(file)).json();
        // The weather expects a list of places, the others a feed.
        const data = Array.isArray(answered) ? { places: answered } : answered;
        const none = Array.isArray(answered) ? [] : { ...answered, items: [] };
        const head = `<style>:root{color-scheme:${scheme};background:Canvas;color:CanvasText}</style>`;
        for (const state of ['ready', ...Object.keys(ANSWERS)]) {
          const src = state === 'ready' ? file : `${location.origin}/${state}.json`;
          if (state === 'stale') localStorage.setItem(`tct:${src}`, JSON.stringify({ at: 1, data }));
          const answer = ANSWERS[state]
            ? `<script>NOTHING=${JSON.stringify(none)};fetch=function(){return ${ANSWERS[state]}}</script>`
            : '';
          const page = await openPage(
            `${answer}<main><h1>Trang</h1><${tag} ${attributes} src="${src}" loading="eager"></${tag}></main>${SCRIPT}<script src="/node_modules/axe-core/axe.min.js"></script>`,
            head,
          );
          await page.customElements.whenDefined(tag);
          const element = page.document.querySelector(tag)! as Element & { updateComplete: Promise<unknown> };
          await waitForState(element, state);
          await element.updateComplete;
          expect(await axeViolations(page), state).to.deep.equal([]);
          page.frameElement!.remove();
        }
        localStorage.clear();
      });

  it('obeys a strict content security policy with trusted types', async () => {
    // A file instead of srcdoc: browsers disagree on what 'self' means there.
    const frame = document.createElement('iframe');
    frame.src = '/test/widgets/strict-csp.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const { document: page } = frame.contentWindow!;
    for (const element of page.querySelectorAll('[loading]')) {
      await waitForState(element, 'ready');
      await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
      for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('button')) button.click();
      await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
    }
    for (const element of page.querySelectorAll('tct-gallery')) {
      element.shadowRoot!.querySelector<HTMLElement>('[part=item] a')!.click();
      const dialog = await waitForLightbox(element);
      // Next photo, zoom, share, close.
      for (const button of dialog.querySelectorAll('button')) button.click();
      await until(element.shadowRoot!, () => !dialog.isConnected);
      // The frame shares its history with the test page: removed too early, the test page itself would go back.
      const owner = historyOwner(element);
      if (owner.history.state)
        await new Promise((resolve) => owner.addEventListener('popstate', resolve, { once: true }));
    }
    expect(page.querySelectorAll('[loading]').length).to.be.greaterThan(1);
    expect((frame.contentWindow as unknown as { reports: string[] }).reports).to.deep.equal([]);
  });
});
