import type { GalleryWords } from '../types/gallery.ts';

export const en: GalleryWords = {
  heading: 'Photos',
  empty: 'No photos yet.',
  failed: 'The photos could not be loaded.',
  photo: (number) => `Photo ${number}`,
  count: (photos) => (photos === 1 ? '1 photo' : `${photos} photos`),
  allAlbums: 'All albums',
  original: 'Original page',
  video: 'Video – watch it on the school’s site',
  broken: 'This photo could not be loaded',
  previous: 'Previous photo',
  next: 'Next photo',
  pause: 'Pause',
  play: 'Play',
};
