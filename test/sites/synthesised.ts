import { DAY_MS } from '../../core/time/duration.ts';
import { Site, type SitePost } from './site.ts';

const FIRST = Date.UTC(2026, 10, 20, 8, 56);

/** Invented posts on typical subjects, newest first; they name no real person. */
const INVENTED_POSTS: [title: string, summary: string][] = [
  [
    'Khai mạc Hội thi giảng viên dạy giỏi cấp trường năm 2026',
    'Sáng nay, Nhà trường khai mạc Hội thi giảng viên dạy giỏi với 12 giảng viên của 4 khoa tham gia.',
  ],
  [
    'Bế giảng lớp Trung cấp lý luận chính trị hệ không tập trung khóa 45',
    '78 học viên được công nhận tốt nghiệp, trong đó 9 học viên xếp loại giỏi.',
  ],
  [
    'THÔNG BÁO CHIÊU SINH LỚP BỒI DƯỠNG NGẠCH CHUYÊN VIÊN CHÍNH',
    'Thời gian học: 6 tuần, khai giảng dự kiến ngày 05/12/2026.',
  ],
  [
    'Tọa đàm “Bảo vệ nền tảng tư tưởng của Đảng trong tình hình mới”',
    'Tọa đàm nhận được 25 tham luận & ý kiến trao đổi của giảng viên, học viên.',
  ],
  [
    'Đoàn công tác nghiên cứu thực tế tại xã đạt chuẩn nông thôn mới nâng cao',
    'Đoàn gồm 42 học viên lớp K46 đã trao đổi về mô hình “Dân vận khéo”.',
  ],
  [
    'Hội nghị viên chức, người lao động năm 2026',
    'Hội nghị thông qua Quy chế thực hiện dân chủ, ký giao ước thi đua giữa các khoa, phòng.',
  ],
  [
    'Nghiệm thu đề tài khoa học cấp cơ sở về chuyển đổi số trong giảng dạy',
    'Hội đồng khoa học đánh giá đề tài đạt loại xuất sắc.',
  ],
  ['Trường Chính trị tham gia hiến máu tình nguyện đợt III', '31 đơn vị máu được tiếp nhận trong buổi sáng.'],
  ['Lịch giảng tuần 47 năm 2026', 'Lịch giảng từ ngày 16/11/2026 đến ngày 20/11/2026.'],
  [
    'Cụm thi đua các trường chính trị khu vực đồng bằng sông Hồng ký giao ước thi đua',
    'Mười trường trong Cụm thống nhất 5 nội dung thi đua năm 2026.',
  ],
];

/** A site that was not recorded: it serves invented posts in the format that its CMS is known to use. */
export abstract class SynthesisedSite extends Site {
  /** The posts, newest first, with all publications, edits and removals since the start. */
  protected get posts(): SitePost[] {
    const written = INVENTED_POSTS.map(([title, summary], index) => ({
      id: String(120 - index),
      title,
      summary,
      published: FIRST - index * 3.3 * DAY_MS,
      image:
        index % 3 === 0
          ? `/uploads/${['hoi-giang', 'co-thi-dua', 'toa-dam-20-11', 'chuyen-doi-so'][index / 3]}.${index === 3 ? 'png' : 'jpg'}`
          : undefined,
    }));
    return [...this.published, ...written]
      .filter(({ id }) => !this.removed.has(id))
      .map((post) => ({ ...post, ...this.edited.get(post.id) }));
  }
}
