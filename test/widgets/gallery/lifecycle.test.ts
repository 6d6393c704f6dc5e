import { expect } from 'chai';
import { scriptUrl } from '../scripts.ts';
import { fakeNetwork, feed, json, openPage, uniqueUrl, waitForState } from '../support.ts';
import {
  album,
  closeLightbox,
  links,
  openPhoto,
  readyGallery,
  SECOND_LANDSCAPE,
  shownUrl,
  THUMBNAIL,
  until,
} from './support.ts';

describe('the lifecycle of tct-gallery', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([album()])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('leaks nothing when added, opened and removed 100 times', async () => {
    const src = uniqueUrl();
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
        const element = await readyGallery({ src, refresh: '5', layout: 'carousel', autoplay: '5' });
        if (times % 10 === 0) {
          await openPhoto(element);
          await closeLightbox(element);
        }
        element.remove();
      }
      expect(net.requested).to.deep.equal([src]);
      expect([...listeners].filter(([, left]) => left)).to.deep.equal([]);
      expect(listeners.get('popstate')).to.equal(0);
      expect(timers.size).to.equal(0);
      expect(document.querySelectorAll('tct-gallery,dialog')).to.have.length(0);
    } finally {
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(window, name);
      Object.assign(window, { setInterval, clearInterval });
    }
  });

  it('tolerates invalid attributes', async () => {
    for (const limit of ['abc', '-1', '0', '']) {
      const element = await readyGallery({
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
    it(`works as built, ${name}, with its lightbox`, async () => {
      const page = await openPage(
        `<tct-gallery loading="eager"><a href="${SECOND_LANDSCAPE}"><img src="${THUMBNAIL}" alt="Đoàn"></a></tct-gallery>${script}`,
      );
      const element = page.document.querySelector('tct-gallery')!;
      await waitForState(element, 'ready');
      await until(element.shadowRoot!, () => links(element).length);
      expect(shownUrl(await openPhoto(element))).to.equal(SECOND_LANDSCAPE);
    });

  it('opens a photo named by the URL although the gallery is far below, without requesting the hub', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/test/widgets/far-gallery.html?anh=0';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const element = frame.contentDocument!.querySelector('tct-gallery')!;
    await waitForState(element, 'ready');
    expect(element.getBoundingClientRect().top).to.be.greaterThan(5000);
    const requested = frame.contentWindow!.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(requested.filter((each) => each.endsWith('gallery.json'))).to.deep.equal([]);
  });

  it('navigates to the photo if the lightbox cannot be loaded', async () => {
    net.restore();
    const allowed = ['tct.js', 'tct-latest-news.js', 'tct-gallery.js', 'tct-slotted-photos.js'];
    const urls = await Promise.all(allowed.map(scriptUrl));
    const policy = urls.map((url) => location.origin + url).join(' ');
    const page = await openPage(
      `<tct-gallery loading="eager"><a href="${SECOND_LANDSCAPE}"><img src="${THUMBNAIL}" alt="Đoàn"></a></tct-gallery><script src="/dist/embed/tct.js"></script>`,
      `<meta http-equiv="Content-Security-Policy" content="script-src ${policy}">`,
    );
    const element = page.document.querySelector('tct-gallery')!;
    await waitForState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length);
    const gone = new Promise((resolve) =>
      page.frameElement!.addEventListener('load', resolve, { once: true }),
    );
    links(element)[0]!.click();
    await gone;
    expect((page.frameElement as HTMLIFrameElement).contentDocument!.URL).to.equal(SECOND_LANDSCAPE);
  });
});
