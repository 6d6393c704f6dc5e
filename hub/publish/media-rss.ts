import type { Attachment, Item } from '../../core/model/feed.ts';
import { widthInUrl } from '../../core/model/image-copies.ts';
import { isPhoto } from '../../core/model/is-photo.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { httpUrl } from '../../core/url.ts';
import { type HtmlText, htmlText } from './html.ts';
import type { NewestPage } from './newest-page.ts';
import { pictureType } from './picture-type.ts';

interface MediaContent {
  url: string;
  type: string;
  medium: 'image';
  fileSize?: number;
  width?: number;
  height?: number;
  title?: HtmlText;
  description?: HtmlText;
  thumbnails?: { url: string }[];
}

/** The pictures of an entry, in the terms of Media RSS. */
export interface Media {
  thumbnails?: { url: string }[];
  contents: MediaContent[];
}

/** The size of a photo; of a copy in its place, that of the copy. */
function sizeOf({ url, _tct: { width, height } = {} }: Attachment): { width?: number; height?: number } {
  const copyWidth = widthInUrl(url);
  if (!width || !height || !copyWidth) return omitUndefined({ width, height });
  return { width: copyWidth, height: Math.round((height * copyWidth) / width) };
}

/** The pictures of an item as Media RSS, the photos of an album with their captions. */
export function mediaOf({ image, attachments = [] }: Item, { bytesOf }: NewestPage): Media | undefined {
  const picture = httpUrl(image);
  const photos = attachments.filter((file) => isPhoto(file) && httpUrl(file.url));
  const contents = photos.map((photo): MediaContent => {
    const { url, mime_type, size_in_bytes, title, _tct: { alt, thumbnail } = {} } = photo;
    const small = httpUrl(thumbnail);
    return {
      url,
      type: mime_type,
      medium: 'image',
      ...omitUndefined({ fileSize: size_in_bytes ?? bytesOf(url) }),
      ...sizeOf(photo),
      ...(title && { title: htmlText(title) }),
      ...(alt && alt !== title && { description: htmlText(alt) }),
      ...(small && { thumbnails: [{ url: small }] }),
    };
  });
  const isAmongThem =
    picture && photos.some(({ url, _tct }) => url === picture || _tct?.thumbnail === picture);
  if (picture && !isAmongThem)
    contents.unshift({
      url: picture,
      type: pictureType(picture),
      medium: 'image',
      ...omitUndefined({ fileSize: bytesOf(picture), width: widthInUrl(picture) }),
    });
  if (!contents.length) return undefined;
  return { ...(picture && { thumbnails: [{ url: picture }] }), contents };
}
