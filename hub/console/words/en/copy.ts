import type { copy as vi } from '../vi/copy.ts';

export const copy: typeof vi = {
  copy: 'Copy',
  copied: 'Copied.',
  pressKeys: 'The browser does not let it be copied. It is selected: press Ctrl+C (on a Mac ⌘C).',
};
