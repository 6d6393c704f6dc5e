import type { Language } from './language.ts';

/** The texts of the badge and of notifications. */
export interface BackgroundWords {
  name: string;
  unread: (count: number) => string;
  /** Badge text; at most four characters fit. */
  pausedSign: string;
  paused: string;
  offline: string;
  login: string;
  attention: string;
  /** In a notification, for all schools or for one. */
  newPosts: (count: number) => string;
  /** In place of it, in the one notification a day. */
  digest: (count: number) => string;
  /** Appended to these: the watched words that all posts contain, or only `count` of them. */
  withWords: (count: number | undefined, listed: string) => string;
  /** The last line, for posts that the lines above do not name. */
  morePosts: (count: number) => string;
}

export const backgroundWords: Record<Language, BackgroundWords> = {
  vi: {
    name: 'Tin các trường chính trị',
    unread: (count) => (count ? `${count} bài chưa đọc` : 'Không có bài mới'),
    pausedSign: 'nghỉ',
    paused: 'Đang tạm dừng.',
    offline: 'Không có mạng: số bài có thể đã cũ.',
    login: 'Mạng ở đây đòi đăng nhập: số bài có thể đã cũ.',
    attention: 'Có nguồn cần xem lại: mở phần cài đặt.',
    newPosts: (count) => `${count} bài mới`,
    digest: (count) => `Tin trong ngày: ${count} bài mới`,
    withWords: (count, listed) => (count ? `, ${count} bài có ${listed}` : ` có ${listed}`),
    morePosts: (count) => `… và ${count} bài khác`,
  },
  en: {
    name: 'News of the political schools',
    unread: (count) => (count ? `${count} unread post${count > 1 ? 's' : ''}` : 'No new posts'),
    pausedSign: 'off',
    paused: 'Paused.',
    offline: 'Offline: the number may be out of date.',
    login: 'The network here requires a login: the number may be out of date.',
    attention: 'A source needs your attention: open the settings.',
    newPosts: (count) => `${count} new post${count > 1 ? 's' : ''}`,
    digest: (count) => `News of the day: ${count} new post${count > 1 ? 's' : ''}`,
    withWords: (count, listed) => (count ? `, ${count} with ${listed}` : ` with ${listed}`),
    morePosts: (count) => `… and ${count} more`,
  },
};
