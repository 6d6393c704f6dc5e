import { expect } from 'chai';
import type { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { addNews, fakeNetwork, feed, item, json, part, uniqueUrl, waitForState } from '../support.ts';

const LONG = 'a'.repeat(150);

describe('the styles of tct-latest-news', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let style: HTMLStyleElement;
  beforeEach(() => {
    net = fakeNetwork(() =>
      json(
        feed(
          Array.from({ length: 5 }, (_, index) =>
            item(String(index), {
              title: index ? `Tin ${index}` : LONG,
              summary: `Tóm tắt ${LONG}`,
              authors: [{ name: 'Bùi Chiến Thắng' }],
              image: 'https://truong.example/anh.png',
            }),
          ),
        ),
      ),
    );
    style = document.createElement('style');
    document.head.append(style);
  });
  afterEach(() => {
    net.restore();
    style.remove();
    document.body.replaceChildren();
  });

  const ready = async (width: number, attributes: Record<string, string> = {}): Promise<TctLatestNews> => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    element.style.width = `${width}px`;
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const boxes = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=item]')].map((each) => each.getBoundingClientRect());

  it('adapts to its container, not to the window', async () => {
    const columns = (element: Element) => new Set(boxes(element).map(({ left }) => Math.round(left))).size;
    for (const [layout, narrow, wide] of [
      ['cards', 1, 3],
      ['headlines', 1, 2],
      ['list', 1, 1],
      ['compact', 1, 1],
    ] as const) {
      expect(columns(await ready(300, { layout })), `${layout} 300`).to.equal(narrow);
      expect(columns(await ready(900, { layout })), `${layout} 900`).to.equal(wide);
    }
  });

  it('does not overflow at 320 px, however long the words', async () => {
    for (const layout of ['list', 'cards', 'headlines', 'compact']) {
      const element = await ready(320, { layout, search: '', heading: LONG });
      expect(element.scrollWidth, layout).to.be.at.most(320);
      for (const { right } of boxes(element))
        expect(right).to.be.at.most(element.getBoundingClientRect().right + 1);
      for (const each of element.shadowRoot!.querySelectorAll('[part=summary],[part=heading],.head'))
        expect(each.scrollWidth, `${layout} ${each.className}`).to.be.at.most(each.clientWidth + 1);
    }
  });

  it('takes font and colours from the page, light or dark', async () => {
    style.textContent =
      'body{font-family:monospace;color:rgb(1,2,3)}.night{color:rgb(250,250,250);color-scheme:dark}';
    const element = await ready(600);
    const title = getComputedStyle(part(element, 'title')!);
    expect(title.fontFamily).to.equal('monospace');
    expect(title.color).to.equal('rgb(1, 2, 3)');
    element.className = 'night';
    expect(getComputedStyle(part(element, 'title')!).color).to.equal('rgb(250, 250, 250)');
  });

  it('is not affected by the styles of an old page', async () => {
    const frame = 'html,body{display:block;width:600px;margin:0}';
    style.textContent = frame;
    const unaffected = await ready(600);
    const { height } = unaffected.getBoundingClientRect();
    const lines = getComputedStyle(unaffected.shadowRoot!.querySelector('.root')!).lineHeight;
    unaffected.remove();
    style.textContent = `${frame}html{font-size:62.5%}body{font-size:16px;text-align:center;text-transform:uppercase;letter-spacing:3px;line-height:3;word-spacing:9px;word-break:break-all}
      *{display:inline;box-sizing:border-box}li{float:left;list-style:square}a{color:red!important;font-weight:bold}img{width:9px!important}`;
    const element = await ready(600);
    const root = getComputedStyle(element.shadowRoot!.querySelector('.root')!);
    expect(root.display).to.equal('block');
    for (const [name, value] of [
      ['textTransform', 'none'],
      ['letterSpacing', 'normal'],
      ['wordSpacing', '0px'],
      ['wordBreak', 'normal'],
      ['textAlign', 'start'],
      ['lineHeight', lines],
    ] as const)
      expect(root[name], name).to.equal(value);
    expect(element.shadowRoot!.querySelector('.root')!.getBoundingClientRect().height).to.be.closeTo(
      height,
      1,
    );
    expect(getComputedStyle(part(element, 'image')!).width).to.not.equal('9px');
  });

  it('can be styled with custom properties and parts', async () => {
    style.textContent =
      'tct-latest-news{--tct-accent:rgb(0,80,0);--tct-gap:40px}tct-latest-news::part(title){font-variant:small-caps}';
    const element = await ready(600);
    expect(getComputedStyle(part(element, 'heading')!).borderBlockEndColor).to.equal('rgb(0, 80, 0)');
    expect(getComputedStyle(part(element, 'title')!).fontVariantCaps).to.equal('small-caps');
    expect(getComputedStyle(part(element, 'image')!.parentElement!).marginInlineStart).to.equal('40px');
  });

  it('has rules for reduced motion and print, and skeletons visible in forced colours', async () => {
    const element = await ready(600);
    const media = element
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
      .map((rule) => `${rule.conditionText} ${[...rule.cssRules].map(({ cssText }) => cssText).join(' ')}`);
    expect(media.some((text) => /prefers-reduced-motion: no-preference.*animation/.test(text))).to.equal(
      true,
    );
    net.restore();
    net = fakeNetwork(() => new Promise(() => {}));
    const loading = addNews({ src: uniqueUrl() });
    await loading.updateComplete;
    expect(getComputedStyle(loading.shadowRoot!.querySelector('.skeleton-line')!).borderTopWidth).to.equal(
      '1px',
    );
    expect(media.some((text) => /^print.*button.*none/.test(text))).to.equal(true);
  });
});
