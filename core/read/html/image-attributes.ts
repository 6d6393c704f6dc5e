/** Reads the attributes of images: the pictures that they name, and the text of an emoji. */
import { MAX_URL_CHARS } from '../../plain-url.ts';
import { httpUrl } from '../../url.ts';
import { parseAttributes } from '../markup/attributes.ts';
import { isImageUrl } from '../media-type.ts';
import { isEmoji, isPicture, nameKey, type Picture } from '../pictures.ts';
import { declaredSize } from './css-length.ts';
import { hasHidingAttributes } from './hidden-elements.ts';
import { widestCandidate } from './srcset.ts';

/** Images declared smaller than this are icons. */
const MIN_PICTURE_PX = 33;

/** A quick check before the two below. */
const MAYBE_ICON_CLASS = /emoji|smiley|avatar|icon/i;
const EMOJI_CLASS = /\b(?:emoji|smiley)\b/i;
const ICON_CLASS = /(?:^|\s)(?:(?:(?:author|user|comment)[-_])?avatar(?:-\d+)?|icon)(?:\s|$)/i;

/** Attributes of lazy loaders for the picture, whose `src` is a placeholder. */
const LAZY_ATTRIBUTE = /^data-(?:lazy-)?(?:src|original)$/;
/** Attributes of most images, without a picture but the shown one. */
const COMMON_ATTRIBUTES = new Set(
  'src alt class style width height title id sizes loading decoding fetchpriority border align'.split(' '),
);
/** Attributes that hold no picture, or not that of the post, even if they contain the name of one. */
const OTHER_ATTRIBUTE =
  /^(?:href|usemap|on.*|aria-.*)$|title|alt|desc|caption|name|permalink|placeholder|fallback|error|hover|avatar|icon|logo|blur/;
const PICTURE_ATTRIBUTE = /src|im(?:a?g|age)|orig|lazy|echo|url|file|photo/;
const SMALL_NAME = /thumb|small|low/;
const LARGE_NAME = /full|large|big|zoom|orig|hi-?res/;
/** A word in the URL of a picture that has no extension: `/image?id=3`. */
const PICTURE_WORD = /im(?:g|age)|anh|photo|picture|media|upload|file|thumb|document/i;

/** The URL that another attribute of an image has for it, or undefined. */
function urlInAttribute(name: string, value: string): string | undefined {
  const url = value.trim();
  const mayBe =
    isImageUrl(url) ||
    (PICTURE_ATTRIBUTE.test(name) && /^(?:https?:|\.{0,2}\/)/i.test(url) && PICTURE_WORD.test(url));
  return mayBe && !/^[[{]|\s.*:/s.test(url) ? url : undefined;
}

/** The pictures that attributes of any element name, other than `src`. */
interface NamedPictures {
  /** By a lazy loader. */
  lazy: Picture[];
  /** By `srcset` and the like. */
  sets: Picture[];
  /** By other attributes. */
  others: Picture[];
}

const scaled = (width: number | undefined, factor: number) => width && width * factor;

function readAttributes(
  given: Map<string, string>,
  base: string | undefined,
  shownWidth?: number,
): NamedPictures {
  const found: NamedPictures = { lazy: [], sets: [], others: [] };
  const add = (list: Picture[], picture: Picture) => {
    const url = httpUrl(picture.url, base);
    if (url && isPicture(url, true)) list.push({ ...picture, url });
  };
  for (const [name, value] of given) {
    if (COMMON_ATTRIBUTES.has(name)) continue;
    if (name.includes('set') && /srcset|bgset/.test(name)) {
      const best = widestCandidate(value);
      if (best) {
        const { url, width, density = 1 } = best;
        add(found.sets, { url, width, shownWidth: scaled(shownWidth, density), scale: density - 1 });
      }
    } else if (LAZY_ATTRIBUTE.test(name)) add(found.lazy, { url: value, shownWidth });
    else if (value.length <= MAX_URL_CHARS && !OTHER_ATTRIBUTE.test(name)) {
      const url = urlInAttribute(name, value);
      // As in `data-800src`.
      const width = Number(/\d{3,4}/.exec(name)?.[0] ?? 0) || undefined;
      const scale = SMALL_NAME.test(name) ? -1 : LARGE_NAME.test(name) ? 1 : 0;
      if (url) add(found.others, { url, width, shownWidth: scaled(shownWidth, 1 + scale), scale });
    }
  }
  return found;
}

/** The pictures behind an element that is no image, as lazy loaders name them in its attributes (`data-bg`). */
export function backgroundPictures(given: Map<string, string>, base: string | undefined): Picture[] {
  const pictures = new Map<string, string>();
  for (const [name, value] of given) {
    if (value.length > MAX_URL_CHARS && !name.includes('bgset')) continue;
    // Also as in CSS.
    const url = /^\s*url\(\s*["']?([^"')\s]*)/i.exec(value)?.[1] ?? value.trim();
    const isNamed = isImageUrl(url) && !COMMON_ATTRIBUTES.has(name) && !OTHER_ATTRIBUTE.test(name);
    if (name.includes('bgset')) pictures.set(name, value);
    else if (isNamed || /^data-(?:bg|background)/.test(name)) pictures.set('data-src', url);
  }
  const { lazy, sets } = readAttributes(pictures, base);
  return [...lazy, ...sets];
}

/** The copies that an `<img>` names, as `src` and otherwise; undefined if it is not a picture or not shown. */
export function readImage(
  given: Map<string, string>,
  base: string | undefined,
): { shown?: Picture; named: Picture[] } | undefined {
  const classes = given.get('class') ?? '';
  const { width, height } = declaredSize(given);
  if (
    hasHidingAttributes(given) ||
    (MAYBE_ICON_CLASS.test(classes) && (EMOJI_CLASS.test(classes) || ICON_CLASS.test(classes))) ||
    Math.min(width ?? Infinity, height ?? Infinity) < MIN_PICTURE_PX
  )
    return undefined;
  const url = httpUrl(given.get('src'), base);
  const shown = url && isPicture(url, true) ? { url, shownWidth: width } : undefined;
  if (shown && given.size === 1) return { shown, named: [] };
  const { lazy, sets, others } = readAttributes(given, base, width);
  if (lazy.length || !shown || (others.length && /\blazy/i.test(classes)))
    return { named: [...lazy, ...sets, ...others] };
  // Beside a picture that is shown, other attributes may name another: one for the pointer above it, say.
  const key = others.length && nameKey(shown.url);
  return { shown, named: [...sets, ...others.filter((each) => nameKey(each.url) === key)] };
}

const MAY_BE_EMOJI = /emoji|smil|emoti/;
/** Longer alternatives describe a picture. */
const MAX_EMOJI_CHARS = 32;

/** The text of an `<img>` that is an emoji. */
export function emojiText(raw: string): string | undefined {
  if (!MAY_BE_EMOJI.test(raw)) return undefined;
  const given = parseAttributes(raw);
  const isOne =
    EMOJI_CLASS.test(given.get('class') ?? '') || given.has('data-emoji') || isEmoji(given.get('src') ?? '');
  const text = isOne && !hasHidingAttributes(given) ? given.get('alt') : undefined;
  return text && text.length <= MAX_EMOJI_CHARS ? text : undefined;
}
