import { HOUR_MS } from '../../core/time/duration.ts';
import type { SampleCluster } from './cluster.ts';

/** Invented posts that name no real person; their photos are recorded ones. */
const POSTS: {
  site: 'wordpress' | 'nukeviet' | 'liferay' | 'joomla' | 'dotnetnuke';
  hours: number;
  title: string;
  summary: string;
  image?: string;
}[] = [
  {
    site: 'wordpress',
    hours: 0.4,
    title: 'Khai giảng lớp Cao cấp lý luận chính trị hệ tập trung khóa 2026–2027',
    summary:
      'Lớp học có 68 học viên đến từ các sở, ngành và xã, phường trong tỉnh; thời gian học 8 tháng, theo chương trình mới.',
    image: '/wp-content/uploads/2022/09/khai-giang-lop-trung-cap-2022.jpg',
  },
  {
    site: 'nukeviet',
    hours: 2,
    title: 'Hội thảo “Chuyển đổi số trong giảng dạy lý luận chính trị”: 42 tham luận từ mười trường',
    summary:
      'Các đại biểu trao đổi về kho học liệu dùng chung, bài giảng số và cách đánh giá học viên trên môi trường mạng.',
    image: '/uploads/chuyen-doi-so.jpg',
  },
  {
    site: 'liferay',
    hours: 5,
    title: 'Học viên lớp K47 nghiên cứu thực tế tại vùng trồng lúa chất lượng cao',
    summary: 'Đoàn gồm 51 học viên tìm hiểu mô hình hợp tác xã kiểu mới và chuỗi tiêu thụ nông sản.',
    image: '/documents/thuc-te-01.jpg',
  },
  {
    site: 'joomla',
    hours: 22,
    title: 'Thông báo lịch ôn tập và thi tốt nghiệp các lớp Trung cấp khóa 46',
    summary: 'Học viên xem phòng thi và số báo danh trước ngày 05/12; thắc mắc gửi về Phòng Quản lý đào tạo.',
  },
  {
    site: 'dotnetnuke',
    hours: 27,
    title: 'Công đoàn trường phát động tuần lễ đọc sách',
    summary: 'Thư viện mở cửa đến 20 giờ các ngày trong tuần, giới thiệu 120 đầu sách mới.',
  },
  {
    site: 'wordpress',
    hours: 46,
    title: 'Tọa đàm kỷ niệm Ngày Nhà giáo Việt Nam 20/11',
    summary: 'Nhà trường biểu dương 15 giảng viên có nhiều đóng góp trong năm học.',
    image: '/wp-content/uploads/2022/11/toa-dam-20-11.jpg',
  },
];

/** Publishes posts from yesterday and today, so that a cluster shown to people has fresh news. */
export function publishPostsOfToday({ sites }: SampleCluster, now: number): void {
  for (const { site, hours, ...post } of [...POSTS].reverse())
    sites[site].publish({ ...post, published: now - hours * HOUR_MS });
}
