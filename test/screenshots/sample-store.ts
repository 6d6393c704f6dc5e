import { HOUR_MS } from '../../core/time/duration.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { emptyStore, type Post, type Store } from '../../extension/store/schema.ts';
import type { WordPress } from '../sites/wordpress.ts';

const HUB = 'https://tin.truong.example/';
const SCHOOLS = ['A', 'B', 'C', 'D', 'E'].map((letter) => ({
  id: `truong-${letter.toLowerCase()}`,
  name: `Trường ${letter}`,
  home: `https://truong-${letter.toLowerCase()}.example/`,
  news: [`${HUB}schools/truong-${letter.toLowerCase()}/news.json`],
  documents: [],
}));

/** What follows the title in the text of each post. */
const TEXT =
  'Dự buổi lễ có lãnh đạo nhà trường, các khoa, phòng và học viên. Phát biểu tại buổi lễ, đồng chí Hiệu trưởng đề nghị học viên chấp hành tốt nội quy, gắn việc học với công việc ở cơ sở.';
/** A word that the user watches for. */
const WATCH_WORD = 'hội thảo khoa học';

const UPLOADS = '/wp-content/uploads/';
/** Title, photo, hours since publication, whether it is read. */
const POSTS: [string, string, number, boolean][] = [
  [
    'Khai giảng lớp Trung cấp lý luận chính trị hệ không tập trung',
    '2022/08/khai-giang-lop-trung-cap-2022-300x200.jpg',
    1,
    false,
  ],
  [
    'Hội thảo khoa học cấp cụm: nâng cao chất lượng bồi dưỡng cán bộ cơ sở',
    '2022/07/hoi-thao-khoa-hoc-cum-thi-dua-300x200.jpg',
    2.4,
    false,
  ],
  ['Thông báo lịch học tháng 12 của các lớp bồi dưỡng ngạch chuyên viên', '', 3.7, false],
  ['Tọa đàm kỷ niệm Ngày Nhà giáo Việt Nam 20/11', '2022/11/toa-dam-20-11-300x200.jpg', 25, false],
  ['Đoàn học viên đi nghiên cứu thực tế tại cơ sở', '2023/04/thuc-te-02-300x200.jpg', 28, false],
  ['Tập huấn chuyển đổi số trong giảng dạy', '2023/10/chuyen-doi-so-300x169.jpg', 50, true],
  ['Đại hội chi bộ khoa Xây dựng Đảng', '2023/05/dai-hoi-chi-bo-300x200.jpg', 55, true],
];

function posts(site: WordPress): Post[] {
  return POSTS.map(([title, photo, hours, read], index): Post => {
    const school = SCHOOLS[index % SCHOOLS.length]!.id;
    const at = Date.now() - hours * HOUR_MS;
    return {
      key: `${school}:${index}`,
      school,
      kind: 'news',
      seen: at,
      read,
      starred: index === 3,
      item: {
        id: String(index),
        title,
        content_text: `${title}. ${TEXT}`,
        url: `https://${school}.example/${index}`,
        date_published: formatVietnamTime(at),
        ...(photo && { image: site.url(UPLOADS + photo) }),
        _tct: { precision: 'minute' },
      },
    };
  });
}

/** What the extension has stored after a few days with the sample cluster, with the pictures of a sample site. */
export function sampleStore(site: WordPress, lang: 'vi' | 'en'): Store {
  const now = Date.now();
  const checked = now - 12 * 60_000;
  const good = { due: now + 48 * 60_000, earliest: now, failures: 0, checked, succeeded: checked };
  const bad = {
    ...good,
    failures: 4,
    succeeded: now - 30 * HOUR_MS,
    problem: { kind: 'status' as const, status: 503 },
  };
  const sources: Store['sources'] = {};
  for (const { news } of SCHOOLS) sources[news[0]!] = { poll: good, posts: 30, since: now - 90 * HOUR_MS };
  sources[SCHOOLS[1]!.news[0]!]!.poll = bad;
  sources[`${HUB}cluster.json`] = { poll: good };
  const base = emptyStore();
  return {
    ...base,
    settings: { ...base.settings, lang, welcomed: true, watch: [WATCH_WORD] },
    hub: { url: HUB, name: 'Cụm trường mẫu', schools: SCHOOLS },
    since: Object.fromEntries(SCHOOLS.map(({ id }) => [id, now - 90 * HOUR_MS])),
    sources,
    posts: posts(site),
  };
}
