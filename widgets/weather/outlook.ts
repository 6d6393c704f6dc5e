import type { Conditions, Day, Hour, PlaceForecast } from '../../core/model/forecast.ts';
import { HOUR_MS } from '../../core/time/duration.ts';

/** Age at which a measurement is no longer current and a forecast counts as old; the hub fetches hourly. */
const STALE_AFTER_MS = 3 * HOUR_MS;
const MAX_HOURS = 24;

/** The part of a forecast from now on. */
export interface Outlook {
  now: Conditions;
  /** Of the next 24 hours, those that the forecast has. */
  hours: readonly Hour[];
  /** From the current hour on, as far as none is missing. */
  run: readonly Hour[];
  /** From today on. */
  days: readonly Day[];
  /** Today, if the forecast includes it. */
  day?: Day;
  /** `YYYY-MM-DD`. */
  today: string;
}

/**
 * Whether a newer forecast is overdue.
 *
 * @param fetched milliseconds since the epoch, as is `clock`
 */
export const isOld = (fetched: number, clock: number): boolean => clock - fetched > STALE_AFTER_MS;

/** Whether the sun is up; from 6 to 18 h where sunrise and sunset are unknown. */
export function isDay(time: string, days: readonly Day[]): boolean {
  const { sunrise, sunset } = days.find((day) => day.time === time.slice(0, 10)) ?? {};
  const hour = time.slice(11);
  return sunrise && sunset ? time >= sunrise && time < sunset : hour >= '06' && hour < '18';
}

/**
 * Returns the forecast from now on. The forecast for the current hour replaces an old measurement.
 *
 * @param clock milliseconds since the epoch
 * @returns undefined if the forecast has run out
 */
export function outlook(place: PlaceForecast, clock: number): Outlook | undefined {
  const timeAt = (hoursAhead: number) =>
    new Date(clock + place.offset + hoursAhead * HOUR_MS).toISOString().slice(0, 16);
  const hourAt = (hoursAhead: number) => timeAt(hoursAhead).slice(0, 13);
  const time = timeAt(0);
  const today = time.slice(0, 10);
  const hours = place.hourly.filter((hour) => hour.time >= hourAt(0) && hour.time < hourAt(MAX_HOURS));
  const gap = hours.findIndex((hour, index) => !hour.time.startsWith(hourAt(index)));
  const days = place.daily.filter((day) => day.time >= today);
  const { current } = place;
  const now = current && !isOld(place.fetched, clock) ? current : hours[0];
  return (
    now && {
      now: { is_day: Number(isDay(time, days)), ...now },
      hours,
      run: gap < 0 ? hours : hours.slice(0, gap),
      days,
      day: days.find((day) => day.time === today),
      today,
    }
  );
}
