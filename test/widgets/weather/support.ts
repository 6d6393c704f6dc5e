/** Forecasts for any time, in the formats of Open-Meteo and the hub. */
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { VIETNAM_OFFSET_MS } from '../../../core/time/vietnam-time.ts';

type Columns = Record<string, unknown[]>;

/** A place in the hub's `weather.json`. */
export interface RawPlace {
  id?: string;
  name?: string;
  fetched_at?: string;
  utc_offset_seconds: number;
  current: Record<string, unknown>;
  hourly: Columns;
  daily: Columns;
}

const text = (at: number) => new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 16);
const repeated = (count: number, each: (index: number) => unknown) =>
  [...new Array(count)].map((_, index) => each(index));

/** A forecast requested at a time (ms since the epoch): 22 degrees, no rain. `parts` replaces single columns. */
export function forecast(
  at = Date.now(),
  parts: { current?: Record<string, unknown>; hourly?: Columns; daily?: Columns } = {},
): RawPlace {
  const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
  const midnight = Math.floor((at + VIETNAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIETNAM_OFFSET_MS;
  return {
    utc_offset_seconds: 25_200,
    current: {
      time: text(Math.floor(at / 900_000) * 900_000),
      interval: 900,
      temperature_2m: 21.6,
      apparent_temperature: 23.4,
      relative_humidity_2m: 78,
      is_day: 1,
      precipitation: 0,
      weather_code: 2,
      wind_speed_10m: 12.3,
      wind_direction_10m: 95,
      ...parts.current,
    },
    hourly: {
      time: repeated(48, (index) => text(hour + index * HOUR_MS)),
      temperature_2m: repeated(48, (index) => 20 + (index % 5)),
      precipitation_probability: repeated(48, (index) => index),
      weather_code: repeated(48, () => 3),
      ...parts.hourly,
    },
    daily: {
      time: repeated(7, (index) => text(midnight + index * DAY_MS).slice(0, 10)),
      weather_code: repeated(7, (index) => [2, 3, 61, 80, 0, 1, 45][index]),
      temperature_2m_max: repeated(7, (index) => 26 + index),
      temperature_2m_min: repeated(7, (index) => 18 + index),
      precipitation_probability_max: repeated(7, (index) => 10 * index),
      sunrise: repeated(7, (index) => `${text(midnight + index * DAY_MS).slice(0, 11)}06:10`),
      sunset: repeated(7, (index) => `${text(midnight + index * DAY_MS).slice(0, 11)}17:15`),
      uv_index_max: repeated(7, () => 6.85),
      ...parts.daily,
    },
  };
}

/** The same as published by the hub. */
export function place(
  id: string,
  name: string,
  at = Date.now(),
  parts: Parameters<typeof forecast>[1] = {},
): RawPlace {
  return {
    id,
    name,
    fetched_at: `${new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`,
    ...forecast(at, parts),
  };
}

export const threePlaces = (at = Date.now()): RawPlace[] => [
  place('ha-noi', 'Hà Nội', at),
  place('da-nang', 'Đà Nẵng', at, { current: { temperature_2m: 27.4 } }),
  place('ho-chi-minh', 'TP Hồ Chí Minh', at, { current: { temperature_2m: 31.5 } }),
];

/** Stops the page's clock at a time. */
export function stopClock(date: string): { set: (date: string) => void; restore: () => void } {
  const { now } = Date;
  const set = (date: string) => {
    const time = Date.parse(date);
    Date.now = () => time;
  };
  set(date);
  return { set, restore: () => (Date.now = now) };
}

/** The value of a term in the list of facts. */
export function fact(element: Element, name: string): string | undefined {
  const names = [...element.shadowRoot!.querySelectorAll('dt')];
  return names.find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent?.trim();
}

/** The text of a node with white space collapsed. */
export const textOf = (node: Element | null | undefined): string | undefined =>
  node?.textContent?.replace(/\s+/g, ' ').trim();
