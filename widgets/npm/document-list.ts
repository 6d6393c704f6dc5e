/** `tct-widgets/document-list`: importing it defines `<tct-document-list>`, unless that is defined already. */
export * from './document-list-element.ts';

import '../document-list/define.ts';
