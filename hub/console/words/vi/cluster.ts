/** Step 1. */
export const cluster = {
  lead: 'Bốn điều dưới đây là tất cả những gì trạm thu tin cần biết về cụm. Không chắc thì cứ để như đề nghị; sửa lúc nào cũng được.',
  name: {
    label: 'Tên cụm',
    hint: 'Hiện ở đầu trang tin chung và trong các trình đọc tin.',
    proposed: 'Cụm các trường Chính trị khu vực đồng bằng sông Hồng',
  },
  contact: {
    label: 'Liên hệ',
    hint: 'Thư điện tử hoặc trang của người phụ trách. Trạm gửi kèm mỗi lần đọc trang các trường, để quản trị viên ở đó biết hỏi ai.',
    example: 'quantri@truong.edu.vn',
  },
  out: {
    label: 'Thư mục xuất bản',
    hint: 'Trạm ghi tệp vào đây; máy chủ web đưa thư mục này lên mạng. Đường dẫn không đầy đủ thì tính từ thư mục chứa tệp cấu hình.',
    example: '/var/www/tin',
    proposed: 'public',
  },
  hub: {
    label: 'Địa chỉ công khai',
    hint: 'Địa chỉ của thư mục ấy trên mạng. Chưa có thì bỏ trống, ghi sau: trạm vẫn thu và xuất bản tin, nhưng chưa có đoạn mã nhúng để chép dùng ngay.',
    example: 'https://tin.truong.edu.vn/',
  },
  optional: 'không bắt buộc',
  example: (text: string) => `Ví dụ: ${text}`,
  saved: 'Đã lưu.',
  unsaved: 'Có chỗ cần sửa, nên chưa lưu.',
  files: {
    heading: 'Trên máy này',
    config: 'Tệp cấu hình',
    willWrite: 'sẽ được tạo khi lưu',
    configHow: 'Mọi thứ đặt ở đây nằm trong tệp này. Sửa tay cũng được; ghi chú trong tệp được giữ nguyên.',
    out: 'Thư mục xuất bản',
    state: 'Thư mục trạm ghi nhớ',
    stateHow: 'Không đưa thư mục này lên mạng. Giữ lại khi chuyển máy để trạm nhớ các bài đã thu.',
  },
};
