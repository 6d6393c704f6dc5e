import { expect } from 'chai';
import { axeViolations, openPage, waitForState } from '../../support.ts';
import { links, pressKey, until, waitForLightbox, waitForPhoto } from '../support.ts';

const SCRIPTS =
  '<script async src="/dist/embed/tct.js"></script><script src="/node_modules/axe-core/axe.min.js"></script>';

describe('accessibility of the lightbox', () => {
  afterEach(() => document.body.replaceChildren());

  for (const width of [320, 900])
    for (const lang of ['vi', 'en'])
      it(`has no axe violations at ${width} px in ${lang}: first, last, long caption, broken, zoomed`, async () => {
        const page = await openPage(
          `<main><h1>Trang</h1><tct-gallery src="/test/widgets/albums.json" lang="${lang}" download target="_blank" loading="eager"></tct-gallery></main>${SCRIPTS}`,
        );
        page.frameElement!.setAttribute('style', `width:${width}px;height:700px`);
        const element = page.document.querySelector('tct-gallery')!;
        await waitForState(element, 'ready');
        await until(element.shadowRoot!, () => links(element).length === 4);
        if (lang === 'en')
          await until(element.shadowRoot!, () => element.shadowRoot!.querySelector('[lang=en]'));
        links(element)[0]!.click();
        const dialog = await waitForLightbox(element);
        for (let turned = 0; turned < 4; turned++) {
          await waitForPhoto(dialog);
          expect((await axeViolations(page)).join(), `photo ${turned + 1}`).to.equal('');
          expect(dialog.scrollWidth).to.be.at.most(width);
          pressKey(dialog, 'ArrowRight');
        }
        pressKey(dialog, '+');
        dialog.querySelector<HTMLElement>('[aria-label="Chia sẻ"],[aria-label="Share"]')!.click();
        expect(await axeViolations(page), 'enlarged').to.deep.equal([]);
        for (const each of dialog.querySelectorAll<HTMLElement>('button:not(.strip *),a.button')) {
          const { height, width } = each.getBoundingClientRect();
          expect([width, height], each.ariaLabel!).to.deep.equal([44, 44]);
        }
      });

  it('leaves captions and messages uncovered on a phone', async () => {
    const page = await openPage(
      `<tct-gallery src="/test/widgets/albums.json" download loading="eager"></tct-gallery>${SCRIPTS}`,
    );
    page.frameElement!.setAttribute('style', 'width:320px;height:640px');
    const element = page.document.querySelector('tct-gallery')!;
    await waitForState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length === 4);
    links(element)[0]!.click();
    const dialog = await waitForLightbox(element);
    const box = (selector: string) => dialog.querySelector(selector)!.getBoundingClientRect();
    for (let turned = 0; turned < 4; turned++) {
      if (dialog.querySelector('[part=caption]')) {
        expect(box('[part=caption]').width).to.be.at.least(280);
        expect(box('.previous').top).to.be.at.least(box('[part=caption]').bottom);
      }
      expect(box('.previous').right).to.be.at.most(box('[part=meta] > :first-child').left);
      pressKey(dialog, 'ArrowRight');
    }
    const clipboard = { writeText: () => Promise.resolve() };
    Object.defineProperties(page.navigator, { clipboard: { get: () => clipboard }, share: { value: null } });
    const share = dialog.querySelector<HTMLElement>('[aria-label="Chia sẻ"]')!;
    share.click();
    await until(dialog, () => dialog.querySelector('.message')!.textContent);
    expect(box('.message').height).to.be.below(40);
    expect(box('.message').top).to.be.at.least(box('[aria-label="Đóng"]').bottom);
    clipboard.writeText = () => Promise.reject();
    share.click();
    await until(dialog, () => dialog.querySelector('input'));
    expect(box('input').width).to.equal(320);
  });

  it('can be used with the keyboard alone, in visual order', async () => {
    const page = await openPage(
      `<tct-gallery src="/test/widgets/albums.json" loading="eager"></tct-gallery>${SCRIPTS}`,
    );
    const element = page.document.querySelector('tct-gallery')!;
    await waitForState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length === 4);
    links(element)[0]!.click();
    const dialog = await waitForLightbox(element);
    const names = [
      ...dialog.querySelectorAll<HTMLElement>('button:not([tabindex="-1"]),a,[tabindex="0"]'),
    ].map((each) => each.ariaLabel || each.textContent!.trim());
    const full = page.document.fullscreenEnabled ? ['Toàn màn hình'] : [];
    expect(names).to.deep.equal([
      ...['Phóng to', ...full, 'Chia sẻ', 'Đóng', 'Ảnh trước', 'Ảnh sau'],
      'Nghiên cứu thực tế cuối khoá',
      'Ảnh 1 / 4: Đoàn học viên',
    ]);
  });
});
