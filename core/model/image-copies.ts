/** Widths of a hub's copies of an image: one for lists and cards at double density, one for the full screen. */
export const COPY_WIDTHS_PX = [640, 1600] as const;

/** The path of a copy in the hub's folder. */
export function copyFile(digest: string, width: number): string {
  return `images/${digest}-${width}.webp`;
}

/**
 * The image width that a URL states, in pixels: WordPress writes `-300x200.jpg`, the hub `-640.webp`.
 * `le-2-9-2022.jpg` states none.
 */
export function widthInUrl(url: string): number | undefined {
  const [, wordpress, hub] =
    /-(\d{2,4})x\d{2,4}\.[a-z]{3,4}$|\/images\/[\da-f]{20}-(\d+)\.webp$/i.exec(url) ?? [];
  return Number(wordpress ?? hub) || undefined;
}

/**
 * URL of the large copy, derived from the small one, because a hub's feed names only that. Other URLs are returned
 * unchanged.
 *
 * @param width of the original photo, in pixels
 */
export function largeCopy(small: string, width: number): string {
  return small.replace(/(\/images\/[\da-f]{20}-)640(?=\.webp$)/, `$1${Math.min(width, COPY_WIDTHS_PX[1])}`);
}
