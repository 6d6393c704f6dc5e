/** Widths of the copies that a hub makes of an image (px): for lists and cards on screens of double density, and for a whole screen. */
export const WIDTHS = [640, 1600] as const;

/** The file of a copy, below the hub's folder. */
export function copyFile(digest: string, width: number): string {
  return `images/${digest}-${width}.webp`;
}

/** The width that an address tells, as WordPress and the hub write it: `-300x200.jpg`, `-640.webp`. */
export function widthIn(url: string): number | undefined {
  return Number(/-(\d{2,4})(?:x\d{2,4})?\.[a-z]{3,4}$/i.exec(url)?.[1]) || undefined;
}

/**
 * The large copy beside the small one, of which alone a hub's file tells; of an address that is no small copy of a
 * hub's, the address.
 *
 * @param width of the photo itself (px)
 */
export function largeCopy(small: string, width: number): string {
  return small.replace(/(\/images\/[\da-f]{20}-)640(?=\.webp$)/, `$1${Math.min(width, WIDTHS[1])}`);
}
