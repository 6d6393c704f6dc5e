import '../base/lit-globals.ts';
import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctLatestNews } from './latest-news.ts';
import './lazy-code.ts';
import { ODD_VALUES } from './attribute-values.ts';

defineElement('tct-latest-news', TctLatestNews, ODD_VALUES);

declare global {
  interface HTMLElementTagNameMap {
    'tct-latest-news': TctLatestNews;
  }
}

export { TctLatestNews };
