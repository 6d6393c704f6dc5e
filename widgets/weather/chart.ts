import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Hour } from '../../core/model/forecast.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, hourOf, percent } from './amounts.ts';
import { icon } from './icon.ts';
import { isDay, type Outlook } from './outlook.ts';

/** Every third hour is labelled: as many as fit a narrow column. */
const STEP_HOURS = 3;
/** In tenths of an em from the top: the line of the temperature, below its labels, and where the bars of the rain stand. */
const LINE = 18;
const LINE_HEIGHT = 28;
const FLOOR = 76;
const RAIN_HEIGHT = 22;
/** Degrees that the line's height stands for at least, so that a mild day looks mild. */
const SPAN = 5;

/**
 * The next 24 hours: the temperature as a line, the chance of rain as bars. Screen readers are given a table. Places
 * across are shares of the width, so that it fits any without its letters being stretched.
 */
export function chart({ hours: ahead, days }: Outlook, words: WeatherWords): TemplateResult {
  const hours = ahead.slice(0, ahead.length - (ahead.length % STEP_HOURS));
  const known = hours.map(({ temperature_2m }) => temperature_2m);
  const top = Math.max(...known);
  const bottom = Math.min(...known);
  const down = (temperature: number) =>
    LINE + LINE_HEIGHT * (0.5 + ((top + bottom) / 2 - temperature) / Math.max(SPAN, top - bottom));
  const row = (of: (hour: Hour) => unknown) =>
    html`<div class="row">${hours.map((hour, index) => (index % STEP_HOURS === 1 ? html`<span>${of(hour)}</span>` : nothing))}</div>`;
  return html`<figure part="chart"><figcaption>${words.hours(hours.length)}</figcaption>
    <div aria-hidden="true"><div class="row">${words.temperature}, °C <i></i>${words.chance}, %</div>
    ${row(({ time, weather_code }) => icon(weather_code, isDay(time, days)))}
    <svg class="plot">
      <svg width="100%" height="100%" viewBox="0 0 ${hours.length} ${FLOOR}" preserveAspectRatio="none">
        <path class="bars" d=${hours.map(({ precipitation_probability: chance = 0 }, index) => `M${index + 0.1} ${FLOOR}v${(-RAIN_HEIGHT * Math.min(chance, 100)) / 100}h.8V${FLOOR}`).join('')}></path>
        <path class="line" vector-effect="non-scaling-stroke" d=${known.map((temperature, index) => `${index ? 'L' : 'M'}${index + 0.5} ${down(temperature)}`).join('')}></path>
      </svg>
      ${known.map((temperature, index) =>
        index % STEP_HOURS === 1
          ? svg`<text x="${(100 * (index + 0.5)) / hours.length}%" y="${down(temperature) / 10 - 0.6}em">${degrees(temperature)}</text>`
          : nothing,
      )}
    </svg>
    ${row(({ precipitation_probability }) => percent(precipitation_probability))}
    ${row(({ time }) => words.hour(hourOf(time)))}</div>
    <div class="unseen"><table><caption>${words.hours(hours.length)}</caption>
      <thead><tr>${[words.time, words.heading, words.temperature, words.chance].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${hours.map(
        ({ time, weather_code, temperature_2m, precipitation_probability }) =>
          html`<tr><th scope="row">${words.hour(hourOf(time))}</th><td>${words.sky[weather_code!]}</td><td>${degrees(temperature_2m, 'C')}</td><td>${percent(precipitation_probability)}</td></tr>`,
      )}</tbody></table></div>
  </figure>`;
}
