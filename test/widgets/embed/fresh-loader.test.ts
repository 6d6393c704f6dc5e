import { expect } from 'chai';
import { loadedFiles } from '../scripts.ts';
import { openPage, titles, waitForState } from '../support.ts';

const NEWS = '<tct-latest-news src="/test/widgets/news.json" loading="eager"></tct-latest-news>';
const WEATHER = '<tct-weather src="/test/widgets/weather.json" loading="eager"></tct-weather>';
const DIV =
  '<div data-tct="document-list" data-src="/test/widgets/documents.json" data-loading="eager"></div>';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];
/** An older script from a cache, and what is left of its code on the hub. */
const older = (left: string) => `<script src="/replaced/${left}/tct.js"></script>`;
const LISTEN = '<script>var warned=[];console.warn=function(){warned.push([].join.call(arguments))}</script>';

type Listening = Window & { warned: string[] };

/** How often a page has asked for the script past the cache. */
const freshLoaders = (page: Window) =>
  [...loadedFiles(page).keys()].filter((name) => name.startsWith('tct.js?')).length;

describe('a page with an older script from a cache', () => {
  afterEach(() => document.body.replaceChildren());

  const open = async (body: string) =>
    (await openPage(body, LISTEN)) as Window & typeof globalThis & Listening;
  const ready = async ({ document }: Window, tag: string) => {
    const element = document.querySelector(tag)!;
    await waitForState(element, 'ready');
    return element;
  };

  it('gets the hub’s own once, if the code of the older one is gone', async () => {
    for (const body of [
      older('none') + NEWS + WEATHER + DIV,
      NEWS + WEATHER + DIV + older('none'),
      older('none') + NEWS + WEATHER + DIV + older('none'),
    ]) {
      const page = await open(body);
      expect(titles(await ready(page, 'tct-latest-news'))).to.deep.equal(TITLES);
      await ready(page, 'tct-weather');
      await ready(page, 'tct-document-list');
      expect(page.tct!.version).to.not.equal('0.0.1');
      expect(freshLoaders(page)).to.equal(1);
      expect(page.warned).to.deep.equal([]);
    }
  });

  it('keeps the widgets that the older one has started, and starts later ones once', async () => {
    const page = await open(older('tct-latest-news.js') + NEWS);
    const news = await ready(page, 'tct-latest-news');
    const definition = page.customElements.get('tct-latest-news');
    page.document.body.insertAdjacentHTML('beforeend', WEATHER);
    await ready(page, 'tct-weather');
    expect(freshLoaders(page)).to.equal(1);
    expect(page.customElements.get('tct-latest-news')).to.equal(definition);
    expect(news.getAttribute('state')).to.equal('ready');
    // Were the older script still watching the page, it would warn that its own explanations are gone.
    page.document.body.insertAdjacentHTML('beforeend', `<tct-wether></tct-wether>${DIV}`);
    while (!page.warned.length) await new Promise(page.requestAnimationFrame);
    await ready(page, 'tct-document-list');
    expect(page.warned.join()).to.include('tct-wether').and.not.include('tct.js:');
  });

  it('gives up if the hub does not answer, without asking again', async () => {
    const page = await open(older('down') + NEWS + NEWS + WEATHER);
    for (const element of page.document.querySelectorAll('tct-latest-news,tct-weather'))
      await waitForState(element, 'error');
    expect(freshLoaders(page)).to.be.at.most(1);
    expect(page.document.querySelector('tct-latest-news')!.getBoundingClientRect().height).to.equal(0);
  });

  it('gives up if the code of the hub’s own fails, too', async () => {
    const page = await open(
      `<script src="/broken/always/tct-latest-news.js/tct.js"></script>${NEWS}${NEWS}${WEATHER}`,
    );
    // The other widgets share a file with the news.
    for (const element of page.document.querySelectorAll('tct-latest-news,tct-weather'))
      await waitForState(element, 'error');
    expect(freshLoaders(page)).to.equal(1);
  });

  it('lets no other tag of the older one take over while the hub’s own is on its way', async () => {
    const waiting = `<script>window[Symbol.for('tct')]={version:'',base:'/replaced/none/'}</script>`;
    const page = await open(waiting + older('none') + NEWS);
    expect(
      page.document.querySelector<HTMLElement>('tct-latest-news')!.style.getPropertyValue('--tct-room'),
    ).to.equal('');
    expect([...loadedFiles(page).keys()].filter((name) => name !== 'tct.js')).to.deep.equal([]);
    expect(page.warned).to.deep.equal([]);
  });

  it('keeps it if its code is there', async () => {
    const page = await open(older('tct-latest-news.js') + NEWS);
    await ready(page, 'tct-latest-news');
    expect(page.tct!.version).to.equal('0.0.1');
    expect(freshLoaders(page)).to.equal(0);
  });
});
