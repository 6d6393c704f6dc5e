/** What the gallery says before a photo is opened, in one language. */
export interface GalleryWords {
  heading: string;
  empty: string;
  failed: string;
  /** The name of a photo that has none: its number. */
  photo: (number: number) => string;
  /** How many photos an album has. */
  count: (photos: number) => string;
  /** In the place of a picture that does not come. */
  broken: string;
  previous: string;
  next: string;
  /** The button that stops a carousel, and starts it again. */
  pause: string;
  play: string;
}
