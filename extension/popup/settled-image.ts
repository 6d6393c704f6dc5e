/** Hides an image that failed to load, and shows it again when another one loads in its place. */
export function onImageSettled({ type, target }: Event): void {
  // Without a box, a lazy image that this row shows later would never be loaded.
  (target as HTMLElement).style.cssText = type === 'error' ? 'position:absolute;visibility:hidden' : '';
}
