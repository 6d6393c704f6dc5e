import '../../widgets/document-list/define.ts';
import '../../widgets/latest-news/define.ts';
import { TctPopup } from './popup-page.ts';

customElements.define('tct-popup', TctPopup);
