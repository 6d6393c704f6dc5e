/** Texts of the gallery, without those of its lightbox, in one language. */
export interface GalleryWords {
  heading: string;
  empty: string;
  failed: string;
  /** Names a photo that has no description, by its number. */
  photo: (number: number) => string;
  /** The number of photos in an album. */
  count: (photos: number) => string;
  /** The button that leads from an album back to all albums. */
  allAlbums: string;
  /** The link to the original page of an album or a photo. */
  original: string;
  /** Stands on the picture of a video, which links to its page. */
  video: string;
  /** Replaces a picture that could not be loaded. */
  broken: string;
  previous: string;
  next: string;
  /** The button that pauses the carousel and starts it again. */
  pause: string;
  play: string;
}
