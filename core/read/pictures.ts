/** Chooses the picture of a post from what a source names: in texts, as files, and in fields of its own. */

/** A picture, or one copy of it. */
export interface Picture {
  url: string;
  /** Pixels, as stated by the source. */
  width?: number;
  /** Pixels of the page that it is shown in. */
  shownWidth?: number;
  /** Orders copies of unknown width: 1 for twice the usual density, -1 for a thumbnail. */
  scale?: number;
}

/** Services of statistics, advertisements, feeds and mail. */
const OTHER_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:matomo|feedburner|doubleclick|google-?(?:analytics|ad\w+|syndication|tagmanager)|quantserve|scorecardresearch|statcounter|histats|yadro|mc\.yandex|amung|list-manage|addtoany|addthis|sharethis)\d*\./i;
/** Paths of beacons. */
const OTHER_PATH =
  /[^/]\/(?:(?:matomo|piwik)(?:\.php|\/)|~(?:r|ff)\/|tr\/?\?|pagead\/|ads\/ga-|(?:__\w+|hit|count(?:er)?|pixel|track(?:er|ing)?|beacon|collect)(?:\.(?:gif|php))?(?:\?|$))/i;
/** What a page shows until the picture is loaded, or where there is none; images that count visitors. */
const OTHER_NAME =
  /^(?:(?:[\w-]+[-_])?(?:place-?holder|lazy[-_]?load(?:er|ing)?|spacer|pre-?loader|spinner|no[-_]?(?:image|img|photo|pic|picture|thumb(?:nail)?))(?:[-_.\dx]|small|large)*\.\w+|(?:(?:img|image|ajax|bg)[-_]?)?(?:load(?:ing|er)?|blank|pix(?:el)?|trans(?:parent)?|clear|shim|dot|empty|gr[ea]y|lazy|1x1|1px|[bcgpstx](?=\.gif))(?:[-_.\dx]|img|image|icon|trans|bar|big|small|large|circle|bg)*\.(?:gif|png|svg))$/i;
const ICON_PATH = /\/(?:(?:file[-_]?)?icons?|(?:media|mime)types)\//i;
/** Beside links to files, and the "new" of a list. */
const ICON_NAME =
  /^(?:ico(?:n)?s?[-_][\w-]+|[\w-]+[-_]ico(?:n)?s?|new|hot|pdf|docx?|xlsx?|word|excel|print(?:er|button)?|email(?:button)?|rss)[-_]?\d{0,2}\.(?:gif|png|svg)$/i;

/** Longer names are compared with none of these. */
const MAX_NAME_CHARS = 200;

const EMOJI_PATH = /\/(?:(?:tw|noto)?emoji|smil(?:ies|eys)|emoticons?)[/.@]/i;
const AVATAR = /[/.]gravatar\.|\/uploads\/avatars\//i;

/** Whether a URL is that of an emoji, whose `alt` is text. */
export const isEmoji = (url: string): boolean => EMOJI_PATH.test(url);

/** Whether a URL is that of an avatar. */
export const isAvatar = (url: string): boolean => AVATAR.test(url);

/**
 * Whether an absolute URL may be that of a picture: not of a beacon, avatar, emoji or placeholder.
 *
 * @param inText whether it is in a text, where the source does not say what it is. Then it is not an icon either.
 */
