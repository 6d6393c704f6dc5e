import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { Language } from './words/language.ts';

/** `1.234` in Vietnamese, `1,234` in English. */
export const digits = (count: number, lang: Language): string =>
  String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, lang === 'vi' ? '.' : ',');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day in Vietnam: `3/9/2026`, in English `3 Sep 2026`. @param time ms since the epoch */
export function formatDay(time: number, lang: Language): string {
  const [year, month, day] = formatVietnamTime(time).slice(0, 10).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  return lang === 'vi' ? `${day}/${month}/${year}` : `${day} ${MONTHS[month - 1]} ${year}`;
}
