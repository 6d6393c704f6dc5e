import { expect } from 'chai';
import { openPage, part, titles, waitForState } from '../support.ts';

const NEWS = '/test/widgets/news.json';
const HELPER = '<script src="/dist/embed/tct-frame.js"></script>';
const frame = (hash: string, attributes = '') =>
  `<iframe src="/dist/embed/embed.html#${hash}" width="500" height="150" ${attributes}></iframe>`;

type FramePage = Window & typeof globalThis;

/** Opens a partner's page, and returns it and its frame once the frame has loaded. */
async function openFrame(html: string): Promise<{ page: FramePage; iframe: HTMLIFrameElement }> {
  const page = await openPage(html);
  const iframe = page.document.querySelector('iframe')!;
  // WebKit does not wait for frames in `srcdoc` documents.
  if (iframe.src && iframe.contentDocument?.URL === 'about:blank')
    await new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true }));
  return { page, iframe };
}

/** The widget in a frame of the same origin. */
async function widgetIn(iframe: HTMLIFrameElement, name = 'tct-latest-news'): Promise<HTMLElement> {
  const { document } = iframe.contentWindow!;
  for (;;) {
    const element = document.querySelector<HTMLElement>(name);
    if (element) return element;
    await new Promise((resolve) =>
      new MutationObserver(resolve).observe(document, { childList: true, subtree: true }),
    );
  }
}

/** Waits until the partner's page has set a height, and then for each further one, until one satisfies the condition. */
async function heightOf(iframe: HTMLIFrameElement, isReached: (height: number) => boolean): Promise<number> {
  for (;;) {
    const height = Number.parseFloat(iframe.style.height);
    if (isReached(height)) return height;
    await new Promise((resolve) =>
      new MutationObserver(resolve).observe(iframe, { attributes: true, attributeFilter: ['style'] }),
    );
  }
}

