import { html, nothing, type TemplateResult } from 'lit';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, hourOf } from './format.ts';
import { isTemperatureHazard, warnings } from './hazards.ts';
import { icon } from './icon.ts';
import type { Outlook } from './outlook.ts';

/** Renders the warnings for the next 24 hours, if there are any. */
export function warningList(outlook: Outlook, words: WeatherWords): TemplateResult | typeof nothing {
  const { now, today } = outlook;
  const hazards = [...warnings(outlook)];
  return hazards.length
    ? html`<ul part="warnings" role="list" aria-label=${words.warnings}>${hazards.map(
        ([hazard, hour]) =>
          html`<li>${words.warning(
            words.threats[hazard] +
              (isTemperatureHazard(hazard) ? ` ${degrees(hour.temperature_2m, 'C')}` : ''),
            hour === now ? '' : words.hour(hourOf(hour.time)),
            hour.time > `${today}T24`,
          )}</li>`,
      )}</ul>`
    : nothing;
}

/** Renders the current weather, followed by the warnings. */
export function currentWeather(outlook: Outlook, words: WeatherWords): TemplateResult {
  const { now, day } = outlook;
  return html`<div part="now">${icon(now.weather_code, !!now.is_day)}<span part="temperature">${degrees(now.temperature_2m).slice(0, -1)}<span>°C</span></span>
    <div>${words.sky[now.weather_code!]} <small>${day && words.range(degrees(day.temperature_2m_min), degrees(day.temperature_2m_max))}</small></div>
  </div>
  ${warningList(outlook, words)}`;
}
