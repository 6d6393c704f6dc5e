import { html, type TemplateResult } from 'lit';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, percent } from './amounts.ts';
import type { Outlook } from './outlook.ts';

/** From these on the index is moderate, high, very high, extreme (WHO). */
const UV_LEVELS = [3, 6, 8, 11];

/** What is known of now beside temperature and sky; with all of it also what is the day's. */
export function facts({ now, hours, day }: Outlook, all: boolean, words: WeatherWords): TemplateResult {
  const fact = <Value>(name: string, value: Value | undefined, say: (value: Value) => string) =>
    value === undefined ? '' : html`<div><dt>${name}</dt><dd>${say(value)}</dd></div>`;
  const clock = (time: string) => time.slice(11);
  const from = now.wind_direction_10m;
  return html`<dl part="facts">
    ${fact(words.feels, now.apparent_temperature, (feels) => degrees(feels, 'C'))}
    ${fact(words.humidity, now.relative_humidity_2m, percent)}
    ${fact(words.wind, from === undefined ? from : now.wind_speed_10m, (speed) => words.windFrom(Math.round(speed), Math.round(from! / 45) & 7))}
    ${fact(words.chance, hours[0]?.precipitation_probability, percent)}
    ${
      all
        ? [
            fact(words.rain, now.precipitation, (rain) =>
              `${Math.round(rain * 10) / 10} mm`.replace('.', words.point),
            ),
            fact(words.uv, day?.uv_index_max, (uv) => {
              const index = Math.round(uv);
              return `${index}, ${words.uvLevels[UV_LEVELS.filter((level) => index >= level).length]}`;
            }),
            fact(words.sunrise, day?.sunrise, clock),
            fact(words.sunset, day?.sunset, clock),
          ]
        : ''
    }</dl>`;
}
