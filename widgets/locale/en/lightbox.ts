import type { LightboxWords } from '../types/lightbox.ts';

export const en: LightboxWords = {
  title: (name) => `Photo viewer: ${name}`,
  position: (number, of, text) => `Photo ${number} of ${of}: ${text}`,
  close: 'Close',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  share: 'Share',
  shared: 'The address of the photo was copied',
  address: 'Address of the photo, to be copied',
  download: 'Download the photo',
  credit: (names) => `Photo: ${names}`,
};
