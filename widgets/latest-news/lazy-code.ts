import { TctLatestNews } from './latest-news.ts';

// What few tags ask for is only fetched by pages that use it.
TctLatestNews.lazy = {
  layouts: () => import('./layouts/layouts.ts'),
  tools: () => import('./tools/tools.ts'),
};
