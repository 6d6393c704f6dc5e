import type { LightboxWords } from '../types/lightbox.ts';

export const vi: LightboxWords = {
  title: (name) => `Xem ảnh: ${name}`,
  position: (number, of, text) => `Ảnh ${number} / ${of}: ${text}`,
  close: 'Đóng',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fullScreen: 'Toàn màn hình',
  share: 'Chia sẻ',
  shared: 'Đã sao chép địa chỉ của ảnh',
  address: 'Địa chỉ của ảnh, để chép',
  download: 'Tải ảnh về',
  credit: (names) => `Ảnh: ${names}`,
};
