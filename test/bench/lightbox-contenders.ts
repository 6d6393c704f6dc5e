/** The lightboxes the gallery is measured against, each on a page of small pictures. */

/** Photos of the recordings, whose small pictures were recorded too. */
const PHOTOS: [file: string, width: number, height: number][] = [
  ['2023/04/thuc-te-01', 1080, 720],
  ['2022/09/khai-giang-lop-trung-cap-2022', 1200, 800],
  ['2022/11/toa-dam-20-11', 1024, 683],
  ['2024/07/thap-nen-01', 900, 600],
];

/** One that shows photos large. */
export interface Contender {
  /** What a page loads at first, as file names, and what comes at the first click. */
  before: string[];
  after: string[];
  page: (photos: number) => string;
  /** In the page, when a photo is open. */
  opened: () => boolean;
}

const small = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}-300x200.jpg?${index}`;
const large = (index: number) => `/photos/${PHOTOS[index % PHOTOS.length]![0]}.jpg?${index}`;

/** Links around small pictures. PhotoSwipe alone has to be told the sizes. */
function links(photos: number, sizes = false): string {
  return Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    const size = sizes ? ` data-pswp-width="${width}" data-pswp-height="${height}"` : '';
    return `<a href="${large(index)}"${size}><img src="${small(index)}" alt="Ảnh ${index + 1}" width="300" height="200" loading="lazy"></a>`;
  }).join('');
}

/** An album as the hub publishes it. */
export function hubFile(photos: number, origin: string): string {
  const attachments = Array.from({ length: photos }, (_, index) => {
    const [, width, height] = PHOTOS[index % PHOTOS.length]!;
    return {
      ...{ url: origin + large(index), mime_type: 'image/jpeg', title: `Ảnh số ${index + 1} của album` },
      _tct: { width, height, thumbnail: origin + small(index) },
    };
  });
  return JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title: 'Thư viện ảnh' },
    items: [{ id: 't:1', title: 'Album', content_text: '', attachments }],
  });
}

const ours = (photos: number, source: string, inner: string) =>
  `<script async src="/tct.js"></script><tct-gallery limit="${photos}" loading="eager" ${source}>${inner}</tct-gallery>`;
const isOpen = () =>
  !!document.querySelector('tct-gallery')?.shadowRoot?.querySelector('dialog[open] .slide');
export const OWN = 'tct-gallery, photos in the page';
const HUB = 'tct-gallery, photos of a hub';
const peer = (name: string, photos: number, sizes = false) =>
  `<link rel="stylesheet" href="/${name}.css"><div id="photos">${links(photos, sizes)}</div><script type="module" src="/${name}.js"></script>`;

export const CONTENDERS: Record<string, Contender> = {
  [OWN]: {
    before: ['tct.js', 'tct-shared.js', 'tct-gallery.js', 'tct-own-photos.js'],
    after: ['tct-lightbox.js'],
    page: (photos) => ours(photos, '', links(photos)),
    opened: isOpen,
  },
  [HUB]: {
    before: ['tct.js', 'tct-shared.js', 'tct-gallery.js'],
    after: ['tct-lightbox.js'],
    page: (photos) => ours(photos, `src="/gallery.json?${photos}"`, ''),
    opened: isOpen,
  },
  'PhotoSwipe 5': {
    before: ['photoswipe.js', 'photoswipe.css'],
    after: ['photoswipe-rest.js'],
    page: (photos) => peer('photoswipe', photos, true),
    opened: () => !!document.querySelector('.pswp--open .pswp__img'),
  },
  GLightbox: {
    before: ['glightbox.js', 'glightbox.css'],
    after: [],
    page: (photos) => peer('glightbox', photos),
    opened: () => !!document.querySelector('.glightbox-open .gslide.current img'),
  },
  lightGallery: {
    before: ['lightgallery.js', 'lightgallery.css'],
    after: [],
    page: (photos) => peer('lightgallery', photos),
    opened: () => !!document.querySelector('.lg-container.lg-show .lg-current img'),
  },
};

export const SCRIPTS: Record<string, string> = {
  photoswipe: `import Lightbox from 'photoswipe/lightbox';
    new Lightbox({ gallery: '#photos', children: 'a', pswpModule: () => import('photoswipe') }).init();`,
  glightbox: `import GLightbox from 'glightbox'; GLightbox({ selector: '#photos a', type: 'image' });`,
  // Without its plugin it does not enlarge.
  lightgallery: `import lightGallery from 'lightgallery'; import zoom from 'lightgallery/plugins/zoom';
    lightGallery(document.querySelector('#photos'), { selector: 'a', plugins: [zoom], licenseKey: '0000-0000-000-0000' });`,
};
export const STYLES: Record<string, string[]> = {
  photoswipe: ['photoswipe/style.css'],
  glightbox: ['glightbox/dist/css/glightbox.css'],
  lightgallery: ['lightgallery/css/lightgallery.css', 'lightgallery/css/lg-zoom.css'],
};
