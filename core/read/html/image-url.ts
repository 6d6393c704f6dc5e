import { safeLink } from '../../url.ts';
import { isUnshown } from './hidden-elements.ts';

/** Smileys, counters and the pixels of mail and feed services: images that are no pictures. */
const NO_PICTURE =
  /\/(?:emoji|smil(?:ies|eys)|emoticons?)[/.]|\/~(?:r|ff)\/|feedburner\.|doubleclick\.|pixel\.|stats\.|\/(?:b|spacer|blank|pixel|transparent|1x1|clear)\.(?:gif|png)(?:\?|$)/i;

/** Fewer declared pixels than this make an icon. */
const SMALLEST = 33;

const STYLE_SIZES = [/(?:^|[;\s])width\s*:\s*(\d[^;]*)/i, /(?:^|[;\s])height\s*:\s*(\d[^;]*)/i];

/** The address of what an `<img>` with these attributes shows, if that is a picture. */
export function picture(given: Map<string, string>, base: string | undefined): string | undefined {
  if (isUnshown(given) || /\b(?:emoji|smiley)\b/i.test(given.get('class') ?? '')) return undefined;
  const style = given.get('style') ?? '';
  for (const size of [
    given.get('width'),
    given.get('height'),
    ...STYLE_SIZES.map((side) => side.exec(style)?.[1]),
  ]) {
    if (Number.parseInt(size ?? '', 10) < SMALLEST && !/%|em/.test(size!)) return undefined;
  }
  // Lazy loaders keep the picture in a data attribute and a placeholder in src.
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'src', 'data-srcset', 'srcset']) {
    const value = given.get(name);
    const link = value && safeLink(name.endsWith('srcset') ? value.trim().split(/[\s,]+/)[0] : value, base);
    if (link && !NO_PICTURE.test(link)) return link;
  }
  return undefined;
}
