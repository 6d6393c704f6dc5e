export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { ItemContext } from './latest-news.ts';

import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctLatestNews } from './latest-news.ts';

TctLatestNews.lazy = {
  layouts: () => import('./layouts/layouts.ts'),
  tools: () => import('./tools/tools.ts'),
};

// Keeps an element that another copy or version of the script has defined.
if (!customElements.get('tct-latest-news')) customElements.define('tct-latest-news', TctLatestNews);

declare global {
  interface HTMLElementTagNameMap {
    'tct-latest-news': TctLatestNews;
  }
}

export { TctLatestNews };
