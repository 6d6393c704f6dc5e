/** Widths of the copies that a hub makes of an image (px): for lists and cards on screens of double density, and for a whole screen. */
export const COPY_WIDTHS_PX = [640, 1600] as const;

/** The file of a copy, below the hub's folder. */
export function copyFile(digest: string, width: number): string {
  return `images/${digest}-${width}.webp`;
}

/** The width that an address tells, as WordPress (`-300x200.jpg`) and the hub write it; `le-2-9-2022.jpg` tells none. */
export function widthInUrl(url: string): number | undefined {
  const [, wordpress, hub] =
    /-(\d{2,4})x\d{2,4}\.[a-z]{3,4}$|\/images\/[\da-f]{20}-(\d+)\.webp$/i.exec(url) ?? [];
  return Number(wordpress ?? hub) || undefined;
}

/**
 * The large copy beside the small one, of which alone a hub's file tells; of an address that is no small copy of a
 * hub's, the address.
 *
 * @param width of the photo itself (px)
 */
export function largeCopy(small: string, width: number): string {
  return small.replace(/(\/images\/[\da-f]{20}-)640(?=\.webp$)/, `$1${Math.min(width, COPY_WIDTHS_PX[1])}`);
}
