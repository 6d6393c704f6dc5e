import { expect } from 'chai';
import { openPage, titles, waitForState } from '../support.ts';

const DATA = '/test/widgets/news.json';
const NEWS = 'tct-latest-news.js';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];
const script = (times: 'once' | 'always', file: string) =>
  `<script async src="/broken/${times}/${file}/tct.js"></script>`;
const tag = (attributes = '', inner = '') =>
  `<tct-latest-news src="${DATA}" loading="eager" ${attributes}>${inner}</tct-latest-news>`;
/** Lets the page's timers of this length run out at once. */
const NO_PATIENCE =
  '<script>var wait=setTimeout;setTimeout=function(f,ms){return wait.apply(this,[f,ms===20000?0:ms].concat([].slice.call(arguments,2)))}</script>';

describe('a widget whose code fails to load', () => {
  afterEach(() => document.body.replaceChildren());

  const find = ({ document }: Window) => document.querySelector('tct-latest-news')!;
  const failed = async (page: Window) => {
    await waitForState(find(page), 'error');
    return find(page);
  };
  /** Resolves with the button of a tag that says that it failed. */
  const retryIn = (element: Element): Promise<HTMLButtonElement> =>
    new Promise((resolve) => {
      const look = () => {
        const button = element.querySelector('button');
        if (button) resolve(button);
        return button;
      };
      if (!look())
        new MutationObserver((_, observer) => look() && observer.disconnect()).observe(element, {
          childList: true,
        });
    });
  const roomOf = (element: Element) => element.getBoundingClientRect().height;

  it('is loaded at the second attempt', async () => {
    const page = await openPage(tag() + script('once', NEWS));
    await waitForState(find(page), 'ready');
    expect(titles(find(page))).to.deep.equal(TITLES);
  });

  it('says so in the tag’s language, in no more room than that takes', async () => {
    for (const [lang, text, label] of [
      ['lang="vi"', 'Không tải được phần này.', 'Thử lại'],
      ['', 'Không tải được phần này.', 'Thử lại'],
      ['lang="en-GB"', 'This could not be loaded.', 'Try again'],
    ] as const) {
      const element = await failed(await openPage(tag(lang) + script('always', NEWS)));
      await retryIn(element);
      expect(element.textContent, lang).to.equal(`${text} ${label}`);
      expect(roomOf(element), lang).to.be.within(10, 100);
    }
  });

  it('shows nothing but the content it has', async () => {
    const element = await failed(
      await openPage(tag('', '<a href="/tin">Tin của trường</a>') + script('always', NEWS)),
    );
    expect(element.textContent).to.equal('Tin của trường');
    expect(roomOf(element)).to.be.below(100);
  });

  it('appears after “Thử lại”, for every tag, even if it was a file that the widgets share', async () => {
    for (const file of [NEWS, 'tct-latest-news.js']) {
      const page = await openPage(tag() + tag('limit="1"') + script('always', file));
      const [first, second] = page.document.querySelectorAll('tct-latest-news');
      await waitForState(first!, 'error');
      await waitForState(second!, 'error');
      (await retryIn(first!)).click();
      await waitForState(first!, 'ready');
      await waitForState(second!, 'ready');
      await second!.updateComplete;
      expect(titles(first!), file).to.deep.equal(TITLES);
      expect(titles(second!), file).to.have.length(1);
      expect(
        [first, second].map((each) => each!.textContent),
        file,
      ).to.deep.equal(['', '']);
    }
  });

  it('says so again if “Thử lại” fails', async () => {
    const page = await openPage(tag() + script('always', `${NEWS},tct-all.js`));
    const button = await retryIn(await failed(page));
    button.click();
    const next = await retryIn(find(page));
    expect(next).to.not.equal(button);
    expect(find(page).querySelectorAll('button')).to.have.length(1);
  });

  it('keeps no room if not even its words can be loaded', async () => {
    const page = await openPage(
      `${tag()}<script>tct={base:'/nowhere/'}</script><script async src="/dist/embed/tct.js"></script>`,
    );
    expect(roomOf(await failed(page))).to.equal(0);
  });

  it('does not submit a form around “Thử lại”', async () => {
    const page = await openPage(
      `<form onsubmit="document.title='sent';return false">${tag()}</form>${script('always', NEWS)}`,
    );
    (await retryIn(await failed(page))).click();
    expect(page.document.title).to.equal('Trang');
  });

  it('says so when the code does not come', async () => {
    const page = await openPage(tag(), NO_PATIENCE);
    // After the page's load event, which some browsers delay for it.
    const src = `/broken/never/${NEWS}/tct.js`;
    page.document.body.append(Object.assign(page.document.createElement('script'), { src }));
    expect((await retryIn(await failed(page))).isConnected).to.equal(true);
  });
});

describe('on paper', () => {
  afterEach(() => document.body.replaceChildren());

  it('no room is kept for a widget that is not loaded', async () => {
    const { document } = await openPage(
      '<div style="height:9000px"></div><tct-latest-news></tct-latest-news><script src="/dist/embed/tct.js"></script>',
    );
    const element = document.querySelector('tct-latest-news')!;
    expect(element.getBoundingClientRect().height).to.be.above(100);
    const [sheet] = document.adoptedStyleSheets;
    const [rule] = sheet!.cssRules;
    expect((rule as CSSMediaRule).conditionText).to.equal('not print');
  });

  it('a widget that is loading shows no grey lines', async () => {
    const page = await openPage(
      `<script>fetch=function(){return new Promise(function(){})}</script>${tag()}<script async src="/dist/embed/tct.js"></script>`,
    );
    const element = page.document.querySelector('tct-latest-news')!;
    await waitForState(element, 'loading');
    await element.updateComplete;
    const skeleton = element.shadowRoot!.querySelector('.skeleton')!;
    expect(page.getComputedStyle(skeleton).display).to.equal('grid');
    const print = element
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => (rule as CSSMediaRule).conditionText === 'print')
      .flatMap((rule) => [...(rule as CSSMediaRule).cssRules])
      .map(({ cssText }) => cssText);
    expect(print.some((text) => /\.skeleton\b.*display: none/.test(text))).to.equal(true);
  });
});
