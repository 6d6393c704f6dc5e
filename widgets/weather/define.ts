export type { PlaceForecast } from '../../core/model/forecast.ts';
export type {
  ErrorDetail,
  ForecastList,
  ForecastResponse,
  LoadDetail,
  SelectDetail,
} from '../data/events.ts';
export type { WeatherContext } from './weather.ts';

import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctWeather } from './weather.ts';

defineElement(
  'tct-weather',
  TctWeather,
  'layout="(?!(?:full|compact|now|strip)")|(?:latitude|longitude)="(?!-?\\d)|no-memory="[^"]',
);

declare global {
  interface HTMLElementTagNameMap {
    'tct-weather': TctWeather;
  }
}

export { TctWeather };
