/** The images of a post, and the paths of the hub's copies. */
import { createHash } from 'node:crypto';
import type { Attachment, Item } from '../../core/model/feed.ts';
import { copyFile } from '../../core/model/image-copies.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import type { ImageCopies, ImageIndex } from '../memory/types.ts';

const PHOTO_TYPE = /^image\/(?:jpeg|png|webp|gif|avif)$/;

/** URLs of the images shown with a post: its own, and the photos of an album. */
export function imageUrls({ image, attachments = [] }: Item): string[] {
  const photos = attachments.filter(({ mime_type }) => PHOTO_TYPE.test(mime_type)).map(({ url }) => url);
  return [...new Set(image ? [image, ...photos] : photos)];
}

/** Path of a copy, relative to the public folder. @param width px */
export function copyPath(url: string, width: number): string {
  return copyFile(createHash('sha256').update(url).digest('hex').slice(0, 20), width);
}

/**
 * A post with its images replaced by the hub's copies. `image` is the small copy, `banner_image` the large one. Photos
 * get the small copy as thumbnail and the size of the original. Their `url` stays the original, unless it is http and
 * the hub is https, whose pages could not show it.
 *
 * @param hub public URL of the folder, ending in a slash
 */
export function withCopies(item: Item, images: ImageIndex, hub: string): Item {
  const copiesOf = (url: string): ImageCopies | undefined => {
    const copies = images[url];
    return typeof copies === 'object' ? copies : undefined;
  };
  const copyUrl = (url: string, width: number) => hub + copyPath(url, width);
  const withThumbnail = (photo: Attachment): Attachment => {
    const copies = copiesOf(photo.url);
    if (!copies) return photo;
    const { width, height, widths } = copies;
    const isBlocked = hub.startsWith('https:') && photo.url.startsWith('http:');
    return {
      ...photo,
      ...(isBlocked && { url: copyUrl(photo.url, widths.at(-1)!), mime_type: 'image/webp' }),
      _tct: { ...photo._tct, width, height, thumbnail: copyUrl(photo.url, widths[0]!) },
    };
  };
  const { image, attachments } = item;
  const [small, large] = (image && copiesOf(image)?.widths) || [];
  return {
    ...item,
    ...(image && small && { image: copyUrl(image, small) }),
    ...(image && large && { banner_image: copyUrl(image, large) }),
    ...(attachments && { attachments: attachments.map(withThumbnail) }),
  };
}

/** The URLs of the originals by those of their copies. @param hub public URL of the folder, ending in a slash */
export function originalUrls(images: ImageIndex, hub: string): Map<string, string> {
  return new Map(
    Object.entries(images).flatMap(([url, copies]) =>
      typeof copies === 'number'
        ? []
        : copies.widths.map((width): [string, string] => [hub + copyPath(url, width), url]),
    ),
  );
}

/** Undoes `withCopies`. @param originals of `originalUrls` */
export function withOriginals(item: Item, originals: ReadonlyMap<string, string>): Item {
  const { image, banner_image, attachments } = item;
  const unlessCopy = (url: string | undefined) => (url && originals.has(url) ? undefined : url);
  const withOriginal = (photo: Attachment): Attachment => ({
    ...photo,
    url: originals.get(photo.url) ?? photo.url,
    ...(photo._tct && {
      _tct: omitUndefined({ ...photo._tct, thumbnail: unlessCopy(photo._tct.thumbnail) }),
    }),
  });
  return omitUndefined({
    ...item,
    image: image && (originals.get(image) ?? image),
    banner_image: unlessCopy(banner_image),
    attachments: attachments?.map(withOriginal),
  });
}
