import { formatDate } from '../calendar.ts';
import type { Locale } from '../types/locale.ts';

export const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

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
    formatDate(date, now, ({ day, month, year, hour, time, minutesAgo, daysAgo }) => {
      const clock = precision === 'day' ? '' : precision === 'hour' ? ` ${Number(hour)} giờ` : ` ${time}`;
      if (precision === 'minute' && minutesAgo >= 0 && minutesAgo < 60)
        return minutesAgo ? `${minutesAgo} phút trước` : 'Vừa xong';
      if (daysAgo === 0) return `Hôm nay${clock}`;
      if (daysAgo === 1) return `Hôm qua${clock}`;
      return `${day}/${month}/${year}`;
    }),
  fullDate: (date, precision) =>
    formatDate(date, 0, ({ day, month, year, hour, time, weekday }) => {
      const clock = precision === 'day' ? '' : precision === 'hour' ? `, ${Number(hour)} giờ` : `, ${time}`;
      return `${WEEKDAYS[weekday]}, ${Number(day)} tháng ${Number(month)} năm ${year}${clock}`;
    }),
};
