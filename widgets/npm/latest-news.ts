/** `tct-widgets/latest-news`: importing it defines `<tct-latest-news>`, unless that is defined already. */
export * from './latest-news-element.ts';

import '../latest-news/define.ts';
