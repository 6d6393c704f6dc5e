import type { Photo } from '../photo.ts';
import { PHOTO_PARAM, photoInUrl } from '../photo-param.ts';

/** How long to wait for the `popstate` of `history.back()`. */
const BACK_TIMEOUT_MS = 500;

/**
 * Returns a short, permanent key of a photo: the FNV-1a hash of its URL in base 36. Must not be
 * replaced by core's hash: the keys are part of links that people have shared.
 */
export function photoKey({ url }: Photo): string {
  let hash = 0x811c9dc5;
  for (const letter of url) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The key of the photo that the page's URL or its history entry names. */
export function requestedPhoto(): string | undefined {
  return photoInUrl() ?? history.state?.tctPhoto;
}

/** The page's URL with a photo's key, or without one. */
export function urlWithPhoto(key?: string): string {
  const url = new URL(location.href);
  if (key) url.searchParams.set(PHOTO_PARAM, key);
  else url.searchParams.delete(PHOTO_PARAM);
  return url.href;
}

/**
 * Records the open photo in the history, so that "back" closes the lightbox.
 *
 * @param inUrl whether the page's URL names the photo too
 */
export function enterPhoto(key: string, inUrl: boolean): void {
  const url = inUrl ? urlWithPhoto(key) : undefined;
  const state = { ...history.state, tctPhoto: key };
  try {
    // The next photo replaces this one. A page opened by a shared link has no entry of ours to replace.
    if (requestedPhoto()) history.replaceState(history.state?.tctPhoto ? state : history.state, '', url);
    else history.pushState(state, '', url);
  } catch {
    // Frames without a URL of their own, such as `srcdoc`, cannot write the history.
  }
}

/** Removes the photo from the URL and the history. Settles when the history is restored. */
export async function leavePhoto(): Promise<void> {
  if (!requestedPhoto()) return;
  if (!history.state?.tctPhoto) {
    history.replaceState(history.state, '', urlWithPhoto());
    return;
  }
  const done = new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    // In some frames the event never fires.
    setTimeout(resolve, BACK_TIMEOUT_MS);
  });
  history.back();
  await done;
}