describe('embed.html', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the widget that its hash names, with the attributes there, and nothing else', async () => {
    const { iframe } = await openFrame(
      frame(
        `widget=latest-news&src=${NEWS}&limit=1&heading=Tin+c%E1%BB%A7a+c%E1%BB%A5m&search=&--tct-accent=%23006600`,
      ),
    );
    const element = await widgetIn(iframe);
    await waitForState(element, 'ready');
    expect(titles(element)).to.have.length(1);
    expect(part(element, 'heading')!.textContent).to.equal('Tin của cụm');
    expect(element.hasAttribute('search')).to.equal(true);
    const view = iframe.contentWindow as FramePage;
    expect(view.getComputedStyle(element).getPropertyValue('--tct-accent')).to.equal('#006600');
    expect(view.document.body.innerText.trim()).to.equal('');
    expect(view.getComputedStyle(view.document.documentElement).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('opens links in the window that holds the frame', async () => {
    const { iframe } = await openFrame(frame(`widget=latest-news&src=${NEWS}`));
    const element = await widgetIn(iframe);
    await waitForState(element, 'ready');
    const link = part<HTMLAnchorElement>(element, 'title')!;
    expect(link.target || iframe.contentDocument!.querySelector('base')!.target).to.equal('_top');
  });

  it('follows a changed hash', async () => {
    const { iframe } = await openFrame(frame(`widget=latest-news&src=${NEWS}&limit=1`));
    await waitForState(await widgetIn(iframe), 'ready');
    iframe.contentWindow!.location.hash = '#widget=gallery&src=/test/widgets/albums.json';
    await waitForState(await widgetIn(iframe, 'tct-gallery'), 'ready');
    expect(iframe.contentDocument!.querySelector('tct-latest-news')).to.equal(null);
  });

  it('passes on no style, no handler and no script of its address', async () => {
    const { iframe } = await openFrame(
      frame(
        `widget=latest-news&src=${NEWS}&onclick=alert(1)&style=color:red&is=x&class=y&%3Cscript%3E=1&heading=%3Cimg+src=x%3E`,
      ),
    );
    const element = await widgetIn(iframe);
    await waitForState(element, 'ready');
    expect(element.getAttributeNames()).to.not.include.members(['onclick', 'is', 'class']);
    expect(element.style.color).to.equal('');
    expect(part(element, 'heading')!.textContent).to.equal('<img src=x>');
  });

  it('takes language and scheme from each hash anew', async () => {
    const { iframe } = await openFrame(frame(`widget=latest-news&src=${NEWS}&lang=en&scheme=dark`));
    await waitForState(await widgetIn(iframe), 'ready');
    const root = iframe.contentDocument!.documentElement;
    expect([root.lang, root.style.colorScheme]).to.deep.equal(['en', 'dark']);
    const changed = new Promise((resolve) => iframe.contentWindow!.addEventListener('hashchange', resolve));
    iframe.contentWindow!.location.hash = `#widget=latest-news&src=${NEWS}`;
    await changed;
    expect([root.lang, root.style.colorScheme]).to.deep.equal(['vi', '']);
  });

  it('makes room for a photo', async () => {
    const { iframe } = await openFrame(
      HELPER + frame('widget=gallery&src=/test/widgets/albums.json&limit=1'),
    );
    const gallery = await widgetIn(iframe, 'tct-gallery');
    await waitForState(gallery, 'ready');
    const before = await heightOf(iframe, (height) => height > 0);
    part<HTMLElement>(gallery, 'title')!.click();
    expect(await heightOf(iframe, (height) => height >= 400)).to.be.at.least(before);
  });

  it('says what is missing in an address without a widget', async () => {
    const { iframe } = await openFrame(frame('school=nb'));
    expect(iframe.contentDocument!.body.textContent).to.contain('embed.html#widget=latest-news');
  });

  it('has the scheme that its hash names', async () => {
    const { iframe } = await openFrame(frame(`widget=latest-news&src=${NEWS}&scheme=dark`));
    const view = iframe.contentWindow as FramePage;
    await waitForState(await widgetIn(iframe), 'ready');
    expect(view.getComputedStyle(view.document.documentElement).colorScheme).to.equal('dark');
  });

  for (const [name, html] of [
    ['before it', (tag: string) => HELPER + tag],
    ['behind it', (tag: string) => tag + HELPER],
  ] as const)
    it(`makes the frame as high as its content, with tct-frame.js ${name}`, async () => {
      const { iframe } = await openFrame(html(frame(`widget=latest-news&src=${NEWS}&limit=1`)));
      const element = await widgetIn(iframe);
      await waitForState(element, 'ready');
      const root = iframe.contentDocument!.documentElement;
      const isContent = (height: number) => height === Math.ceil(root.getBoundingClientRect().height);
      const height = await heightOf(iframe, isContent);
      element.setAttribute('search', '');
      await heightOf(iframe, (now) => now > height && isContent(now));
      element.removeAttribute('search');
      await heightOf(iframe, (now) => now === height && isContent(now));
    });

  it('cannot size other frames, nor be sized by other pages’ messages', async () => {
    const { page } = await openFrame(
      `${HELPER}${frame(`widget=latest-news&src=${NEWS}`)}<iframe src="about:blank" height="90"></iframe>`,
    );
    const [ours, other] = page.document.querySelectorAll('iframe');
    (other!.contentWindow as FramePage).eval(
      'parent.postMessage({tctHeight:5000},"*");parent.postMessage(null,"*")',
    );
    page.postMessage({ tctHeight: 5000 }, '*');
    await heightOf(ours!, (height) => height > 0);
    expect(other!.style.height).to.equal('');
    expect(ours!.style.height).to.not.equal('5000px');
  });

  it('works in a sandbox of another origin', async () => {
    const { iframe } = await openFrame(
      HELPER +
        frame(`widget=latest-news&src=${location.origin}${NEWS}&limit=9&heading=`, 'sandbox="allow-scripts"'),
    );
    const room = await heightOf(iframe, (height) => height > 0);
    // Two posts need less room than is kept while they load.
    await heightOf(iframe, (height) => height > 0 && height < room / 2);
  });

  it('keeps within its policy', async () => {
    const { page, iframe } = await openFrame('<iframe width="500" height="150"></iframe>');
    iframe.src = `/dist/embed/embed.html#widget=latest-news&src=${NEWS}&theme=card&layout=cards&filters=&search=`;
    await new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true }));
    const reports: string[] = [];
    iframe.contentDocument!.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      reports.push(`${violatedDirective} ${blockedURI}`),
    );
    const element = await widgetIn(iframe);
    await waitForState(element, 'ready');
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    expect(reports).to.deep.equal([]);
    expect(page.document.querySelectorAll('iframe')).to.have.length(1);
  });
});
