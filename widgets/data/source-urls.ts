import { pageSettings } from '../globals.ts';

/** More requests at once would serve no reader. */
const MAX_SOURCES = 50;

/** Splits a list attribute at white space. */
export const splitWords = (text: string | null): string[] => text?.match(/\S+/g) ?? [];

/** Leaves an invalid URL unchanged, so that the request fails with an error that names it. */
function toAbsolute(url: string): string {
  try {
    // Unlike `document.baseURI`, no element's name can hide its base. MooTools has a class of its own of this name.
    return new Request(url).url ?? url;
  } catch {
    return url;
  }
}

/**
 * Returns the absolute URLs a tag reads, without duplicates: those in `src`, else the hub's file for the named schools
 * or for the whole cluster; at most 50. Empty when there is neither `src` nor a hub.
 *
 * @param file name of the hub's file, for example `news.json`
 */
export function sourceUrls(src: string | null, school: string | null, file: string): string[] {
  const { base } = pageSettings();
  let urls = splitWords(src);
  if (base && !urls.length)
    urls = splitWords(school).map((id) => `${base}schools/${encodeURIComponent(id)}/${file}`);
  if (base && !urls.length) urls = [base + file];
  return [...new Set(urls.slice(0, MAX_SOURCES).map(toAbsolute))];
}
