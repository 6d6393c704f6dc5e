export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { ItemContext } from './latest-news.ts';

import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctLatestNews } from './latest-news.ts';

TctLatestNews.lazy = {
  layouts: () => import('./layouts/layouts.ts'),
  tools: () => import('./tools/tools.ts'),
};

defineElement(
  'tct-latest-news',
  TctLatestNews,
  'layout="(?!(?:list|cards|headlines|compact|timeline)")|filters="(?!(?:(?:school|tag)\\s*)*")|new-for="\\D|(?:search|share|merge-same)="[^"]',
);

declare global {
  interface HTMLElementTagNameMap {
    'tct-latest-news': TctLatestNews;
  }
}

export { TctLatestNews };
