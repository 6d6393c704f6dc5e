import { expect } from 'chai';
import type { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { addNews, fakeNetwork, feed, item, json, part, uniqueUrl, waitForState } from '../support.ts';

const THEMES = ['newspaper', 'banner', 'card', 'soft', 'contrast', 'auto'];

/** Relative luminance (WCAG 2.2) of a computed colour. */
function luminance(colour: string): number {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the look of a widget', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const style = document.createElement('style');
  beforeEach(() => {
    net = fakeNetwork(() =>
      json(
        feed(['1', '2'].map((id) => item(id, { date_published: new Date(Date.now() - 6e4).toISOString() }))),
      ),
    );
    document.head.append(style);
  });
  afterEach(() => {
    net.restore();
    style.remove();
    style.textContent = '';
    document.body.replaceChildren();
  });
  /** Settles when a change of the theme has taken effect: its code comes after that of the element's own request. */
  const themed = async (element: TctLatestNews) => {
    await element.updateComplete;
    await import('../../../widgets/themes/themes.ts');
  };
  const ready = async (attributes: Record<string, string> = {}, width = '') => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    element.style.width = width;
    await waitForState(element, 'ready');
    await themed(element);
    return element;
  };
  const looks = (element: Element, name: string) => getComputedStyle(part(element, name)!);

  it('writes in black or white on the accent, whichever can be read', async () => {
    for (const accent of ['#b3261e', '#ffd54f', '#fff', '#000', '#0a7', '#808080', '#00f', '#e60000']) {
      style.textContent = `tct-latest-news { --tct-accent: ${accent} }`;
      const { backgroundColor, color } = looks(await ready(), 'badge');
      // Browsers that cannot compute a colour outline the badge instead.
      if (backgroundColor === 'rgba(0, 0, 0, 0)')
        expect(CSS.supports('color: lab(from red l a b)')).to.equal(false);
      else expect(contrast(backgroundColor, color), accent).to.be.at.least(4.4);
    }
  });

  it('takes a colour on the accent from the page', async () => {
    style.textContent = 'tct-latest-news { --tct-accent: #fff; --tct-on-accent: rgb(0, 0, 128) }';
    const { color, backgroundColor } = looks(await ready(), 'badge');
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') expect(color).to.equal('rgb(0, 0, 128)');
  });

  it('takes size, corners and density from the page', async () => {
    style.textContent =
      'tct-latest-news { font-size: 16px; --tct-font-size: 20px; --tct-radius: 9px; --tct-density: 2 }';
    const element = await ready({ 'more-href': '/tin' });
    expect(looks(element, 'title').fontSize).to.equal('20px');
    expect(looks(element, 'more').borderRadius).to.equal('9px');
    const second = element.shadowRoot!.querySelectorAll('li')[1]!;
    expect(getComputedStyle(second).marginTop).to.equal('36px');
  });

  for (const theme of THEMES)
    it(`fits into 180 px with the theme ${theme}`, async () => {
      const element = await ready({ theme }, '180px');
      expect(element.scrollWidth).to.be.at.most(180);
      expect(looks(element, 'heading').fontWeight).to.equal('700');
    });

  it('is that of a theme with a supplied feed, by property, and without what auto has set', async () => {
    document.body.innerHTML = '<header style="background: rgb(0, 82, 155)">Trường</header>';
    const element = document.createElement('tct-latest-news');
    element.feed = feed([item('1')], { _tct: { schools: {} } });
    element.theme = 'auto';
    document.body.append(element);
    await themed(element);
    expect(looks(element, 'heading').borderBottomColor).to.equal('rgb(0, 82, 155)');
    element.theme = 'card';
    await themed(element);
    expect(looks(element, 'heading').borderBottomColor).to.equal('rgb(179, 38, 30)');
    expect(getComputedStyle(element.shadowRoot!.querySelector('.root')!).boxShadow).to.not.equal('none');
  });

  it('differs with each theme, and follows a change', async () => {
    const element = await ready();
    const seen = new Set<string>();
    for (const theme of ['', ...THEMES.slice(0, -1)]) {
      element.setAttribute('theme', theme);
      await themed(element);
      const root = getComputedStyle(element.shadowRoot!.querySelector('.root')!);
      const heading = looks(element, 'heading');
      seen.add(
        [
          root.padding,
          root.boxShadow,
          heading.backgroundColor,
          heading.borderBottom,
          heading.borderTop,
          heading.padding,
        ].join(),
      );
    }
    expect(seen.size).to.equal(THEMES.length);
  });

  describe('with the theme auto', () => {
    it('takes the colour and the typeface of the page', async () => {
      style.textContent = 'header { background: rgb(0, 82, 155) } h2 { font-family: monospace }';
      document.body.innerHTML = '<header>Trường</header><h2>Mục</h2>';
      const element = await ready({ theme: 'auto' });
      expect(looks(element, 'heading').borderBottomColor).to.equal('rgb(0, 82, 155)');
      expect(looks(element, 'heading').fontFamily).to.equal('monospace');
    });

    it('prefers the colour that the page names', async () => {
      style.textContent = ':root { --primary: #006b3c } header { background: rgb(0, 82, 155) }';
      document.body.innerHTML = '<header>Trường</header>';
      expect(looks(await ready({ theme: 'auto' }), 'heading').borderBottomColor).to.equal('rgb(0, 107, 60)');
    });

    it('takes no colour that cannot be made out, and no grey', async () => {
      style.textContent = 'body { background: #fff } header { background: #fff59d; color: #777 }';
      document.body.innerHTML = '<header>Trường</header>';
      expect(looks(await ready({ theme: 'auto' }), 'heading').borderBottomColor).to.equal('rgb(179, 38, 30)');
    });

    it('leaves what the page has set', async () => {
      style.textContent = 'header { background: rgb(0, 82, 155) } tct-latest-news { --tct-accent: #123456 }';
      document.body.innerHTML = '<header>Trường</header>';
      expect(looks(await ready({ theme: 'auto' }), 'heading').borderBottomColor).to.equal('rgb(18, 52, 86)');
    });
  });
});
