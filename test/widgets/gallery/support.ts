/** Shared by the tests of the gallery: real photos, and waiting for them. */
import type { Attachment, Item } from '../../../core/model/feed.ts';
import { PHOTO_LEVEL } from '../../../widgets/gallery/back-entry.ts';
import '../../../widgets/gallery/define.ts';
import type { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { addElement, item, uniqueUrl, waitForState } from '../support.ts';

const UPLOADS = new URL('/test/fixtures/wordpress/uploads/', document.baseURI).href;

/** Photos of 1080 × 720, 720 × 1080, 2400 × 600 and 1080 × 720 pixels. */
export const LANDSCAPE = `${UPLOADS}2023/04/thuc-te-01.jpg`;
export const PORTRAIT = `${UPLOADS}2023/04/thuc-te-03.jpg`;
export const PANORAMA = `${UPLOADS}2024/05/panorama.jpg`;
export const SECOND_LANDSCAPE = `${UPLOADS}2023/04/thuc-te-02.jpg`;
export const THUMBNAIL = `${UPLOADS}2023/04/thuc-te-01-300x200.jpg`;
/** This file does not exist. */
export const MISSING = `${UPLOADS}mat.jpg`;

export const picture = (url: string, more: Partial<Attachment> = {}): Attachment => ({
  url,
  mime_type: 'image/jpeg',
  ...more,
});

/** An album of four photos of unknown size. */
export const album = (id = 'album', more: Partial<Item> = {}): Item =>
  item(id, {
    title: 'Nghiên cứu thực tế',
    attachments: [
      picture(LANDSCAPE, {
        title: 'Đoàn nghiên cứu thực tế',
        _tct: { thumbnail: THUMBNAIL, alt: 'Đoàn học viên' },
      }),
      picture(PORTRAIT, { title: 'Khu dân cư kiểu mẫu' }),
      picture(PANORAMA, { title: 'Toàn cảnh' }),
      picture(SECOND_LANDSCAPE),
    ],
    ...more,
  });

/** A single photo with a URL that no other test uses. */
export const singlePhoto = (id: string, more: Partial<Attachment> = {}): Item =>
  item(id, { title: `Ảnh ${id}`, attachments: [picture(`${LANDSCAPE}?${id}`, more)] });

export async function readyGallery(
  attributes: Record<string, string> = {},
  width = 900,
): Promise<TctGallery> {
  const element = addElement('tct-gallery', { src: uniqueUrl(), ...attributes });
  element.style.width = `${width}px`;
  await waitForState(element, 'ready');
  await element.updateComplete;
  return element;
}

export const links = (element: Element): HTMLAnchorElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=item] a'),
];

export const pictures = (element: Element): HTMLImageElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLImageElement>('[part=item] img'),
];

/** Resolves when the condition holds; checks it whenever something below the node changes. */
export function until(node: Node, condition: () => unknown): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
    check();
  });
}

/** Resolves when an image has loaded, also after failures. */
export async function imageLoaded(image: HTMLImageElement): Promise<void> {
  while (!image.complete || !image.naturalWidth)
    await new Promise((resolve) => image.addEventListener('load', resolve, { once: true }));
}

/** Resolves with the lightbox once it is open. */
export async function waitForLightbox(element: Element): Promise<HTMLDialogElement> {
  const root = element.shadowRoot!;
  await until(root, () => root.querySelector('dialog[open] .slide'));
  return root.querySelector('dialog')!;
}

/** Opens a photo by a click and waits until it is shown, and "back" would close it. */
export async function openPhoto(element: Element, index = 0): Promise<HTMLDialogElement> {
  links(element)[index]!.click();
  const frame = element.shadowRoot!.querySelector('iframe')!;
  if (frame.contentWindow!.history.state !== PHOTO_LEVEL)
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const dialog = await waitForLightbox(element);
  await waitForPhoto(dialog);
  return dialog;
}

export const currentSlide = (dialog: Element): HTMLElement =>
  dialog.querySelector<HTMLElement>('.slide:not([inert])')!;

/** Waits until the current photo, or the message that it failed, is shown. */
export async function waitForPhoto(dialog: HTMLDialogElement): Promise<void> {
  await until(dialog, () => currentSlide(dialog) && !currentSlide(dialog).matches('.loading'));
}

export const shownUrl = (dialog: Element): string | undefined =>
  currentSlide(dialog).querySelector('img')?.src;

/** The window whose history has the entry that "back" leaves, once a photo was opened by a click. */
export const historyOwner = (element: Element): Window =>
  element.shadowRoot!.querySelector('iframe')!.contentWindow!;

/** Moves through the history and waits until the gallery's entry is left or entered. */
export async function traverse(element: Element, move: () => void): Promise<void> {
  const moved = new Promise((resolve) =>
    historyOwner(element).addEventListener('popstate', resolve, { once: true }),
  );
  move();
  await moved;
}

/** Closes the lightbox, if it is open, and waits until the history is restored. */
export async function closeLightbox(element: Element): Promise<void> {
  const root = element.shadowRoot!;
  const close = () => root.querySelector('dialog')?.close();
  const entered = root.querySelector('iframe')?.contentWindow?.history.state === PHOTO_LEVEL;
  if (entered) await traverse(element, close);
  else close();
  await until(root, () => !root.querySelector('dialog'));
}

export function pressKey(dialog: Element, name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  (dialog.querySelector(':focus') ?? dialog).dispatchEvent(event);
  return event;
}
