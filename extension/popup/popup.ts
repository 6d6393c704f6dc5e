import { TctLatestNews } from '../../widgets/latest-news/latest-news.ts';
import { TctPopup } from './popup-page.ts';

customElements.define('tct-latest-news', TctLatestNews);
customElements.define('tct-popup', TctPopup);
