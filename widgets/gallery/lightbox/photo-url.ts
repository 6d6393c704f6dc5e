import { replaceUrl, withQueryParameter } from '../../base/query-parameter.ts';
import type { Photo } from '../photo.ts';

/** The query parameter that names the open photo. */
const PARAM = 'anh';
/** Its name where the page has a parameter of that name. */
const SECOND_PARAM = 'tct-anh';

/**
 * Returns a short, permanent key of a photo: the FNV-1a hash of its URL in base 36. Must not be
 * replaced by core's hash: the keys are part of links that people have shared.
 */
export function photoKey({ url }: Photo): string {
  let hash = 0x811c9dc5;
  for (const letter of url) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The values in the page's URL that may be the key of a photo. */
export const photosInUrl = (): string[] =>
  [...location.search.matchAll(/[?&](?:tct-)?anh=([a-z\d]{1,7})(?![^&])/g)].map(([, key]) => key!);

/**
 * The parameter of the page's URL that names the open photo. The URL is changed as text, at this parameter only, and
 * always within the current history entry.
 */
export class PhotoUrl {
  /** The key that the URL names, if it was written here or has opened the photo. */
  #key?: string;

  /** Takes over a key that the URL names already. */
  adopt(key: string): void {
    this.#key = key;
  }

  /** Matches the parameter, the separators around it apart. */
  get #pattern(): RegExp {
    return new RegExp(`([?&])((?:tct-)?anh=)${this.#key}(&|(?=#)|$)`);
  }

  get #isThere(): boolean {
    return !!this.#key && this.#pattern.test(location.href);
  }

  /** Whether the URL named a photo until the page changed it. */
  get isLost(): boolean {
    return !!this.#key && !this.#isThere;
  }

  /** The page's URL, naming a photo. */
  with(key: string): string {
    const { href, search } = location;
    if (this.#isThere) return href.replace(this.#pattern, `$1$2${key}$3`);
    return withQueryParameter(href, /[?&]anh\b/.test(search) ? SECOND_PARAM : PARAM, key);
  }

  write(key: string): void {
    const url = this.with(key);
    replaceUrl(url);
    if (location.href === url) this.#key = key;
  }

  /** Removes the parameter, if the URL still has it. */
  remove(): void {
    if (this.#isThere)
      replaceUrl(
        location.href.replace(this.#pattern, (_, before: string, _name, after: string) => after && before),
      );
    this.#key = undefined;
  }
}
