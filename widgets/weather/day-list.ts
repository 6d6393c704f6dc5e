import { html, type TemplateResult } from 'lit';
import { calendar } from '../locale/calendar.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, percent } from './amounts.ts';
import { hazards, inDegrees } from './hazards.ts';
import { icon } from './icon.ts';
import type { Outlook } from './outlook.ts';

const list = (parts: readonly unknown[]): string => parts.filter(Boolean).join(', ');

/**
 * The days, each with a bar from its lowest to its highest temperature, all bars on one scale. What is seen changes with
 * the room there is; what screen readers are told does not.
 */
export function dayList({ days: ahead, today }: Outlook, count: number, words: WeatherWords): TemplateResult {
  const days = ahead.slice(0, count);
  const bottom = Math.min(...days.map(({ temperature_2m_min }) => temperature_2m_min));
  const top = Math.max(...days.map(({ temperature_2m_max }) => temperature_2m_max));
  const share = (span: number) => `${(100 * span) / (top - bottom || 1)}%`;
  return html`<figure><figcaption>${words.days(days.length)}</figcaption>
    <ul part="list" role="list">${days.map(
      ({
        time,
        weather_code,
        precipitation_probability_max,
        temperature_2m_min: min,
        temperature_2m_max: max,
      }) => {
        const { weekday } = calendar(`${time}T00:00`, 0);
        const name = time === today ? words.today : words.weekdays[weekday];
        const threats = hazards(weather_code, max, min);
        const sky = list([
          words.sky[weather_code!],
          // Of storms and rain the sky says it.
          ...threats.map((threat) => inDegrees(threat) && words.threats[threat].toLowerCase()),
        ]);
        const chance = percent(precipitation_probability_max);
        const low = degrees(min);
        const high = degrees(max);
        return html`<li part="item"><time class="unseen" datetime=${time}>${list([name, sky, chance && `${words.chance} ${chance}`, words.range(low, high)])}</time>
        <div class="seen" aria-hidden="true"><span class="short">${words.weekdayShort(weekday)}</span><span class="long">${name}</span>${icon(weather_code)}<span class="sky ${threats.length ? 'threat' : ''}">${sky}</span><span class="chance">${chance && html`<i></i>${chance}`}</span><span class="min">${low}</span><svg class="bar"><rect x=${share(min - bottom)} width=${share(max - min)} height="100%" rx="3"></rect></svg><span class="max">${high}</span></div></li>`;
      },
    )}</ul>
  </figure>`;
}
