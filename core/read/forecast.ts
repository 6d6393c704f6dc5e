import type { Conditions, Day, Hour, PlaceForecast } from '../model/forecast.ts';
import { isRecord } from '../schema.ts';
import { VIETNAM_OFFSET_MS } from '../time/vietnam-time.ts';

/** Further rows are ignored; a week has 168 hours. */
const MAX_FORECAST_ROWS = 400;
/** A date, or a date and time. */
const TIME_FORMAT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/;
/** Columns that hold times. */
const TIME_COLUMN = /^(?:time$|sun[rs])/;
/** Times this far before or after 1970 still have four-digit years. */
const MAX_TIME_MS = 4e12;

const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

const textIn = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** One row of the valid values, numbers or times; none if a required value is missing. */
function validRow<Row>(entries: [name: string, value: unknown][], required: readonly string[]): Row[] {
  const row = Object.fromEntries(
    entries.filter(([name, value]) =>
      TIME_COLUMN.test(name) ? typeof value === 'string' && TIME_FORMAT.test(value) : Number.isFinite(value),
    ),
  );
  return required.every((name) => name in row) ? [row as Row] : [];
}

/** The rows of a table that is sent as columns. */
function rows<Row>(table: Record<string, unknown>, ...required: string[]): Row[] {
  const times = Array.isArray(table.time) ? table.time.slice(0, MAX_FORECAST_ROWS) : [];
  const columns = Object.entries(table).filter(([, column]) => Array.isArray(column)) as [
    string,
    unknown[],
  ][];
  return times.flatMap((_, index) =>
    validRow<Row>(
      columns.map(([name, column]) => [name, column[index]]),
      ['time', ...required],
    ),
  );
}

/**
 * Reads a place's forecast from an entry of the hub's `weather.json` or from Open-Meteo's response. Salvages what is
 * valid; never throws.
 */
export function readForecast(value: unknown): PlaceForecast {
  const { id, name, fetched_at, utc_offset_seconds, current, hourly, daily, latitude, longitude } =
    asRecord(value);
  const seconds = typeof utc_offset_seconds === 'number' ? utc_offset_seconds : Number.NaN;
  const fetched = Date.parse(textIn(fetched_at));
  return {
    id: textIn(id) || [latitude, longitude].filter(Number.isFinite).join(', '),
    name: textIn(name),
    fetched: Math.abs(fetched) < MAX_TIME_MS ? fetched : 0,
    offset: Math.abs(seconds) < 90_000 ? 1000 * seconds : VIETNAM_OFFSET_MS,
    current: validRow<Conditions>(Object.entries(asRecord(current)), ['time', 'temperature_2m'])[0],
    hourly: rows<Hour>(asRecord(hourly), 'temperature_2m'),
    daily: rows<Day>(asRecord(daily), 'temperature_2m_min', 'temperature_2m_max'),
  };
}
