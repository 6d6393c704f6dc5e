import type { Hazard } from '../../weather/hazards.ts';

/** What the weather says, in one language. */
export interface WeatherWords {
  heading: string;
  empty: string;
  failed: string;
  /** The choice of the place. */
  place: string;
  /** The weather by WMO code. */
  sky: Record<number, string | undefined>;
  /** Of a day: from its lowest to its highest temperature. */
  range: (low: string, high: string) => string;
  feels: string;
  humidity: string;
  wind: string;
  chance: string;
  rain: string;
  uv: string;
  sunrise: string;
  sunset: string;
  /** @param speed km/h, whole; 0 is a calm @param point 0 to 7: north, north-east … north-west */
  windFrom: (speed: number, point: number) => string;
  /** Low, moderate, high, very high, extreme (WHO). */
  uvLevels: readonly string[];
  /** What stands before tenths. */
  point: string;
  /** The chart's and its table's. */
  hours: (count: number) => string;
  time: string;
  temperature: string;
  /** An hour of the day, 0 to 23. */
  hour: (hour: number) => string;
  days: (count: number) => string;
  today: string;
  /** Sunday first: in full, and as short as can be. */
  weekdays: readonly string[];
  weekdayShort: (day: number) => string;
  /** Names the list of what threatens. */
  warnings: string;
  threats: Record<Hazard, string>;
  /** @param threat with its degrees, where they are the threat @param hour as `hour` gives it; empty is now */
  warning: (threat: string, hour: string, tomorrow: boolean) => string;
  updated: string;
  /** A moment in the past, as the model writes it. */
  moment: (date: string, now: number) => string;
  /** Nothing newer came: from when the forecast is, as `moment` gives it. */
  stale: (moment: string) => string;
  source: string;
}
