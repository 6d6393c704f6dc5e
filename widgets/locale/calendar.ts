import { DAY_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../core/time/vietnam-time.ts';

/** What the locales say dates with; all of it in Vietnam's time, with plain arithmetic (`Intl` costs 55 ms to start). */
export interface Calendar {
  /** Two digits each but the year. */
  day: string;
  month: string;
  year: string;
  hour: string;
  /** `15:56`. */
  time: string;
  /** 0 is Sunday. */
  weekday: number;
  /** Whole minutes from the date to now; negative in the future. */
  minutesAgo: number;
  /** Midnights between the date and now: 0 today, 1 yesterday. */
  daysAgo: number;
}

/** @param date as the model writes it: `YYYY-MM-DDTHH:mm:ss+07:00` */
export function calendar(date: string, now: number): Calendar {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(
    date,
  )! as unknown as string[];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const then = midnight + (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
  const today = Math.floor((now + VIETNAM_OFFSET_MS) / DAY_MS);
  return {
    day: day!,
    month: month!,
    year: year!,
    hour: hour!,
    time: `${hour}:${minute}`,
    weekday: new Date(midnight).getUTCDay(),
    minutesAgo: Math.floor((now + VIETNAM_OFFSET_MS - then) / MINUTE_MS),
    daysAgo: today - midnight / DAY_MS,
  };
}
