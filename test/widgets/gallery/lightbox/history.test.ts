import { expect } from 'chai';
import { address, feed, json, network } from '../../support.ts';
import { album, alone, close, gallery, key, links, open, opened, UPRIGHT, until } from '../support.ts';

const PLACE = location.href;
const named = () => new URLSearchParams(location.search).get('anh');
const counter = (dialog: Element) => dialog.querySelector('.bar [aria-hidden]')!.textContent!;

describe('the address of a photo', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(feed([album()])));
  });
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await close(element);
    net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', PLACE);
  });
  /** Goes through the history, and waits until it is there. */
  const go = async (steps: number) => {
    const there = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.go(steps);
    await there;
  };

  it('is the page’s while it is shown, beside what else stands there', async () => {
    history.replaceState({ own: 1 }, '', `${PLACE}&trang=2#duoi`);
    const before = location.href;
    const element = await gallery();
    const dialog = await open(element);
    const first = named();
    expect(first).to.match(/^[a-z\d]+$/);
    expect(new URLSearchParams(location.search).get('trang')).to.equal('2');
    expect(location.hash).to.equal('#duoi');
    key(dialog, 'ArrowRight');
    expect(named())
      .to.match(/^[a-z\d]+$/)
      .and.not.equal(first);
    await close(element);
    expect(location.href).to.equal(before);
    expect(history.state).to.deep.equal({ own: 1 });
  });

  it('back closes the photo, however many were turned to; forward opens it', async () => {
    const element = await gallery();
    const entries = history.length;
    const dialog = await open(element);
    key(dialog, 'ArrowRight');
    key(dialog, 'ArrowRight');
    expect(history.length - entries).to.be.at.most(1);
    const shown = named();
    await go(-1);
    await until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
    expect(location.href).to.equal(PLACE);
    await go(1);
    expect(counter(await opened(element))).to.equal('3 / 4');
    expect(named()).to.equal(shown);
  });

  it('opens at once on a page where one photo follows another’s closing', async () => {
    const element = await gallery();
    const dialog = await open(element);
    dialog.close();
    await until(element.shadowRoot!, () => !dialog.isConnected);
    links(element)[3]!.click();
    const next = await opened(element);
    // What the first had left to do in the history does not close the second.
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
    expect([next.open, counter(next)]).to.deep.equal([true, '4 / 4']);
    expect(named()).to.not.equal(null);
  });

  it('shows the photo to whom it was sent, and is the page’s own when it closes', async () => {
    const first = await gallery();
    const dialog = await open(first, 1);
    const sent = location.href;
    await close(first);
    expect(dialog.open).to.equal(false);
    first.remove();
    history.replaceState(null, '', sent);
    const entries = history.length;
    const element = await gallery();
    expect(counter(await opened(element))).to.equal('2 / 4');
    expect(history.length).to.equal(entries);
    const shown = element.shadowRoot!.querySelector('dialog')!;
    shown.close();
    await until(element.shadowRoot!, () => !shown.isConnected);
    expect(location.href).to.equal(PLACE);
  });

  it('finds a photo that is on a later page by now', async () => {
    const old = alone('cu');
    net.restore();
    const src = address();
    net = network((url) =>
      url === src
        ? json(feed([alone('moi')], { next_url: `${src}?2` }))
        : json(feed([{ ...old, date_published: '2020-01-01T00:00:00+07:00' }])),
    );
    const other = await gallery({ src: `${src}?2` });
    await open(other);
    const sent = location.href;
    await close(other);
    other.remove();
    history.replaceState(null, '', sent);
    expect(counter(await opened(await gallery({ src })))).to.equal('2 / 2');
  });

  it('that names no photo of the gallery’s opens nothing', async () => {
    history.replaceState(null, '', `${PLACE}&anh=khongco`);
    const element = await gallery();
    // Another photo, opened by hand, proves that the lightbox has been there all the time.
    const dialog = await open(element, 1);
    expect(counter(dialog)).to.equal('2 / 4');
    await close(element);
  });

  it('of one photo in two galleries opens one of them', async () => {
    const first = await gallery();
    await open(first);
    const sent = location.href;
    await close(first);
    first.remove();
    history.replaceState(null, '', sent);
    const both = [await gallery(), await gallery()];
    await Promise.race(both.map(opened));
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    expect(both.filter((each) => each.shadowRoot!.querySelector('dialog'))).to.have.length(1);
  });

  it('stays as it is where the page wants that, and back closes all the same', async () => {
    const element = await gallery({ 'no-share': '' });
    const dialog = await open(element);
    expect(location.href).to.equal(PLACE);
    expect(dialog.querySelector('[aria-label="Chia sẻ"]')).to.equal(null);
    await go(-1);
    await until(element.shadowRoot!, () => !element.shadowRoot!.querySelector('dialog'));
    history.replaceState(null, '', `${PLACE}&anh=1`);
    const other = await gallery({ 'no-share': '' });
    expect(other.shadowRoot!.querySelector('dialog')).to.equal(null);
  });

  describe('is given away', () => {
    const share = async (clipboard: object | undefined) => {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      try {
        const element = await gallery();
        const dialog = await open(element, 1);
        dialog.querySelector<HTMLElement>('[aria-label="Chia sẻ"]')!.click();
        await until(
          dialog,
          () => dialog.querySelector('.message')!.textContent || dialog.querySelector('input'),
        );
        return dialog;
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
      }
    };

    it('by the clipboard', async () => {
      let copied = '';
      const dialog = await share({
        writeText: async (text: string) => {
          copied = text;
        },
      });
      expect(copied).to.equal(location.href);
      const message = dialog.querySelector('.message')!;
      expect(message.textContent).to.equal('Đã chép địa chỉ của ảnh');
      expect(message.getAttribute('role')).to.equal('status');
      key(dialog, 'ArrowRight');
      expect(message.textContent).to.equal('');
    });

    it('to be copied by hand, where there is no clipboard', async () => {
      const dialog = await share(undefined);
      const box = dialog.querySelector('input')!;
      expect(box.value).to.equal(location.href);
      expect([box.readOnly, box.selectionEnd]).to.deep.equal([true, location.href.length]);
      // Keys in the box move in the box.
      box.focus();
      expect(key(dialog, 'ArrowRight').defaultPrevented).to.equal(false);
      expect(UPRIGHT).to.equal(dialog.querySelector<HTMLImageElement>('.slide:not([inert]) img')!.src);
    });
  });
});
