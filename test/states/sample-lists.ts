/** What the hub of the states page publishes: lists with fixed dates, so that every picture of them is the same. */
import type { Feed, Item } from '../../core/model/feed.ts';
import { threePlaces } from '../widgets/weather/support.ts';

/** The time on the states page while its pictures are taken. */
export const NOW = '2026-11-20T10:00:00+07:00';

const SCHOOLS = {
  'truong-a': { name: 'Trường Chính trị tỉnh A', home: 'https://truong-a.example/' },
  'truong-b': { name: 'Trường Chính trị tỉnh B', home: 'https://truong-b.example/' },
  'truong-c': { name: 'Trường Chính trị thành phố C', home: 'https://truong-c.example/' },
};
const SCHOOL_IDS = Object.keys(SCHOOLS);

const list = (title: string, items: Item[]): Feed => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  language: 'vi',
  items,
  _tct: { schools: SCHOOLS },
});

/** An item of one school after the other. */
function item(name: string, index: number, date: string, more: Partial<Item>): Item {
  const school = SCHOOL_IDS[index % SCHOOL_IDS.length]!;
  return {
    id: `${school}:${name}-${index}`,
    url: `https://${school}.example/${name}/${index}`,
    content_text: '',
    date_published: date,
    ...more,
    _tct: { school, precision: date.includes('T00:00') ? 'day' : 'minute', ...more._tct },
  };
}

/** The address of a picture, which the server draws in these colours. */
const picture = (name: string, width = 1200, height = 800) => `/pictures/${width}x${height}/${name}.svg`;

/** Title, date, summary, picture. The first is less than a day old, two have the same title. */
const POSTS: [title: string, date: string, summary?: string, image?: string][] = [
  [
    'Khai giảng lớp Cao cấp lý luận chính trị hệ tập trung khóa 2026–2027',
    '2026-11-20T08:30:00+07:00',
    'Lớp học có 68 học viên đến từ các sở, ngành và xã, phường trong tỉnh; thời gian học 8 tháng.',
    picture('khai-giang'),
  ],
  [
    'Hội thảo “Chuyển đổi số trong giảng dạy lý luận chính trị”: 42 tham luận từ mười trường',
    '2026-11-19T16:00:00+07:00',
    'Các đại biểu trao đổi về kho học liệu dùng chung, bài giảng số và cách đánh giá học viên.',
    picture('hoi-thao', 800, 1200),
  ],
  ['Thông báo lịch học tháng 12', '2026-11-19T09:15:00+07:00'],
  [
    'Học viên lớp K47 nghiên cứu thực tế tại vùng trồng lúa chất lượng cao',
    '2026-11-17T13:48:00+07:00',
    'Đoàn gồm 51 học viên tìm hiểu mô hình hợp tác xã kiểu mới và chuỗi tiêu thụ nông sản.',
    picture('thuc-te'),
  ],
  ['Toạ đàm kỷ niệm Ngày Nhà giáo Việt Nam 20/11', '2026-11-16T00:00:00+07:00', '', picture('toa-dam')],
  ['Toạ đàm kỷ niệm Ngày Nhà giáo Việt Nam 20/11', '2026-11-16T00:00:00+07:00', '', picture('mat')],
  ['Tập huấn nghiệp vụ thư viện', '2025-12-30T07:00:00+07:00', 'Ba ngày, tại hội trường lớn.'],
];

const DOCUMENT_TYPES = ['Quyết định', 'Kế hoạch', 'Thông báo', 'Tờ trình'];
const SUBJECTS = [
  'phê duyệt kế hoạch tuyển sinh năm 2027',
  'tổ chức Hội thi giảng viên dạy giỏi cấp trường và cử giảng viên tham dự Hội thi toàn quốc lần thứ VII',
  'lịch nghỉ Tết Nguyên đán Đinh Mùi',
  'đề nghị công nhận trường chính trị chuẩn mức 1',
];

const documents = Array.from({ length: 6 }, (_, index) => {
  const type = DOCUMENT_TYPES[index % DOCUMENT_TYPES.length]!;
  const issued = `${2026 - Math.floor(index / 2)}-0${index + 1}-15`;
  return item('van-ban', index, `${issued}T00:00:00+07:00`, {
    title: `${type} về việc ${SUBJECTS[index % SUBJECTS.length]}`,
    attachments: [
      {
        url: `https://truong-a.example/tep/${index}.pdf`,
        mime_type: 'application/pdf',
        size_in_bytes: 173_000 + index * 40_000,
      },
      ...(index % 3
        ? []
        : [{ url: 'https://truong-a.example/tep/bieu.xlsx', mime_type: 'application/vnd.ms-excel' }]),
    ],
    _tct: {
      document: {
        number: `${58 + index}/${index % 2 ? 'KH' : 'QĐ'}-TCT`,
        type,
        field: index % 2 ? 'Đào tạo' : 'Tổ chức',
        issuer: 'Trường Chính trị',
        signer: index % 2 ? 'Nguyễn Thị Bình' : 'Trần Văn An',
        issued,
        ...(index === 4 && { replaces: '12/QĐ-TCT', status: 'expired' as const }),
      },
    },
  });
});

const ALBUMS: [title: string, date: string, sizes: [number, number][]][] = [
  [
    'Nghiên cứu thực tế cuối khóa',
    '2026-11-18T06:00:00+07:00',
    [
      [1200, 800],
      [800, 1200],
      [1600, 400],
      [900, 900],
    ],
  ],
  [
    'Hội thao chào mừng Ngày Nhà giáo Việt Nam',
    '2026-11-10T00:00:00+07:00',
    [
      [1200, 800],
      [1200, 675],
    ],
  ],
  ['Lễ bế giảng', '2025-06-30T00:00:00+07:00', [[1000, 750]]],
];

const albums = ALBUMS.map(([title, date, sizes], index) =>
  item('anh', index, date, {
    title,
    attachments: sizes.map(([width, height], photo) => ({
      url: picture(`anh-${index}-${photo}`, width, height),
      mime_type: 'image/svg+xml',
      ...(photo === 0 && { title: 'Đoàn học viên chụp ảnh lưu niệm' }),
      _tct: { width, height, alt: 'Đoàn học viên' },
    })),
  }),
);

const weather = threePlaces(Date.parse(NOW)).map((place, index) => ({
  ...place,
  hourly: {
    ...place.hourly,
    weather_code: (place.hourly.time ?? []).map((_, hour) => [0, 2, 3, 61, 80, 95][(hour + index) % 6]),
  },
}));

/** The hub's files by name. */
export const LISTS: Record<string, unknown> = {
  news: list(
    'Tin mới',
    POSTS.map(([title, date, summary, image], index) =>
      item('tin', index, date, {
        title,
        ...(summary && { summary }),
        ...(image && { image }),
        ...(index % 2 === 0 && { authors: [{ name: 'Ban Biên tập' }] }),
        ...(index === 1 && { _tct: { views: 1234 } }),
      }),
    ),
  ),
  documents: list('Văn bản', documents),
  gallery: list('Thư viện ảnh', albums),
  weather,
};
