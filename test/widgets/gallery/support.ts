/** What the tests of the gallery share: real photos, and waiting for what happens to them. */
import type { Attachment, Item } from '../../../core/model/feed.ts';
import '../../../widgets/gallery/define.ts';
import type { TctGallery } from '../../../widgets/gallery/gallery.ts';
import { address, addTag, inState, item } from '../support.ts';

const UPLOADS = new URL('/test/fixtures/wordpress/uploads/', document.baseURI).href;

/** Photos of the recordings: 1080 × 720, 720 × 1080, 2400 × 600, 1080 × 720. */
export const ACROSS = `${UPLOADS}2023/04/thuc-te-01.jpg`;
export const UPRIGHT = `${UPLOADS}2023/04/thuc-te-03.jpg`;
export const WIDE = `${UPLOADS}2024/05/panorama.jpg`;
export const OTHER = `${UPLOADS}2023/04/thuc-te-02.jpg`;
export const SMALL = `${UPLOADS}2023/04/thuc-te-01-300x200.jpg`;
/** There is no such file. */
export const LOST = `${UPLOADS}mat.jpg`;

export const picture = (url: string, more: Partial<Attachment> = {}): Attachment => ({
  url,
  mime_type: 'image/jpeg',
  ...more,
});

/** An album of four photos, of whose sizes nothing is known. */
export const album = (id = 'album', more: Partial<Item> = {}): Item =>
  item(id, {
    title: 'Nghiên cứu thực tế',
    attachments: [
      picture(ACROSS, { title: 'Đoàn nghiên cứu thực tế', _tct: { thumbnail: SMALL, alt: 'Đoàn học viên' } }),
      picture(UPRIGHT, { title: 'Khu dân cư kiểu mẫu' }),
      picture(WIDE, { title: 'Toàn cảnh' }),
      picture(OTHER),
    ],
    ...more,
  });

/** A photo of its own address, that no other test has shown. */
export const alone = (id: string, more: Partial<Attachment> = {}): Item =>
  item(id, { title: `Ảnh ${id}`, attachments: [picture(`${ACROSS}?${id}`, more)] });

export async function gallery(attributes: Record<string, string> = {}, width = 900): Promise<TctGallery> {
  const element = addTag('tct-gallery', { src: address(), ...attributes });
  element.style.width = `${width}px`;
  await inState(element, 'ready');
  await element.updateComplete;
  return element;
}

export const links = (element: Element): HTMLAnchorElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=item] a'),
];

export const pictures = (element: Element): HTMLImageElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLImageElement>('[part=item] img'),
];

/** Resolves when it holds, looking whenever something below the node changes. */
export function until(node: Node, holds: () => unknown): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
}

/** Resolves when a picture is there, whatever came before it. */
export async function arrived(image: HTMLImageElement): Promise<void> {
  while (!image.complete || !image.naturalWidth)
    await new Promise((resolve) => image.addEventListener('load', resolve, { once: true }));
}

/** The lightbox, once it is open. */
export async function opened(element: Element): Promise<HTMLDialogElement> {
  const root = element.shadowRoot!;
  await until(root, () => root.querySelector('dialog[open] .slide'));
  return root.querySelector('dialog')!;
}

/** Opens a photo by a click, and waits until it is there. */
export async function open(element: Element, index = 0): Promise<HTMLDialogElement> {
  links(element)[index]!.click();
  const dialog = await opened(element);
  await there(dialog);
  return dialog;
}

export const slide = (dialog: Element): HTMLElement =>
  dialog.querySelector<HTMLElement>('.slide:not([inert])')!;

/** Waits until the photo that is shown is there, or words in its place. */
export async function there(dialog: HTMLDialogElement): Promise<void> {
  await until(dialog, () => slide(dialog) && !slide(dialog).matches('.loading'));
}

export const shownIn = (dialog: Element): string | undefined => slide(dialog).querySelector('img')?.src;

/** Closes what is open, and waits until the page's history is where it was. */
export async function close(element: Element): Promise<void> {
  const dialog = element.shadowRoot!.querySelector('dialog');
  if (!dialog?.open) return;
  const left = history.state?.tctPhoto
    ? new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    : undefined;
  dialog.close();
  await until(element.shadowRoot!, () => !dialog.isConnected);
  await left;
}

export function key(dialog: Element, name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  (dialog.querySelector(':focus') ?? dialog).dispatchEvent(event);
  return event;
}
