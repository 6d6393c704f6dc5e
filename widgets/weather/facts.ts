import { html, type TemplateResult } from 'lit';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, percent } from './format.ts';
import type { Outlook } from './outlook.ts';

/** UV index from which the level is moderate, high, very high, extreme (WHO). */
const UV_LEVEL_STARTS = [3, 6, 8, 11];

/** Renders the current details that are known; `all` adds those of the day. */
export function facts({ now, run, day }: Outlook, all: boolean, words: WeatherWords): TemplateResult {
  const fact = <Value>(name: string, value: Value | undefined, format: (value: Value) => string) =>
    value === undefined ? '' : html`<div><dt>${name}</dt><dd>${format(value)}</dd></div>`;
  const timeOfDay = (time: string) => time.slice(11);
  const direction = now.wind_direction_10m;
  return html`<dl part="facts">
    ${fact(words.feels, now.apparent_temperature, (feels) => degrees(feels, 'C'))}
    ${fact(words.humidity, now.relative_humidity_2m, percent)}
    ${fact(words.wind, direction === undefined ? undefined : now.wind_speed_10m, (speed) => words.windFrom(Math.round(speed), Math.round(direction! / 45) & 7))}
    ${fact(words.chance, run[0]?.precipitation_probability, percent)}
    ${
      all
        ? [
            fact(words.rain, now.precipitation, (rain) =>
              `${Math.round(rain * 10) / 10} mm`.replace('.', words.point),
            ),
            fact(words.uv, day?.uv_index_max, (uv) => {
              const index = Math.round(uv);
              return `${index}, ${words.uvLevels[UV_LEVEL_STARTS.filter((start) => index >= start).length]}`;
            }),
            fact(words.sunrise, day?.sunrise, timeOfDay),
            fact(words.sunset, day?.sunset, timeOfDay),
          ]
        : ''
    }</dl>`;
}
