/** The lightboxes that the gallery is measured against, each on a page of thumbnails. */

/** Recorded photos whose thumbnails were recorded, too. */
const PHOTOS: [file: string, width: number, height: number][] = [
  ['2023/04/thuc-te-01', 1080, 720],
  ['2022/09/khai-giang-lop-trung-cap-2022', 1200, 800],
  ['2022/11/toa-dam-20-11', 1024, 683],
  ['2024/07/thap-nen-01', 900, 600],
];

export interface LightboxContender {
  /** Names of the files that a page loads at once, and of those it loads at the first click. */
  initialFiles: string[];
  filesAtFirstClick: string[];
  page: (photos: number) => string;
  /** Runs in the page: whether a photo is open. */
  isOpen: () => boolean;
}

const small = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}-300x200.jpg?${index}`;
const large = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}.jpg?${index}`;

/** Links around thumbnails. Only PhotoSwipe needs the sizes. */
function links(photos: number, sizes = false): string {
  return Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    const size = sizes ? ` data-pswp-width="${width}" data-pswp-height="${height}"` : '';
    return `<a href="${large(index)}"${size}><img src="${small(index)}" alt="Ảnh ${index + 1}" width="300" height="200" loading="lazy"></a>`;
  }).join('');
}

/** A feed with one album, as the hub publishes it. */
export function hubFeed(photos: number, origin: string): string {
  const attachments = Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    return {
      url: origin + large(index),
      mime_type: 'image/jpeg',
      title: `Ảnh số ${index + 1} của album`,
      _tct: { width, height, thumbnail: origin + small(index) },
    };
  });
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Thư viện ảnh',
    items: [{ id: 't:1', title: 'Album', content_text: '', attachments }],
  });
}

const ours = (photos: number, source: string, inner: string) =>
  `<script async src="/tct.js"></script><tct-gallery limit="${photos}" loading="eager" ${source}>${inner}</tct-gallery>`;
const isOwnLightboxOpen = () =>
  !!document.querySelector('tct-gallery')?.shadowRoot?.querySelector('dialog[open] .slide');
export const OWN_GALLERY = 'tct-gallery, photos in the page';
const HUB_GALLERY = 'tct-gallery, photos of a hub';
const peer = (name: string, photos: number, sizes = false) =>
  `<link rel="stylesheet" href="/${name}.css"><div id="photos">${links(photos, sizes)}</div><script type="module" src="/${name}.js"></script>`;

export const LIGHTBOXES: Record<string, LightboxContender> = {
  [OWN_GALLERY]: {
    initialFiles: ['tct.js', 'tct-latest-news.js', 'tct-gallery.js', 'tct-slotted-photos.js'],
    filesAtFirstClick: ['tct-lightbox.js'],
    page: (photos) => ours(photos, '', links(photos)),
    isOpen: isOwnLightboxOpen,
  },
  [HUB_GALLERY]: {
    initialFiles: ['tct.js', 'tct-latest-news.js', 'tct-gallery.js'],
    filesAtFirstClick: ['tct-lightbox.js'],
    page: (photos) => ours(photos, `src="/gallery.json?${photos}"`, ''),
    isOpen: isOwnLightboxOpen,
  },
  'PhotoSwipe 5': {
    initialFiles: ['photoswipe.js', 'photoswipe.css'],
    filesAtFirstClick: ['photoswipe-rest.js'],
    page: (photos) => peer('photoswipe', photos, true),
    isOpen: () => !!document.querySelector('.pswp--open .pswp__img'),
  },
  GLightbox: {
    initialFiles: ['glightbox.js', 'glightbox.css'],
    filesAtFirstClick: [],
    page: (photos) => peer('glightbox', photos),
    isOpen: () => !!document.querySelector('.glightbox-open .gslide.current img'),
  },
  lightGallery: {
    initialFiles: ['lightgallery.js', 'lightgallery.css'],
    filesAtFirstClick: [],
    page: (photos) => peer('lightgallery', photos),
    isOpen: () => !!document.querySelector('.lg-container.lg-show .lg-current img'),
  },
};

export const SCRIPTS: Record<string, string> = {
  photoswipe: `import Lightbox from 'photoswipe/lightbox';
    new Lightbox({ gallery: '#photos', children: 'a', pswpModule: () => import('photoswipe') }).init();`,
  glightbox: `import GLightbox from 'glightbox'; GLightbox({ selector: '#photos a', type: 'image' });`,
  // Without this plugin it cannot zoom.
  lightgallery: `import lightGallery from 'lightgallery'; import zoom from 'lightgallery/plugins/zoom';
    lightGallery(document.querySelector('#photos'), { selector: 'a', plugins: [zoom], licenseKey: '0000-0000-000-0000' });`,
};
export const STYLES: Record<string, string[]> = {
  photoswipe: ['photoswipe/style.css'],
  glightbox: ['glightbox/dist/css/glightbox.css'],
  lightgallery: ['lightgallery/css/lightgallery.css', 'lightgallery/css/lg-zoom.css'],
};
