/** `tct-widgets/weather`: importing it defines `<tct-weather>`, unless that is defined already. */
export * from './weather-element.ts';

import '../weather/define.ts';
