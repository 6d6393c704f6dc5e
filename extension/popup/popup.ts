import { TctLatestNews } from '../../widgets/latest-news/latest-news.ts';
import { adoptSchoolColours } from '../pages/school-colours.ts';
import { TctMenu } from './menu.ts';
import { isPopup } from './place.ts';
import { TctPopup } from './popup-page.ts';

/** Shows posts as they are: they were read when they were polled. */
class PostGroupList extends TctLatestNews {
  override reload(): Promise<void> {
    return this.feed ? this.source.show(this.feed) : super.reload();
  }
}
// A popup asks for its size, also where its window is wider for a moment; a tab, a side panel and a phone have theirs.
document.documentElement.classList.toggle('fills-window', !isPopup());
customElements.define('tct-latest-news', PostGroupList);
adoptSchoolColours();
customElements.define('tct-menu', TctMenu);
customElements.define('tct-popup', TctPopup);
