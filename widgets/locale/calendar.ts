import { DAY_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';

/** The parts of a date in Vietnam time that locales format. */
export interface Calendar {
  /** Two digits, except the year. */
  day: string;
  month: string;
  year: string;
  hour: string;
  /** `15:56`. */
  time: string;
  /** 0 is Sunday. */
  weekday: number;
  /** Whole minutes from the date to now; negative for future dates. */
  minutesAgo: number;
  /** Midnights between the date and now: 0 is today, 1 yesterday. */
  daysAgo: number;
}

/**
 * Splits a date into its parts by plain arithmetic: `Intl` takes 55 ms to start.
 *
 * @param date in Vietnam time, `YYYY-MM-DDTHH:mm:ss+07:00`; the seconds and the offset are ignored
 * @param now milliseconds since the epoch
 */
export function calendar(date: string, now: number): Calendar {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(date) ?? [];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const then = midnight + (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
  const today = Math.floor((now + VIETNAM_OFFSET_MS) / DAY_MS);
  return {
    day,
    month,
    year,
    hour,
    time: `${hour}:${minute}`,
    weekday: new Date(midnight).getUTCDay(),
    minutesAgo: Math.floor((now + VIETNAM_OFFSET_MS - then) / MINUTE_MS),
    daysAgo: today - midnight / DAY_MS,
  };
}
