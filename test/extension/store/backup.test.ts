import { expect } from 'chai';
import { exportBackup, importBackup } from '../../../extension/store/backup.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import { FEED, NOW, poll, storeWithPosts } from '../support/school-store.ts';

describe('a backup', () => {
  const store = { ...storeWithPosts(3), sources: { [FEED]: { poll } } };

  it('restores the store that it was made of', () => {
    expect(importBackup(emptyStore(), exportBackup(store), NOW)).to.deep.equal(store);
  });

  it('brings its own validators but keeps the poll times of this browser', () => {
    const later = {
      ...store,
      sources: { [FEED]: { poll: { ...poll, due: 99, earliest: 98, etag: '"2"' } } },
    };
    const imported = importBackup(later, exportBackup(store), NOW)!;
    expect(imported.sources[FEED]!.poll).to.include({ due: 99, etag: '"1"' });
  });

  it('is not any other JSON', () => {
    for (const text of ['', '{}', '[]', 'null']) expect(importBackup(store, text, NOW)).to.equal(undefined);
  });
});
