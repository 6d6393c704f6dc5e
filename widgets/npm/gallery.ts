/** `tct-widgets/gallery`: importing it defines `<tct-gallery>`, unless that is defined already. */
export * from './gallery-element.ts';

import '../gallery/define.ts';
