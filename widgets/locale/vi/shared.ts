import type { Precision } from '../../../core/model/feed.ts';
import { type Calendar, formatDate } from '../calendar.ts';
import type { Locale } from '../types/locale.ts';

export const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** The time behind a date, as exactly as it is known; empty if only the day is. */
function clock({ hour, time }: Calendar, precision: Precision, separator: string): string {
  if (precision === 'day') return '';
  return separator + (precision === 'hour' ? `${Number(hour)} giờ` : time);
}

/** Vietnamese texts that all widgets share; the fallback of every other language. */
export const vi: Locale = {
  lang: 'vi',
  news: 'Tin mới',
  loading: 'Đang tải…',
  empty: 'Chưa có tin nào.',
  failed: 'Không tải được tin.',
  retry: 'Thử lại',
  more: 'Xem thêm',
  newBadge: 'Mới',
  views: (count) => `Lượt xem: ${count}`,
  missing: (names) => `Chưa tải được: ${names}`,
  stale: (when) => `Không kết nối được. Đang hiển thị bản lưu lúc ${when}.`,
  newWindow: '(mở trong cửa sổ mới)',
  date: (date, precision, now) =>
    formatDate(date, now, (parts) => {
      const { day, month, year, minutesAgo, daysAgo } = parts;
      if (precision === 'minute' && minutesAgo >= 0 && minutesAgo < 60)
        return minutesAgo ? `${minutesAgo} phút trước` : 'Vừa xong';
      if (daysAgo === 0) return `Hôm nay${clock(parts, precision, ' ')}`;
      if (daysAgo === 1) return `Hôm qua${clock(parts, precision, ' ')}`;
      return `${day}/${month}/${year}`;
    }),
  fullDate: (date, precision) =>
    formatDate(date, 0, (parts) => {
      const { day, month, year, weekday } = parts;
      return `${WEEKDAYS[weekday]}, ${Number(day)} tháng ${Number(month)} năm ${year}${clock(parts, precision, ', ')}`;
    }),
};
