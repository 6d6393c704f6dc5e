/** Of reading all sources, in the steps that try and run. */
export const progress = {
  waiting: 'đang chờ',
  reading: 'đang đọc',
  added: (count: number) => (count ? `đã đọc, ${count} mới` : 'đã đọc, không có gì mới'),
  unchanged: 'không có gì thay đổi',
  failed: 'Lỗi:',
  /** Name of the bar, and below it. */
  bar: 'Nguồn đã đọc',
  read: (done: number, total: number) => `Đã đọc ${done} trong ${total} nguồn`,
  images: 'Ảnh đã chép',
  copied: (done: number, total: number) => `Đã chép ${done} trong ${total} ảnh`,
  busy: 'Một lần chạy khác đang làm việc; đang chờ.',
  begun: 'Đang đọc các nguồn.',
  running: 'Đang đọc…',
  cancel: 'Dừng',
};
