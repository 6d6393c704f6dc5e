import { expect } from 'chai';
import { loadedFiles } from '../scripts.ts';
import {
  addNews,
  fakeNetwork,
  feed,
  item,
  json,
  openPage,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';

describe('the language of a widget', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([item('1'), item('2')])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  /** Resolves with the heading once it differs from `before`. */
  async function heading(element: Element, before?: string): Promise<string> {
    await waitForState(element, 'ready');
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

  it('follows its own lang, with or without a region, and fetches English on demand', async () => {
    expect(await heading(addNews({ src: uniqueUrl(), lang: 'vi' }))).to.equal('Tin mới');
    expect(await heading(addNews({ src: uniqueUrl(), lang: 'en-GB' }), 'Tin mới')).to.equal('Latest news');
    const element = addNews({ src: uniqueUrl(), lang: 'en' });
    expect(await heading(element)).to.equal('Latest news');
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('en');
  });

  it('follows the nearest ancestor, else is Vietnamese, as for unknown languages', async () => {
    const section = document.createElement('section');
    section.lang = 'en';
    document.body.append(section);
    const inside = addNews({ src: uniqueUrl() });
    section.append(inside);
    expect(await heading(inside)).to.equal('Latest news');
    const unknown = addNews({ src: uniqueUrl(), lang: 'eo' });
    expect(await heading(unknown)).to.equal('Tin mới');
    expect(unknown.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('vi');
  });

  it('follows the nearest ancestor even if its language is unknown', async () => {
    document.body.innerHTML = '<section lang="en"><div lang="eo"></div></section>';
    const element = addNews({ src: uniqueUrl() });
    document.querySelector('div')!.append(element);
    expect(await heading(element)).to.equal('Tin mới');
  });

  it('is looked for outside the shadow roots that the widget is in', async () => {
    document.body.innerHTML = '<section lang="en"><div></div></section>';
    const outer = document.querySelector('div')!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<p></p>';
    const inner = outer.querySelector('p')!.attachShadow({ mode: 'closed' });
    const element = addNews({ src: uniqueUrl() });
    inner.append(element);
    expect(await heading(element, 'Tin mới')).to.equal('Latest news');
  });

  it('is followed when it changes around the widget, also outside its shadow root', async () => {
    document.body.innerHTML = '<section lang="vi"><div></div></section>';
    const element = addNews({ src: uniqueUrl() });
    document.querySelector('div')!.attachShadow({ mode: 'open' }).append(element);
    expect(await heading(element)).to.equal('Tin mới');
    document.querySelector('section')!.lang = 'en';
    expect(await heading(element, 'Tin mới')).to.equal('Latest news');
    const nearer = document.querySelector('div')!;
    nearer.lang = 'vi';
    expect(await heading(element, 'Latest news')).to.equal('Tin mới');
  });

  it('is that of the place where the widget was moved to', async () => {
    document.body.innerHTML = '<p lang="en"></p>';
    const element = addNews({ src: uniqueUrl() });
    expect(await heading(element)).to.equal('Tin mới');
    document.querySelector('p')!.append(element);
    expect(await heading(element, 'Tin mới')).to.equal('Latest news');
  });

  it('can be set by a script before and after insertion', async () => {
    const element = document.createElement('tct-latest-news');
    element.src = uniqueUrl();
    element.lang = 'en';
    document.body.append(element);
    expect(await heading(element), 'before').to.equal('Latest news');
    element.lang = 'vi';
    await element.updateComplete;
    expect(await heading(element), 'after').to.equal('Tin mới');
  });

  it('follows the page again when the attribute is removed', async () => {
    const element = addNews({ src: uniqueUrl(), lang: 'en' });
    expect(await heading(element)).to.equal('Latest news');
    element.removeAttribute('lang');
    expect(await heading(element, 'Latest news')).to.equal('Tin mới');
  });

  it('applies to badge, date and button', async () => {
    net.restore();
    const { now } = Date;
    Date.now = () => Date.parse('2026-11-20T08:05:00+07:00');
    net = fakeNetwork(() => json(feed([item('1'), item('2')])));
    try {
      const element = addNews({ src: uniqueUrl(), lang: 'en-US', limit: '1', search: '' });
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

  it('does not load English on a Vietnamese page', async () => {
    const files = async (lang: string) => {
      const page = await openPage(
        `<script async src="/dist/embed/tct.js"></script><tct-latest-news lang="${lang}" src="/test/widgets/news.json" loading="eager"></tct-latest-news>`,
      );
      const element = page.document.querySelector('tct-latest-news')!;
      await heading(element, lang === 'en' ? 'Tin mới' : undefined);
      return [...loadedFiles(page).keys()];
    };
    expect(await files('vi'))
      .to.include('tct-latest-news.js')
      .and.not.include('tct-en.js');
    expect(await files('en')).to.include('tct-en.js');
  });

  it('changes with the attribute', async () => {
    const element = addNews({ src: uniqueUrl(), lang: 'vi' });
    expect(await heading(element)).to.equal('Tin mới');
    element.lang = 'en';
    expect(await heading(element, 'Tin mới')).to.equal('Latest news');
  });
});
