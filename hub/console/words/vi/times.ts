import type { TimeWords } from '../../times.ts';

export const times: TimeWords = {
  justNow: 'vừa xong',
  minutesAgo: (minutes) => `${minutes} phút trước`,
  todayAt: (clock) => `hôm nay lúc ${clock}`,
  yesterdayAt: (clock) => `hôm qua lúc ${clock}`,
  dayAt: ({ day, month, year }, clock) => `${clock} ngày ${day}/${month}${year ? `/${year}` : ''}`,
  now: 'bây giờ',
  inMinutes: (minutes) => `trong ${minutes} phút nữa`,
  tomorrowAt: (clock) => `ngày mai lúc ${clock}`,
};
