export type { PlaceForecast } from '../../core/model/forecast.ts';
export type {
  ErrorDetail,
  ForecastList,
  ForecastResponse,
  LoadDetail,
  SelectDetail,
} from '../data/events.ts';
export type { WeatherContext } from './weather.ts';

import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctWeather } from './weather.ts';

// Keeps an element that another copy or version of the script has defined.
if (!customElements.get('tct-weather')) customElements.define('tct-weather', TctWeather);

declare global {
  interface HTMLElementTagNameMap {
    'tct-weather': TctWeather;
  }
}

export { TctWeather };
