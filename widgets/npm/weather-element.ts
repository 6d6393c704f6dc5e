/** `tct-widgets/weather/element`: the class of `<tct-weather>`; importing it defines nothing. */
export type { PlaceForecast } from '../../core/model/forecast.ts';
export type {
  ErrorDetail,
  ForecastList,
  ForecastResponse,
  LoadDetail,
  SelectDetail,
} from '../data/events.ts';
export type { WeatherContext } from '../weather/weather.ts';

import './follow-locale.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from '../weather/attribute-values.ts';
import { TctWeather } from '../weather/weather.ts';
import { type Define, definer } from './definer.ts';

/** Defines `<tct-weather>`, or the same element under another tag. */
export const define: Define = definer('tct-weather', TctWeather, ODD_VALUES);

export type { Define };
export { TctWeather };
