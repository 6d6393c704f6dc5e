export type { PlaceForecast } from '../../core/model/forecast.ts';
export type { WeatherContext } from './weather.ts';

import '../locale/lazy-en.ts';
import { TctWeather } from './weather.ts';

// Another copy of the script, or another version, may have been here first: it stays.
if (!customElements.get('tct-weather')) customElements.define('tct-weather', TctWeather);

declare global {
  interface HTMLElementTagNameMap {
    'tct-weather': TctWeather;
  }
}

export { TctWeather };
