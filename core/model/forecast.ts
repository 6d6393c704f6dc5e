/**
 * Weather forecasts. Names and units are Open-Meteo's (https://open-meteo.com/en/docs): degrees Celsius, percent,
 * millimetres, km/h, degrees from north, WMO weather codes. Times are local to the place, `YYYY-MM-DDTHH:mm` without an
 * offset, so that text order is time order. Missing values are omitted; entries without a temperature are dropped.
 */

/** The weather at a time. */
export interface Conditions {
  time: string;
  temperature_2m: number;
  apparent_temperature?: number;
  relative_humidity_2m?: number;
  precipitation?: number;
  wind_speed_10m?: number;
  wind_direction_10m?: number;
  weather_code?: number;
  /** 0 is night. */
  is_day?: number;
}

/** The forecast for an hour. */
export interface Hour {
  time: string;
  temperature_2m: number;
  precipitation_probability?: number;
  weather_code?: number;
}

/** The forecast for a day. */
export interface Day {
  /** `YYYY-MM-DD`. */
  time: string;
  temperature_2m_max: number;
  temperature_2m_min: number;
  precipitation_probability_max?: number;
  weather_code?: number;
  sunrise?: string;
  sunset?: string;
  uv_index_max?: number;
}

/** The weather of a place. */
export interface PlaceForecast {
  id: string;
  /** Empty for a request by coordinates. */
  name: string;
  /** When the forecast was fetched (ms since the epoch). */
  fetched: number;
  /** Milliseconds by which local time is ahead of UTC. */
  offset: number;
  current?: Conditions;
  hourly: readonly Hour[];
  daily: readonly Day[];
}

interface Coordinates {
  latitude: number;
  longitude: number;
}

const QUERY =
  'current=temperature_2m,relative_humidity_2m,apparent_temperature,is_day,precipitation,weather_code,wind_speed_10m,wind_direction_10m' +
  '&hourly=temperature_2m,precipitation_probability,weather_code' +
  '&daily=weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,sunrise,sunset,uv_index_max' +
  '&timezone=Asia/Ho_Chi_Minh&forecast_days=7';

/**
 * The URL of a forecast for several places.
 *
 * @param base URL of the server; its query, for example an API key, is kept
 */
export function forecastUrl(base: string, places: readonly Coordinates[]): string {
  const latitude = places.map((place) => place.latitude);
  const longitude = places.map((place) => place.longitude);
  const join = base.includes('?') ? '&' : '?';
  return `${base.replace(/#.*/, '')}${join}latitude=${latitude}&longitude=${longitude}&${QUERY}`;
}
