/** What the background says: on the badge and in notifications. */
export interface WorkerWords {
  name: string;
  unread: (count: number) => string;
  /** At most four characters. */
  pausedSign: string;
  paused: string;
  offline: string;
  attention: string;
  /** In a notification, of all and of a school. */
  arrived: (count: number) => string;
}

export const vi: WorkerWords = {
  name: 'Tin các trường chính trị',
  unread: (count) => (count ? `${count} bài chưa đọc` : 'Không có bài mới'),
  pausedSign: 'nghỉ',
  paused: 'Đang tạm dừng.',
  offline: 'Không có mạng: số bài có thể đã cũ.',
  attention: 'Có nguồn cần xem lại: mở phần cài đặt.',
  arrived: (count) => `${count} bài mới`,
};

export const en: WorkerWords = {
  name: 'News of the political schools',
  unread: (count) => (count ? `${count} unread post${count > 1 ? 's' : ''}` : 'Nothing new'),
  pausedSign: 'off',
  paused: 'Paused.',
  offline: 'No network: the number may be out of date.',
  attention: 'A source needs your attention: open the settings.',
  arrived: (count) => `${count} new post${count > 1 ? 's' : ''}`,
};
