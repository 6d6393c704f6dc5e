import type { ListKind } from '../../../../core/config/cluster.ts';

/** The step that reads everything and writes nothing. */
export const tryOut = {
  lead: 'Trạm đọc mọi nguồn như khi chạy thật, rồi cho xem những gì sẽ được xuất bản.',
  nothingWritten: 'Đây chỉ là chạy thử: chưa có gì được ghi hay xuất bản.',
  start: 'Chạy thử',
  again: 'Chạy thử lại',
  cancelled: 'Đã dừng. Chưa có gì được ghi.',
  noSources: 'Chưa có nguồn nào để đọc.',
  addSchools: 'Thêm trường',
  allRead: (sources: number) => `Đọc được cả ${sources} nguồn.`,
  oneRead: 'Đọc được nguồn duy nhất.',
  someFailed: (failed: number, sources: number) =>
    `Đọc được ${sources - failed} trong ${sources} nguồn; ${failed} nguồn lỗi.`,
  lists: 'Sẽ được xuất bản',
  listNames: { news: 'Tin mới', documents: 'Văn bản', gallery: 'Ảnh' } as Record<ListKind, string>,
  emptyList: 'Chưa nguồn nào cho danh sách này.',
  sources: 'Từng nguồn',
  added: (count: number) => `${count} mới`,
  noneAdded: 'không có gì mới',
  error: 'Lỗi:',
  edit: 'Sửa nguồn',
  point: 'Chỉ lại trên trang',
  remarks: 'Lưu ý chung',
};
