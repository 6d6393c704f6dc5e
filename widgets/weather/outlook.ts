import type { Conditions, Day, Hour, PlaceForecast } from '../../core/model/forecast.ts';
import { HOUR_MS } from '../../core/time/duration.ts';

/** Milliseconds that a measurement holds, and a forecast before it is called old: the hub asks hourly. */
const HOLDS = 3 * HOUR_MS;

/** What of a forecast lies ahead. */
export interface Outlook {
  now: Conditions;
  /** At most 24, the one that has begun first. */
  hours: readonly Hour[];
  /** Today first. */
  days: readonly Day[];
  /** The one that is today. */
  day?: Day;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Whether a newer forecast should long be there. */
export const isOld = (fetched: number, clock: number): boolean => clock - fetched > HOLDS;

/** By the sun where its times are known, else from six to six. */
export function isDay(time: string, days: readonly Day[]): boolean {
  const { sunrise, sunset } = days.find((day) => day.time === time.slice(0, 10)) ?? {};
  const hour = time.slice(11);
  return sunrise && sunset ? time >= sunrise && time < sunset : hour >= '06' && hour < '18';
}

/**
 * What lies ahead. Of a measurement that is too old, what was forecast for this hour takes the place.
 *
 * @param clock milliseconds since the epoch
 * @returns nothing where no hour of the forecast is left
 */
export function outlook(place: PlaceForecast, clock: number): Outlook | undefined {
  const time = new Date(clock + place.offset).toISOString().slice(0, 16);
  const today = time.slice(0, 10);
  const hours = place.hourly.filter((hour) => hour.time >= time.slice(0, 13)).slice(0, 24);
  const days = place.daily.filter((day) => day.time >= today);
  const { current } = place;
  const now = current && !isOld(place.fetched, clock) ? current : hours[0];
  return (
    now && {
      now: { is_day: Number(isDay(time, days)), ...now },
      hours,
      days,
      day: days.find((day) => day.time === today),
      today,
    }
  );
}
