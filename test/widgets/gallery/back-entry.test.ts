import { expect } from 'chai';
import { PHOTO_LEVEL } from '../../../widgets/gallery/back-entry.ts';
import { fakeNetwork, feed, json, openPage, waitForState } from '../support.ts';
import {
  album,
  closeLightbox,
  historyOwner,
  LANDSCAPE,
  links,
  openPhoto,
  pressKey,
  readyGallery,
  THUMBNAIL,
  traverse,
  until,
  waitForLightbox,
} from './support.ts';

const PLACE = location.href;
const WAYS: [name: string, close: (dialog: HTMLDialogElement) => void][] = [
  ['its button', (dialog) => dialog.querySelector<HTMLElement>('[aria-label="Đóng"]')!.click()],
  ['“back”', () => history.back()],
];

describe('the history entry of a photo', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let rendered: string[] = [];
  /** As a router does: whatever is restored is rendered again. */
  const router = (event: Event) => {
    rendered.push(event.type);
    document.body.innerHTML = '<p>Trang được dựng lại</p>';
  };
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([album()])));
    rendered = [];
    // Before anything of the gallery's is there.
    for (const type of ['popstate', 'hashchange']) addEventListener(type, router, true);
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    for (const type of ['popstate', 'hashchange']) removeEventListener(type, router, true);
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', PLACE);
    scrollTo(0, 0);
  });

  for (const [name, close] of WAYS)
    for (const attribute of ['download', 'no-share'])
      it(`is left by ${name} with ${attribute}, and the page stays as it was`, async () => {
        document.body.innerHTML =
          '<h2 id="muc" style="margin-top:900px">Mục</h2><input><div style="height:3000px"></div>';
        history.replaceState({ turbo: { restorationIdentifier: '1' } }, '', `${PLACE}&trang=2#muc`);
        const before = location.href;
        const element = await readyGallery({ [attribute]: '' });
        const input = document.querySelector('input')!;
        input.value = 'viết dở';
        links(element)[0]!.focus({ preventScroll: true });
        scrollTo(0, 2500);
        const { scrollY } = window;
        expect(scrollY).to.equal(2500);
        const state = JSON.stringify(history.state);

        const dialog = await openPhoto(element);
        expect(historyOwner(element).history.state).to.equal(PHOTO_LEVEL);
        expect(JSON.stringify(history.state)).to.equal(state);
        await traverse(element, () => close(dialog));
        await until(element.shadowRoot!, () => !dialog.isConnected);
        // The browser scrolls, if it does, in the next frames.
        for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);

        expect(rendered).to.deep.equal([]);
        expect(document.querySelector('input')).to.equal(input);
        expect(input.value).to.equal('viết dở');
        expect(element.shadowRoot!.activeElement).to.equal(links(element)[0]);
        expect(window.scrollY).to.equal(scrollY);
        expect(location.href).to.equal(before);
        expect(JSON.stringify(history.state)).to.equal(state);
      });

  it('is one for all photos, and entered again by “forward”', async () => {
    const element = await readyGallery();
    const entries = history.length;
    const dialog = await openPhoto(element);
    pressKey(dialog, 'ArrowRight');
    await traverse(element, () => history.back());
    await until(element.shadowRoot!, () => !dialog.isConnected);
    await traverse(element, () => history.forward());
    const again = await waitForLightbox(element);
    expect(again.querySelector('.bar [aria-hidden]')!.textContent).to.equal('2 / 4');
    await closeLightbox(element);
    await openPhoto(element, 2);
    expect(history.length - entries).to.be.at.most(1);
    expect(rendered).to.deep.equal([]);
  });

  it('is made in the click itself once the pointer was pressed before, as Safari wants it', async () => {
    const element = await readyGallery();
    const [link] = links(element);
    link!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    const frame = element.shadowRoot!.querySelector('iframe')!;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    link!.click();
    expect(historyOwner(element).history.state).to.equal(PHOTO_LEVEL);
    await waitForLightbox(element);
  });

  it('is not left when the page has added an entry of its own above it, even if that is not counted', async () => {
    // Browsers keep 50. Only the Navigation API tells more.
    for (let entries = 0; 'navigation' in window && entries < 50; entries++)
      history.pushState(null, '', PLACE);
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    history.pushState({ own: 2 }, '', `${PLACE}&buoc=2`);
    const own = location.href;
    dialog.close();
    await until(element.shadowRoot!, () => !dialog.isConnected);
    for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);
    expect([location.href, history.state]).to.deep.equal([own, { own: 2 }]);
    expect(rendered).to.deep.equal([]);
    element.remove();
  });

  it('is not left when the gallery is removed as the photo closes', async () => {
    const element = await readyGallery();
    const dialog = await openPhoto(element);
    const back: string[] = [];
    Object.assign(historyOwner(element).history, { back: () => back.push('back') });
    // A router that renders another page on the same event that tells the gallery so.
    const render = () => document.body.replaceChildren();
    history.replaceState(null, '', `${PLACE}&trang=3`);
    removeEventListener('popstate', router, true);
    addEventListener('popstate', render);
    try {
      dispatchEvent(new PopStateEvent('popstate'));
      expect([dialog.open, element.isConnected]).to.deep.equal([false, false]);
      for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
      expect(back).to.deep.equal([]);
    } finally {
      removeEventListener('popstate', render);
    }
  });

  it('does not call what the page has put in the place of history’s methods', async () => {
    const called: string[] = [];
    Object.assign(history, {
      pushState: () => called.push('push'),
      replaceState: () => called.push('replace'),
    });
    try {
      const element = await readyGallery();
      pressKey(await openPhoto(element), 'ArrowRight');
      expect(location.search).to.contain('anh=');
      await closeLightbox(element);
      expect(called).to.deep.equal([]);
    } finally {
      for (const name of ['pushState', 'replaceState']) Reflect.deleteProperty(history, name);
    }
  });

  for (const [name, policy] of [
    ['Trusted Types', "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'"],
    ['no frames', "frame-src 'none'; child-src 'none'"],
  ] as const)
    it(`lets photos open and close on a page that allows ${name}`, async () => {
      const page = await openPage(
        `<tct-gallery loading="eager"><a href="${LANDSCAPE}"><img src="${THUMBNAIL}" alt="Đoàn"></a></tct-gallery><script src="/dist/embed/tct.js"></script>`,
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      );
      const element = page.document.querySelector('tct-gallery')!;
      await waitForState(element, 'ready');
      await until(element.shadowRoot!, () => links(element).length);
      const dialog = await openPhoto(element);
      expect(dialog.open).to.equal(true);
      await closeLightbox(element);
      page.frameElement!.remove();
    });
});
