import { httpUrl } from '../../url.ts';
import { parseAttributes } from '../markup/attributes.ts';
import { isImageUrl } from '../media-type.ts';
import { isThumbnail, nameKey, type Picture, widest, widestCopy } from '../pictures.ts';
import { emojiText, readImage } from './image-attributes.ts';

/** The tags of one picture: an `<img>` with the `<source>`s and the `<noscript>` that belong to it. */
interface ImageGroup {
  image?: string;
  sources: string[];
  /** The tags in the `<noscript>` behind. */
  fallbacks: string[];
  /** The tag of the link around. */
  link: string | undefined;
}

/** All copies that the tags of a picture name; that which is shown comes first. */
function copiesIn(group: ImageGroup, base: string | undefined): Picture[] {
  const read = (raw: string) => readImage(parseAttributes(raw), base);
  const fallbacks = group.fallbacks.flatMap((raw) => {
    const { shown, named = [] } = read(raw) ?? {};
    return shown ? [shown, ...named] : named;
  });
  const image = group.image === undefined ? { named: [] } : read(group.image);
  // The sources of an icon are icons.
  if (!image) return fallbacks;
  const found: Picture[] = [];
  const keys = new Set(fallbacks.map(({ url }) => nameKey(url)));
  // With a fallback behind it, what is shown is a placeholder.
  if (image.shown && (!keys.size || keys.has(nameKey(image.shown.url)))) found.push(image.shown);
  found.push(...image.named);
  const narrow: Picture[] = [];
  for (const raw of group.sources) {
    const given = parseAttributes(raw);
    const isNarrow = /max-width/i.test(given.get('media') ?? '');
    (isNarrow ? narrow : found).push(...(readImage(given, base)?.named ?? []));
  }
  found.push(...fallbacks);
  return found.length ? found : narrow;
}

/** The images of some HTML. Their attributes are parsed only when they are asked for. */
export class ImageTags {
  readonly #groups: ImageGroup[] = [];
  /** The open `<picture>`. */
  #picture: ImageGroup | undefined;
  /** What the open `<noscript>` is the fallback of. */
  #fallbackOf: ImageGroup | undefined;
  /** The index after the last `<img>`. */
  #imageEnd = -1;
  /** The tag of the open link. */
  link: string | undefined;

  constructor(
    private readonly html: string,
    private readonly base: string | undefined,
  ) {}

  /**
   * Adds an opening tag of the HTML, from `start` to `end`.
   *
   * @param raw the text between the tag's name and `>`
   * @returns the text that an emoji stands for
   */
  open(name: string, raw: string, start: number, end: number): string | undefined {
    const fallbackOf = this.#fallbackOf;
    if (name === 'noscript') {
      const isBehind = this.#imageEnd >= 0 && start - this.#imageEnd < 100;
      if (isBehind && /^(?:\s|<\/[a-z]+>)*$/i.test(this.html.slice(this.#imageEnd, start)))
        this.#fallbackOf = this.#groups.at(-1);
    } else if (name === 'source') (fallbackOf?.fallbacks ?? this.#picture?.sources)?.push(raw);
    else if (name === 'picture') {
      if (!fallbackOf) this.#picture = this.#add();
    } else if (fallbackOf) fallbackOf.fallbacks.push(raw);
    else {
      (this.#picture ?? this.#add()).image = raw;
      // Its last part.
      this.#picture = undefined;
      this.#imageEnd = end;
      return emojiText(raw);
    }
    return undefined;
  }

  close(name: string): void {
    if (name === 'picture') this.#picture = undefined;
    if (name === 'noscript') this.#fallbackOf = undefined;
  }

  #add(): ImageGroup {
    const group: ImageGroup = { sources: [], fallbacks: [], link: this.link };
    this.#groups.push(group);
    return group;
  }

  /** The copies of the first picture, the one that is shown first; empty if there is no picture. */
  get copies(): Picture[] {
    for (const group of this.#groups) {
      const copies = copiesIn(group, this.base);
      if (copies.length) return copies;
    }
    return [];
  }

  /** The first picture, in its widest copy. A thumbnail gives way to a larger copy further on or behind its link. */
  get first(): Picture | undefined {
    for (const group of this.#groups) {
      const found = widest(copiesIn(group, this.base));
      if (!found) continue;
      if (!isThumbnail(found)) return found;
      const larger = this.widestCopy(found);
      if (larger !== found) return larger;
      const link = httpUrl(group.link && parseAttributes(group.link).get('href'), this.base);
      return link && isImageUrl(link) && nameKey(link) === nameKey(found.url) ? { url: link } : found;
    }
    return undefined;
  }

  /** The widest copy of a picture: the given one, or one in this HTML. */
  widestCopy(picture: Picture): Picture {
    return widestCopy(
      picture,
      this.#groups.flatMap((group) => copiesIn(group, this.base)),
    );
  }
}
