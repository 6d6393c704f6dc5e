/**
 * Forecasts of the weather. Names and units are Open-Meteo's (https://open-meteo.com/en/docs): degrees Celsius, percent,
 * millimetres, km/h, degrees from north, codes of the WMO. Times are those of the place, `YYYY-MM-DDTHH:mm` without an
 * offset, so that text order is time order. What a server does not tell is missing, and what
 * has no temperature is no forecast.
 */

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

export interface Hour {
  time: string;
  temperature_2m: number;
  precipitation_probability?: number;
  weather_code?: number;
}

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

export interface PlaceForecast {
  id: string;
  /** Empty where the server was asked for coordinates. */
  name: string;
  /** When the server was asked (ms since the epoch). */
  fetched: number;
  /** Milliseconds the place's clock is ahead of UTC. */
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
 * Where the weather of places is asked for.
 *
 * @param base of the server; what stands in its query, a key for example, is kept
 */
export function forecastUrl(base: string, places: readonly Coordinates[]): string {
  const latitude = places.map((place) => place.latitude);
  const longitude = places.map((place) => place.longitude);
  const join = base.includes('?') ? '&' : '?';
  return `${base.replace(/#.*/, '')}${join}latitude=${latitude}&longitude=${longitude}&${QUERY}`;
}
