import '../base/lit-globals.ts';
import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from './attribute-values.ts';
import { TctDocumentList } from './document-list.ts';

defineElement('tct-document-list', TctDocumentList, ODD_VALUES);

declare global {
  interface HTMLElementTagNameMap {
    'tct-document-list': TctDocumentList;
  }
}

export { TctDocumentList };
