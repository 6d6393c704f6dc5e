export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { DocumentContext } from './document-list.ts';

import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { TctDocumentList } from './document-list.ts';

// Keeps an element that another copy or version of the script has defined.
if (!customElements.get('tct-document-list')) customElements.define('tct-document-list', TctDocumentList);

declare global {
  interface HTMLElementTagNameMap {
    'tct-document-list': TctDocumentList;
  }
}

export { TctDocumentList };
