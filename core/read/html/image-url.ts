import { httpUrl } from '../../url.ts';
import { hasHidingAttributes } from './hidden-elements.ts';

/** Smileys, counters, and tracking pixels of mail and feed services. */
const NOT_A_PICTURE =
  /\/(?:emoji|smil(?:ies|eys)|emoticons?)[/.]|\/~(?:r|ff)\/|feedburner\.|doubleclick\.|pixel\.|stats\.|\/(?:b|spacer|blank|pixel|transparent|1x1|clear)\.(?:gif|png)(?:\?|$)/i;

/** Images declared smaller than this are icons. */
const MIN_PICTURE_PX = 33;

const STYLE_SIZES = [/(?:^|[;\s])width\s*:\s*(\d[^;]*)/i, /(?:^|[;\s])height\s*:\s*(\d[^;]*)/i];

/** The URL of an `<img>` with these attributes, or undefined if it is hidden or not a picture. */
export function imageUrl(given: Map<string, string>, base: string | undefined): string | undefined {
  if (hasHidingAttributes(given) || /\b(?:emoji|smiley)\b/i.test(given.get('class') ?? '')) return undefined;
  const style = given.get('style') ?? '';
  for (const size of [
    given.get('width'),
    given.get('height'),
    ...STYLE_SIZES.map((side) => side.exec(style)?.[1]),
  ]) {
    if (Number.parseInt(size ?? '', 10) < MIN_PICTURE_PX && !/%|em/.test(size!)) return undefined;
  }
  // Lazy loaders put the picture in a data attribute and a placeholder in src.
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'src', 'data-srcset', 'srcset']) {
    const value = given.get(name);
    const link = value && httpUrl(name.endsWith('srcset') ? value.trim().split(/[\s,]+/)[0] : value, base);
    if (link && !NOT_A_PICTURE.test(link)) return link;
  }
  return undefined;
}
