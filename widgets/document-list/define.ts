import '../locale/lazy-en.ts';
import { TctDocumentList } from './document-list.ts';

// Another copy of the script, or another version, may have been here first: it stays.
if (!customElements.get('tct-document-list')) customElements.define('tct-document-list', TctDocumentList);

declare global {
  interface HTMLElementTagNameMap {
    'tct-document-list': TctDocumentList;
  }
}

export { TctDocumentList };
