/** Keeps the photos of albums: a list that shows only their covers never replaces them. */
import type { Attachment, Item } from '../../core/model/feed.ts';
import { isPhoto } from '../../core/model/is-photo.ts';
import { canonicalUrl } from '../../core/url.ts';
import { isShown } from './posts.ts';
import type { PostList, StoredPost } from './types.ts';

/** The photos of an album as its source lists them; undefined if it lists only its cover. */
export function photosOf({ attachments }: Item): Attachment[] | undefined {
  const photos = attachments?.filter(isPhoto);
  return photos?.length ? photos : undefined;
}

/**
 * Leaves an album its photos if its source now lists none or only its cover: another source may have listed it before, or the
 * hub restored it from what it had published. They count as stale, so that the album's page is fetched.
 *
 * @param item that replaces the one of the entry
 */
export function keepPhotos(entry: StoredPost, item: Item): void {
  const photos = photosOf(entry.item);
  if (photos && !photosOf(item)) entry.details = { attachments: photos, old: true };
}

/**
 * Gives the covers in a list the photos of the same albums, where another source lists these whole.
 *
 * @returns the number of albums that changed
 */
export function sharePhotos(list: PostList): number {
  /** Undefined for a link that several albums have. */
  const whole = new Map<string, Attachment[] | undefined>();
  for (const entry of list.entries) {
    const photos = isShown(entry) && photosOf(entry.item);
    const url = photos && entry.item.url && canonicalUrl(entry.item.url);
    if (url) whole.set(url, whole.has(url) ? undefined : photos);
  }
  let changed = 0;
  for (const entry of list.entries) {
    const photos = entry.item.url && whole.get(canonicalUrl(entry.item.url));
    if (!photos || photosOf(entry.item)) continue;
    const { old: _, ...known } = entry.details ?? {};
    const details = { ...known, attachments: photos };
    if (JSON.stringify(details) !== JSON.stringify(entry.details)) changed++;
    entry.details = details;
  }
  return changed;
}
