export type { ItemContext } from './latest-news.ts';

import '../locale/lazy-en.ts';
import { TctLatestNews } from './latest-news.ts';

// Another copy of the script, or another version, may have been here first: it stays.
if (!customElements.get('tct-latest-news')) customElements.define('tct-latest-news', TctLatestNews);

declare global {
  interface HTMLElementTagNameMap {
    'tct-latest-news': TctLatestNews;
  }
}

export { TctLatestNews };
