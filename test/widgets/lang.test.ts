import { expect } from 'chai';
import { addLocale } from '../../widgets/locale/locale.ts';
import { vi } from '../../widgets/locale/vi.ts';
import { add, address, feed, inState, item, json, network, part } from './support.ts';

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
