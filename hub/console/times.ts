import { DAY_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { formatVietnamTime, VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';

/** The words that times are put in. A clock is `08:05`. */
export interface TimeWords {
  justNow: string;
  minutesAgo: (minutes: number) => string;
  todayAt: (clock: string) => string;
  yesterdayAt: (clock: string) => string;
  /** `year` is absent if it is the current one. */
  dayAt: (date: { day: number; month: number; year?: number }, clock: string) => string;
  /** Of something that is due. */
  now: string;
  inMinutes: (minutes: number) => string;
  tomorrowAt: (clock: string) => string;
}

const dayNumber = (ms: number) => Math.floor((ms + VIETNAM_OFFSET_MS) / DAY_MS);

function dayName(at: number, now: number, words: TimeWords): string {
  const text = formatVietnamTime(at);
  const clock = text.slice(11, 16);
  const daysAgo = dayNumber(now) - dayNumber(at);
  if (daysAgo === 0) return words.todayAt(clock);
  if (daysAgo === 1) return words.yesterdayAt(clock);
  if (daysAgo === -1) return words.tomorrowAt(clock);
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const isThisYear = text.slice(0, 4) === formatVietnamTime(now).slice(0, 4);
  return words.dayAt({ day, month, ...(!isThisYear && { year }) }, clock);
}

/**
 * A time that has passed, in words within a sentence: “5 phút trước”, “hôm qua lúc 08:05”. In Vietnam's time.
 *
 * @param time RFC 3339. One that is ahead of `now`, as by a clock that was set back, counts as now.
 * @param now ms since the epoch
 */
export function timeAgo(time: string, now: number, words: TimeWords): string {
  const at = Math.min(Date.parse(time), now);
  const minutes = Math.floor((now - at) / MINUTE_MS);
  if (minutes < 1) return words.justNow;
  return minutes < 60 ? words.minutesAgo(minutes) : dayName(at, now, words);
}

/**
 * A time to come, in words within a sentence: “trong 5 phút nữa”, “ngày mai lúc 08:05”. In Vietnam's time.
 *
 * @param time RFC 3339
 * @param now ms since the epoch
 */
export function timeUntil(time: string, now: number, words: TimeWords): string {
  const at = Date.parse(time);
  if (at <= now) return words.now;
  // Rounded up: who waits as long as it says does not come too early.
  const minutes = Math.ceil((at - now) / MINUTE_MS);
  return minutes < 60 ? words.inMinutes(minutes) : dayName(at, now, words);
}
