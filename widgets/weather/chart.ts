import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Hour } from '../../core/model/forecast.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, hourOf, percent } from './format.ts';
import { icon } from './icon.ts';
import { isDay, type Outlook } from './outlook.ts';

/** Every third hour has a label; more would not fit a narrow column. */
const LABEL_STEP_HOURS = 3;
/** In tenths of an em from the top: the temperature line, below its labels, and the baseline of the rain bars. */
const LINE_TOP = 18;
const LINE_HEIGHT = 28;
const BASELINE = 76;
const RAIN_HEIGHT = 22;
/** The smallest range the line's height covers, so that small changes look small. */
const MIN_RANGE_DEGREES = 5;

/**
 * Renders the next 24 hours, or those before the first that is missing: temperature as a line, chance of rain as bars,
 * and a table for screen readers. Horizontal positions are percentages, so that the chart fills any width without
 * stretching its text.
 */
export function chart({ run, days }: Outlook, words: WeatherWords): TemplateResult {
  const hours = run.slice(0, run.length - (run.length % LABEL_STEP_HOURS));
  const temperatures = hours.map(({ temperature_2m }) => temperature_2m);
  const top = Math.max(...temperatures);
  const bottom = Math.min(...temperatures);
  const yOf = (temperature: number) =>
    LINE_TOP +
    LINE_HEIGHT * (0.5 + ((top + bottom) / 2 - temperature) / Math.max(MIN_RANGE_DEGREES, top - bottom));
  const labels = (render: (hour: Hour) => unknown) =>
    html`<div class="row">${hours.map((hour, index) => (index % LABEL_STEP_HOURS === 1 ? html`<span>${render(hour)}</span>` : nothing))}</div>`;
  return html`<figure part="chart"><figcaption>${words.hours(hours.length)}</figcaption>
    <div aria-hidden="true"><div class="row">${words.temperature}, °C <i></i>${words.chance}, %</div>
    ${labels(({ time, weather_code }) => icon(weather_code, isDay(time, days)))}
    <svg class="plot">
      <svg width="100%" height="100%" viewBox="0 0 ${hours.length} ${BASELINE}" preserveAspectRatio="none">
        <path class="bars" d=${hours.map(({ precipitation_probability: chance = 0 }, index) => `M${index + 0.1} ${BASELINE}v${(-RAIN_HEIGHT * Math.min(chance, 100)) / 100}h.8V${BASELINE}`).join('')}></path>
        <path class="line" vector-effect="non-scaling-stroke" d=${temperatures.map((temperature, index) => `${index ? 'L' : 'M'}${index + 0.5} ${yOf(temperature)}`).join('')}></path>
      </svg>
      ${temperatures.map((temperature, index) =>
        index % LABEL_STEP_HOURS === 1
          ? svg`<text x="${(100 * (index + 0.5)) / hours.length}%" y="${yOf(temperature) / 10 - 0.6}em">${degrees(temperature)}</text>`
          : nothing,
      )}
    </svg>
    ${labels(({ precipitation_probability }) => percent(precipitation_probability))}
    ${labels(({ time }) => words.hour(hourOf(time)))}</div>
    <div class="unseen"><table><caption>${words.hours(hours.length)}</caption>
      <thead><tr>${[words.time, words.heading, words.temperature, words.chance].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${hours.map(
        ({ time, weather_code, temperature_2m, precipitation_probability }) =>
          html`<tr><th scope="row">${words.hour(hourOf(time))}</th><td>${words.sky[weather_code!]}</td><td>${degrees(temperature_2m, 'C')}</td><td>${percent(precipitation_probability)}</td></tr>`,
      )}</tbody></table></div>
  </figure>`;
}
