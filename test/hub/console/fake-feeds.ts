/** JSON Feeds for the widgets on the console's page, without sites. */
import type { ListKind } from '../../../core/config/cluster.ts';
import type { FeedPath } from '../../../hub/setup/api.ts';

const TITLES: Record<ListKind, string[]> = {
  news: [
    'Khai giảng lớp Trung cấp lý luận chính trị khóa 45, hệ không tập trung',
    'Hội nghị tổng kết công tác năm 2026 và triển khai nhiệm vụ năm 2027',
    'Đoàn công tác của Học viện Chính trị quốc gia Hồ Chí Minh làm việc với Nhà trường',
    'Hội thảo khoa học: Bảo vệ nền tảng tư tưởng của Đảng trong tình hình mới',
    'Bế giảng lớp bồi dưỡng ngạch chuyên viên chính',
    'Công đoàn trường tổ chức hội thao chào mừng Ngày Nhà giáo Việt Nam 20-11',
  ],
  documents: [
    'Kế hoạch tuyển sinh lớp Trung cấp lý luận chính trị năm 2027',
    'Quyết định về việc ban hành Quy chế đánh giá chất lượng giảng dạy',
    'Thông báo lịch nghỉ Tết Nguyên đán Đinh Mùi 2027',
    'Báo cáo kết quả thực hiện nhiệm vụ quý III năm 2026',
  ],
  gallery: [
    'Lễ khai giảng năm học 2026-2027',
    'Hội thao chào mừng 20-11',
    'Về nguồn tại Tân Trào',
    'Hội nghị viên chức',
  ],
};
const NUMBERS = ['45/KH-TCT', '312/QĐ-TCT', '87/TB-TCT', '120/BC-TCT'];

export interface FakeFeed {
  kind: ListKind;
  school: string;
  posts: number;
  dates?: boolean;
  pictures?: boolean;
  texts?: boolean;
}

/** A picture of one colour, as the server copies them. */
export const fakeImage = (hue: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 48 32"><rect width="48" height="32" fill="hsl(${hue} 45% 55%)"/><path d="M0 32 16 12l10 12 8-7 14 15z" fill="hsl(${hue} 40% 35%)"/><circle cx="37" cy="8" r="4" fill="#fff8"/></svg>`;

/** The feed as the server would publish it to the page. */
function fakeFeed({ kind, school, posts, dates = true, pictures = true, texts = true }: FakeFeed): object {
  const titles = TITLES[kind];
  const items = Array.from({ length: posts }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 28 - index * 3, 1, 30)).toISOString();
    const image = `/images/${(index * 67) % 360}.svg`;
    return {
      id: `${school}:${kind}-${index}`,
      url: `https://${school}.example/${kind}/${index}`,
      title: titles[index % titles.length],
      ...(dates && { date_published: at }),
      ...(texts &&
        kind === 'news' && {
          summary:
            'Sáng ngày 28-11, tại Hội trường lớn, Nhà trường đã tổ chức trọng thể buổi lễ với sự tham dự của lãnh đạo tỉnh và đông đảo học viên.',
        }),
      ...(pictures && kind === 'news' && { image }),
      ...(kind === 'documents' && {
        attachments: [{ url: `https://${school}.example/${index}.pdf`, mime_type: 'application/pdf' }],
      }),
      ...(kind === 'gallery' && {
        attachments: [0, 1, 2].map((photo) => ({
          url: `/images/${(index * 67 + photo * 30) % 360}.svg`,
          mime_type: 'image/svg+xml',
          title: titles[index % titles.length],
          _tct: { width: 480, height: 320 },
        })),
      }),
      _tct: {
        school,
        precision: 'day',
        ...(kind === 'documents' && {
          document: { number: NUMBERS[index % NUMBERS.length], ...(dates && { issued: at.slice(0, 10) }) },
        }),
      },
    };
  });
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: school,
    items,
    _tct: { schools: { [school]: { name: school } } },
  };
}

/** The feeds that a fake server has. */
export class FakeFeeds {
  private readonly feeds = new Map<FeedPath, FakeFeed>();

  add(feed: FakeFeed): FeedPath {
    const path = `/feeds/${this.feeds.size + 1}.json`;
    this.feeds.set(path, feed);
    return path;
  }

  at(path: FeedPath): object | undefined {
    const feed = this.feeds.get(path);
    return feed && fakeFeed(feed);
  }
}
