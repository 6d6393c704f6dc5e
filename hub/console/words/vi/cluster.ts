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
    label: 'Thư mục công bố',
    hint: 'Trạm ghi tệp vào đây; máy chủ web đưa thư mục này lên mạng. Tên không có dấu “/” ở đầu là thư mục cạnh tệp cấu hình.',
    example: '/var/www/tin',
    proposed: 'public',
  },
  hub: {
    label: 'Địa chỉ công khai',
    hint: 'Địa chỉ mà thư mục trên có trên mạng. Chưa có thì bỏ trống: tin vẫn được thu và công bố, nhưng trang hướng dẫn nhúng chưa chép được đoạn mã dùng ngay, và các trình đọc tin chưa biết địa chỉ gốc của danh sách.',
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
    out: 'Công bố vào',
    state: 'Trạm ghi nhớ tại',
    stateHow: 'Không đưa thư mục này lên mạng. Giữ lại khi chuyển máy để trạm nhớ các bài đã thu.',
  },
};