export function isPicture(url: string, inText = false): boolean {
  const name = url.replace(/[?#].*/s, '').replace(/.*\//s, '');
  return !(
    isAvatar(url) ||
    isEmoji(url) ||
    OTHER_HOST.test(url) ||
    OTHER_PATH.test(url) ||
    (inText && ICON_PATH.test(url)) ||
    (name.length < MAX_NAME_CHARS && (OTHER_NAME.test(name) || (inText && ICON_NAME.test(name))))
  );
}

/**
 * Widths in the names of copies: WordPress's `-300x200.jpg` and `?resize=300,200`, Blogger's `/s320/`, Liferay's
 * `/Preview-1000x0/`, Cloudinary's `w_300`.
 */
const NAMED_WIDTH =
  /[-_/](\d{2,4})x\d{1,4}(?=[-_./])|[?&](?:w|width|resize|fit)=(\d{2,4})|[/=][sw](\d{2,4})(?=[-/]|$)|[/,]w_(\d{2,4})[,/]/;

/** The width of a copy by its name, in pixels. */
export function namedWidth(url: string): number | undefined {
  const found = NAMED_WIDTH.exec(url);
  return found ? Number(found[1] ?? found[2] ?? found[3] ?? found[4]) : undefined;
}

const FILE = /^(.*[/=])([^/?#=]+)\.(?:jpe?g|png|gif|webp|avif|bmp)(?:\.(?:webp|avif))?(?=[/?#&]|$)/is;
const SIZE_SUFFIX = /(?:[-_]\d{2,4}x\d{1,4}(?:[-_]c)?|-scaled|[-_](?:thumb(?:nail)?|small|medium|large))+$/i;
const SIZE_PARAMETER = /[?&](?:w|h|width|height|size)=[^&]*|=[swh]\d+[a-z\d-]*$/gi;
/** All before the host, with a resizer that takes the URL of the original; and what differs between mirrors. */
const ORIGIN = /^.*https?:\/\/(?:i\d\.wp\.com\/)?(?:(?:www|\d)\.)?/is;
/** Folders of one size. */
const SIZE_SEGMENT =
  /\/(?:(?:[a-z]+[-_])?\d{2,4}x\d{1,4}|[sw]\d{2,4}(?:-[a-z\d-]*)?|(?:\w+,)*[wh]_\d+[\w,.:]*|resized?|_?thumb(?:nail)?s?|small|medium|large)(?=\/)/gi;

/** The file name of a picture without a size: the same in all copies. Other pictures may have it too. */
export function nameKey(url: string): string {
  const name = FILE.exec(url)?.[2];
  return (name?.replace(SIZE_SUFFIX, '') ?? url.replace(SIZE_PARAMETER, '')).toLowerCase();
}

/** What the URLs of all copies of a picture have in common, and no other: host, folder and name, without sizes. */
export const copyKey = (url: string): string =>
  `${FILE.exec(url)?.[1]?.replace(ORIGIN, '').replace(SIZE_SEGMENT, '').toLowerCase()} ${nameKey(url)}`;

/** The width of a copy in pixels: as stated, as its name says, or as it is shown. */
export const widthOf = ({ url, width, shownWidth }: Picture): number | undefined =>
  width ?? namedWidth(url) ?? shownWidth;

/** WordPress's crops and the like. */
const MAX_THUMBNAIL_PX = 150;

/** Whether a copy is named or stated as a thumbnail. */
export const isThumbnail = ({ url, width }: Picture): boolean =>
  (width ?? namedWidth(url) ?? Infinity) <= MAX_THUMBNAIL_PX;

/** The widest copy of one picture; in a tie the first. The original is wider than copies that are named after it. */
export function widest(copies: readonly Picture[]): Picture | undefined {
  if (copies.length < 2) return copies[0];
  const widths = copies.map(({ url, width }) => width ?? namedWidth(url));
  /** The keys of sized copies, if there are others. */
  const keys = new Set<string>();
  if (widths.includes(undefined)) {
    for (const [at, { url }] of copies.entries()) if (widths[at] !== undefined) keys.add(nameKey(url));
  }
  const size = (at: number) => {
    const { url, shownWidth, scale } = copies[at]!;
    return widths[at] ?? (keys.size && keys.has(nameKey(url)) ? Infinity : (shownWidth ?? scale ?? 0));
  };
  let best = 0;
  for (let at = 1; at < copies.length; at++) if (size(at) > size(best)) best = at;
  return copies[best];
}

/** The widest of a picture's copies among others of unknown pictures. */
export function widestCopy(picture: Picture, others: readonly Picture[]): Picture {
  if (!others.length) return picture;
  const key = copyKey(picture.url);
  return widest([picture, ...others.filter(({ url }) => copyKey(url) === key)])!;
}
