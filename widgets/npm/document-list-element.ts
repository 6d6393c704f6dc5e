/** `tct-widgets/document-list/element`: the class of `<tct-document-list>`; importing it defines nothing. */
export type { Feed, Item } from '../../core/model/feed.ts';
export type { ErrorDetail, LoadDetail, SelectDetail } from '../data/events.ts';
export type { DocumentContext } from '../document-list/document-list.ts';

import './follow-locale.ts';
import '../locale/lazy-en.ts';
import '../themes/lazy-themes.ts';
import { ODD_VALUES } from '../document-list/attribute-values.ts';
import { TctDocumentList } from '../document-list/document-list.ts';
import { type Define, definer } from './definer.ts';

/** Defines `<tct-document-list>`, or the same element under another tag. */
export const define: Define = definer('tct-document-list', TctDocumentList, ODD_VALUES);

export type { Define };
export { TctDocumentList };
