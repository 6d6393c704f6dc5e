import { expect } from 'chai';
import { countWork, NO_PROGRESS, withEvent } from '../../../hub/console/progress/work-progress.ts';
import type { RunProgress, SourceRef } from '../../../hub/setup/api.ts';

const NEWS: SourceRef = { school: 'a', kind: 'news', url: 'https://a.example/rss' };
/** The same address as another list. */
const DOCUMENTS: SourceRef = { ...NEWS, kind: 'documents' };

const progressOf = (...events: RunProgress[]) => events.reduce(withEvent, NO_PROGRESS);

describe('the progress of reading', () => {
  it('keeps the order in which sources were told of', () => {
    const { sources } = progressOf(
      { phase: 'waiting', source: NEWS },
      { phase: 'waiting', source: DOCUMENTS },
      { phase: 'reading', source: DOCUMENTS },
      { phase: 'done', source: NEWS, added: 3, unchanged: false },
    );
    expect(sources.map(({ source, phase, added }) => [source.kind, phase, added])).to.deep.equal([
      ['news', 'done', 3],
      ['documents', 'reading', 0],
    ]);
  });

  it('counts what is done, has failed and is new', () => {
    const progress = progressOf(
      { phase: 'done', source: NEWS, added: 3, unchanged: false },
      { phase: 'done', source: DOCUMENTS, added: 0, unchanged: false, error: 'không kết nối được' },
    );
    expect(countWork(progress)).to.deep.equal({ done: 2, failed: 1, added: 3 });
  });

  it('waits for another run until something is read', () => {
    const busy = progressOf({ phase: 'busy' });
    expect(busy.isBusy).to.equal(true);
    expect(withEvent(busy, { phase: 'reading', source: NEWS }).isBusy).to.equal(false);
  });

  it('forgets a failure once the source is read again', () => {
    const failed: RunProgress = { phase: 'done', source: NEWS, added: 0, unchanged: false, error: '404' };
    expect(countWork(progressOf(failed, { phase: 'reading', source: NEWS })).failed).to.equal(0);
  });

  it('tells how many pictures are copied', () => {
    expect(progressOf({ phase: 'images', done: 2, total: 9 }).images).to.deep.equal({ done: 2, total: 9 });
  });
});
