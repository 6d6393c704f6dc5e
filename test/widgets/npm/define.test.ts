import { expect } from 'chai';
import { define as defineNews, TctLatestNews } from '../../../widgets/npm/latest-news-element.ts';
import { define, TctWeather } from '../../../widgets/npm/weather-element.ts';
import { addNews, fakeNetwork, feed, item, json, titles, uniqueUrl, waitForState } from '../support.ts';

describe('an element whose class was imported', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([item('1'), item('2')])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('is not defined before define()', () => {
    expect(customElements.get('tct-weather')).to.equal(undefined);
    define();
    expect(customElements.get('tct-weather')).to.equal(TctWeather);
  });

  it('may be defined again under the same tag', () => {
    define();
    define('tct-weather');
    define('my-weather');
    define('my-weather');
    expect(customElements.get('tct-weather')).to.equal(TctWeather);
    expect(document.createElement('my-weather')).to.be.an.instanceof(TctWeather);
  });

  it('refuses a tag that another class has, and names both', () => {
    customElements.define('taken-weather', class OtherWeather extends HTMLElement {});
    expect(() => define('taken-weather')).to.throw(/<taken-weather>.*OtherWeather/);
  });

  it('works under other tags, and as a subclass', async () => {
    defineNews('my-news');
    customElements.define(
      'upper-news',
      class extends TctLatestNews {
        protected override defaultHeading() {
          return 'TIN';
        }
      },
    );
    for (const tag of ['my-news', 'upper-news']) {
      const element = document.createElement(tag) as TctLatestNews;
      element.src = uniqueUrl();
      document.body.append(element);
      await waitForState(element, 'ready');
      expect(titles(element), tag).to.deep.equal(['Tin 1', 'Tin 2']);
    }
    expect(
      document.querySelector('upper-news')!.shadowRoot!.querySelector('[part=heading]')!.textContent,
    ).to.equal('TIN');
  });

  it('names a source that cannot be read on the console, under any tag', async () => {
    defineNews('my-news');
    net.restore();
    net = fakeNetwork(() => new Response('', { status: 404 }));
    const { warn } = console;
    const warned = new Promise<string>((resolve) => {
      console.warn = (text: string) => resolve(text);
    });
    try {
      const element = document.createElement('my-news') as TctLatestNews;
      element.src = uniqueUrl();
      document.body.append(element);
      expect(await warned).to.equal(`my-news: ${element.src}`);
    } finally {
      console.warn = warn;
    }
  });

  it('has what is loaded on demand: other layouts, English', async () => {
    const element = addNews({ src: uniqueUrl(), layout: 'timeline', lang: 'en' });
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=day]')).to.not.equal(null);
  });

  it('may be defined in a scoped registry, where the browser has them', function () {
    let registry: CustomElementRegistry;
    try {
      registry = new CustomElementRegistry();
    } catch {
      this.skip();
    }
    define('tct-weather', registry);
    define('tct-weather', registry);
    expect(registry.get('tct-weather')).to.equal(TctWeather);
    registry.define('scoped-weather', class extends HTMLElement {});
    expect(() => define('scoped-weather', registry)).to.throw('<scoped-weather>');
    expect(customElements.get('scoped-weather')).to.equal(undefined);
  });
});
