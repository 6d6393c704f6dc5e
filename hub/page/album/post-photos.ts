import type { Attachment } from '../../../core/model/feed.ts';
import { isPhoto } from '../../../core/model/is-photo.ts';
import { copyKey } from '../../../core/read/pictures.ts';
import type { Refinements } from '../../../core/read/refinements.ts';
import { HtmlPage } from '../html-page.ts';
import { PageError } from '../page-error.ts';
import { asideParts, isWithin } from './page-parts.ts';
import { imagesIn, mergeCopies, photosOf } from './photo.ts';

/** The photos in some HTML, with their captions. None if it has too many elements. */
function photosInHtml({ html = '', base = '' }): Attachment[] {
  try {
    const page = new HtmlPage(html, base);
    const aside = asideParts(page);
    return photosOf(
      page,
      imagesIn(page, page.root).filter(({ element }) => !isWithin(element, aside)),
    );
  } catch (error) {
    if (error instanceof PageError) return [];
    throw error;
  }
}

/** Makes a post of a feed an album: every photo in its content becomes an attachment, with its caption. */
export const addPhotos: NonNullable<Refinements['addPhotos']> = (item, summary, content) => {
  const photos = photosInHtml(content ?? summary ?? {});
  // The only picture in a summary is the album's cover.
  if (!photos.length || (!content && photos.length === 1)) return;
  const attachments = new Map(
    (item.attachments ?? []).map((file) => [isPhoto(file) ? copyKey(file.url) : file.url, file]),
  );
  for (const photo of photos) {
    const key = copyKey(photo.url);
    const known = attachments.get(key);
    attachments.set(key, known ? mergeCopies(known, photo) : photo);
  }
  item.attachments = [...attachments.values()];
  item.image ??= photos[0]!.url;
};
