import { expect } from 'chai';
import { address, feed, inState, json, network, openPage } from '../support.ts';
import { album, close, gallery, links, OTHER, open, SMALL, shownIn, until } from './support.ts';

describe('the life of a gallery', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed([album()])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('leaves nothing behind: 100 times added, a photo opened, and removed', async () => {
    const src = address();
    const listeners = new Map<string, number>();
    const timers = new Set<unknown>();
    const { addEventListener, removeEventListener, setInterval, clearInterval } = window;
    const count = (type: string, options: unknown, by: number) => {
      if (!(options as AddEventListenerOptions | undefined)?.once)
        listeners.set(type, (listeners.get(type) ?? 0) + by);
    };
    Object.assign(window, {
      addEventListener: (...given: Parameters<typeof addEventListener>) => {
        count(given[0], given[2], 1);
        addEventListener(...given);
      },
      removeEventListener: (...given: Parameters<typeof removeEventListener>) => {
        count(given[0], given[2], -1);
        removeEventListener(...given);
      },
      setInterval: (...given: Parameters<typeof setInterval>) => {
        const timer = setInterval(...given);
        timers.add(timer);
        return timer;
      },
      clearInterval: (timer: number) => {
        timers.delete(timer);
        clearInterval(timer);
      },
    });
    try {
      for (let times = 0; times < 100; times++) {
        const element = await gallery({ src, refresh: '5', layout: 'carousel', autoplay: '5' });
        if (times % 10 === 0) {
          await open(element);
          await close(element);
        }
        element.remove();
      }
      expect(net.asked).to.deep.equal([src]);
      expect([...listeners].filter(([, left]) => left)).to.deep.equal([]);
      expect(listeners.get('popstate')).to.equal(0);
      expect(timers.size).to.equal(0);
      expect(document.querySelectorAll('tct-gallery,dialog')).to.have.length(0);
    } finally {
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(window, name);
      Object.assign(window, { setInterval, clearInterval });
    }
  });

  it('shows the photos whatever is written into its attributes', async () => {
    for (const limit of ['abc', '-1', '0', '']) {
      const element = await gallery({
        limit,
        layout: 'bảng',
        autoplay: 'x',
        'heading-level': 'x',
        refresh: '-3',
      });
      expect(element.shadowRoot!.querySelectorAll('[part=item]'), limit).to.have.length(4);
      expect(element.shadowRoot!.querySelector('.grid')).to.not.equal(null);
    }
  });

  for (const [name, script] of [
    ['in the one script', '<script src="/dist/embed/tct.js"></script>'],
    ['in all widgets in one file', '<script src="/dist/embed/tct-all.js"></script>'],
    ['from the package', '<script type="module" src="/dist/npm/gallery.js"></script>'],
  ] as const)
    it(`works as it is delivered, ${name}, with its lightbox`, async () => {
      const page = await openPage(
        `<tct-gallery loading="eager"><a href="${OTHER}"><img src="${SMALL}" alt="Đoàn"></a></tct-gallery>${script}`,
      );
      const element = page.document.querySelector('tct-gallery')!;
      await inState(element, 'ready');
      await until(element.shadowRoot!, () => links(element).length);
      expect(shownIn(await open(element))).to.equal(OTHER);
    });

  it('is opened by an address although it is far below, and asks the hub for nothing it does not show', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/test/widgets/far-gallery.html?anh=0';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const element = frame.contentDocument!.querySelector('tct-gallery')!;
    await inState(element, 'ready');
    expect(element.getBoundingClientRect().top).to.be.greaterThan(5000);
    const asked = frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((each) => each.endsWith('gallery.json'))).to.deep.equal([]);
  });

  it('shows the photo alone if the lightbox cannot be fetched', async () => {
    const allowed = ['tct', 'tct-shared', 'tct-gallery', 'tct-own-photos'];
    const policy = allowed.map((name) => `${location.origin}/dist/embed/${name}.js`).join(' ');
    const page = await openPage(
      `<tct-gallery loading="eager"><a href="${OTHER}"><img src="${SMALL}" alt="Đoàn"></a></tct-gallery><script src="/dist/embed/tct.js"></script>`,
      `<meta http-equiv="Content-Security-Policy" content="script-src ${policy}">`,
    );
    const element = page.document.querySelector('tct-gallery')!;
    await inState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length);
    const gone = new Promise((resolve) =>
      page.frameElement!.addEventListener('load', resolve, { once: true }),
    );
    links(element)[0]!.click();
    await gone;
    expect((page.frameElement as HTMLIFrameElement).contentDocument!.URL).to.equal(OTHER);
  });
});
