import '../base/lit-globals.ts';
import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from './attribute-values.ts';
import { TctWeather } from './weather.ts';

defineElement('tct-weather', TctWeather, ODD_VALUES);

declare global {
  interface HTMLElementTagNameMap {
    'tct-weather': TctWeather;
  }
}

export { TctWeather };
