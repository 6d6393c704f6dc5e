import type { Language } from './language.ts';

/** The texts of the badge and of notifications. */
export interface BackgroundWords {
  name: string;
  unread: (count: number) => string;
  /** Badge text; at most four characters fit. */
  pausedSign: string;
  paused: string;
  offline: string;
  attention: string;
  /** In a notification, for all schools or for one. */
  newPosts: (count: number) => string;
}

export const backgroundWords: Record<Language, BackgroundWords> = {
  vi: {
    name: 'Tin các trường chính trị',
    unread: (count) => (count ? `${count} bài chưa đọc` : 'Không có bài mới'),
    pausedSign: 'nghỉ',
    paused: 'Đang tạm dừng.',
    offline: 'Không có mạng: số bài có thể đã cũ.',
    attention: 'Có nguồn cần xem lại: mở phần cài đặt.',
    newPosts: (count) => `${count} bài mới`,
  },
  en: {
    name: 'News of the political schools',
    unread: (count) => (count ? `${count} unread post${count > 1 ? 's' : ''}` : 'No new posts'),
    pausedSign: 'off',
    paused: 'Paused.',
    offline: 'Offline: the number may be out of date.',
    attention: 'A source needs your attention: open the settings.',
    newPosts: (count) => `${count} new post${count > 1 ? 's' : ''}`,
  },
};
