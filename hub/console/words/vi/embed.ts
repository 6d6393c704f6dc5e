import type { ListKind } from '../../../../core/config/cluster.ts';

/** The step that leads to the builder of snippets. */
export const embed = {
  lead: 'Người quản trị trang của mỗi trường dán vài dòng mã là trang có tin của cả cụm.',
  builder: 'Mở trang tạo mã nhúng',
  builderAbout:
    'Chọn khối, chọn trường, chọn màu; xem thử trên nền trang của trường; chép mã hợp với hệ quản trị nội dung (WordPress, NukeViet, Joomla, Liferay…).',
  newWindow: '(mở trong thẻ mới)',
  preview: 'Xem trước, với tin vừa thu',
  blocks: { news: 'Tin mới', documents: 'Văn bản', gallery: 'Thư viện ảnh' } as Record<ListKind, string>,
  notYet: 'Chưa có gì để xem: trạm chưa chạy lần nào.',
  toRun: 'Chạy trạm',
  needed: 'Để người khác xem được',
  hub: 'Trang của các trường sẽ tải tin từ địa chỉ này:',
  noHub:
    'Chưa có địa chỉ công khai. Thư mục xuất bản phải nằm trên một máy chủ web mà ai cũng mở được; ghi địa chỉ của nó ở bước Cụm, rồi chạy lại trạm.',
  toCluster: 'Ghi địa chỉ công khai',
  localHub: 'Địa chỉ này chỉ mở được trên máy này hay trong mạng nội bộ; người ngoài sẽ không thấy tin.',
  needs: [
    'Thư mục xuất bản được phát tại địa chỉ ấy bằng https, có CORS: tệp mẫu trong thư mục deploy đã lo việc này.',
    'Trạm tự chạy theo lịch, để tin luôn mới.',
  ],
  gets: 'Trường nhận được gì',
  getsAbout: 'Gửi cho người quản trị trang của trường hai dòng này, hoặc địa chỉ của trang tạo mã nhúng.',
  snippet: 'Hai dòng để dán',
  getsMore:
    'Khối hiện theo phông chữ của trang, không theo dõi ai, không cần cài gì. Trang chặn thẻ lạ hay chặn script thì trang tạo mã có cách khác: khung iframe, danh sách liên kết, nguồn RSS.',
};
