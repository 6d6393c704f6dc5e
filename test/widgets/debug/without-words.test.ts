import { expect } from 'chai';
import { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';

// Not by `define.ts`: as the extension's popup does.
customElements.define('tct-latest-news', TctLatestNews);

describe('an element without the words for what is wrong', () => {
  const { warn } = console;
  afterEach(() => {
    console.warn = warn;
    document.body.replaceChildren();
  });

  it('logs an error, once, and is silent when data comes', async () => {
    const warned: unknown[][] = [];
    console.warn = (...texts: unknown[]) => warned.push(texts);
    const loads = (src: string, type: 'tct-load' | 'tct-error') => {
      const element = document.createElement('tct-latest-news');
      element.src = src;
      document.body.append(element);
      return new Promise((resolve) => element.addEventListener(type, resolve));
    };
    await loads('/test/widgets/news.json', 'tct-load');
    expect(warned).to.deep.equal([]);
    await loads('/test/widgets/missing.json', 'tct-error');
    expect(warned).to.have.length(1);
    expect(warned[0]![0]).to.match(/^tct-latest-news: http.*missing\.json$/);
    expect(String(warned[0]![1])).to.contain('404');
  });
});
