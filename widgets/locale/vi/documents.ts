import { formatDate, midnight } from '../calendar.ts';
import type { DocumentWords } from '../types/documents.ts';

export const vi: DocumentWords = {
  heading: 'Văn bản',
  empty: 'Chưa có văn bản nào.',
  failed: 'Không tải được văn bản.',
  search: 'Tìm văn bản',
  searchPlaceholder: 'Tìm theo số, ký hiệu, trích yếu (gõ không dấu cũng được)',
  filters: 'Bộ lọc',
  options: 'Tùy chọn',
  sortBy: 'Sắp xếp',
  newest: 'Mới nhất',
  ascending: 'Tăng dần',
  descending: 'Giảm dần',
  found: (count, more, loading) =>
    `${count ? `${String(count).replace(/\B(?=(...)+$)/g, '.')}${more ? '+' : ''} văn bản` : 'Không tìm thấy văn bản nào'}${loading ? ', đang tải thêm…' : ''}`,
  columns: {
    number: 'Số, ký hiệu',
    issued: 'Ngày ban hành',
    title: 'Trích yếu',
    type: 'Loại',
    issuer: 'Cơ quan ban hành',
    signer: 'Người ký',
    field: 'Lĩnh vực',
    school: 'Trường',
    validity: 'Hiệu lực',
    files: 'Tải về',
  },
  validity: { valid: 'Còn hiệu lực', coming: 'Chưa có hiệu lực', expired: 'Hết hiệu lực' },
  since: (day) => `từ ${day}`,
  until: (day) => `đến ${day}`,
  ended: (day) => `sau ngày ${day}`,
  day: (date) => formatDate(midnight(date), 0, ({ day, month, year }) => `${day}/${month}/${year}`),
  size: (bytes) =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`,
  file: 'Tệp',
  download: (title) => `Tải về: ${title}`,
  unfinished: 'Bản in này chưa có các văn bản cũ hơn.',
};
