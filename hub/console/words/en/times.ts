import type { TimeWords } from '../../times.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const count = (minutes: number) => `${minutes} minute${minutes === 1 ? '' : 's'}`;

export const times: TimeWords = {
  justNow: 'just now',
  minutesAgo: (minutes) => `${count(minutes)} ago`,
  todayAt: (clock) => `today at ${clock}`,
  yesterdayAt: (clock) => `yesterday at ${clock}`,
  dayAt: ({ day, month, year }, clock) => `${day} ${MONTHS[month - 1]}${year ? ` ${year}` : ''} at ${clock}`,
  now: 'now',
  inMinutes: (minutes) => `in ${count(minutes)}`,
  tomorrowAt: (clock) => `tomorrow at ${clock}`,
};
