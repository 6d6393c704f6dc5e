import type { GalleryWords } from '../types/gallery.ts';

export const vi: GalleryWords = {
  heading: 'Thư viện ảnh',
  empty: 'Chưa có ảnh nào.',
  failed: 'Không tải được thư viện ảnh.',
  photo: (number) => `Ảnh ${number}`,
  count: (photos) => `${photos} ảnh`,
  allAlbums: 'Tất cả album',
  original: 'Xem trang gốc',
  video: 'Video – xem trên trang của trường',
  broken: 'Không tải được ảnh',
  previous: 'Ảnh trước',
  next: 'Ảnh sau',
  pause: 'Tạm dừng',
  play: 'Tự chuyển ảnh',
};
