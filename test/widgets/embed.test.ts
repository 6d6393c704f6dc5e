import { expect } from 'chai';
import { inState, titles } from './support.ts';

const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';
const DATA = '/test/widgets/news.json';
const TAG = `<tct-latest-news src="${DATA}" loading="eager"></tct-latest-news>`;
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];
/** A page of a partner's in a frame of its own, from its source. */
async function page(
  body: string,
): Promise<{ document: Document; window: Window & typeof globalThis; frame: HTMLIFrameElement }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:600px;height:900px';
  frame.srcdoc = `<!doctype html><html lang="vi"><head><title>Trang</title></head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return {
    document: frame.contentDocument!,
    window: frame.contentWindow as Window & typeof globalThis,
    frame,
  };
}

/** The element, when it is there and ready. */
async function ready(document: Document): Promise<Element> {
  const find = () => document.querySelector('tct-latest-news');
  if (!find()) {
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!find()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  }
  await inState(find()!, 'ready');
  return find()!;
}

describe('the one script', () => {
  let frames: HTMLIFrameElement[] = [];
  const open = async (body: string) => {
    const opened = await page(body);
    frames.push(opened.frame);
    return opened;
  };
  afterEach(() => {
    for (const frame of frames) frame.remove();
    frames = [];
  });

  const PLACES: [where: string, body: string][] = [
    ['before the tag', SCRIPT + TAG],
    ['behind the tag', TAG + SCRIPT],
    ['twice', SCRIPT + TAG + SCRIPT],
    [
      'with a div instead of the tag',
      `${SCRIPT}<div data-tct="latest-news" data-src="${DATA}" data-loading="eager"></div>`,
    ],
    ['without loading="eager"', `${SCRIPT}<tct-latest-news src="${DATA}"></tct-latest-news>`],
  ];
  for (const [where, body] of PLACES) {
    it(`works ${where}`, async () => {
      const { document } = await open(body);
      expect(titles(await ready(document))).to.deep.equal(TITLES);
    });
  }

  it('meets a tag that is added later', async () => {
    const { document } = await open(SCRIPT);
    document.body.insertAdjacentHTML('beforeend', `<section>${TAG}</section>`);
    expect(titles(await ready(document))).to.deep.equal(TITLES);
  });

  it('leaves one global', async () => {
    const { document, window } = await open(TAG + SCRIPT);
    await ready(document);
    const clean = await open('');
    const own = new Set(Object.keys(clean.window));
    // What Lit keeps to find a second copy of itself is not ours to name.
    expect(Object.keys(window).filter((key) => !own.has(key) && !/^lit|^reactive/.test(key))).to.deep.equal([
      'tct',
    ]);
  });

  it('of two versions the first stays, and the page is told', async () => {
    const { document, window } = await open(TAG + SCRIPT);
    await ready(document);
    window.tct!.version = '0.0.1';
    const told = new Promise<string>((resolve) => {
      window.console.warn = resolve;
    });
    const second = document.createElement('script');
    second.src = '/dist/embed/tct.js';
    document.body.append(second);
    expect(await told).to.match(/0\.1\.0.*0\.0\.1/);
  });

  it('works beside an AMD loader and a broken Array.from', async () => {
    const { document, window } = await open('');
    Object.assign(window, {
      define: Object.assign(
        () => {
          throw new Error('define was called');
        },
        { amd: {} },
      ),
    });
    window.Array.from = (() => []) as never;
    document.body.innerHTML = TAG;
    const script = document.createElement('script');
    script.src = '/dist/embed/tct.js';
    document.body.append(script);
    expect(titles(await ready(document))).to.deep.equal(TITLES);
  });

  for (const layout of ['list', 'cards', 'headlines', 'compact']) {
    it(`axe finds nothing in ${layout}`, async () => {
      const tag = `<main><h1>Trang</h1><tct-latest-news src="${DATA}" loading="eager" search layout="${layout}"></tct-latest-news></main>`;
      const { document, window } = await open(
        `${tag}${SCRIPT}<script src="/node_modules/axe-core/axe.min.js"></script>`,
      );
      await ready(document);
      const { axe } = window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).to.deep.equal([]);
    });
  }
});
