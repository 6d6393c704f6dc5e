/** What is said of a photo that is shown large, in one language. */
export interface LightboxWords {
  /** The name of the dialog; `name` is the gallery's. */
  title: (name: string) => string;
  /** Said when a photo comes: its number, of how many, and what it shows. */
  position: (number: number, of: string, text: string) => string;
  close: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  share: string;
  /** Said when the address lies in the clipboard. */
  shared: string;
  /** Beside the address, where there is no clipboard. */
  address: string;
  download: string;
  /** The link to the page that the photo is of. */
  original: string;
  credit: (names: string) => string;
}
