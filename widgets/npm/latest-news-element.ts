/** `tct-widgets/latest-news/element`: the class of `<tct-latest-news>`; importing it defines nothing. */
export type { Feed, Item } from '../../core/model/feed.ts';
export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { ItemContext } from '../latest-news/latest-news.ts';

import './follow-locale.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctLatestNews } from '../latest-news/latest-news.ts';
import '../latest-news/lazy-code.ts';
import { ODD_VALUES } from '../latest-news/attribute-values.ts';
import { type Define, definer } from './definer.ts';

/** Defines `<tct-latest-news>`, or the same element under another tag. */
export const define: Define = definer('tct-latest-news', TctLatestNews, ODD_VALUES);

export type { Define };
export { TctLatestNews };
