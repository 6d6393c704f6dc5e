import { expect } from 'chai';
import { addLocale } from '../../../widgets/locale/locale.ts';
import { vi } from '../../../widgets/locale/vi/shared.ts';
import { add, address, feed, inState, item, json, network, openPage, part } from '../support.ts';

describe('the language of a widget', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed([item('1'), item('2')])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  /** The heading, once it is in another language than `before`. */
  async function heading(element: Element, before?: string): Promise<string> {
    await inState(element, 'ready');
    const words = () => part(element, 'heading')!.textContent!;
    if (before !== undefined && words() === before)
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (words() === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
      });
    return words();
  }

  it('is its own lang, with or without a region; English is fetched when it is wanted', async () => {
    expect(await heading(add({ src: address(), lang: 'vi' }))).to.equal('Tin mới');
    expect(await heading(add({ src: address(), lang: 'en-GB' }), 'Tin mới')).to.equal('Latest news');
    const element = add({ src: address(), lang: 'en' });
    expect(await heading(element)).to.equal('Latest news');
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('en');
  });

  it('is that of the nearest ancestor, else Vietnamese, as for a language it does not know', async () => {
    const section = document.createElement('section');
    section.lang = 'en';
    document.body.append(section);
    const inside = add({ src: address() });
    section.append(inside);
    expect(await heading(inside)).to.equal('Latest news');
    const unknown = add({ src: address(), lang: 'eo' });
    expect(await heading(unknown)).to.equal('Tin mới');
    expect(unknown.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('vi');
  });

  it('is that of the nearest ancestor, also where that is unknown and a farther one is not', async () => {
    document.body.innerHTML = '<section lang="en"><div lang="eo"></div></section>';
    const element = add({ src: address() });
    document.querySelector('div')!.append(element);
    expect(await heading(element)).to.equal('Tin mới');
  });

  it('is what a script sets, before the element is on the page and after', async () => {
    const element = document.createElement('tct-latest-news');
    element.src = address();
    element.lang = 'en';
    document.body.append(element);
    expect(await heading(element), 'before').to.equal('Latest news');
    element.lang = 'vi';
    await element.updateComplete;
    expect(await heading(element), 'after').to.equal('Tin mới');
  });

  it('goes back to the page’s when the attribute is taken off', async () => {
    const element = add({ src: address(), lang: 'en' });
    expect(await heading(element)).to.equal('Latest news');
    element.removeAttribute('lang');
    expect(await heading(element, 'Latest news')).to.equal('Tin mới');
  });

  it('speaks in it everywhere: the mark, the date, the button', async () => {
    net.restore();
    const { now } = Date;
    Date.now = () => Date.parse('2026-11-20T08:05:00+07:00');
    net = network(() => json(feed([item('1'), item('2')])));
    try {
      const element = add({ src: address(), lang: 'en-US', limit: '1', search: '' });
      expect(await heading(element)).to.equal('Latest news');
      const words = ['badge', 'more'].map((name) => part(element, name)!.textContent);
      expect(words).to.deep.equal(['New', 'Show more']);
      expect(element.shadowRoot!.querySelector('time')!.textContent).to.equal(
        '5 minutes agoFriday, 20 November 2026, 08:00',
      );
      expect(part(element, 'search')!.getAttribute('aria-label')).to.equal('Search the news');
    } finally {
      Date.now = now;
    }
  });

  it('costs nothing on a page in Vietnamese: English is a file of its own', async () => {
    const files = async (lang: string) => {
      const { document, performance } = await openPage(
        `<script async src="/dist/embed/tct.js"></script><tct-latest-news lang="${lang}" src="/test/widgets/news.json" loading="eager"></tct-latest-news>`,
      );
      const element = document.querySelector('tct-latest-news')!;
      await heading(element, lang === 'en' ? 'Tin mới' : undefined);
      return performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, ''));
    };
    expect(await files('vi'))
      .to.include('tct-latest-news.js')
      .and.not.include('tct-en.js');
    expect(await files('en')).to.include('tct-en.js');
  });

  it('can be one that the page adds', async () => {
    addLocale({ ...vi, lang: 'fr', news: 'Actualités' });
    expect(await heading(add({ src: address(), lang: 'fr' }))).to.equal('Actualités');
  });

  it('changes with the attribute', async () => {
    const element = add({ src: address(), lang: 'vi' });
    expect(await heading(element)).to.equal('Tin mới');
    element.lang = 'en';
    expect(await heading(element, 'Tin mới')).to.equal('Latest news');
  });
});
