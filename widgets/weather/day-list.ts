import { html, type TemplateResult } from 'lit';
import { calendar, midnight } from '../locale/calendar.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { degrees, percent } from './format.ts';
import { hazardsOf, isTemperatureHazard } from './hazards.ts';
import { icon } from './icon.ts';
import type { Outlook } from './outlook.ts';

const joinParts = (parts: readonly unknown[]): string => parts.filter(Boolean).join(', ');

/**
 * Renders the days, each with a bar from its lowest to its highest temperature; all bars share one scale. The visible
 * text depends on the container's width, the text for screen readers does not.
 */
export function dayList(
  { days: allDays, today }: Outlook,
  count: number,
  words: WeatherWords,
): TemplateResult {
  const days = allDays.filter(({ time }) => calendar(midnight(time), 0)).slice(0, count);
  const bottom = Math.min(...days.map(({ temperature_2m_min }) => temperature_2m_min));
  const top = Math.max(...days.map(({ temperature_2m_max }) => temperature_2m_max));
  const percentOfRange = (span: number) => `${(100 * span) / (top - bottom || 1)}%`;
  return html`<figure><figcaption>${words.days(days.length)}</figcaption>
    <ul part="list" role="list">${days.map(
      ({
        time,
        weather_code,
        precipitation_probability_max,
        temperature_2m_min: min,
        temperature_2m_max: max,
      }) => {
        const { weekday } = calendar(midnight(time), 0)!;
        const isToday = time === today;
        const name = isToday ? words.today : words.weekdays[weekday];
        const hazards = hazardsOf(weather_code, max, min);
        const sky = joinParts([
          words.sky[weather_code!],
          // The description of the sky already names storms and rain.
          ...hazards.map((hazard) => isTemperatureHazard(hazard) && words.threats[hazard].toLowerCase()),
        ]);
        const chance = percent(precipitation_probability_max);
        const low = degrees(min);
        const high = degrees(max);
        return html`<li part="item"><time class="unseen" datetime=${time}>${joinParts([name, sky, chance && `${words.chance} ${chance}`, words.range(low, high)])}</time>
        <div class="visual" aria-hidden="true"><span class="short">${isToday ? words.todayShort : words.weekdayShort(weekday)}</span><span class="long">${name}</span>${icon(weather_code)}<span class="sky ${hazards.length ? 'hazard' : ''}">${sky}</span><span class="chance">${chance && html`<i></i>${chance}`}</span><span class="min">${low}</span><svg class="bar"><rect x=${percentOfRange(min - bottom)} width=${percentOfRange(max - min)} height="100%" rx="3"></rect></svg><span class="max">${high}</span></div></li>`;
      },
    )}</ul>
  </figure>`;
}
