export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { DocumentContext } from './document-list.ts';

import { defineElement } from '../debug/define-element.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { COLUMNS } from './columns.ts';
import { TctDocumentList } from './document-list.ts';

defineElement(
  'tct-document-list',
  TctDocumentList,
  `columns="(?!(?:(?:${COLUMNS.join('|')})\\s*)*")|(?:pages|no-tools)="[^"]`,
);

declare global {
  interface HTMLElementTagNameMap {
    'tct-document-list': TctDocumentList;
  }
}

export { TctDocumentList };
