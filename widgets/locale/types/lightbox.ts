/** Texts of the lightbox in one language. */
export interface LightboxWords {
  /** The accessible name of the dialog; `name` is the gallery's heading. */
  title: (name: string) => string;
  /** Announces a photo: its number, the total, and its description. */
  position: (number: number, of: string, text: string) => string;
  close: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  share: string;
  /** Announced when the URL was copied. */
  shared: string;
  /** Labels the URL where there is no clipboard. */
  address: string;
  download: string;
  credit: (names: string) => string;
}
