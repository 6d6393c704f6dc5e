/** Texts of the weather in one language. */
export interface WeatherWords {
  heading: string;
  empty: string;
  failed: string;
  /** Labels the choice of place. */
  place: string;
  /** Descriptions by WMO weather code. */
  sky: Record<number, string | undefined>;
  /** The lowest and highest temperature of a day. */
  range: (low: string, high: string) => string;
  feels: string;
  humidity: string;
  wind: string;
  chance: string;
  rain: string;
  uv: string;
  sunrise: string;
  sunset: string;
  /** @param speed whole km/h; 0 is calm @param point 0 to 7: north, north-east … north-west */
  windFrom: (speed: number, point: number) => string;
  /** Low, moderate, high, very high, extreme (WHO). */
  uvLevels: readonly string[];
  /** The decimal separator. */
  point: string;
  /** Captions the chart and its table. */
  hours: (count: number) => string;
  time: string;
  temperature: string;
  /** Formats an hour of the day, 0 to 23. */
  hour: (hour: number) => string;
  days: (count: number) => string;
  today: string;
  /** In a row of days, beside the shortest names of the others. */
  todayShort: string;
  /** From Sunday: full names, then the shortest form. */
  weekdays: readonly string[];
  weekdayShort: (day: number) => string;
  /** Names the list of warnings. */
  warnings: string;
  /** Names of the hazards. */
  threats: { storm: string; rain: string; heat: string; cold: string };
  /** @param threat with its temperature for heat and cold @param hour formatted by `hour`; empty means now */
  warning: (threat: string, hour: string, tomorrow: boolean) => string;
  updated: string;
  /** Formats a time in the past; empty if there is no such date. */
  moment: (date: string, now: number) => string;
  /** Shown with an old forecast; `moment` is formatted by `moment`. */
  stale: (moment: string) => string;
  source: string;
}
