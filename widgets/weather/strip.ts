import { css, html, type LitElement, type TemplateResult } from 'lit';
import type { PlaceForecast } from '../../core/model/forecast.ts';
import { addStyles } from '../base/add-styles.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { warningList } from './current-weather.ts';
import { degrees } from './format.ts';
import { icon } from './icon.ts';
import type { Outlook } from './outlook.ts';

/** Places side by side, as many in a row as fit. */
const styles = css`
  .strip [part='list'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: var(--gap);
  }
  .strip [part='item'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.6em;
    align-content: start;
    align-items: center;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--line);
    line-height: 1.3;
  }
  .strip :is([part='place'], .about, [part='warnings']) {
    grid-column: 1 / -1;
  }
  .strip .icon {
    inline-size: 2.4em;
    block-size: 2.4em;
  }
  .strip [part='temperature'] {
    font-size: 1.8em;
  }
  .strip [part='warnings'] {
    margin-block: 0.5em 0;
    font-size: max(0.875em, 11px);
  }
`;

export const addStripStyles = (element: LitElement): void => addStyles(element, styles);

/**
 * Renders places beside one another: for each the weather now, the temperatures of today, and warnings.
 *
 * @param render renders one place, by default in the `standard` way
 */
export function strip(
  places: readonly [place: PlaceForecast, outlook: Outlook][],
  words: WeatherWords,
  render: (place: PlaceForecast, outlook: Outlook, standard: () => TemplateResult) => unknown,
): TemplateResult {
  return html`<ul part="list" role="list">${places.map(
    ([place, outlook]) =>
      html`<li part="item">${render(place, outlook, () => {
        const { now, day } = outlook;
        return html`<div part="place">${place.name || place.id}</div>${icon(now.weather_code, !!now.is_day)}<span part="temperature">${degrees(now.temperature_2m, 'C')}</span>
          <div class="about">${words.sky[now.weather_code!]} <small>${day && words.range(degrees(day.temperature_2m_min), degrees(day.temperature_2m_max))}</small></div>
          ${warningList(outlook, words)}`;
      })}</li>`,
  )}</ul>`;
}
