import { TctLatestNews } from '../../widgets/latest-news/latest-news.ts';
import { adoptSchoolColours } from '../pages/school-colours.ts';
import { TctMenu } from './menu.ts';
import { TctPopup } from './popup-page.ts';

/** Shows posts as they are: they were read when they were polled. */
class PostGroupList extends TctLatestNews {
  override reload(): Promise<void> {
    return this.feed ? this.source.show(this.feed) : super.reload();
  }
}
customElements.define('tct-latest-news', PostGroupList);
adoptSchoolColours();
customElements.define('tct-menu', TctMenu);
customElements.define('tct-popup', TctPopup);
