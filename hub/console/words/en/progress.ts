import type { progress as vi } from '../vi/progress.ts';

export const progress: typeof vi = {
  waiting: 'waiting',
  reading: 'reading',
  added: (count) => (count ? `read, ${count} new` : 'read, nothing new'),
  unchanged: 'nothing has changed',
  failed: 'Error:',
  bar: 'Sources read',
  read: (done, total) => `${done} of ${total} source${total === 1 ? '' : 's'} read`,
  images: 'Pictures copied',
  copied: (done, total) => `${done} of ${total} picture${total === 1 ? '' : 's'} copied`,
  busy: 'Another run is at work; waiting for it.',
  begun: 'Reading the sources.',
  running: 'Reading…',
  cancel: 'Stop',
};
