import type { Attachment, Item } from '../../core/model/feed.ts';
import { isPhoto } from '../../core/model/is-photo.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { httpUrl } from '../../core/url.ts';
import type { NewestPage } from './newest-page.ts';
import { pictureType } from './picture-type.ts';

/** A file or picture to be enclosed. */
export interface Enclosure {
  url: string;
  type: string;
  /** Bytes. */
  length?: number;
}

/** The files of an item, and one picture: before the files, except among documents, whose files are what matters. */
export function enclosuresOf({ image, attachments = [] }: Item, { kind, bytesOf }: NewestPage): Enclosure[] {
  const files = attachments.filter(({ url }) => httpUrl(url));
  const enclosed = ({ url, mime_type, size_in_bytes }: Attachment): Enclosure => ({
    url,
    type: mime_type,
    ...omitUndefined({ length: size_in_bytes ?? bytesOf(url) }),
  });
  const others = files.filter((file) => !isPhoto(file)).map(enclosed);
  if (kind === 'documents' && others.length) return others;
  const picture = httpUrl(image);
  const photo = files.find(isPhoto);
  const first =
    photo && (kind === 'gallery' || !picture)
      ? enclosed(photo)
      : picture && enclosed({ url: picture, mime_type: pictureType(picture) });
  return first ? [first, ...others] : others;
}
