import type { DocumentControlWords } from '../types/documents.ts';

export const vi: DocumentControlWords = {
  all: 'Tất cả',
  from: 'Ban hành từ ngày',
  to: 'Đến ngày',
  clear: 'Xóa bộ lọc',
  clearAll: 'Xóa tìm kiếm và bộ lọc',
  filtered: 'Lọc',
  shownColumns: 'Các cột',
  pageSize: 'Số văn bản hiển thị',
  csv: 'Tải danh sách (CSV)',
  csvName: (date, complete) => `van-ban-${date}${complete ? '' : '-chua-du'}`,
  link: 'Địa chỉ',
  previous: 'Trang trước',
  next: 'Trang sau',
  page: (page, pages) => `Trang ${page}${pages ? ` / ${pages}` : ''}`,
  pages: 'Các trang văn bản',
};
