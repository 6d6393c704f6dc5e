import type { tryOut as vi } from '../vi/try.ts';

export const tryOut: typeof vi = {
  lead: 'Reads every source as a run would, then shows what would be published.',
  nothingWritten: 'This is only a trial: nothing has been written or published.',
  start: 'Try it',
  again: 'Try again',
  cancelled: 'Stopped. Nothing has been written.',
  noSources: 'There are no sources to read yet.',
  addSchools: 'Add schools',
  allRead: (sources) => `All ${sources} sources could be read.`,
  oneRead: 'The only source could be read.',
  someFailed: (failed, sources) =>
    `${sources - failed} of ${sources} source${sources === 1 ? '' : 's'} could be read; ${failed} failed.`,
  lists: 'What would be published',
  listNames: { news: 'Latest news', documents: 'Documents', gallery: 'Photos' },
  emptyList: 'No source has anything for this list yet.',
  sources: 'Source by source',
  added: (count) => `${count} new`,
  noneAdded: 'nothing new',
  error: 'Error:',
  edit: 'Edit the source',
  point: 'Point on the page again',
  remarks: 'General remarks',
};
