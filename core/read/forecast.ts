import type { Conditions, Day, Hour, PlaceForecast } from '../model/forecast.ts';
import { VIETNAM_OFFSET_MS } from '../time/vietnam-time.ts';

type Table = Record<string, unknown>;

/** A week of hours is 168; whoever sends more is not read to the end. */
const MAX_FORECAST_ROWS = 400;
/** A day, or a time on it; the columns that hold such. */
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/;
const TIMES = /^(?:time$|sun[rs])/;
/** Years that are written with four digits reach farther: milliseconds before and after 1970. */
const MAX_TIME_MS = 4e12;

const textIn = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** What of it is a number, or a time where one belongs; without those that are needed it is nothing. */
function validRow<Row>(entries: [name: string, value: unknown][], needed: readonly string[]): Row[] {
  const row = Object.fromEntries(
    entries.filter(([name, value]) =>
      TIMES.test(name) ? typeof value === 'string' && TIME.test(value) : Number.isFinite(value),
    ),
  );
  return needed.every((name) => name in row) ? [row as Row] : [];
}

/** The rows of a table that is sent as its columns. */
function rows<Row>(table: Table, ...needed: string[]): Row[] {
  const times = Array.isArray(table.time) ? table.time.slice(0, MAX_FORECAST_ROWS) : [];
  return times.flatMap((_, index) =>
    validRow<Row>(
      Object.keys(table).map((name) => [name, Object(table[name])[index]]),
      ['time', ...needed],
    ),
  );
}

/**
 * A place's forecast out of the hub's `weather.json` or of Open-Meteo's answer: what can be read of it, whatever stands
 * there.
 */
export function readForecast(value: unknown): PlaceForecast {
  const { id, name, fetched_at, utc_offset_seconds, current, hourly, daily, latitude, longitude } =
    Object(value);
  const offset =
    Math.abs(utc_offset_seconds ?? Infinity) < 90_000 ? utc_offset_seconds : VIETNAM_OFFSET_MS / 1000;
  const fetched = Date.parse(fetched_at);
  return {
    id: textIn(id) || [latitude, longitude].join(', '),
    name: textIn(name),
    fetched: Math.abs(fetched) < MAX_TIME_MS ? fetched : 0,
    offset: 1000 * offset,
    current: validRow<Conditions>(Object.entries(Object(current)), ['time', 'temperature_2m'])[0],
    hourly: rows<Hour>(Object(hourly), 'temperature_2m'),
    daily: rows<Day>(Object(daily), 'temperature_2m_min', 'temperature_2m_max'),
  };
}
