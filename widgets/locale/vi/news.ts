import type { NewsWords } from '../types/news.ts';

export const vi: NewsWords = {
  bySchool: 'Lọc theo trường',
  byTag: 'Lọc theo chủ đề',
  clear: 'Xóa tìm kiếm và bộ lọc',
  share: (title) => `Chia sẻ: ${title}`,
  copied: 'Đã sao chép liên kết.',
  alsoBy: (names) => `cùng đăng: ${names}`,
};
