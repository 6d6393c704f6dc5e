import type { Scheduler } from '../../../setup/api.ts';

/** The step that runs the hub, and lets it run by itself. */
export const run = {
  lead: 'Trạm đọc các nguồn, chép ảnh, rồi ghi các tệp để xuất bản.',
  first: 'Chạy lần đầu',
  again: 'Chạy ngay',
  long: 'Lần đầu có thể mất vài phút: trạm không hỏi dồn một trang. Đóng trang này thì trạm vẫn làm cho xong.',
  done: (asked: number, added: number, written: number) =>
    `Xong: hỏi ${asked} nguồn, có ${added} bài mới, ghi ${written} tệp.`,
  noneDue: 'Xong: chưa nguồn nào đến giờ hỏi, nên không có gì mới.',
  allGood: 'Nguồn nào được hỏi cũng đọc được.',
  failing: 'Chưa đọc được:',
  toSources: 'Xem từng nguồn và cách sửa',
  remarks: 'Lưu ý',
  lastRun: (when: string) => `Trạm chạy lần cuối ${when}.`,
  noSources: 'Chưa có nguồn nào để đọc.',
  addSchools: 'Thêm trường',
  openPage: 'Mở trang tin vừa xuất bản',

  schedule: 'Để trạm tự chạy',
  scheduleLead:
    'Máy gọi trạm 15 phút một lần. Mỗi lần, trạm chỉ hỏi những nguồn đã đến giờ, nên gọi dày cũng không làm phiền các trường.',
  recommended: 'hợp với máy này',
  schedulers: {
    cron: 'cron',
    systemd: 'systemd',
    'task-scheduler': 'Task Scheduler',
    'github-pages': 'GitHub Pages',
  } as Record<Scheduler, string>,
  about: {
    cron: 'Cho máy Linux, macOS, hoặc hosting có cron. Dòng dưới đây thêm vào bảng lịch của người dùng sẽ chạy trạm (lệnh crontab -e).',
    systemd:
      'Cho máy chủ Linux. Trạm chạy cả khi không ai đăng nhập, chạy bù nếu máy tắt lúc đến giờ, và ghi nhật ký.',
    'task-scheduler': 'Cho Windows. Việc chạy nền, không hiện cửa sổ.',
    'github-pages':
      'Khi không có máy chủ: GitHub vừa chạy trạm vừa phát các tệp. Đặt tệp này cùng cấu hình vào một kho mã trên GitHub.',
  } as Record<Scheduler, string>,
  line: 'Dòng cần thêm',
  command: 'Lệnh để áp dụng',
  install: 'Đặt lịch trên máy này',
  installed: 'Máy này đang tự chạy trạm.',
  justInstalled: 'Đã đặt lịch. Từ giờ máy này tự chạy trạm.',
  uninstall: 'Bỏ lịch',
  uninstalled: 'Đã bỏ lịch. Máy này không tự chạy trạm nữa.',
  byHand: 'Trang này không tự đặt lịch ấy được. Hãy chép phần dưới đây.',
  text: 'Xem những gì sẽ được ghi',

  status: 'Trang tình trạng',
  statusAbout:
    'Trong thư mục xuất bản có trang status.html, được viết lại sau mỗi lần chạy: nguồn nào tốt, nguồn nào lỗi, vì sao và phải làm gì. Nếu trạm ngừng chạy, trang ấy cũng tự báo. Hãy đánh dấu trang này: hằng ngày không cần mở lại tct-hub setup.',
  openStatus: 'Mở status.html',
  publish: 'Đưa lên mạng',
  publishAbout:
    'Cho máy chủ web trỏ vào thư mục dưới đây, hoặc chép thư mục ấy lên sau mỗi lần chạy. Tệp mẫu cho nginx, Apache, Caddy và IIS nằm trong thư mục deploy, cạnh tct-hub.js.',
  address: 'Địa chỉ công khai đã ghi',
  out: 'Thư mục xuất bản',
  state: 'Thư mục trạm ghi nhớ; đừng đưa lên mạng',
  guide: 'Hướng dẫn dựng trạm',
};
