import { expect } from 'chai';
import { openPage, part, waitForState } from '../support.ts';

const SCRIPT = '<script src="/dist/embed/tct.js"></script>';
const NEWS = '/test/widgets/news.json';
const tag = (attributes: string) => `<tct-latest-news loading="eager" ${attributes}></tct-latest-news>`;

describe('a page that uses the name tct for something else', () => {
  afterEach(() => document.body.replaceChildren());

  for (const value of ["'Trường Chính trị'", '{base:"https://stranger.example/"}', 'null', 'function(){}'])
    it(`keeps its widgets: ${value}`, async () => {
      const page = await openPage(`${SCRIPT}<script>var tct=${value}</script>${tag('')}${tag(`src="${NEWS}"`)}
        <script>addEventListener('tct-error',function(e){document.title=e.detail.url})</script>`);
      const [hub, own] = page.document.querySelectorAll('tct-latest-news');
      await waitForState(own!, 'ready');
      await waitForState(hub!, 'error');
      expect(page.document.title).to.equal(`${location.origin}/dist/embed/news.json`);
      // A second script still notices the first.
      const warned = new Promise((resolve) => (page.console.warn = resolve));
      const settings = (page as unknown as Record<symbol, { version: string }>)[Symbol.for('tct')]!;
      settings.version = '0.0.1';
      const again = page.document.createElement('script');
      again.src = '/dist/embed/tct.js';
      page.document.body.append(again);
      expect(await warned).to.match(/0\.0\.1/);
    });

  it('may give its texts later', async () => {
    const page = await openPage(
      `${SCRIPT}<script>tct={locales:{vi:{news:'Tin của Cụm'}}}</script>${tag(`src="${NEWS}"`)}`,
    );
    const element = page.document.querySelector('tct-latest-news')!;
    await waitForState(element, 'ready');
    expect(part(element, 'heading')!.textContent).to.equal('Tin của Cụm');
  });
});
