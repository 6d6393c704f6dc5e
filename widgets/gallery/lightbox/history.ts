import type { Photo } from '../photo.ts';
import { NAME, namedPhoto } from '../photo-param.ts';

/** A short name of a photo, the same on every day: its address in seven letters (FNV-1a). */
export function keyOf({ url }: Photo): string {
  let hash = 0x811c9dc5;
  for (const letter of url) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The photo that the page's address or its place in the history names. */
export function named(): string | undefined {
  return namedPhoto() ?? history.state?.tctPhoto;
}

/** The page's address with a photo, or with none. */
export function addressOf(key?: string): string {
  const url = new URL(location.href);
  if (key) url.searchParams.set(NAME, key);
  else url.searchParams.delete(NAME);
  return url.href;
}

/**
 * Writes the photo shown into the history, so that "back" closes it.
 *
 * @param shared whether the address says it too
 */
export function enter(key: string, shared: boolean): void {
  const url = shared ? addressOf(key) : undefined;
  const state = { ...history.state, tctPhoto: key };
  try {
    // The next photo takes the place of this one; an address that somebody was sent is there already.
    if (named()) history.replaceState(history.state?.tctPhoto ? state : history.state, '', url);
    else history.pushState(state, '', url);
  } catch {
    // Frames without an address of their own have no history of ours.
  }
}

/** Takes the photo out of the address. @returns when the history is where it was */
export async function leaveEntry(): Promise<void> {
  if (!named()) return;
  if (!history.state?.tctPhoto) {
    history.replaceState(history.state, '', addressOf());
    return;
  }
  const left = new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    // Where the frame's history is not ours after all.
    setTimeout(resolve, 500);
  });
  history.back();
  await left;
}
